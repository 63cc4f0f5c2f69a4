namespace Heed.Analytics.Scores;

/// <summary>
/// Many small groups, each drawn towards the mean of all as far as its own figure is noise: the best guess of where a group
/// stands, whereas the raw extremes are mostly those with few answers.
/// </summary>
/// <remarks>
/// Empirical Bayes: Efron and Morris, <i>Data analysis using Stein's estimator</i>, Journal of the American Statistical
/// Association 70, 1975; unequal variances and intervals as in Morris, <i>Parametric empirical Bayes inference</i>, the same 78,
/// 1983. The spread between the groups solves Σ (y - μ)²/(V + τ²) = k - 1 (Paule and Mandel 1982), and no group is drawn in
/// more than (k - 3)/(k - 1) of the way, because the spread is known only from k groups. With equal variances this is James and
/// Stein's estimator.
/// </remarks>
/// <param name="Centre">The mean that groups are drawn towards, each group counting as surely as it is known.</param>
/// <param name="Spread">τ, the standard deviation between the groups that is not noise; 0 when noise explains all.</param>
/// <param name="Groups">The groups in the order given.</param>
public sealed record Shrinkage(double Centre, double Spread, IReadOnlyList<ShrunkGroup> Groups)
{
    const int FewestGroups = 4;

    /// <summary>Draws groups towards their mean.</summary>
    /// <param name="groups">The figure of each group and the variance of its noise, above zero.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <returns>The groups; or a sentence when there are fewer than 4, or a figure or variance cannot be.</returns>
    public static Answer<Shrinkage> Of(IReadOnlyList<(double Value, double Variance)> groups, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var z = Intervals.Z(level);
        var k = groups.Count;
        if (k < FewestGroups)
            return new NoAnswer(
                $"How far groups differ beyond noise is seen from {FewestGroups} groups or more; there are {k}."
            );
        if (
            groups.Any(group =>
                !double.IsFinite(group.Value) || !(double.IsFinite(group.Variance) && group.Variance > 0)
            )
        )
            return new NoAnswer("Every group needs a finite figure and a variance above zero.");
        var between = Between(groups);
        var (centre, weights) = Mean(groups, between);
        if (!double.IsFinite(between) || !double.IsFinite(centre) || weights <= 0)
            return new NoAnswer("The figures are too large to be compared.");
        var typical = groups.Sum(group => group.Variance / (group.Variance + between)) / weights;
        var most = (k - 3.0) / (k - 1);
        return new Shrinkage(
            centre,
            Math.Sqrt(between),
            [
                .. groups.Select(group =>
                {
                    var pull = most * group.Variance / (group.Variance + between);
                    var distance = group.Value - centre;
                    var variance =
                        group.Variance * (1 - (k - 1.0) / k * pull)
                        + 2.0
                            / (k - 3)
                            * pull
                            * pull
                            * (typical + between)
                            / (group.Variance + between)
                            * distance
                            * distance;
                    var (value, error) = (group.Value - pull * distance, Math.Sqrt(variance));
                    return new ShrunkGroup(new(value, value - z * error, value + z * error, error), pull);
                }),
            ]
        );
    }

    static double Between(IReadOnlyList<(double Value, double Variance)> groups)
    {
        double Excess(double between)
        {
            var (centre, _) = Mean(groups, between);
            return groups.Sum(group => (group.Value - centre) * (group.Value - centre) / (group.Variance + between))
                - (groups.Count - 1);
        }
        if (Excess(0) <= 0)
            return 0;
        var range = groups.Max(group => group.Value) - groups.Min(group => group.Value);
        var (near, far) = (0.0, range * range);
        for (var i = 0; i < 100; i++)
        {
            var middle = (near + far) / 2;
            (near, far) = Excess(middle) > 0 ? (middle, far) : (near, middle);
        }
        return far;
    }

    static (double Centre, double Weights) Mean(IReadOnlyList<(double Value, double Variance)> groups, double between)
    {
        var weights = groups.Sum(group => 1 / (group.Variance + between));
        return (groups.Sum(group => group.Value / (group.Variance + between)) / weights, weights);
    }
}

/// <summary>A group drawn towards the mean of all.</summary>
/// <param name="Estimate">Where it probably stands, with its interval.</param>
/// <param name="Pull">How far of the way to the mean it was drawn, 0 to 1: the fewer answers, the farther.</param>
public readonly record struct ShrunkGroup(Estimate Estimate, double Pull);
