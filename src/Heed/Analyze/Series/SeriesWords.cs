using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Effects and signals in words.</summary>
static class SeriesWords
{
    public static string Effect(InterruptedSeries effect) =>
        $"{Size(effect, effect.Step.Value)} (95 % interval {Size(effect, effect.Step.Low)} to {Size(effect, effect.Step.High)})";

    /// <summary>“+2.5” for a difference; “11.5 % lower” for a ratio.</summary>
    public static string Size(InterruptedSeries effect, double value)
    {
        var (low, high) = (effect.Step.Low, effect.Step.High);
        if (effect.Scale is EffectScale.Difference)
            return Format.WithSign(value, low, high);
        var words = Format.Number(Math.Abs(Percent(value)), Percent(low), Percent(high));
        return $"{words} % {(value < 1 ? "lower" : "higher")}";
    }

    static double Percent(double ratio) => (ratio - 1) * 100;

    public static string Signal(Signal signal, Cadence cadence)
    {
        var when = Span(signal.FromDate, signal.ToDate, cadence);
        return signal.CompletedDate == signal.ToDate
            ? $"{when}: {signal.InWords}"
            : $"{when}: {signal.InWords}, to be known since {Date(signal.CompletedDate, cadence)}";
    }

    public static string Date(DateOnly date, Cadence cadence) =>
        cadence switch
        {
            Cadence.Year => Format.Year(date),
            Cadence.Quarter => Format.Quarter(date),
            Cadence.Month => Format.Month(date),
            _ => Format.Day(date),
        };

    public static string Span(DateOnly from, DateOnly to, Cadence cadence) =>
        cadence is Cadence.Day or Cadence.Week ? Format.Span(from, to)
        : Date(from, cadence) == Date(to, cadence) ? Date(from, cadence)
        : $"{Date(from, cadence)} to {Date(to, cadence)}";

    public static string Period(Cadence cadence, int count) =>
        Format.Count(count, cadence.ToString().ToLowerInvariant());
}
