using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Ui;

namespace Heed.Aim;

/// <summary>Where a key result is heading: a status, its word and the reason. Unknown and noise come before any colour.</summary>
public readonly record struct KeyResultStatus(Status Is, string Word, string Because)
{
    /// <summary>The share of the way that may be missing before it counts as off course (okr.md 3.7, Viva's default).</summary>
    const double Behind = 0.25;

    /// <summary>No judgement of pace in the first tenth of the time.</summary>
    const double TooEarly = 0.1;

    internal static KeyResultStatus Of(EvaluatedKeyResult reading, DateOnly today)
    {
        var keyResult = reading.KeyResult;
        if (reading.LimitInWords is { } limit)
            return OfLimit(reading, limit);
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
        return today > keyResult.ByWhen ? Ended(keyResult)
            : reading.Forecast is { } forecast && forecast.On == keyResult.ByWhen ? ByForecast(keyResult, forecast, day)
            : ByPace(keyResult, share, today);
    }

    /// <summary>Kept or crossed. Kept is safe only where neither chance nor the course of things reaches the limit.</summary>
    static KeyResultStatus OfLimit(EvaluatedKeyResult reading, string limit)
    {
        if (reading.Measured.Level is not { } now)
            return Unknown("Not measured", $"“{reading.Metric.Name}” has no point yet.");
        var says = $"{Format.Number(now)}{reading.Movement.OnWhichDay()}, to be kept {limit}.";
        if (Beyond(now))
            return new(Status.OffCourse, "Limit crossed", says);
        if (reading.Band is not { HasLimits: true } band)
            return Unknown("Kept so far", $"{says} {reading.Movement.NoBandBecause}");
        if (reading.Forecast is { } forecast && Beyond(forecast.Value))
            return new(
                Status.Watch,
                "Kept so far",
                $"{says} Forecast {Format.Interval(forecast.Value, forecast.Low, forecast.High)} on {Format.Day(forecast.On)}."
            );
        return Beyond(reading.Limit == Direction.Down ? band.Upper!.Value : band.Lower!.Value)
            ? new(Status.Watch, "Kept so far", $"{says} Chance alone crosses it: {reading.Movement.Usual} is usual.")
            : new(Status.Held, "Limit kept", says);

        bool Beyond(double value) =>
            reading.Limit == Direction.Down ? value > reading.KeyResult.Target : value < reading.KeyResult.Target;
    }

    static KeyResultStatus Ended(KeyResult keyResult) =>
        new(Status.OffCourse, "Not reached", $"{Format.Day(keyResult.ByWhen)} has passed.");

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

    static KeyResultStatus ByPace(KeyResult keyResult, double share, DateOnly today)
    {
        var from = keyResult.Objective!.Cycle!.Start;
        var days = keyResult.ByWhen.DayNumber - from.DayNumber + 1.0;
        var passed = Math.Clamp((today.DayNumber - from.DayNumber + 1) / Math.Max(days, 1), 0, 1);
        if (passed < TooEarly)
            return Unknown("Too early", "Less than a tenth of the time has passed.");
        var missing = passed - share;
        var says = $"{Format.Percent(share)} of the way after {Format.Percent(passed)} of the time.";
        return missing <= 0 ? new(Status.OnCourse, "On course", says)
            : missing <= Behind ? new(Status.Watch, "Behind", says)
            : new(Status.OffCourse, "Off course", says);
    }

    static KeyResultStatus Unknown(string word, string because) => new(Status.NotKnown, word, because);
}
