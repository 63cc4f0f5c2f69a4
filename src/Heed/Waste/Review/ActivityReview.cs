using Heed.Analytics.Evidence;

namespace Heed.Waste;

/// <summary>What is known of whether an activity matters to an outcome.</summary>
public enum ReviewState
{
    /// <summary>Nobody has said which outcome it serves.</summary>
    Unexamined,

    /// <summary>Somebody says so, and no verdict says yes or no.</summary>
    Claimed,
    Supported,
    Unsupported,

    /// <summary>It was nominated as work that serves nobody.</summary>
    Nominated,
}

/// <summary>What a verdict says of one claim.</summary>
/// <param name="Word">Of the newest verdict on that outcome; empty where nothing was judged.</param>
/// <param name="IsRemoval">The trial does without the practice, so that an outcome which gets worse supports it.</param>
public readonly record struct ClaimEvidence(VerdictWord? Word, bool IsRemoval)
{
    /// <summary>True and false are found; null is not known.</summary>
    public bool? Supports =>
        (Word, IsRemoval) switch
        {
            (VerdictWord.Improved, false) or (VerdictWord.Worsened, true) => true,
            (VerdictWord.Worsened or VerdictWord.NoChange, false)
            or (VerdictWord.Improved or VerdictWord.NoChange, true) => false,
            _ => null,
        };
}

/// <summary>The states of an activity in the review, and how they follow from claims and verdicts: nobody sets one.</summary>
public static class ActivityReview
{
    /// <summary>Below four there is no quarter.</summary>
    public const int FewestCosted = 4;
    const double Quarter = 0.25;

    public static ReviewState Of(bool isNominated, IReadOnlyCollection<ClaimEvidence> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return isNominated ? ReviewState.Nominated
            : claims.Any(c => c.Supports == true) ? ReviewState.Supported
            : claims.Any(c => c.Supports == false) ? ReviewState.Unsupported
            : claims.Count > 0 ? ReviewState.Claimed
            : ReviewState.Unexamined;
    }

    /// <summary>
    /// The place, from 0, of the last activity of the top quarter, the dearest first: what costs as much is expensive. Empty
    /// where too few say what they cost.
    /// </summary>
    public static int? LastExpensive(int known) => known < FewestCosted ? null : (int)Math.Floor(known * Quarter) - 1;
}
