using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Effects and signals in words.</summary>
static class SeriesWords
{
    public static string Effect(InterruptedSeries effect) =>
        $"{Size(effect, effect.Step.Value)} (95 % interval {Size(effect, effect.Step.Low)} to {Size(effect, effect.Step.High)})";

    /// <summary>"+2.5" for a difference; "11.5 % lower" for a ratio.</summary>
    public static string Size(InterruptedSeries effect, double value)
    {
        if (effect.Scale is EffectScale.Difference)
            return Said.Signed(value, Math.Max(Math.Abs(effect.Step.Value), 2 * effect.Step.StandardError));
        var percent = 100 * (value - 1);
        return $"{Math.Abs(percent):0.0} % {(percent < 0 ? "lower" : "higher")}";
    }

    public static string Signal(Signal signal, Cadence cadence)
    {
        var when =
            signal.FromDate == signal.ToDate
                ? Date(signal.FromDate, cadence)
                : $"{Date(signal.FromDate, cadence)} to {Date(signal.ToDate, cadence)}";
        return signal.CompletedDate == signal.ToDate
            ? $"{when}: {signal.InWords}"
            : $"{when}: {signal.InWords}, to be known since {Date(signal.CompletedDate, cadence)}";
    }

    public static string Date(DateOnly date, Cadence cadence) =>
        cadence switch
        {
            Cadence.Year => $"{date:yyyy}",
            Cadence.Quarter => $"{date:yyyy}-Q{(date.Month + 2) / 3}",
            Cadence.Month => $"{date:yyyy-MM}",
            _ => $"{date:yyyy-MM-dd}",
        };

    public static string Period(Cadence cadence, int count) =>
        $"{count} {cadence.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}";

    public static string Finding(SeriesFindings found, string file)
    {
        if (found.Change is { } change)
            return change.Sentence + (change.Word is null ? $" {change.Because}" : "");
        var name = found.Ask.Value;
        var band = found.Band;
        if (found.Shown.Count == 0)
            return $"{name} in {file} was not measured: no row has a value.";
        if (!band.HasLimits)
            return $"Whether {name} really moved cannot be told. {band.InWords}";
        if (found.Signals.Count == 0)
            return $"{name} did not really move: all {found.Shown.Count} points lie within what noise alone does, {Said.Number(band.Lower!.Value, Size(band))} to {Said.Number(band.Upper!.Value, Size(band))}.";
        return $"{name} really moved. First: {Signal(found.Signals.MinBy(signal => signal.Completed)!, found.Shown.Cadence)}.";
    }

    public static double Size(NoiseBand band) =>
        new[] { band.Centre, band.Lower, band.Upper }.Max(value => Math.Abs(value ?? 0)) / 10;

    public static IEnumerable<string> Limits(SeriesFindings found)
    {
        if (found.Change is { } change)
        {
            if (change.Because is { } because && change.Word is VerdictWord.CannotTell)
                yield return $"No verdict: {because}";
            if (change.AboutTwoBars is { } bars)
                yield return bars;
            if (found.Ask.Compare is { } compare)
                yield return $"What moved {found.Ask.Value} and {compare} alike is taken out. What touched only one of them, beside the change, is not; and if the change touched {compare} too, the effect is told too small.";
            yield return "What else changed in that window? A season, a price, another change at the same time would look the same. No figure here can rule it out.";
            yield break;
        }
        if (found.Band.State is BandState.Provisional)
            yield return $"The limits are provisional: {found.Band.Points} points can just carry them, and they will shift until there are 12.";
        if (!found.Band.HasLimits)
            yield break;
        yield return found.Signals.Count == 0
            ? "A single point that is higher or lower than the one before says nothing while it stays inside the band."
            : "A signal says that something changed, not what. To judge a change whose date you know: --change DATE --wanted up or down.";
    }

    public static string InWords(VerdictWord word) =>
        word switch
        {
            VerdictWord.NoChange => "no change",
            VerdictWord.CannotTell => "cannot tell",
            VerdictWord.NotMeasured => "not measured",
            _ => word.ToString().ToLowerInvariant(),
        };
}
