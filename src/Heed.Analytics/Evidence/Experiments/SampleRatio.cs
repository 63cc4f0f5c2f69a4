using MathNet.Numerics;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether as many came into each arm as were to be dealt there: Pearson's chi-square against the planned split. A mismatch
/// means that people went missing for a reason, and then no figure of the experiment can be trusted (Fabijan et al. 2019).
/// </summary>
/// <param name="Counts">How many are in each arm.</param>
/// <param name="Expected">How many were to be expected.</param>
/// <param name="ChiSquare">The test statistic, with one degree less than there are arms.</param>
/// <param name="PValue">How often dealing alone makes a split as uneven as this.</param>
public sealed record SampleRatio(
    IReadOnlyList<long> Counts,
    IReadOnlyList<double> Expected,
    double ChiSquare,
    double PValue
)
{
    /// <summary>The check is made for every experiment, so it must hardly ever be wrong: 1 in 1,000.</summary>
    public const double Suspicious = 0.001;

    /// <summary>Whether the arms are not what was dealt.</summary>
    public bool IsMismatch => PValue < Suspicious;

    /// <summary>Checks the counts.</summary>
    /// <param name="counts">How many are in each arm.</param>
    /// <param name="shares">The planned shares, in any unit; null for even ones.</param>
    /// <returns>The check; or a sentence when there are fewer than two arms, nobody is in any, or the shares do not fit.</returns>
    public static Answer<SampleRatio> Of(IReadOnlyList<long> counts, IReadOnlyList<double>? shares = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        shares ??= [.. Enumerable.Repeat(1.0, counts.Count)];
        if (counts.Count < 2)
            return new NoAnswer($"A split needs two arms, has {counts.Count}.");
        if (shares.Count != counts.Count || shares.Any(share => !(share > 0) || !double.IsFinite(share)))
            return new NoAnswer("Each arm needs a planned share above zero.");
        var total = counts.Sum();
        if (total == 0 || counts.Any(count => count < 0))
            return new NoAnswer("Nobody is in any arm.");
        double[] expected = [.. shares.Select(share => share / shares.Sum() * total)];
        var square = counts.Zip(expected, (count, due) => (count - due) * (count - due) / due).Sum();
        return new SampleRatio(counts, expected, square, square <= 0 ? 1 : Tail(counts.Count - 1, square));
    }

    static double Tail(int degrees, double square) => SpecialFunctions.GammaUpperRegularized(degrees / 2.0, square / 2);
}
