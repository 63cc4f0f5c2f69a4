using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>A query that was found possible, with the rows it looks at.</summary>
sealed record BreakdownPlan(BreakdownQuery Query, int Question, Scale Scale, Axis[] Axes, Block[] Blocks, long Rows)
{
    public Breakdown Run(SurveyColumns survey)
    {
        var cube = CubeCount.Of(Axes, Question, Scale, Blocks, Rows, survey.IsWeighted);
        var protection = CellSuppression.Of(cube, survey.Minimum);
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
            return new(protection.Shows(asked) ? cube.Sum(places) : null, survey.Minimum);
        }

        // Values that no row has are left out, most often "not known"; periods are listed without gaps.
        Func<(DateOnly? Start, int[] Places), bool> Occupied(int axis) =>
            row =>
            {
                int[][] all = [.. Axes.Select((other, index) => index == axis ? row.Places : [.. Places(other.Size)])];
                return row.Start is not null || cube.Sum(all) is { N: > 0 } or { Missing: > 0 };
            };
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
