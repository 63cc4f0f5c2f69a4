namespace Heed.Analytics.Evidence;

/// <summary>
/// Another series that shares the world of the judged one but not its change: another site, a segment that was not touched.
/// What moves both cannot then be taken for the effect.
/// </summary>
/// <param name="Series">Its measurements, in the same cadence.</param>
/// <param name="DeclaredUnaffected">
/// That the author declares it was not itself affected by the change. No test can show that, so without it there is no answer.
/// </param>
public sealed record Comparison(Series Series, bool DeclaredUnaffected);

/// <summary>
/// The structural time series idea of CausalImpact (Brodersen et al. 2015) without sampling: a local level and a regression
/// on the comparison, fitted before the change by the Kalman filter, projected beyond it.
/// </summary>
static class ComparisonFit
{
    const int FewestBefore = 12;
    const int FewestAfter = 8;

    public static Answer<InterruptedSeries> Of(Interruption whole, Comparison comparison)
    {
        if (!comparison.DeclaredUnaffected)
            return new NoAnswer("A comparison needs its author's word that it was not itself affected by the change.");
        if (whole.Settings.Counts)
            return new NoAnswer("A comparison series is for values and rates: turn the counts into rates first.");
        if (comparison.Series.Cadence != whole.Before.Cadence)
            return new NoAnswer("A comparison must be measured as often as the series that it is compared with.");
        var other = new Dictionary<int, double>();
        for (var i = 0; i < comparison.Series.Count; i++)
            other[comparison.Series.PeriodAt(i)] = comparison.Series[i].Value;
        var (before, regressor) = Shared(whole.Before, other);
        var (after, regressorAfter) = Shared(whole.After, other);
        if (before.Count < FewestBefore || after.Count < FewestAfter)
            return new NoAnswer(
                $"A comparison needs {FewestBefore} periods before the change and {FewestAfter} after in which both were measured, "
                    + $"has {before.Count} and {after.Count}."
            );

        var (alone, _) = LevelFilter.MostLikely(before, []);
        var (filter, share) = LevelFilter.MostLikely(before, regressor);
        if (alone.Variance == 0)
            return new NoAnswer(
                "The points before the change do not vary at all, so there is no noise to compare with."
            );
        var copy = filter.Variance < 1e-12 * alone.Variance;
        // Akaike: one more coefficient must earn its place.
        if (copy || filter.LogLikelihood - 1 <= alone.LogLikelihood)
            return new NoAnswer(
                copy
                    ? "The comparison is the series itself, up to a factor: it cannot show what only one of them did."
                    : "Before the change the comparison tells less about the series than the series' own level does: it is no comparison."
            );
        var projection = Project(before, after, regressorAfter, filter, share);
        // One most likely share of wandering is too sure of itself: a short past often shows none where there is some. The
        // interval takes the variance over all shares, each by how likely it is.
        var variance = 0.0;
        foreach (var (run, likely, weight) in LevelFilter.Profile(before, regressor))
        {
            var here = Project(before, after, regressorAfter, run, likely);
            var distance = here.Effect - projection.Effect;
            variance += weight * (here.Variance + distance * distance);
        }
        return Result(before, after, projection, Math.Sqrt(Math.Max(variance, projection.Variance)), whole.Settings);
    }

    readonly record struct Projection(double[] Expected, double Effect, double Variance);

    static Projection Project(Series before, Series after, double[] regressor, LevelFilter filter, double share)
    {
        var start = filter.Level - filter.Coefficient * filter.RegressorLevel;
        var expected = Array.ConvertAll(regressor, x => start + filter.Coefficient * x);
        var (n, effect, walk) = (after.Count, 0.0, 0.0);
        var last = before.PeriodAt(before.Count - 1);
        for (var i = 0; i < n; i++)
        {
            effect += (after[i].Value - expected[i]) / n;
            // The levels at i and j share the steps up to the earlier one: each counts once for itself, twice for later ones.
            walk += (after.PeriodAt(i) - last) * (2.0 * (n - i) - 1) / ((double)n * n);
        }
        var distance = regressor.Average() - filter.RegressorLevel;
        // The likelihood divides by the number of innovations; an error needs what is left after the coefficient.
        var total = filter.Variance * (before.Count - 1) / (before.Count - 2);
        var variance =
            total
            * (
                filter.LevelUncertainty
                + share * walk
                + (1 - share) / n
                + distance * distance / filter.CoefficientInformation
            );
        return new(expected, effect, variance);
    }

    static InterruptedSeries Result(
        Series before,
        Series after,
        Projection projection,
        double error,
        InterruptionSettings settings
    )
    {
        var (expected, effect, _) = projection;
        var used = Series.Of(before.Points.Concat(after.Points), before.Cadence).Value;
        return new InterruptedSeries
        {
            Method = EffectMethod.ComparisonSeries,
            Step = Estimate.Around(effect, error, before.Count - 2, settings.Confidence),
            Degrees = before.Count - 2,
            Confidence = settings.Confidence,
            OrdinaryError = Math.Sqrt(projection.Variance),
            RobustError = error,
            PointsBefore = before.Count,
            PointsAfter = after.Count,
            Window = new(used[0].Date, used[^1].Date),
            Fingerprint = used.Fingerprint(),
            Counterfactual =
            [
                .. after.Points.Select(
                    (point, i) => new CounterfactualPoint(point.Date, point.Value, expected[i], expected[i] + effect)
                ),
            ],
        };
    }

    static (Series Series, double[] Regressor) Shared(Series series, Dictionary<int, double> other)
    {
        var both = Enumerable.Range(0, series.Count).Where(i => other.ContainsKey(series.PeriodAt(i))).ToArray();
        return (
            Series.Of(both.Select(i => series[i]), series.Cadence).Value,
            Array.ConvertAll(both, i => other[series.PeriodAt(i)])
        );
    }
}
