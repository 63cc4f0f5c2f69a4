namespace Heed.Analytics.Scores;

/// <summary>The answers of one segment in two waves.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Earlier">Its answers in the earlier wave.</param>
/// <param name="Later">Its answers in the later wave.</param>
public sealed record SegmentWaves(string Name, Distribution Earlier, Distribution Later);

/// <summary>What one segment adds to the difference of two waves.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Change">What it adds because its people answer otherwise than before.</param>
/// <param name="Mix">What it adds because it is a larger or smaller part of those who answered.</param>
public sealed record SegmentPart(string Name, double Change, double Mix);

/// <summary>
/// Splits the difference of two waves: did people change their minds (<see cref="Change"/>), or did other people answer
/// (<see cref="Mix"/>)? The two add up to the whole difference.
/// </summary>
/// <remarks>
/// Kitagawa, Journal of the American Statistical Association 50, 1955: change is each segment's difference times its mean
/// share of both waves, mix is each segment's shift in share times its mean value. The intervals come from the standard
/// errors of the two parts, with the other part's factor held as observed. It explains the mix of the segments that were
/// given; who else may have answered otherwise is not seen.
/// </remarks>
/// <param name="Whole">The later wave's value minus the earlier one's, in the units of the score.</param>
/// <param name="Change">The part from changed answers, with its interval.</param>
/// <param name="Mix">The part from who answered, with its interval.</param>
/// <param name="Parts">The two parts by segment, the largest in size first.</param>
public sealed record ShiftDecomposition(double Whole, Estimate Change, Estimate Mix, IReadOnlyList<SegmentPart> Parts)
{
    /// <summary>Splits a difference.</summary>
    /// <param name="kind">The kind of score.</param>
    /// <param name="segments">Segments that share no one and together are all who answered.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <returns>The two parts, or a sentence: scales differ, or a segment answered in one wave only.</returns>
    public static Answer<ShiftDecomposition> Between(
        ScoreKind kind,
        IReadOnlyList<SegmentWaves> segments,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments.Count < 2)
            return new NoAnswer("Mix needs two segments or more.");
        if (segments.SelectMany(s => new[] { s.Earlier.Scale, s.Later.Scale }).Distinct().Count() > 1)
            return new NoAnswer("The segments were asked on different scales: the waves asked different questions.");
        if (kind == ScoreKind.Recommend && segments[0].Earlier.Scale != Scale.ZeroToTen)
            return new NoAnswer($"A recommend score is asked from 0 to 10; this scale is {segments[0].Earlier.Scale}.");
        if (segments.FirstOrDefault(s => s.Earlier.N < 2 || s.Later.N < 2) is { } thin)
            return new NoAnswer(
                $"{thin.Name} has {thin.Earlier.N} answers in the earlier wave and {thin.Later.N} in the later one. "
                    + "Every segment needs two in both; join it with another."
            );
        return Split(kind, segments, level);
    }

    readonly record struct Side(double Share, double Mean, double Variance);

    static ShiftDecomposition Split(ScoreKind kind, IReadOnlyList<SegmentWaves> segments, double level)
    {
        var (n0, n1) = (segments.Sum(s => s.Earlier.N), segments.Sum(s => s.Later.N));
        Side[] earlier = [.. segments.Select(s => Of(kind, s.Earlier, n0))];
        Side[] later = [.. segments.Select(s => Of(kind, s.Later, n1))];
        var parts = new SegmentPart[segments.Count];
        var (change, mix, changeVariance) = (0.0, 0.0, 0.0);
        var (whole0, whole1) = (earlier.Sum(s => s.Share * s.Mean), later.Sum(s => s.Share * s.Mean));
        for (var i = 0; i < parts.Length; i++)
        {
            var (a, b) = (earlier[i], later[i]);
            var share = (a.Share + b.Share) / 2;
            // Shares add up to one, so a segment's shift counts by how far its mean lies from the overall one.
            var distance = (a.Mean + b.Mean) / 2 - (whole0 + whole1) / 2;
            parts[i] = new(segments[i].Name, (b.Mean - a.Mean) * share, (b.Share - a.Share) * distance);
            change += parts[i].Change;
            mix += parts[i].Mix;
            changeVariance += share * share * (a.Variance + b.Variance);
        }
        var mixVariance = SharesVariance(earlier, later, n0, n1);
        var z = Intervals.Z(level);
        return new(
            whole1 - whole0,
            Estimated(change, Math.Sqrt(changeVariance), z),
            Estimated(mix, Math.Sqrt(mixVariance), z),
            [.. parts.OrderByDescending(part => Math.Abs(part.Change) + Math.Abs(part.Mix))]
        );
    }

    static Estimate Estimated(double value, double error, double z) =>
        new(value, value - z * error, value + z * error, error);

    // The shares of a wave are multinomial: the variance of Σ share·m is (Σ share·m² - (Σ share·m)²) / n.
    static double SharesVariance(Side[] earlier, Side[] later, long n0, long n1)
    {
        double[] means = [.. earlier.Zip(later, (a, b) => (a.Mean + b.Mean) / 2)];
        return Spread(earlier) / n0 + Spread(later) / n1;

        double Spread(Side[] wave)
        {
            var mean = wave.Zip(means, (side, m) => side.Share * m).Sum();
            return wave.Zip(means, (side, m) => side.Share * (m - mean) * (m - mean)).Sum();
        }
    }

    static Side Of(ScoreKind kind, Distribution answers, long all)
    {
        var (mean, spread) = kind switch
        {
            ScoreKind.Recommend => Recommend(answers),
            _ when kind.IsShare() => Share(answers.ShareNearBest(kind.BestPoints() - 1, weighted: false)),
            _ => answers.Moments(weighted: false),
        };
        return new((double)answers.N / all, mean, spread / (answers.N - 1));
    }

    static (double, double) Recommend(Distribution answers)
    {
        var (promoters, passives, detractors) = Score.Groups(answers, answers.N, weighted: false);
        var (value, error) = Intervals.Recommend(promoters, passives, detractors);
        return (value, error * error * answers.N);
    }

    static (double, double) Share(double share) => (100 * share, 10_000 * share * (1 - share));
}
