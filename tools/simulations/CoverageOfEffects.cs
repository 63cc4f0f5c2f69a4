using Heed.Analytics.Evidence;
using Heed.Analytics.Lifetime;
using MathNet.Numerics.Distributions;

namespace Heed.Simulations;

/// <summary>How often the intervals of effects, forecasts and lifetimes hold the truth.</summary>
static class CoverageOfEffects
{
    const int Runs = 10_000;

    static Simulation Ratio(int before, int after, double mean, double dispersion, string? limit = null) =>
        new(
            "Interval of a ratio of rates",
            $"{before} counts of about {mean} before, {after} after{(dispersion > 1 ? $", variance {dispersion} times Poisson's" : "")}",
            Promise.Coverage,
            Runs,
            random =>
            {
                double[] values =
                [
                    .. Chance.Counts(random, before, mean, dispersion),
                    .. Chance.Counts(random, after, .8 * mean, dispersion),
                ];
                var series = Chance.Weeks(values);
                var fit = InterruptedSeries.Fit(series, series[before].Date, InterruptionSettings.ForCounts);
                return fit.IsGiven ? Chance.Holds(fit.Value.Step.Low, fit.Value.Step.High, .8) : double.NaN;
            },
            limit
        );

    static Simulation Projection(int points, string? limit = null) =>
        new(
            "Interval of a forecast (Theil-Sen)",
            $"{points} weekly points on a line, four weeks ahead",
            Promise.Coverage,
            Runs,
            random =>
            {
                var values = Chance.Noise(random, points + 4);
                for (var i = 0; i < values.Length; i++)
                    values[i] += .3 * i;
                var series = Chance.Weeks(values);
                var found = Forecast.Of(series.Before(series[points].Date), series[points + 3].Date).Value;
                return Chance.Holds(found.Low, found.High, values[^1]);
            },
            limit
        );

    static Simulation Lasting(int n) =>
        new(
            "Interval of survival (Kaplan-Meier, log-log)",
            $"{n} removals, a third lost from sight, share after the median",
            Promise.Coverage,
            Runs,
            random =>
            {
                var times = Enumerable
                    .Range(0, n)
                    .Select(_ => (Life: Exponential.Sample(random, 1), Watched: Exponential.Sample(random, .5)))
                    .Select(pair => new Lifetime(Math.Min(pair.Life, pair.Watched), pair.Life <= pair.Watched));
                var curve = Survival.Of(times).Value;
                return curve.Steps.LastOrDefault(step => step.Time <= Math.Log(2)) is { AtRisk: > 0 } step
                    ? Chance.Holds(step.Low, step.High, .5)
                    : double.NaN;
            }
        );

    static Simulation Worth(int customers) =>
        new(
            "Range of a lifetime value (sBG)",
            $"a cohort of {customers}, five renewals seen",
            Promise.Coverage,
            Runs / 20,
            random =>
            {
                var truth = new Retention(.7, 1.2);
                var staying = new double[6];
                staying[0] = customers;
                for (var year = 1; year < staying.Length; year++)
                    staying[year] = Binomial.Sample(random, truth.Rate(year), (int)staying[year - 1]);
                if (Retention.Fit(staying).Refused(out _, out var fit))
                    return double.NaN;
                var found = LifetimeValue.WithContract(fit, 100, .1, seed: (ulong)random.Next());
                return found.IsGiven
                    ? Chance.Holds(found.Value.Low, found.Value.High, 100 * truth.DiscountedPayments(0, .1))
                    : double.NaN;
            }
        );

    public static IEnumerable<Simulation> All =>
        [
            Ratio(8, 8, 20, 1),
            Ratio(12, 12, 20, 1),
            Ratio(24, 24, 50, 3),
            Projection(6),
            Projection(12),
            Lasting(20),
            Lasting(60),
            Worth(500),
        ];
}
