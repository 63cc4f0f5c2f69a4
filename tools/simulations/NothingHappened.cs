using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Simulations;

/// <summary>"Improved" on series in which nothing happened, over the kinds of noise, trend and season that metrics have.</summary>
static class NothingHappened
{
    public const int Runs = 2000;

    /// <summary>How every group of these begins.</summary>
    public const string Group = "\"Improved\" where nothing happened";

    static readonly (int Before, int After)[] Lengths =
    [
        (8, 8),
        (11, 11),
        (12, 12),
        (24, 8),
        (24, 12),
        (24, 24),
        (52, 8),
        (52, 26),
    ];

    const string Walks =
        "a level that walks away looks like an effect that came with the change; fewer points cannot tell them apart";
    const string Steep = "a steep trend, seen over so few points, is drawn on less steeply than it is";
    const string Wandering =
        "a level that wanders a little at every point is told from noise only by a long time after";
    const string Waved = "over a year or two the first wave of the year bends like a trend, and takes a part of it";
    const string Bent = "a curve is drawn on as a line, and what it bends away from the line is taken for an effect";
    const string Shifted = "the level moved before the change, and a line through the step climbs on";

    /// <summary>What is drawn, by how many points before and after, and the lengths at which it is known not to hold.</summary>
    sealed record Kind(string What, Func<Random, int, int, double[]> Draw, string? Limit = null, string NotHeldAt = "");

    static double[] Of(int n, Func<int, double> value) => [.. Enumerable.Range(0, n).Select(value)];

    static Func<Random, int, int, double[]> Alike(double likeness) =>
        (random, before, after) => Chance.Standard(random, before + after, likeness);

    static Func<Random, int, int, double[]> Rising(double slope, double likeness = 0) =>
        (random, before, after) =>
            [.. Chance.Standard(random, before + after, likeness).Select((value, i) => value + slope * i)];

    static Func<Random, int, int, double[]> Wander(double step) =>
        (random, before, after) => Chance.Wandering(random, before + after, step);

    static Func<Random, int, int, double[]> Added(Func<int, int, int, double> more) =>
        (random, before, after) =>
            [.. Chance.Standard(random, before + after, 0).Select((value, i) => value + more(i, before, after))];

    static readonly Kind[] Kinds =
    [
        new("independent noise", Alike(0)),
        new("AR(1) .3", Alike(.3)),
        new("AR(1) .6", Alike(.6)),
        new("AR(1) .8", Alike(.8), Walks, "8/8 11/11 12/12 24/8 24/12"),
        new(
            "random walk",
            (random, before, after) => Chance.Walk(random, before + after),
            Walks,
            "8/8 11/11 12/12 24/8 24/12 52/8"
        ),
        new("wandering level, steps of .2 σ", Wander(.2), Wandering, "24/8 52/8 52/26"),
        new("wandering level, steps of .5 σ", Wander(.5), Wandering, "8/8 11/11 12/12 24/8 24/12 24/24 52/8 52/26"),
        new("trend of .02 σ", Rising(.02)),
        new("trend of .05 σ", Rising(.05)),
        new("trend of .1 σ", Rising(.1)),
        new("trend of .2 σ", Rising(.2), Steep, "8/8 11/11 12/12"),
        new("trend of .05 σ and AR(1) .3", Rising(.05, .3), Waved, "52/8 52/26"),
        new(
            "quadratic, 4 σ over all",
            Added((i, n0, n1) => 4 * Math.Pow(i / (n0 + n1 - 1.0), 2)),
            Bent,
            "8/8 11/11 12/12 24/8 24/12 24/24 52/8 52/26"
        ),
        new("saturating, 4 (1 − exp(−i/8))", Added((i, _, _) => 4 * (1 - Math.Exp(-i / 8.0))), Bent, "8/8"),
        new("lognormal", (random, n0, n1) => Of(n0 + n1, _ => Math.Exp(random.Normal()))),
        new(
            "one in twenty an outlier of 6 σ",
            (random, n0, n1) => Of(n0 + n1, _ => random.Normal() + (random.NextDouble() < .05 ? 6 : 0))
        ),
        new("whole numbers, σ .5", (random, n0, n1) => Of(n0 + n1, _ => Math.Round(.5 * random.Normal()))),
        new(
            "a shift of 2 σ in the middle of before",
            Added((i, n0, _) => i >= n0 / 2 ? 2 : 0),
            Shifted,
            "8/8 11/11 12/12 24/8 52/8"
        ),
        new(
            "variance triples after",
            (random, n0, n1) => Of(n0 + n1, i => random.Normal() * (i < n0 ? 1 : Math.Sqrt(3))),
            "twice the scatter in a short time after, and a model of one scatter",
            "24/8 24/12 52/8"
        ),
    ];

    static double Improved(Series series, DateOnly change, InterruptionSettings? settings = null) =>
        InterruptedSeries.Fit(series, change, settings) is { IsGiven: true } fit
            ? Chance.Is(fit.Value.Step.Low > (fit.Value.Scale is EffectScale.Ratio ? 1 : 0))
            : 0;

    static Simulation Cell(Kind kind, int before, int after) =>
        new(
            $"{Group}: {kind.What}",
            $"{kind.What}, {before} before and {after} after",
            Promise.FalseAlarm,
            Runs,
            random =>
            {
                var series = Chance.Weeks(kind.Draw(random, before, after));
                return Improved(series, series[before].Date);
            },
            kind.NotHeldAt.Split(' ').Contains($"{before}/{after}") ? kind.Limit : null
        );

    static Simulation Gaps(double likeness) =>
        new(
            $"{Group}: a fifth of the points missing",
            $"a fifth missing{(likeness > 0 ? $", AR(1) {likeness}" : "")}, 24 weeks before and 24 after",
            Promise.FalseAlarm,
            Runs,
            random =>
            {
                var whole = Chance.Weeks(Chance.Standard(random, 48, likeness));
                var left = whole.Points.Where(_ => random.NextDouble() >= .2);
                return Improved(Series.Of(left, Cadence.Week).Value, whole[24].Date);
            }
        );

    static Simulation Season(
        Cadence cadence,
        int before,
        int after,
        double period,
        double size,
        string what,
        string? limit = null
    ) =>
        new(
            $"{Group}: seasons, allowed for by rule",
            $"{what}, {before} before and {after} after",
            Promise.FalseAlarm,
            Runs,
            random =>
            {
                var phase = 2 * Math.PI * random.NextDouble();
                var values = Chance.Standard(random, before + after, 0);
                for (var i = 0; i < values.Length; i++)
                    values[i] += size * Math.Sin(2 * Math.PI * i / period + phase);
                var series = Series.Of(new DateOnly(2020, 1, 1), cadence, values).Value;
                return Improved(series, series[before].Date);
            },
            limit
        );

    static Simulation Weekend(int before, int after) =>
        new(
            $"{Group}: seasons, allowed for by rule",
            $"days with a weekend of 3 σ, {before} before and {after} after",
            Promise.FalseAlarm,
            Runs,
            random =>
            {
                var values = Chance.Standard(random, before + after, 0);
                for (var i = 0; i < values.Length; i++)
                    values[i] += i % 7 >= 5 ? -3 : 0;
                var series = Series.Of(new DateOnly(2020, 1, 6), Cadence.Day, values).Value;
                return Improved(series, series[before].Date);
            }
        );

    static Simulation Counts(
        string what,
        int before,
        int after,
        Func<Random, int, double> mean,
        double likeness = 0,
        double deviation = 0,
        string? limit = null
    ) =>
        new(
            $"{Group}: counts",
            $"{what}, {before} before and {after} after",
            Promise.FalseAlarm,
            Runs,
            random =>
            {
                var rate = Chance.Standard(random, before + after, likeness);
                var values = Of(
                    rate.Length,
                    i => Poisson.Sample(random, mean(random, i) * Math.Exp(deviation * rate[i]))
                );
                var series = Chance.Weeks(values);
                return Improved(series, series[before].Date, InterruptionSettings.ForCounts);
            },
            limit
        );

    const string CountsWalk = "the rate itself wanders, and its wandering looks like an effect";

    public static IEnumerable<Simulation> All =>
        [
            .. Kinds.SelectMany(kind => Lengths.Select(length => Cell(kind, length.Before, length.After))),
            Gaps(0),
            Gaps(.6),
            Season(Cadence.Month, 12, 12, 12, 2, "months with a yearly wave of 2 σ"),
            Season(Cadence.Month, 24, 12, 12, 2, "months with a yearly wave of 2 σ"),
            Season(Cadence.Month, 36, 12, 12, 2, "months with a yearly wave of 2 σ"),
            Season(
                Cadence.Week,
                24,
                8,
                52.18,
                1,
                "weeks with a yearly wave of 1 σ",
                "less than a year of weeks knows no time of year"
            ),
            Season(Cadence.Week, 52, 8, 52.18, 1, "weeks with a yearly wave of 1 σ"),
            Season(Cadence.Week, 52, 12, 52.18, 1, "weeks with a yearly wave of 1 σ"),
            Season(Cadence.Week, 52, 26, 52.18, 1, "weeks with a yearly wave of 1 σ"),
            Season(Cadence.Week, 104, 12, 52.18, 1, "weeks with a yearly wave of 1 σ"),
            Weekend(28, 14),
            Weekend(56, 28),
            .. new[] { (8, 8), (11, 11), (24, 12), (24, 24), (52, 26) }.SelectMany(length =>
                new[]
                {
                    Counts("counts of about 20", length.Item1, length.Item2, (_, _) => 20),
                    Counts("counts of about 5", length.Item1, length.Item2, (_, _) => 5),
                    Counts("counts of 50, log-rate AR(1) .3", length.Item1, length.Item2, (_, _) => 50, .3, .2),
                    Counts(
                        "counts of 50, log-rate AR(1) .6",
                        length.Item1,
                        length.Item2,
                        (_, _) => 50,
                        .6,
                        .2,
                        CountsWalk
                    ),
                    Counts(
                        "counts of 50, log-rate AR(1) .8",
                        length.Item1,
                        length.Item2,
                        (_, _) => 50,
                        .8,
                        .2,
                        CountsWalk
                    ),
                    Counts(
                        "counts of 20, rising 2 % a week",
                        length.Item1,
                        length.Item2,
                        (_, i) => 20 * Math.Pow(1.02, i)
                    ),
                }
            ),
        ];
}
