namespace Heed.Analytics.Scores;

/// <summary>An interval found by asking the same people again and again: the check on the formulas.</summary>
/// <param name="Low">The lower end (2.5th percentile for a level of 0.95).</param>
/// <param name="High">The upper end.</param>
/// <param name="Resamples">How many resamples were drawn.</param>
/// <param name="Doubt">Why it should not be trusted, in words; null when nothing speaks against it.</param>
public sealed record Bootstrap(double Low, double High, int Resamples, string? Doubt)
{
    const int FewAnswers = 30;

    /// <summary>
    /// Resamples the respondents of a score, unweighted, and takes the percentiles. Agrees with the formula beyond some
    /// 200 answers; where a category is empty no resample can fill it, so the interval is too short and says so.
    /// </summary>
    /// <remarks>
    /// Efron 1979. Drawing n respondents with replacement gives multinomial counts, so a resample costs a few binomial
    /// draws whatever the number of respondents. The same seed gives the same interval on every machine.
    /// </remarks>
    /// <param name="score">The score to check.</param>
    /// <param name="seed">Any number; the same one repeats the result.</param>
    /// <param name="resamples">How many resamples, 100 or more.</param>
    public static Bootstrap Of(Score score, ulong seed, int resamples = 10_000)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var (counts, values) = Categories(score.Kind, score.Distribution);
        var draws = new Draws(seed);
        var tail = (1 - score.Level) / 2;
        int[] steps = [.. values.Select(value => (int)Math.Round((value - values.Min()) / Unit(values)))];
        // Whichever is less work: the sums that can be, or the resamples one by one.
        var (low, high) =
            ResampledSum.Spread(counts, steps) <= resamples
                ? FromEnds(draws, counts, steps, values, score.N, resamples, tail)
                : OneByOne(draws, counts, values, score.N, resamples, tail);
        return new(low, high, resamples, Why(score, counts));
    }

    static (double Low, double High) OneByOne(
        Draws draws,
        long[] counts,
        double[] values,
        long n,
        int resamples,
        double tail
    )
    {
        var found = new double[resamples];
        for (var i = 0; i < resamples; i++)
            found[i] = Resample(draws, counts, values, n);
        Array.Sort(found);
        return (Percentile(found, tail), Percentile(found, 1 - tail));
    }

    static (double Low, double High) FromEnds(
        Draws draws,
        long[] counts,
        int[] steps,
        double[] values,
        long n,
        int resamples,
        double tail
    )
    {
        var place = tail * (resamples - 1);
        var whole = (int)place;
        var (low, high) = ResampledSum.Of(counts, steps).Ends(draws, resamples, whole, whole);
        var (least, unit) = (values.Min(), Unit(values));
        double Mean(double sum) => least + unit * sum / n;
        return (
            Mean(low.First + (place - whole) * (low.Second - low.First)),
            Mean(high.First + (place - whole) * (high.Second - high.First))
        );
    }

    // The values of the categories lie evenly: -100, 0 and 100; 0 and 100; the points of a scale.
    static double Unit(double[] values) => (values.Max() - values.Min()) / (values.Length - 1);

    // A score is the mean of a value per category: +100, 0, -100 for recommend, 100 and 0 for a share.
    internal static (long[] Counts, double[] Values) Categories(ScoreKind kind, Distribution answers)
    {
        switch (kind)
        {
            case ScoreKind.Recommend:
                var (promoters, passives, detractors) = Score.Groups(answers, answers.N, weighted: false);
                return (
                    [(long)Math.Round(promoters), (long)Math.Round(passives), (long)Math.Round(detractors)],
                    [100, 0, -100]
                );
            case ScoreKind.Satisfaction or ScoreKind.Share:
                var hits = (long)Math.Round(answers.ShareNearBest(kind.BestPoints() - 1, weighted: false) * answers.N);
                return ([hits, answers.N - hits], [100, 0]);
            default:
                var points = Enumerable.Range(answers.Scale.Low, answers.Scale.Points);
                return (answers.Counts.ToArray(), [.. points.Select(point => (double)point)]);
        }
    }

    static double Resample(Draws draws, long[] counts, double[] values, long n)
    {
        var (left, population, sum) = (n, n, 0.0);
        for (var i = 0; i < counts.Length && left > 0; i++)
        {
            var drawn = counts[i] == population ? left : draws.Binomial(left, (double)counts[i] / population);
            sum += drawn * values[i];
            left -= drawn;
            population -= counts[i];
        }
        return sum / n;
    }

    internal static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static string? Why(Score score, long[] counts)
    {
        if (!score.Kind.IsMean() && counts.Contains(0))
            return "Nobody is in one of the categories, so no resample can have anybody there: the interval is too short.";
        if (score.Distribution.IsUnanimous)
            return "Everybody answered alike, so every resample is the same.";
        return score.N < FewAnswers
            ? $"{score.N} answers are few to resample from; the interval tends to be too short below {FewAnswers}."
            : null;
    }
}
