namespace Heed.Analytics.Evidence;

/// <summary>One unit of a comparison: a branch, a shop, a team.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Series">Its measurements.</param>
/// <param name="ChangedFrom">The day from which the change was there; null for a unit that it never reached.</param>
public sealed record PanelUnit(string Name, Series Series, DateOnly? ChangedFrom = null);

/// <summary>Units measured side by side, in the periods that all of them have.</summary>
public sealed class ComparisonPanel
{
    ComparisonPanel(IReadOnlyList<PanelUnit> units, DateOnly[] dates, double[][] values, int?[] starts)
    {
        Units = units;
        Dates = dates;
        Values = values;
        Starts = starts;
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<PanelUnit> Units { get; }

    /// <summary>The dates of the periods in which all units were measured, oldest first, as the first unit has them.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>Unit by unit, period by period.</summary>
    internal double[][] Values { get; }

    /// <summary>The place of the first period with the change, −1 where it came after the last; null where it never comes.</summary>
    internal int?[] Starts { get; }

    /// <summary>Puts units side by side.</summary>
    /// <param name="units">Two or more, measured equally often.</param>
    /// <returns>The panel; or a sentence when there are too few, two have one name, or they share no period.</returns>
    public static Answer<ComparisonPanel> Of(IEnumerable<PanelUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        PanelUnit[] all = [.. units];
        if (all.Length < 2)
            return new NoAnswer($"A comparison needs two units, has {all.Length}.");
        if (all.GroupBy(unit => unit.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new NoAnswer($"Two units are called “{twice.Key}”: each needs a name of its own.");
        var cadence = all[0].Series.Cadence;
        if (all.FirstOrDefault(unit => unit.Series.Cadence != cadence) is { } other)
            return new NoAnswer(
                $"{other.Name} is measured by {other.Series.Cadence.Name()} and {all[0].Name} by {cadence.Name()}: a comparison needs one rhythm."
            );
        var shared = all.Select(Periods).Aggregate((some, more) => some.Intersect(more)).Order().ToArray();
        if (shared.Length == 0)
            return new NoAnswer("There is no period in which all units were measured.");
        var places = all.Select(unit => PlacesOf(unit.Series)).ToArray();
        return new ComparisonPanel(
            all,
            [.. shared.Select(period => all[0].Series[places[0][period]].Date)],
            [.. all.Select((unit, i) => Array.ConvertAll(shared, period => unit.Series[places[i][period]].Value))],
            [
                .. all.Select(
                    (unit, i) =>
                        unit.ChangedFrom is { } day
                            ? Array.FindIndex(shared, period => unit.Series[places[i][period]].Date >= day)
                            : (int?)null
                ),
            ]
        );
    }

    static IEnumerable<int> Periods(PanelUnit unit) =>
        Enumerable.Range(0, unit.Series.Count).Select(unit.Series.PeriodAt);

    static Dictionary<int, int> PlacesOf(Series series) =>
        Enumerable.Range(0, series.Count).ToDictionary(series.PeriodAt);
}
