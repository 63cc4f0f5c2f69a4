namespace Heed.Analytics.Scores;

/// <summary>For how many people an answer stands.</summary>
static class Weight
{
    /// <summary>Nobody, or a number whose squares and sums can be computed with.</summary>
    public static bool IsPossible(double weight) => weight is 0 or (>= 1e-100 and <= 1e100);
}
