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
}
