using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Simulations;

/// <summary>What is said of series in which nothing happened.</summary>
static class FalseAlarms
{
    const int Runs = 10_000;
    const string Improved = "\"Improved\" where nothing happened";

    static double IsImproved(Series series, int before, InterruptionSettings? settings = null) =>
        Chance.Is(
            Verdict.Judge(series, series[before].Date, Direction.Up, settings: settings).Value.Word
                is VerdictWord.Improved
        );

    static Simulation Compared() =>
        new(
            Improved,
            "two sites that wander together, 28 before and 12 after",
            Promise.FalseAlarm,
            Runs / 5,
            random =>
            {
                const int weeks = 40;
                var (site, other, shared, own) = (new double[weeks], new double[weeks], 0.0, 0.0);
                for (var week = 0; week < weeks; week++)
                {
                    shared += random.Normal();
                    own += .45 * random.Normal();
                    other[week] = shared + .5 * random.Normal();
                    site[week] = shared + own + random.Normal();
                }
                return IsImproved(
                    Chance.Weeks(site),
                    28,
                    new() { Comparison = new(Chance.Weeks(other), DeclaredUnaffected: true) }
                );
            }
        );

    static Simulation TwoBars() =>
        new(
            Improved,
            "two bars on a rising line (t test of the means), for comparison",
            Promise.Nothing(),
            Runs,
            random =>
            {
                double[] values = [.. Chance.Noise(random, 24).Select((value, i) => value + .2 * i)];
                var (a, b) = (values[..12], values[12..]);
                var (mean, other) = (a.Average(), b.Average());
                var squares = a.Sum(x => (x - mean) * (x - mean)) + b.Sum(x => (x - other) * (x - other));
                return Chance.Is(other - mean > StudentT.InvCDF(0, 1, 22, .975) * Math.Sqrt(squares / 22 / 6));
            }
        );

    /// <summary>Points until the first signal, with limits from a baseline so long that they are known.</summary>
    static Simulation RunLength(string what, Promise promise, RuleSet rules, params SignalRule[] counted) =>
        new(
            "Points until the first false signal",
            what,
            promise,
            2000,
            random =>
            {
                // Long enough that no run of noise goes without a signal to its end.
                var series = Chance.Weeks([.. Calm, .. Chance.Noise(random, 6000)]);
                var band = NoiseBand.Of(series, new Window(series[0].Date, series[Calm.Length - 1].Date));
                return 1
                    + Signals
                        .In(series.From(series[Calm.Length].Date), band, rules)
                        .Where(signal => counted.Contains(signal.Rule))
                        .Min(signal => signal.Completed);
            }
        );

    // Alternating points whose moving ranges are all 1.128, so that the limits lie at -3 and 3 like those of known noise.
    static readonly double[] Calm = [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? .564 : -.564)];

    static Simulation AnySignal(RuleSet rules, int baseline, int points) =>
        new(
            "A false signal in so many points",
            $"{(rules is RuleSet.Wheeler ? "Wheeler" : "Making Data Count")}, limits from {baseline} points, {points} points after",
            Promise.Nothing(),
            Runs,
            random =>
            {
                var series = Chance.Weeks(Chance.Noise(random, baseline + points));
                var band = NoiseBand.Of(series, new Window(series[0].Date, series[baseline - 1].Date));
                return Chance.Is(Signals.In(series.From(series[baseline].Date), band, rules).Count > 0);
            }
        );

    /// <summary>A year of weeks under watch; one that has recovered had relapsed.</summary>
    static Simulation Relapse(int improved, double likeness) =>
        new(
            "\"Relapsed\" within a year, where it holds",
            $"{improved} improved points{(likeness > 0 ? $", neighbours alike by {likeness}" : "")}",
            Promise.AtMost(5),
            Runs,
            random =>
            {
                var series = Chance.Weeks(Chance.Noise(random, improved + 52, likeness));
                var watch = Watch.Of(series, new(series[0].Date, series[improved - 1].Date), Direction.Up);
                return Chance.Is(watch.State is WatchState.Relapsed or WatchState.Recovered);
            }
        );

    static readonly SignalRule[] Every = Enum.GetValues<SignalRule>();

    public static IEnumerable<Simulation> All =>
        [
            Compared(),
            TwoBars(),
            RunLength(
                "outside alone (theory: 370.4)",
                Promise.About(370.4, inPercent: false),
                RuleSet.Wheeler,
                SignalRule.Outside
            ),
            RunLength(
                "outside or 8 on one side (Champ and Woodall 1987: 152.7)",
                Promise.About(152.7, inPercent: false),
                RuleSet.Wheeler,
                SignalRule.Outside,
                SignalRule.RunOnOneSide
            ),
            RunLength("all rules of Wheeler", Promise.Nothing(inPercent: false), RuleSet.Wheeler, Every),
            RunLength(
                "all rules of Making Data Count",
                Promise.Nothing(inPercent: false),
                RuleSet.MakingDataCount,
                Every
            ),
            AnySignal(RuleSet.Wheeler, 12, 8),
            AnySignal(RuleSet.MakingDataCount, 12, 8),
            AnySignal(RuleSet.Wheeler, 24, 52),
            AnySignal(RuleSet.MakingDataCount, 24, 52),
            Relapse(8, 0),
            Relapse(12, 0),
            Relapse(12, 0.3),
            Relapse(26, 0),
            Relapse(26, 0.3),
        ];
}
