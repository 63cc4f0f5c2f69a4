namespace Heed.Analytics.Scores;

/// <summary>How answers on a scale become one number. Each kind has its own interval; see <see cref="Score"/>.</summary>
public enum ScoreKind
{
    /// <summary>
    /// "Would you recommend us?", asked 0 to 10: the share of 9 and 10 minus the share of 0 to 6, in points from -100 to 100.
    /// </summary>
    Recommend,

    /// <summary>The share, in percent, of answers at the two best points of the scale (top-two-box).</summary>
    Satisfaction,

    /// <summary>"It was easy": the mean answer, in points of the scale, with the share at the best points beside it.</summary>
    Effort,

    /// <summary>The mean answer, in points of the scale.</summary>
    Mean,

    /// <summary>The share, in percent, of one of two answers, as in yes and no: that of the best point of 0-1.</summary>
    Share,
}

/// <summary>What holds for several kinds of score alike.</summary>
public static class ScoreKinds
{
    /// <summary>Whether a score of this kind is a share of the answers, in percent from 0 to 100.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsShare(this ScoreKind kind) => kind.BestPoints() > 0;

    /// <summary>Whether a score of this kind is a mean, in points of its scale.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsMean(this ScoreKind kind) => kind is ScoreKind.Effort or ScoreKind.Mean;

    // How many of the best points count as a hit; 0 where the score is no share.
    internal static int BestPoints(this ScoreKind kind) =>
        kind switch
        {
            ScoreKind.Satisfaction => 2,
            ScoreKind.Share => 1,
            _ => 0,
        };
}
