namespace Heed.Waste;

/// <summary>Whether a control stands on the list of over-controls, or why nobody can say.</summary>
public enum OverControlWord
{
    /// <summary>It caught something, is held by more than policy or habit, or is light.</summary>
    No,
    Yes,

    /// <summary>Nobody has watched it for twelve months.</summary>
    NotWatched,

    /// <summary>Nobody has said what it costs, or too few controls have, so that there is no top quarter.</summary>
    BurdenNotKnown,
}

/// <summary>What is asked of a control before it is called one too many.</summary>
/// <param name="IsOurs">Nothing but own policy or habit demands it, or nothing at all.</param>
/// <param name="Costs">What each ledger likely says a month; null where nobody has said.</param>
/// <param name="WatchedFrom">Since when its catches are noted.</param>
/// <param name="LastCaught">Its newest catch.</param>
public sealed record OverControlFacts(
    bool IsOurs,
    IReadOnlyList<double?> Costs,
    DateOnly? WatchedFrom,
    DateOnly? LastCaught
);

/// <summary>
/// Held by own policy or habit alone, its burden in the top quarter of the controls in one ledger at least, and no catch in
/// twelve months. What is not known makes a control neither heavy nor light.
/// </summary>
public static class OverControl
{
    /// <summary>Below four there is no quarter.</summary>
    public const int FewestCosted = 4;
    const double Quarter = 0.25;
    const int Months = 12;

    public static IReadOnlyList<OverControlWord> Of(IReadOnlyList<OverControlFacts> controls, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(controls);
        var ledgers = controls.Count == 0 ? 0 : controls[0].Costs.Count;
        double?[] edges = [.. Enumerable.Range(0, ledgers).Select(l => Edge(controls.Select(c => c.Costs[l])))];
        return [.. controls.Select(c => Of(c, edges, today))];
    }

    static OverControlWord Of(OverControlFacts control, double?[] edges, DateOnly today)
    {
        var from = today.AddMonths(-Months);
        if (!control.IsOurs || control.LastCaught > from)
            return OverControlWord.No;
        var comparable = control.Costs.Zip(edges).Where(c => c.First is not null && c.Second is not null).ToList();
        if (comparable.Count == 0)
            return OverControlWord.BurdenNotKnown;
        if (comparable.TrueForAll(c => c.First < c.Second || c.First <= 0))
            return OverControlWord.No;
        return control.WatchedFrom is { } since && since <= from ? OverControlWord.Yes : OverControlWord.NotWatched;
    }

    /// <summary>The least burden of the top quarter, so that of four one is in it.</summary>
    static double? Edge(IEnumerable<double?> costs)
    {
        var known = costs.OfType<double>().OrderDescending().ToList();
        return known.Count < FewestCosted ? null : known[(int)Math.Floor(known.Count * Quarter) - 1];
    }
}
