using Heed.Analytics.Drivers;
using Heed.Analytics.Scores;
using Heed.Analytics.Weighting;

namespace Heed.Simulations;

/// <summary>How often the intervals of scores hold the truth, where answers are few.</summary>
static class CoverageOfScores
{
    const int Runs = 20_000;

    static readonly double[] Skewed = [.05, .05, .15, .35, .40];

    static double MeanOf(double[] chances, int low = 1) => chances.Select((chance, i) => chance * (low + i)).Sum();

    static Simulation Share(int n, double share, string? limit = null) =>
        new(
            "Interval of a share (Wilson)",
            $"n = {n}, true share {share:P0}",
            Promise.Coverage,
            Runs,
            random =>
                Intervals.Wilson(Chance.Hits(random, n, share), n) is var found
                    ? Chance.Holds(found.Low, found.High, share)
                    : 0,
            limit
        );

    static Simulation Recommend(int n, double promoters, double passives, bool adjusted, string? limit = null) =>
        new(
            adjusted ? "Interval of a recommend score (adjusted Wald)" : "The same by plain Wald, for comparison",
            $"n = {n}, true score {100 * (2 * promoters + passives - 1):0}",
            adjusted ? Promise.Coverage : Promise.Nothing(),
            Runs,
            random =>
            {
                var score = Score.Of(ScoreKind.Recommend, Chance.Recommend(random, n, promoters, passives)).Value;
                var (_, low, high, _) = adjusted ? score.Unweighted : score.Beside!.Value.Estimate;
                return Chance.Holds(low, high, 100 * (2 * promoters + passives - 1));
            },
            limit
        );

    static Simulation Mean(int n, string? limit = null) =>
        new(
            "Interval of a mean (t)",
            $"n = {n}, skewed answers on 1 to 5",
            Promise.Coverage,
            Runs,
            random =>
            {
                var score = Score.Of(ScoreKind.Mean, Chance.Answers(random, Scale.OneToFive, n, Skewed)).Value;
                return Chance.Holds(score.Low, score.High, MeanOf(Skewed));
            },
            limit
        );

    static Simulation Waves(ScoreKind kind, int n, int m, string? limit = null) =>
        new(
            $"Interval of a difference of waves ({(kind is ScoreKind.Satisfaction ? "Newcombe" : kind is ScoreKind.Recommend ? "two standard errors" : "Welch")})",
            $"n = {n} and {m}",
            Promise.Coverage,
            Runs,
            random =>
            {
                var recommend = kind is ScoreKind.Recommend;
                Distribution Wave(int people, bool later) =>
                    recommend
                        ? Chance.Recommend(random, people, later ? .5 : .4, .3)
                        : Chance.Answers(random, Scale.OneToFive, people, later ? Skewed : [.1, .1, .2, .3, .3]);
                var found = Difference.Between(
                    Score.Of(kind, Wave(n, false)).Value,
                    Score.Of(kind, Wave(m, true)).Value
                );
                var truth =
                    recommend ? 20
                    : kind is ScoreKind.Satisfaction ? 15
                    : MeanOf(Skewed) - MeanOf([.1, .1, .2, .3, .3]);
                return found.IsGiven ? Chance.Holds(found.Value.Low, found.Value.High, truth) : double.NaN;
            },
            limit
        );

    static Simulation Weighted(int n) =>
        new(
            "Interval with weights (Kish's effective n)",
            $"n = {n}, weights 0.5 to 4, share 30 %",
            Promise.Coverage,
            Runs / 2,
            random =>
            {
                var tally = new Tally(Scale.OneToFive);
                for (var i = 0; i < n; i++)
                    tally.Add(random.NextDouble() < .3 ? 5 : 2, .5 * Math.Pow(2, random.Next(4)));
                var found = Score.Of(ScoreKind.Satisfaction, tally.Distribution().Value).Value.Weighted!.Value;
                return Chance.Holds(found.Low, found.High, 30);
            }
        );

    static Simulation Clusters(int clusters, string? limit = null) =>
        new(
            "Interval by design (linearisation)",
            $"{clusters} branches of 5 to 15 people who are alike (intraclass .1)",
            Promise.Coverage,
            Runs / 4,
            random =>
            {
                List<double?> values = [];
                List<int> branches = [];
                for (var branch = 0; branch < clusters; branch++)
                {
                    var level = Math.Sqrt(.1) * random.Normal();
                    for (var i = random.Next(5, 16); i > 0; i--)
                    {
                        values.Add(level + Math.Sqrt(.9) * random.Normal());
                        branches.Add(branch);
                    }
                }
                var design = new SampleDesign([.. Enumerable.Repeat(1.0, values.Count)]) { Clusters = branches };
                var found = DesignBased.Mean(values, design).Value;
                return Chance.Holds(found.Low, found.High, 0);
            },
            limit
        );

    static Simulation Resampled(int n, string? limit = null) =>
        new(
            "Bootstrap of a recommend score",
            $"n = {n}, 1,000 resamples",
            Promise.Coverage,
            Runs / 10,
            random =>
            {
                var score = Score.Of(ScoreKind.Recommend, Chance.Recommend(random, n, .5, .3)).Value;
                var found = Bootstrap.Of(score, (ulong)random.Next(), 1000);
                return Chance.Holds(found.Low, found.High, 30);
            },
            limit
        );

    static Simulation Theme() =>
        new(
            "Interval of a theme's impact (bootstrap)",
            "60 who speak of it, 140 who do not",
            Promise.Coverage,
            Runs / 10,
            random =>
            {
                var (speaking, silent) = (Chance.Recommend(random, 60, .2, .3), Chance.Recommend(random, 140, .5, .3));
                var found = ThemeImpact.Of(ScoreKind.Recommend, speaking, silent).Value;
                return Chance.Holds(found.Low, found.High, .3 * -30 + .7 * 30 - 30);
            }
        );

    static Simulation Decomposed() =>
        new(
            "Interval of the change in \"mix or change\"",
            "two segments, 60 and 40 then 40 and 60, satisfaction +10 in each",
            Promise.Coverage,
            Runs / 4,
            random =>
            {
                Distribution Wave(int n, double share) =>
                    Chance.Answers(random, Scale.OneToFive, n, 0, 1 - share, 0, 0, share);
                var found = ShiftDecomposition.Between(
                    ScoreKind.Satisfaction,
                    [new("A", Wave(60, .3), Wave(40, .4)), new("B", Wave(40, .6), Wave(60, .7))]
                );
                return found.IsGiven ? Chance.Holds(found.Value.Change.Low, found.Value.Change.High, 10) : double.NaN;
            },
            HeldShares
        );

    static Simulation Drivers() =>
        new(
            "Interval of a driver's share (bootstrap)",
            "LMG, three drivers that go together, n = 150",
            Promise.Coverage,
            Runs / 40,
            random =>
            {
                const int n = 150;
                var (outcome, columns) = (new double[n], new[] { new double[n], new double[n], new double[n] });
                for (var i = 0; i < n; i++)
                {
                    var common = random.Normal();
                    for (var d = 0; d < 3; d++)
                        columns[d][i] = common + random.Normal(); // correlation of drivers 1/2
                    outcome[i] = columns[0][i] + columns[1][i] + 2 * random.Normal();
                }
                var found = DriverAnalysis.Of(
                    new(outcome, ["a", "b", "c"], columns),
                    seed: (ulong)random.Next(),
                    resamples: 400
                );
                // The first driver's share: from the correlations of the recipe, by hand in the method's own formula.
                return Chance.Holds(found.Value.Drivers[0].Low, found.Value.Drivers[0].High, FirstShare);
            }
        );

    // Var(x) = 2, cov(x, x') = 1, var(y) = 2 + 2 + 2 + 4 = 10; cov(x1, y) = 3, cov(x3, y) = 2.
    // R² of sets: {1} .45, {2} .45, {3} .2, {1,2} .6, {1,3} .4667, {2,3} .4667, all .6.
    static readonly double FirstShare = .45 / 3 + (.6 - .45) / 6 + (7 / 15.0 - .2) / 6 + (.6 - 7 / 15.0) / 3;

    static Simulation Odds() =>
        new(
            "Interval of an odds coefficient (proportional odds)",
            "n = 100, three ranks, one driver",
            Promise.Coverage,
            Runs / 10,
            random =>
            {
                const int n = 100;
                var (rank, driver) = (new double[n], new double[n]);
                for (var i = 0; i < n; i++)
                {
                    driver[i] = random.Normal();
                    var u = random.NextDouble();
                    var latent = .8 * driver[i] + Math.Log(u / (1 - u));
                    rank[i] =
                        latent < -.5 ? 0
                        : latent < .8 ? 1
                        : 2;
                }
                var found = ProportionalOdds.Fit(new(rank, ["driver"], [driver]));
                return found.IsGiven
                    ? Chance.Holds(
                        found.Value.Coefficients[0].Estimate.Low,
                        found.Value.Coefficients[0].Estimate.High,
                        .8
                    )
                    : double.NaN;
            }
        );

    const string Discrete =
        "few answers allow few intervals, so coverage goes up and down with the true share; over all shares it is 95 %";

    const string SkewedMean =
        "answers that crowd at one end of a scale bend a mean's distribution, and Student's t takes it as even";

    const string HeldShares = "the shares of the other part are held as observed, which they are not";

    public static IEnumerable<Simulation> All =>
        [
            Share(5, .5, Discrete),
            Share(10, .1, Discrete),
            Share(10, .5),
            Share(20, .1),
            Share(20, .02, Discrete),
            Share(50, .1),
            Share(50, .5, Discrete),
            Recommend(5, .5, .3, true, Discrete),
            Recommend(10, .5, .3, true),
            Recommend(20, .5, .3, true),
            Recommend(50, .5, .3, true),
            Recommend(20, .9, .08, true),
            Recommend(50, .9, .08, true),
            Recommend(5, .5, .3, false),
            Recommend(20, .9, .08, false),
            Mean(5),
            Mean(10, SkewedMean),
            Mean(30, SkewedMean),
            Mean(100),
            Waves(ScoreKind.Satisfaction, 10, 10),
            Waves(ScoreKind.Satisfaction, 30, 50),
            Waves(ScoreKind.Recommend, 20, 20),
            Waves(ScoreKind.Recommend, 100, 60),
            Waves(ScoreKind.Mean, 10, 20),
            Waves(ScoreKind.Mean, 50, 50),
            Weighted(50),
            Weighted(200),
            Clusters(10),
            Clusters(30),
            Resampled(30),
            Resampled(200),
            Theme(),
            Decomposed(),
            Drivers(),
            Odds(),
        ];
}
