using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Ui;

namespace Heed.Aim;

/// <summary>Where a key result is heading: a status, its word and the reason. Unknown and noise come before any colour.</summary>
public readonly record struct KeyResultStatus(Status Is, string Word, string Because)
{
    /// <summary>Silence is never green, nor any other colour.</summary>
    internal static KeyResultStatus Silent(int days, KeyResultStatus course) =>
        Unknown(
            "Silent",
            $"Nobody has checked in for {Format.Count(days, "day")}. By the data alone: {Format.Lower(course.Word)}."
        );

    internal static KeyResultStatus Of(EvaluatedKeyResult reading, DateOnly today)
    {
        var keyResult = reading.KeyResult;
        if (reading is { Keeps: { } keeps, Kept: { } record })
            return OfLimit(reading, keeps, record);
        if (reading.Progress is null)
            return Unknown("Not judged", "Start and target are the same.");
        if (keyResult.BaselineState != BaselineState.Known)
            return Unknown(
                "No start yet",
                keyResult.BaselineState == BaselineState.Measuring
                    ? "The start is being measured."
                    : "The start is not known."
            );
        if (reading.Progress.Share is not { } share)
            return Unknown("Not measured", $"“{reading.Metric.Name}” has no point yet.");
        if (reading.IsWithinNoise is null)
            return Unknown(
                "Too few points",
                $"{reading.Movement.NoBandBecause} Whether this is a move or noise cannot be told."
            );
        if (reading.IsWithinNoise is true)
            return Unknown(
                "Not yet distinguishable from noise",
                $"The newest value belongs to no signal: {reading.Movement.Usual} is usual."
            );
        var day = reading.Movement.OnWhichDay();
        if (share >= 1)
            return new(
                Status.Held,
                "Target reached",
                $"{Format.Number(reading.Measured.Level!.Value)} of {Format.Number(keyResult.Target)}{day}."
            );
        if (share < 0)
            return new(
                Status.OffCourse,
                "Worse than start",
                $"{Format.Number(reading.Measured.Level!.Value)} after a start of {Format.Number(keyResult.Baseline!.Value)}{day}."
            );
        if (keyResult.Commitment is Commitment.Learning)
            return Unknown(
                "Learning",
                $"{Format.Percent(share)} of the way{day}. It is meant to find something out, so its pace is not judged: what counts is what was learned."
            );
        return today > keyResult.ByWhen ? Ended(keyResult, share)
            : reading.Forecast is { } forecast && forecast.On == keyResult.ByWhen ? ByForecast(keyResult, forecast, day)
            : ByPace(reading, share, today);
    }

    /// <summary>Kept or crossed. Kept is safe only where neither chance nor the course of things reaches the limit.</summary>
    static KeyResultStatus OfLimit(EvaluatedKeyResult reading, Guardrail keeps, GuardrailRecord record)
    {
        if (reading.Measured.Level is not { } now)
            return Unknown("Not measured", $"“{reading.Metric.Name}” has no point yet.");
        var says = $"{Format.Number(now)}{reading.Movement.OnWhichDay()}, to be kept {keeps.InWords()}.";
        if (
            record is { Breached: > 0 }
            && record.Held + record.Breached > 1
            && record.InWords(reading.Metric.Cadence) is { } kept
        )
            says = $"{says} {kept}";
        if (Beyond(now))
            return new(Status.OffCourse, "Limit crossed", says);
        if (record.Breached > 0)
            return new(Status.Watch, "Kept now, crossed before", says);
        if (reading.Band is not { HasLimits: true } band)
            return Unknown("Kept so far", $"{says} {reading.Movement.NoBandBecause}");
        if (reading.Forecast is { } forecast && Beyond(forecast.Value))
            return new(
                Status.Watch,
                "Kept so far",
                $"{says} Forecast {Format.Interval(forecast.Value, forecast.Low, forecast.High)} on {Format.Day(forecast.On)}."
            );
        return keeps.High is not null && Beyond(band.Upper!.Value) || keeps.Low is not null && Beyond(band.Lower!.Value)
            ? new(Status.Watch, "Kept so far", $"{says} Chance alone crosses it: {reading.Movement.Usual} is usual.")
            : new(Status.Held, "Limit kept", says);

        bool Beyond(double value) => keeps.Of(value) == GuardrailState.Breached;
    }

    /// <summary>To fall short of what was reached for is no alarm.</summary>
    static KeyResultStatus Ended(KeyResult keyResult, double share) =>
        keyResult.Commitment is Commitment.Aspirational
            ? new(
                Status.Watch,
                "Not reached, as may be",
                $"{Format.Day(keyResult.ByWhen)} has passed with {Format.Percent(share)} of the way done. It was aspirational: to fall short of it was expected."
            )
            : new(Status.OffCourse, "Not reached", $"{Format.Day(keyResult.ByWhen)} has passed.");

    static KeyResultStatus ByForecast(KeyResult keyResult, Forecast forecast, string day)
    {
        var rises = keyResult.Target > keyResult.Baseline;
        var (reaches, may) = rises
            ? (forecast.Value >= keyResult.Target, forecast.High >= keyResult.Target)
            : (forecast.Value <= keyResult.Target, forecast.Low <= keyResult.Target);
        var says =
            $"Forecast {Format.Interval(forecast.Value, forecast.Low, forecast.High)} on {Format.Day(forecast.On)}{day}.";
        return reaches ? new(Status.OnCourse, "On course", says)
            : may ? new(Status.Watch, "Watch", says)
            : new(Status.OffCourse, "Off course", says);
    }

    static KeyResultStatus ByPace(EvaluatedKeyResult reading, double share, DateOnly today)
    {
        if (reading.Pace is not { } pace)
            return Unknown("Too early", "It is due before its cycle begins, so no pace can be told.");
        if (reading.KeyResult.FirstSignalOn is { } first && today < first)
            return Unknown("No signal expected yet", $"The first signal is expected on {Format.Day(first)}.");
        var says = reading.KeyResult.Plan is null
            ? $"{Format.Percent(share)} of the way after {Format.Percent(pace.Expected)} of the time."
            : $"{Format.Percent(share)} of the way; by the plan, {Format.Percent(pace.Expected)} today.";
        return pace.State switch
        {
            PaceState.TooEarly => Unknown("Too early", "Less than a tenth of the time has passed."),
            PaceState.OnTrack => new(Status.OnCourse, "On course", says),
            PaceState.Behind => new(Status.Watch, "Behind", says),
            _ => new(Status.OffCourse, "Off course", says),
        };
    }

    static KeyResultStatus Unknown(string word, string because) => new(Status.NotKnown, word, because);
}
