using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Direction = Heed.Analytics.Evidence.Direction;

namespace Heed.Simulations;

/// <summary>Power, ties, looking early, and p-values.</summary>
static class Looks
{
    const int Runs = 10_000;

    static Simulation Seen(int before, int after, bool known, Promise promise, string? limit = null) =>
        new(
            "The textbook's smallest step, which should be seen four times in five",
            $"{before} before, {after} after, noise {(known ? "known" : "estimated: what plans allow for, see their own table")}",
            promise,
            Runs,
            random =>
            {
                var step = MinimumDetectableEffect.Of(1, before, after);
                var values = Chance.Noise(random, before + after);
                for (var i = before; i < values.Length; i++)
                    values[i] += step;
                var series = Chance.Weeks(values);
                var settings = new InterruptionSettings { Method = EffectMethod.StepOnly, Sigma = known ? 1 : null };
                return Chance.Is(
                    Verdict.Judge(series, series[before].Date, Direction.Up, settings: settings).Value.Word
                        is VerdictWord.Improved
                );
            },
            limit
        );

    static Simulation Periods(double effect) =>
        new(
            "A predicted effect, watched for as long as the textbook says",
            $"{effect} standard deviations, 24 points before",
            Promise.AtLeast(80),
            Runs,
            random =>
            {
                var after = MinimumDetectableEffect.PeriodsNeeded(1, 24, effect).Value;
                var values = Chance.Noise(random, 24 + after);
                for (var i = 24; i < values.Length; i++)
                    values[i] += effect;
                var series = Chance.Weeks(values);
                var settings = new InterruptionSettings { Method = EffectMethod.StepOnly, Sigma = 1 };
                return Chance.Is(
                    Verdict.Judge(series, series[24].Date, Direction.Up, settings: settings).Value.Word
                        is VerdictWord.Improved
                );
            }
        );

    static Simulation Margin(
        string what,
        long n,
        Func<Random, int, double> found,
        double truth,
        double margin,
        string? limit = null
    ) =>
        new(
            "A score is within its margin with the answers that the plan asks for",
            $"{what}, ±{margin}, {n} answers",
            Promise.About(95),
            Runs / 2,
            random => Chance.Is(Math.Abs(found(random, (int)n) - truth) <= margin),
            limit
        );

    static double TieOf(Random random, double[] child, double[] parent, int first, int last, int attempt = 1)
    {
        var (a, b) = (Chance.Weeks(child), Chance.Weeks(parent));
        var moves = random.Next(2) == 0 ? Direction.Up : Direction.Down;
        var tie = LeadLagTest.Test(a, b, new(moves, first, last, attempt));
        return tie.IsGiven ? Chance.Is(tie.Value.State is TieState.Supported) : double.NaN;
    }

    static Simulation Ties(int points, int first, int last, int attempt = 1, string? limit = null) =>
        new(
            "A tie between walks that know nothing of each other",
            $"{points} points, lags {first} to {last}{(attempt > 1 ? $", attempt {attempt}" : "")}",
            Promise.AtMost(2.5 / attempt),
            Runs / 2,
            random => TieOf(random, Chance.Walk(random, points), Chance.Walk(random, points), first, last, attempt),
            limit
        );

    static Simulation NaiveTie() =>
        new(
            "A tie between walks that know nothing of each other",
            "plain correlation at 40 points, for comparison (R: 63.6)",
            Promise.Nothing(),
            Runs,
            random =>
            {
                var t = StudentT.InvCDF(0, 1, 38, .975);
                var r = Correlation.Pearson(Chance.Walk(random, 40), Chance.Walk(random, 40));
                return Chance.Is(Math.Abs(r) > t / Math.Sqrt(t * t + 38));
            }
        );

    static Simulation Led(int points) =>
        new(
            "A tie that is there",
            $"{points} points, the parent follows by two periods (r of changes .7), lags 1 to 3",
            Promise.AtLeast(80),
            Runs / 5,
            random =>
            {
                var child = Chance.Walk(random, points);
                var parent = new double[points];
                for (var i = 1; i < points; i++)
                    parent[i] =
                        parent[i - 1] + (i >= 3 ? .7 * (child[i - 2] - child[i - 3]) : 0) + .714 * random.Normal();
                var tie = LeadLagTest.Test(Chance.Weeks(child), Chance.Weeks(parent), new(Direction.Up, 1, 3));
                return Chance.Is(tie.Value.State is TieState.Supported);
            }
        );

    static Simulation Peeking(bool alwaysValid, int every) =>
        new(
            "A trial stopped early although both arms are alike",
            alwaysValid
                ? $"always valid p, a look every {every} people up to 10,000 an arm"
                : $"ordinary p, a look every {every} people up to 10,000 an arm, for comparison",
            alwaysValid ? Promise.AtMost(5) : Promise.Nothing(),
            Runs / 5,
            random =>
            {
                var test = AlwaysValidTest.Of(1e-4);
                var (a, b) = (0, 0);
                for (var people = every; people <= 10_000; people += every)
                {
                    a += Binomial.Sample(random, .1, every);
                    b += Binomial.Sample(random, .1, every);
                    if (alwaysValid)
                        test = test.Look((a, people), (b, people)).Value;
                    else if (Difference.Newcombe(a, people, b, people).Probability < .05)
                        return 1;
                    if (test.MayStop())
                        return 1;
                }
                return 0;
            }
        );

    static Simulation PeekingPays() =>
        new(
            "A trial stopped early because one arm is better",
            "always valid p, .12 against .10, a look every 100 up to 10,000 an arm",
            Promise.AtLeast(80),
            Runs / 5,
            random =>
            {
                var test = AlwaysValidTest.Of(1e-4);
                var (a, b) = (0, 0);
                for (var people = 100; people <= 10_000 && !test.MayStop(); people += 100)
                {
                    a += Binomial.Sample(random, .12, 100);
                    b += Binomial.Sample(random, .10, 100);
                    test = test.Look((a, people), (b, people)).Value;
                }
                return Chance.Is(test.MayStop());
            }
        );

    static Simulation Waves(ScoreKind kind, int n) =>
        new(
            "p below .05 for two waves of the same people's mind",
            $"{kind}, n = {n} each",
            Promise.AtMost(5),
            2 * Runs,
            random =>
            {
                Distribution Wave() =>
                    kind is ScoreKind.Recommend
                        ? Chance.Recommend(random, n, .5, .3)
                        : Chance.Answers(random, Scale.OneToFive, n, .05, .05, .15, .35, .40);
                var found = Difference.Between(Score.Of(kind, Wave()).Value, Score.Of(kind, Wave()).Value);
                return found.IsGiven ? Chance.Is(found.Value.Probability < .05) : double.NaN;
            }
        );

    static Simulation Raters() =>
        new(
            "Krippendorff's α of raters who guess",
            "4 raters, 20 units, ordinal: mean α (0 is chance)",
            Promise.About(0, inPercent: false),
            Runs / 5,
            random =>
                KrippendorffAlpha
                    .Of(
                        Enumerable
                            .Range(0, 20)
                            .Select(_ => Enumerable.Range(0, 4).Select(_ => (double?)random.Next(1, 6)).ToArray()),
                        MeasurementLevel.Ordinal
                    )
                    .Value.Value
                ?? double.NaN
        );

    public static IEnumerable<Simulation> All =>
        [
            Seen(24, 8, known: true, Promise.About(80)),
            Seen(12, 12, known: true, Promise.About(80)),
            Seen(24, 8, known: false, Promise.Nothing()),
            Periods(1),
            Periods(1.5),
            Margin(
                "recommend",
                SampleSize.ForRecommend(5, 1 - .6 - .3 + .6 - .25),
                (random, n) => Score.Of(ScoreKind.Recommend, Chance.Recommend(random, n, .6, .3)).Value.Value,
                50,
                5,
                "a score moves in steps, and the margin is met a little less often than the normal curve says"
            ),
            Margin("share", SampleSize.ForShare(5, 30), (random, n) => 100.0 * Chance.Hits(random, n, .3) / n, 30, 5),
            NaiveTie(),
            Ties(40, 0, 0),
            Ties(60, 0, 4),
            Ties(60, 1, 3, attempt: 2),
            Ties(150, 0, 6),
            Led(60),
            Peeking(alwaysValid: false, 100),
            Peeking(alwaysValid: true, 100),
            Peeking(alwaysValid: true, 10),
            PeekingPays(),
            Waves(ScoreKind.Recommend, 20),
            Waves(ScoreKind.Recommend, 100),
            Waves(ScoreKind.Satisfaction, 20),
            Waves(ScoreKind.Satisfaction, 100),
            Waves(ScoreKind.Mean, 20),
            Raters(),
        ];
}
