using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Scores;

/// <summary>What lies between two independent waves of the same question, and whether chance alone would do.</summary>
/// <param name="Value">The later value minus the earlier one, in the units of the score.</param>
/// <param name="Low">The lower end of the interval of the difference.</param>
/// <param name="High">The upper end of the interval of the difference.</param>
/// <param name="Probability">
/// How often two samples of one and the same population would differ at least so much (two-sided p), from 0 to 1.
/// </param>
public sealed record Difference(double Value, double Low, double High, double Probability)
{
    /// <summary>Whether the interval leaves out zero: the waves can be told apart.</summary>
    public bool CanBeTold => Low > 0 || High < 0;

    /// <summary>Compares two waves that different people (or a new sample of them) answered.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Recommend: from the two standard errors, √(SE₁² + SE₂²), as a mean of 100, 0 and −100: Welch's t, since z calls
    /// two alike waves of twenty different in 6 % of cases instead of 5. A wave in which all are in one group has a standard
    /// error of zero, which no sample can have; there the adjusted counts of Rocks (2016) give it.</item>
    /// <item>Satisfaction: Newcombe's hybrid score interval (method 10, Statistics in Medicine 17, 1998); p is one minus
    /// the highest level at which that interval leaves out zero, so the two never contradict each other.</item>
    /// <item>Effort and mean: Welch's t interval (1947).</item>
    /// <item>No interval reaches farther than the ends of the scale lie apart.</item>
    /// </list>
    /// Waves that asked in other words, on another scale or by another channel are not comparable; only the scale and
    /// the kind can be checked here.
    /// </remarks>
    /// <param name="earlier">The earlier wave.</param>
    /// <param name="later">The later wave.</param>
    /// <param name="weighted">Whether to compare the weighted values, with their effective n.</param>
    /// <param name="level">The level of the interval, above 0.5 and below 1; null for that of the earlier score.</param>
    /// <returns>The difference, or a sentence: kinds or scales differ, weights are missing, or too few answers.</returns>
    public static Answer<Difference> Between(Score earlier, Score later, bool weighted = false, double? level = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.Kind != later.Kind)
            return new NoAnswer($"A {Word(earlier.Kind)} score and a {Word(later.Kind)} score cannot be compared.");
        if (earlier.Distribution.Scale != later.Distribution.Scale)
            return new NoAnswer(
                $"The scale was {earlier.Distribution.Scale} and is {later.Distribution.Scale} now: "
                    + "the two waves asked different questions."
            );
        if (weighted && (earlier.Weighted is null || later.Weighted is null))
            return new NoAnswer("One of the two waves has no weights. Compare them unweighted, or weight both.");
        var (a, b) = (Side(earlier, weighted), Side(later, weighted));
        if (a.N < 2 || b.N < 2)
            return new NoAnswer("A comparison needs two answers or more in each wave.");
        var wanted = level ?? earlier.Level;
        return earlier.Kind.IsShare()
            ? Newcombe(a.Value / 100 * a.N, a.N, b.Value / 100 * b.N, b.N, wanted)
            : Welch(a, b, wanted, Farthest(earlier));
    }

    // Two scores of one scale cannot lie farther apart than its ends.
    static double Farthest(Score score) =>
        score.Kind == ScoreKind.Recommend ? 200 : score.Distribution.Scale.High - score.Distribution.Scale.Low;

    /// <summary>The difference of two shares, second minus first, in percentage points: Newcombe's method 10.</summary>
    /// <param name="firstHits">How many of the first sample are counted.</param>
    /// <param name="firstN">The size of the first sample, above zero.</param>
    /// <param name="secondHits">How many of the second sample are counted.</param>
    /// <param name="secondN">The size of the second sample, above zero.</param>
    /// <param name="level">The level, above 0.5 and below 1.</param>
    public static Difference Newcombe(
        double firstHits,
        double firstN,
        double secondHits,
        double secondN,
        double level = 0.95
    )
    {
        var (value, low, high) = Hybrid(firstHits, firstN, secondHits, secondN, Intervals.Z(level));
        return new(100 * value, 100 * low, 100 * high, Reaching(firstHits, firstN, secondHits, secondN));
    }

    static (double Value, double Low, double High) Hybrid(double a, double m, double b, double n, double z)
    {
        var (first, second) = (Intervals.WilsonOf(a, m, z), Intervals.WilsonOf(b, n, z));
        var value = second.Value - first.Value;
        return (
            value,
            value - Math.Sqrt(Square(second.Value - second.Low) + Square(first.High - first.Value)),
            value + Math.Sqrt(Square(second.High - second.Value) + Square(first.Value - first.Low))
        );
    }

    // The p of the interval itself: one minus the highest level at which it leaves out zero, found by halving. A p from
    // another test, such as z with the pooled share, would contradict the interval in some tables.
    static double Reaching(double a, double m, double b, double n)
    {
        if (a * n == b * m)
            return 1;
        bool LeavesOutZero(double z) => Hybrid(a, m, b, n, z) is var found && (found.Low > 0 || found.High < 0);
        var (near, far) = (0.0, 40.0); // beyond 40 standard errors a p is zero in double precision
        for (var i = 0; i < 60; i++)
        {
            var middle = (near + far) / 2;
            (near, far) = LeavesOutZero(middle) ? (middle, far) : (near, middle);
        }
        return 2 * Normal.CDF(0, 1, -far);
    }

    readonly record struct Sample(double Value, double Error, double N);

    static Sample Side(Score score, bool weighted)
    {
        var (value, error, n) = weighted
            ? (score.Weighted!.Value.Value, score.Weighted.Value.StandardError, score.Weighted.Value.EffectiveN)
            : (score.Value, score.StandardError, score.N);
        if (score.Kind == ScoreKind.Recommend && error == 0)
        {
            var (promoters, passives, detractors) = Score.Groups(score.Distribution, n, weighted);
            error = Intervals.Recommend(promoters + 0.75, passives + 1.5, detractors + 0.75).Error;
        }
        // The published standard error divides by n; a comparison of few answers cannot afford that.
        if (score.Kind == ScoreKind.Recommend && n > 1)
            error *= Math.Sqrt(n / (n - 1));
        return new(value, error, n);
    }

    static Answer<Difference> Welch(Sample a, Sample b, double level, double farthest)
    {
        var (va, vb) = (Square(a.Error), Square(b.Error));
        if (va + vb == 0)
            return new NoAnswer("In both waves everybody answered alike: there is no spread to judge a difference by.");
        var freedom = Square(va + vb) / (Square(va) / (a.N - 1) + Square(vb) / (b.N - 1));
        var error = Math.Sqrt(va + vb);
        var value = b.Value - a.Value;
        var reach = StudentT.InvCDF(0, 1, freedom, (1 + level) / 2) * error;
        return new Difference(
            value,
            Math.Max(-farthest, value - reach),
            Math.Min(farthest, value + reach),
            2 * StudentT.CDF(0, 1, freedom, -Math.Abs(value) / error)
        );
    }

    static double Square(double x) => x * x;

    static string Word(ScoreKind kind) =>
        kind switch
        {
            ScoreKind.Recommend => "recommend",
            ScoreKind.Satisfaction => "satisfaction",
            ScoreKind.Effort => "effort",
            ScoreKind.Share => "share",
            _ => "mean",
        };
}
