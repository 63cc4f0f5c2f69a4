namespace Heed.Analytics.Columns;

/// <summary>
/// Which groups of a cube may be shown, so that no group below the minimum can be read or worked out.
/// </summary>
/// <remarks>
/// One fixed set of groups, decided from the data alone, holds for every query: for each selection of axes a table of its
/// groups, whose totals are the tables with one axis less. A query may show only what can be added and subtracted out of
/// shown groups, so no two queries together tell more than that set does. The set is safe because
/// <list type="number">
/// <item>a group below the minimum is hidden (and so is one of less than two minimums in which all said the same thing,
/// unless it is the best thing: who belongs to it would be known to have said so);</item>
/// <item>where a total is shown, what is hidden under it is two groups or more, and together it could be shown itself;
/// until that is so the smallest shown neighbour is hidden too (complementary suppression);</item>
/// <item>an empty group beside a hidden one is hidden as well, since "none here" narrows the rest down;</item>
/// <item>what is hidden is hidden in every finer table;</item>
/// <item>the equations of the totals are then solved: if one still gives away a small group, more is hidden.</item>
/// </list>
/// Cox, <i>Suppression methodology and statistical disclosure control</i>, Journal of the American Statistical Association
/// 75, 1980.
/// </remarks>
sealed class CellSuppression
{
    readonly Cube _cube;
    readonly int _minimum;
    readonly GroupTable[] _tables;

    CellSuppression(Cube cube, MinimumGroup minimum)
    {
        (_cube, _minimum) = (cube, minimum.Size);
        _tables = new GroupTable[1 << cube.Axes.Length];
    }

    public static CellSuppression Of(Cube cube, MinimumGroup minimum)
    {
        var protection = new CellSuppression(cube, minimum);
        if (minimum.Protects)
            foreach (var axes in Enumerable.Range(0, protection._tables.Length).OrderBy(int.PopCount))
                protection.Decide(axes);
        return protection;
    }

    /// <summary>Whether the sum over a set of places of each axis may be shown. Null stands for the whole axis.</summary>
    public bool Shows(int[]?[] places)
    {
        if (_minimum <= 1)
            return true;
        var open = Array.FindIndex(places, set => set is { Length: not 1 });
        if (open < 0)
            return !TableOf(places).IsHidden(places);
        var set = places[open]!;
        return EachShown(places, open, set)
            || Shows(With(places, open, null))
                && EachShown(places, open, [.. Enumerable.Range(0, _cube.Axes[open].Size).Except(set)]);
    }

    bool EachShown(int[]?[] places, int axis, int[] members) =>
        members.All(member => Shows(With(places, axis, [member])));

    static int[]?[] With(int[]?[] places, int axis, int[]? set)
    {
        int[]?[] changed = [.. places];
        changed[axis] = set;
        return changed;
    }

    GroupTable TableOf(int[]?[] places)
    {
        var axes = 0;
        for (var axis = 0; axis < places.Length; axis++)
            axes |= places[axis] is null ? 0 : 1 << axis;
        return _tables[axes];
    }

    void Decide(int axes)
    {
        var table = _tables[axes] = new GroupTable(_cube, axes, _minimum);
        var lines = table.Axes.SelectMany(axis => table.Lines(axis, _tables[axes & ~(1 << axis)])).ToArray();
        table.HideSmall();
        foreach (var line in lines.Where(line => line.TotalHidden))
        foreach (var group in line.Groups)
            table.Hide(group);
        var shown = lines.Where(line => !line.TotalHidden).ToArray();
        do while (HideNeighbours(table, shown)) { }
        while (HideWhatCanBeSolved(table, shown));
    }

    static bool HideNeighbours(GroupTable table, Line[] lines)
    {
        var changed = false;
        foreach (var line in lines)
            changed |= HideNeighbour(table, line);
        return changed;
    }

    static bool HideNeighbour(GroupTable table, Line line)
    {
        if (!line.Groups.Any(group => table.IsHidden(group) && table.N(group) > 0))
            return false;
        var changed = false;
        foreach (var empty in line.Groups.Where(group => table.N(group) == 0))
            changed |= table.Hide(empty);
        int[] together = [.. line.Groups.Where(table.IsHidden)];
        if (together.Length >= 2 && table.CouldBeShown(together))
            return changed;
        return table.Smallest(line.Groups) is { } next ? table.Hide(next) : changed;
    }

    static bool HideWhatCanBeSolved(GroupTable table, Line[] lines)
    {
        var found =
            table.Axes.Length <= 2
                ? Bridges.Groups(table, lines).Where(group => !table.CouldBeShown([group])).ToList()
                : Solvable.Among(table, lines, [.. table.Small.Where(group => !Exchange.IsPossible(table, group))]);
        if (found.Count == 0)
            return false;
        HashSet<int> open = [.. found];
        var changed = false;
        foreach (var line in lines)
            if (line.Groups.Any(open.Contains) && table.Smallest(line.Groups) is { } next)
            {
                changed |= table.Hide(next);
                open.ExceptWith(line.Groups);
            }
        return changed || table.HideAll();
    }
}
