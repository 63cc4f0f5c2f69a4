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

    public static string Period(Cadence cadence, int count) => $"{count} {cadence.Name(count)}";
}
