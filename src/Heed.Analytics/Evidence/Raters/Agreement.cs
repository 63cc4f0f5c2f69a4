namespace Heed.Analytics.Evidence;

/// <summary>How strongly a group agrees.</summary>
public enum AgreementLevel
{
    /// <summary>Below .50: do not aggregate; show the views side by side.</summary>
    ViewsDiffer,

    /// <summary>From .50 to .70.</summary>
    Moderate,

    /// <summary>Above .70.</summary>
    Strong,
}

/// <summary>
/// Agreement of several raters on one item: r_wg = 1 − s²/((A² − 1)/12), against raters who answer at random (James, Demaree
/// and Wolf 1984; levels of LeBreton and Senter 2008).
/// </summary>
/// <param name="Value">From 0 (no better than chance) to 1 (all the same).</param>
/// <param name="IsPolarised">They differ more than by chance: two camps. The raw value is below zero.</param>
/// <param name="IsUnanimous">All gave the same answer.</param>
/// <param name="Raters">How many answered.</param>
public readonly record struct Agreement(double Value, bool IsPolarised, bool IsUnanimous, int Raters)
{
    /// <summary>The agreement as a level.</summary>
    public AgreementLevel Level =>
        Value < 0.5 ? AgreementLevel.ViewsDiffer
        : Value <= 0.7 ? AgreementLevel.Moderate
        : AgreementLevel.Strong;

    /// <summary>Computes r_wg.</summary>
    /// <param name="ratings">One rating a person, within the scale.</param>
    /// <param name="lowest">The lowest step of the scale.</param>
    /// <param name="highest">The highest step; the scale counts in ones.</param>
    /// <returns>The agreement; or a sentence when fewer than two answered or a rating is off the scale.</returns>
    public static Answer<Agreement> Of(IReadOnlyList<int> ratings, int lowest, int highest)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowest);
        if (ratings.Count < 2)
            return new NoAnswer($"Agreement needs 2 raters, has {ratings.Count}.");
        if (
            ratings.FirstOrDefault(rating => rating < lowest || rating > highest, lowest) is var odd
            && (odd < lowest || odd > highest)
        )
            return new NoAnswer($"A rating of {odd} is off the scale of {lowest} to {highest}.");
        var mean = ratings.Average();
        var variance = ratings.Sum(rating => (rating - mean) * (rating - mean)) / (ratings.Count - 1);
        var steps = highest - lowest + 1.0;
        var raw = 1 - variance / ((steps * steps - 1) / 12);
        return new Agreement(Math.Max(raw, 0), raw < 0, variance == 0, ratings.Count);
    }
}
