using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>A query that was found possible, with the rows it looks at.</summary>
/// <remarks>
/// Each release is counted and protected alone, and a cell is the sum of what the releases show of it. Why nothing can be
/// worked out: the releases have no person in common, so an equation over shown figures is one equation for each release,
/// in that release's own shown figures; a group below the minimum would have to follow from those of each release that it
/// has people in, and <see cref="CellSuppression"/> leaves no release from which it does. What was shown once is shown by
/// its release for ever, so earlier looks, kept histories and differences of looks are among these figures too.
/// The price: who came to a group as one of fewer than a minimum within one release counts in the whole and not in the group.
/// </remarks>
sealed record BreakdownPlan(
    BreakdownQuery Query,
    int Question,
    Scale Scale,
    Axis[] Axes,
    Block[] Blocks,
    Stretch[] Looks
)
{
    public Breakdown Run(SurveyColumns survey)
    {
        (Cube Cube, CellSuppression Protection)[] releases =
        [
            .. Looks
                .Select(rows => CubeCount.Of(Axes, Question, Scale, Blocks, rows, survey.IsWeighted))
                .Select(cube => (cube, CellSuppression.Of(cube, survey.Minimum))),
        ];
        var (time, by) = (
            Query.Every is null ? -1 : Array.FindIndex(Axes, axis => axis.IsTime),
            Array.FindIndex(Axes, axis => !axis.IsTime && axis.Name == Query.By)
        );
        var periods = time < 0 ? [] : PeriodPlaces(Axes[time], survey.Grid).Where(Occupied(time)).ToArray();
        var groups = by < 0 ? [] : GroupPlaces(Axes[by]).Where(Occupied(by)).ToArray();
        int[][] wanted = [.. Axes.Select(axis => Places(axis.Size).Where(place => axis.Wanted[place]).ToArray())];

        var cells = new Cell[periods.Length, groups.Length];
        for (var p = 0; p < periods.Length; p++)
        for (var g = 0; g < groups.Length; g++)
            cells[p, g] = CellAt((time, periods[p].Places), (by, groups[g].Places));
        return new(
            Query,
            [.. periods.Select(period => period.Start)],
            [.. groups.Select(group => survey.Attributes[Axes[by].Attribute][group.Places[0]])],
            CellAt(),
            [.. periods.Select(period => CellAt((time, period.Places)))],
            [.. groups.Select(group => CellAt((by, group.Places)))],
            cells
        );

        Cell CellAt(params ReadOnlySpan<(int Axis, int[] Places)> chosen)
        {
            int[][] places = [.. wanted];
            foreach (var (axis, set) in chosen)
                places[axis] = set;
            int[]?[] asked = [.. places.Select((set, axis) => set.Length == Axes[axis].Size ? null : set)];
            return new(Shown(releases, asked, places), survey.Minimum);
        }

        // Values that no row has are left out, most often "not known"; periods are listed without gaps.
        Func<(DateOnly? Start, int[] Places), bool> Occupied(int axis) =>
            row =>
            {
                int[][] all = [.. Axes.Select((other, index) => index == axis ? row.Places : [.. Places(other.Size)])];
                return row.Start is not null
                    || Array.Exists(releases, release => release.Cube.Sum(all) is { N: > 0 } or { Missing: > 0 });
            };
    }

    /// <summary>What the releases show of a cell; null where they hide all that there may be.</summary>
    static Distribution? Shown((Cube Cube, CellSuppression Protection)[] releases, int[]?[] asked, int[][] places)
    {
        List<Distribution> shown = [];
        foreach (var (cube, protection) in releases)
            if (protection.Shows(asked))
                shown.Add(cube.Sum(places));
        if (shown is [var only] && releases.Length == 1)
            return only;
        // “Nobody” where a release hides somebody would not be true.
        return shown.Count == 0 || (shown.Count < releases.Length && shown.TrueForAll(part => part.N == 0))
            ? null
            : Distribution.Together(shown);
    }

    IEnumerable<(DateOnly? Start, int[] Places)> PeriodPlaces(Axis time, Cadence grid)
    {
        var dated = Places(time.Size - 1)
            .Where(place => time.Wanted[place])
            .GroupBy(place => Calendar.Number(Calendar.Start(time.First + place, grid), Query.Every!.Value))
            .Select(group => ((DateOnly?)Calendar.Start(group.Key, Query.Every!.Value), group.ToArray()));
        return time.Wanted[^1] ? dated.Append((null, [time.Size - 1])) : dated;
    }

    static IEnumerable<(DateOnly? Start, int[] Places)> GroupPlaces(Axis by) =>
        Places(by.Size).Where(place => by.Wanted[place]).Select(place => ((DateOnly?)null, new[] { place }));

    static IEnumerable<int> Places(int count) => Enumerable.Range(0, count);
}
