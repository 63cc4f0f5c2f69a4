namespace Heed.Analytics.Evidence;

/// <summary>The effect on the units that got the change in one period, at one period from then on.</summary>
/// <param name="Changed">The first period with the change.</param>
/// <param name="At">The period that is looked at.</param>
/// <param name="Since">How many periods after the first one: 0 for that itself.</param>
/// <param name="Units">How many units got the change then.</param>
/// <param name="Effect">The mean effect on them, in the metric's unit.</param>
public readonly record struct GroupTimeEffect(DateOnly Changed, DateOnly At, int Since, int Units, double Effect);

/// <summary>The mean effect so many periods after the change, over all units that have had it so long.</summary>
public readonly record struct EffectSince(int Periods, int Units, Estimate Effect);

/// <summary>
/// A change that reaches one unit after another. Each group of units that got it together is compared, period by period, with
/// the units that did not have it yet: the group-time effects of Callaway and Sant'Anna 2021 (Journal of Econometrics 225, theorem 1
/// with not-yet-treated units). A plain regression with both kinds of means would take units that have the change
/// already for a comparison, and can turn the sign.
/// </summary>
/// <remarks>
/// The interval comes from dealing the start dates anew among the units, 400 times by a fixed seed, after the estimated effect
/// was taken out: chance is what start dates without a meaning would show. It holds where the units are alike in their noise.
/// </remarks>
public sealed record StaggeredRollOut
{
    /// <summary>The fewest units: of fewer, too few ways to deal the dates differ.</summary>
    public const int FewestUnits = 6;

    const int Deals = 400;
    const int Seed = 20211212;

    StaggeredRollOut() { }

    /// <summary>The mean effect over all units and periods with the change, in the metric's unit.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>Each group of units at each period.</summary>
    public required IReadOnlyList<GroupTimeEffect> Groups { get; init; }

    /// <summary>The effect by how long ago the change came.</summary>
    public required IReadOnlyList<EffectSince> Since { get; init; }

    /// <summary>How many units have the change, and how many do not have it at the end.</summary>
    public required (int With, int Without) Units { get; init; }

    /// <summary>The method in words.</summary>
    public static string MethodInWords =>
        "staggered roll-out: those that got the change together are compared, period by period, with those that did not have it yet";

    /// <summary>Estimates the effect.</summary>
    /// <param name="panel">The units, each with its own start or none.</param>
    /// <param name="periodsBefore">
    /// Over how many periods just before its start a unit's own level is taken: 1 as published; more is steadier where the units
    /// ran in parallel for so long.
    /// </param>
    /// <returns>The effect; or a sentence when no unit with the change has one without it to be compared with.</returns>
    public static Answer<StaggeredRollOut> Of(ComparisonPanel panel, int periodsBefore = 1)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsBefore, 1);
        if (panel.Units.Count < FewestUnits)
            return new NoAnswer($"A staggered roll-out needs {FewestUnits} units, has {panel.Units.Count}.");
        // A change that comes after the last period has not come yet.
        int?[] starts = [.. panel.Starts.Select(start => start < 0 ? null : start)];
        var groups = Effects(panel.Values, starts, periodsBefore);
        if (groups.Count == 0)
            return new NoAnswer(
                $"No unit has {periodsBefore} {(periodsBefore == 1 ? "period" : "periods")} before its change and, in a period after it, another unit without it to be compared with."
            );
        var effect = Mean(groups);
        var since = groups.GroupBy(group => group.Since).OrderBy(same => same.Key).ToArray();
        var without = Without(panel.Values, starts, since.ToDictionary(same => same.Key, Mean), effect);
        var (random, dealt) = (new Random(Seed), starts.ToArray());
        var totals = new List<double>(Deals);
        var bySince = since.ToDictionary(same => same.Key, _ => new List<double>(Deals));
        for (var deal = 0; deal < Deals; deal++)
        {
            random.Shuffle(dealt);
            var chance = Effects(without, dealt, periodsBefore);
            if (chance.Count == 0)
                continue;
            totals.Add(Mean(chance));
            foreach (var same in chance.GroupBy(group => group.Since))
                if (bySince.TryGetValue(same.Key, out var list))
                    list.Add(Mean(same));
        }
        var error = Spread(totals);
        if (!(error > 0) || !double.IsFinite(error))
            return new NoAnswer("The units differ by nothing from each other, so chance cannot be measured by them.");
        var degrees = panel.Units.Count - 2;
        return new StaggeredRollOut
        {
            Effect = Estimate.Around(effect, error, degrees),
            Groups =
            [
                .. groups.Select(group => new GroupTimeEffect(
                    panel.Dates[group.Start],
                    panel.Dates[group.Start + group.Since],
                    group.Since,
                    group.Units,
                    group.Effect
                )),
            ],
            Since =
            [
                .. since.Select(same => new EffectSince(
                    same.Key,
                    same.Sum(group => group.Units),
                    Estimate.Around(Mean(same), Spread(bySince[same.Key]), degrees)
                )),
            ],
            Units = (starts.Count(start => start is not null), starts.Count(start => start is null)),
        };
    }

    readonly record struct Cell(int Start, int Since, int Units, double Effect);

    static List<Cell> Effects(double[][] values, int?[] starts, int periodsBefore)
    {
        var cells = new List<Cell>();
        foreach (var start in starts.OfType<int>().Distinct().Order())
        {
            if (start < periodsBefore)
                continue;
            double Gain(int unit, int at) =>
                values[unit][at] - SyntheticFit.Mean(values[unit].AsSpan(start - periodsBefore, periodsBefore));
            int[] group = [.. Enumerable.Range(0, values.Length).Where(i => starts[i] == start)];
            for (var at = start; at < values[0].Length; at++)
            {
                int[] others = [.. Enumerable.Range(0, values.Length).Where(i => starts[i] is null || starts[i] > at)];
                if (others.Length > 0)
                    cells.Add(
                        new(
                            start,
                            at - start,
                            group.Length,
                            group.Average(unit => Gain(unit, at)) - others.Average(unit => Gain(unit, at))
                        )
                    );
            }
        }
        return cells;
    }

    /// <summary>Each group and period counts by its units.</summary>
    static double Mean(IEnumerable<Cell> cells) =>
        cells.Aggregate((Sum: 0.0, Units: 0), (so, cell) => (so.Sum + cell.Units * cell.Effect, so.Units + cell.Units))
            is var (sum, units)
            ? sum / units
            : 0;

    /// <summary>The values with the effect taken out again, by how long each unit has had the change.</summary>
    static double[][] Without(double[][] values, int?[] starts, Dictionary<int, double> since, double mean) =>
        [
            .. values.Select(
                (row, unit) =>
                    row.Select(
                            (value, at) =>
                                starts[unit] is { } start && at >= start
                                    ? value - since.GetValueOrDefault(at - start, mean)
                                    : value
                        )
                        .ToArray()
            ),
        ];

    static double Spread(List<double> effects)
    {
        if (effects.Count < 2)
            return double.NaN;
        var mean = effects.Average();
        return Math.Sqrt(effects.Sum(effect => (effect - mean) * (effect - mean)) / (effects.Count - 1));
    }
}
