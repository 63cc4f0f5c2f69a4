using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Counts that are mostly small: the days between events say more than counts of a period, and rates are compared exactly.</summary>
/// <param name="Waits">The band of the days between events; null where their days are not known, or there are too few.</param>
/// <param name="Exact">What a change did, by the events alone; null where no change was asked about or nothing happened.</param>
sealed record RareFindings(IReadOnlyList<DateOnly> Events, RareEvents? Waits, ExactRateRatio? Exact)
{
    /// <summary>Below it a count is so skewed that limits on both sides of its mean mislead (its lower one lies below nought).</summary>
    public const double Few = 5;

    /// <summary>Where periods hold few events on average; null else.</summary>
    /// <param name="events">The day of each event, where rows were counted.</param>
    public static RareFindings? Of(SeriesAsk ask, Series counts, IReadOnlyList<DateOnly> events)
    {
        if (!ask.Counts || counts.Count == 0 || counts.Points.Average(point => point.Value) >= Few)
            return null;
        var waits = RareEvents.Of(events, ask.Rules);
        return new(
            events,
            waits is { IsGiven: true, Value: { Centre: not null, Lower: not null } known } ? known : null,
            ask.Change is { First: var on } ? Compared(counts, on, ask.Lag) : null
        );
    }

    static ExactRateRatio? Compared(Series counts, DateOnly on, int lag)
    {
        var changed = counts.Cadence.PeriodOf(on);
        var (before, after) = (
            counts.Before(counts.Cadence.StartOf(changed)),
            counts.From(counts.Cadence.StartOf(changed + lag))
        );
        static double Exposure(Series part) => part.Points.Sum(point => point.Population ?? 1);
        static long Events(Series part) => (long)part.Points.Sum(point => point.Value);
        return
            ExactRateRatio.Of(Events(before), Exposure(before), Events(after), Exposure(after))
                is { IsGiven: true, Value: var ratio }
            ? ratio
            : null;
    }

    public string Finding(string name, string file)
    {
        var waits = Waits!;
        var band =
            $"{Format.Number(waits.Lower!.Value)} to {Format.Number(waits.Upper!.Value)} days, typically {Format.Number(waits.Centre!.Value)}";
        if (waits.Signals.Count == 0)
            return $"{Format.Capital(name)} of {file} did not really become rarer or more frequent: the days between {Format.Count(Events.Count)} events lie within what chance alone does, {band}.";
        var first = waits.Signals.MinBy(signal => signal.Completed)!;
        return $"{Format.Capital(name)} of {file} really became {(first.Direction is Direction.Up ? "rarer" : "more frequent")}. First: {Says(first)}. Chance alone leaves {band} between two.";
    }

    /// <summary>When, and whether events crowd or stay away.</summary>
    public static string Says(Signal signal) =>
        $"{Format.Span(signal.FromDate, signal.ToDate)}: {(signal.Direction is Direction.Up ? "longer quiet than chance leaves" : "events crowd")} ({signal.InWords})";

    /// <summary>“0.516 times as often (95 % interval 0.228 to 1.061, p = 0.064)”.</summary>
    public static string InWords(ExactRateRatio exact)
    {
        var p = exact.P < 0.001 ? "p below 0.001" : $"p = {Format.Number(exact.P, 3)}";
        var events = $"{Format.Count(exact.EventsBefore)} events before, {Format.Count(exact.EventsAfter)} after";
        return exact switch
        {
            { Ratio: null } =>
                $"none before, {Format.Count(exact.EventsAfter)} after: at least {Format.Number(exact.Low, 3)} times as often (95 %), {p}",
            { EventsAfter: 0, High: { } most } =>
                $"{events}: at most {Format.Number(most, 3)} times as often (95 %), {p}",
            _ =>
                $"{events}: {Format.Number(exact.Ratio!.Value, 3)} times as often (95 % interval {Format.Number(exact.Low, 3)} to {Format.Number(exact.High!.Value, 3)}, {p})",
        };
    }
}
