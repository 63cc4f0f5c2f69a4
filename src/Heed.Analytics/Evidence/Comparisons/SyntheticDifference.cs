namespace Heed.Analytics.Evidence;

/// <summary>How much a compared unit counts.</summary>
public readonly record struct UnitWeight(string Name, double Weight);

/// <summary>How much a period before the change counts.</summary>
public readonly record struct PeriodWeight(DateOnly Date, double Weight);

/// <summary>
/// The effect of a change on one unit or several that got it on the same day, against units that did not get it: what moves
/// all of them is not taken for the effect.
/// </summary>
/// <remarks>
/// The interval is placebo inference (Algorithm 4 of Arkhangelsky et al. 2021): the compared units are taken in turn for the
/// changed one, and the effects that are found where there is none say how far chance goes. It holds where the changed units
/// are as noisy as the compared ones, and is Student's with as many degrees as there are compared units, less one.
/// </remarks>
public sealed record SyntheticDifference
{
    /// <summary>The fewest compared units: of fewer, no placebo says how far chance goes.</summary>
    public const int FewestOthers = 3;

    /// <summary>The fewest periods before the change, and after it.</summary>
    public const int FewestPeriods = 8;

    const int MostPlacebos = 200;
    const int Seed = 20210901;

    SyntheticDifference() { }

    /// <summary>How units and periods were weighted.</summary>
    public required ComparisonMethod Method { get; init; }

    /// <summary>The mean effect on the changed units over the periods after, in the metric's unit.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>What each compared unit counts, the heaviest first; they add up to one.</summary>
    public required IReadOnlyList<UnitWeight> Units { get; init; }

    /// <summary>What each period before counts, oldest first; they add up to one, or are all nothing for synthetic control.</summary>
    public required IReadOnlyList<PeriodWeight> Periods { get; init; }

    /// <summary>The effects found where there was no change.</summary>
    public required IReadOnlyList<double> Placebos { get; init; }

    /// <summary>By how much the weighted units missed the changed one in the periods before, its own level set aside (root mean square).</summary>
    public required double MissBefore { get; init; }

    /// <summary>For each period after: what was seen, what was to be expected, and that with the mean effect.</summary>
    public required IReadOnlyList<CounterfactualPoint> Counterfactual { get; init; }

    /// <summary>How many periods lie before the change, in which all were measured.</summary>
    public required int PeriodsBefore { get; init; }

    /// <summary>How many lie after.</summary>
    public required int PeriodsAfter { get; init; }

    /// <summary>The method in words.</summary>
    public string MethodInWords =>
        Method switch
        {
            ComparisonMethod.SyntheticDifference =>
                "synthetic difference-in-differences: the compared series and the periods before are weighted so that they foretell the changed one",
            ComparisonMethod.SyntheticControl =>
                "synthetic control: the compared series are weighted so that together they equal the changed one before the change",
            _ => "difference-in-differences: all compared series and all periods before count alike",
        };

    /// <summary>The compared units that count for a hundredth or more, in words: "Leeds 62 %, York 38 %".</summary>
    public string UnitsInWords =>
        string.Join(
            ", ",
            Units
                .Where(unit => unit.Weight >= 0.01)
                .Select(unit => $"{unit.Name} {Wording.Number(Math.Round(100 * unit.Weight))} %")
        );

    /// <summary>Estimates the effect.</summary>
    /// <param name="panel">
    /// The units; those that got the change have the same first period with it. That the others were not touched by it is the
    /// author's word, and no test can show it.
    /// </param>
    /// <param name="method">How to weight.</param>
    /// <param name="lag">How many periods the effect needs to arrive; they count for neither side.</param>
    /// <returns>The effect; or a sentence about what is missing.</returns>
    public static Answer<SyntheticDifference> Of(
        ComparisonPanel panel,
        ComparisonMethod method = ComparisonMethod.SyntheticDifference,
        int lag = 0
    )
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        int[] changed = [.. Enumerable.Range(0, panel.Units.Count).Where(i => panel.Units[i].ChangedFrom is not null)];
        int[] others = [.. Enumerable.Range(0, panel.Units.Count).Except(changed)];
        if (changed.Length == 0)
            return new NoAnswer("No unit has the change, so there is no effect to estimate.");
        if (changed.Select(i => panel.Starts[i]).Distinct().Count() > 1)
            return new NoAnswer("The units did not get the change in one period: that is a staggered roll-out.");
        if (others.Length < Math.Max(FewestOthers, changed.Length + 1))
            return new NoAnswer(
                $"A comparison of several needs {Math.Max(FewestOthers, changed.Length + 1)} units without the change to say how far chance goes, has {others.Length}."
            );
        var before = panel.Starts[changed[0]]!.Value is var start && start < 0 ? panel.Dates.Count : start;
        var after = Math.Max(0, panel.Dates.Count - before - lag);
        if (before < FewestPeriods || after < FewestPeriods)
            return new NoAnswer(
                $"A comparison needs {FewestPeriods} periods before the change and {FewestPeriods} after in which all were measured, has {before} and {after}."
            );
        double[] Row(int unit) => [.. panel.Values[unit][..before], .. panel.Values[unit][(before + lag)..]];
        DateOnly[] dates = [.. panel.Dates.Take(before), .. panel.Dates.Skip(before + lag)];
        var rows = Array.ConvertAll(others, Row);
        if (rows.All(row => row.AsSpan(0, before).IndexOfAnyExcept(row[0]) < 0))
            return new NoAnswer("The compared units do not vary at all, so there is no noise to compare with.");
        var mean = Mean(Array.ConvertAll(changed, Row));
        if (rows.Any(row => row.AsSpan(0, before).SequenceEqual(mean.AsSpan(0, before))))
            return new NoAnswer("A compared unit is the changed one itself: it cannot show what only one of them did.");

        var fit = SyntheticFit.Of(mean, rows, before, changed.Length, method);
        var placebos = PlacebosOf(rows, before, changed.Length, method);
        var centre = placebos.Average();
        var error = Math.Sqrt(placebos.Sum(effect => (effect - centre) * (effect - centre)) / (placebos.Length - 1));
        if (!(error > 0) || !double.IsFinite(error) || !double.IsFinite(fit.Effect))
            return new NoAnswer(
                "The compared units differ by nothing from each other, so chance cannot be measured by them."
            );
        return Result(
            panel,
            others,
            dates,
            mean,
            rows,
            fit,
            placebos,
            Estimate.Around(fit.Effect, error, others.Length - 1),
            method
        );
    }

    static SyntheticDifference Result(
        ComparisonPanel panel,
        int[] others,
        DateOnly[] dates,
        double[] changed,
        double[][] rows,
        SyntheticFit fit,
        double[] placebos,
        Estimate effect,
        ComparisonMethod method
    )
    {
        var before = fit.Periods.Length;
        var mixed = new double[changed.Length];
        for (var t = 0; t < mixed.Length; t++)
        for (var i = 0; i < rows.Length; i++)
            mixed[t] += fit.Units[i] * rows[i][t];
        // Beside each other: the level that the periods before, as they are weighted, leave between both.
        var level = LeastSquares.Dot(fit.Periods, changed) - LeastSquares.Dot(fit.Periods, mixed);
        var apart = Enumerable.Range(0, before).Select(t => changed[t] - mixed[t]).ToArray();
        var own = method is ComparisonMethod.SyntheticControl ? 0 : apart.Average();
        return new()
        {
            Method = method,
            Effect = effect,
            Units =
            [
                .. others
                    .Select((unit, i) => new UnitWeight(panel.Units[unit].Name, fit.Units[i]))
                    .OrderByDescending(unit => unit.Weight),
            ],
            Periods = [.. fit.Periods.Select((weight, t) => new PeriodWeight(dates[t], weight))],
            Placebos = placebos,
            MissBefore = Math.Sqrt(apart.Sum(distance => (distance - own) * (distance - own)) / before),
            Counterfactual =
            [
                .. Enumerable
                    .Range(before, changed.Length - before)
                    .Select(t => new CounterfactualPoint(
                        dates[t],
                        changed[t],
                        mixed[t] + level,
                        mixed[t] + level + effect.Value
                    )),
            ],
            PeriodsBefore = before,
            PeriodsAfter = changed.Length - before,
        };
    }

    /// <summary>Each compared unit once where one unit has the change; else as many of them at a time as have it, by a fixed seed.</summary>
    static double[] PlacebosOf(double[][] rows, int before, int changed, ComparisonMethod method)
    {
        int[][] taken;
        if (changed == 1)
            taken = [.. Enumerable.Range(0, rows.Length).Select(i => new[] { i })];
        else
        {
            var random = new Random(Seed);
            var order = Enumerable.Range(0, rows.Length).ToArray();
            taken = new int[MostPlacebos][];
            for (var draw = 0; draw < MostPlacebos; draw++)
            {
                random.Shuffle(order);
                taken[draw] = order[..changed];
            }
        }
        return Array.ConvertAll(
            taken,
            some =>
                SyntheticFit
                    .Of(
                        Mean(Array.ConvertAll(some, i => rows[i])),
                        [.. rows.Where((_, i) => !some.Contains(i))],
                        before,
                        changed,
                        method
                    )
                    .Effect
        );
    }

    static double[] Mean(double[][] rows)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
            for (var t = 0; t < mean.Length; t++)
                mean[t] += row[t] / rows.Length;
        return mean;
    }
}
