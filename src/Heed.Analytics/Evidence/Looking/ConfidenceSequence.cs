using MathNet.Numerics;

namespace Heed.Analytics.Evidence;

/// <summary>
/// An interval that may be looked at every day: over all looks together it holds the truth in 95 of 100 cases, where an
/// ordinary 95 % interval that is looked at again and again loses it sooner or later. It is wider for that.
/// </summary>
/// <param name="Value">The estimate so far.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="N">How many answers it rests on.</param>
public readonly record struct ConfidenceSequence(double Value, double Low, double High, long N)
{
    const double Miss = 0.05;

    /// <summary>From so many answers on means are near enough to normal for the asymptotic form.</summary>
    public const int FewestForAMean = 30;

    /// <summary>The usual number of answers at which the sequence is made narrowest.</summary>
    public const int UsuallyNarrowestAt = 500;

    /// <summary>
    /// The asymptotic confidence sequence of a mean or a score (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Annals
    /// of Statistics 52, Theorem 2.2): value ± s·√( 2(nρ²+1)/(n²ρ²) · ln(√(nρ²+1)/α) ).
    /// </summary>
    /// <param name="value">The mean of the answers so far; a score of −100..100 is the mean of −100, 0 and 100.</param>
    /// <param name="deviation">The standard deviation of single answers, same unit.</param>
    /// <param name="n">How many answers; 30 or more.</param>
    /// <param name="narrowestAt">
    /// At which number of answers it is to be narrowest. It is chosen before the first look: choosing it later breaks the promise.
    /// </param>
    /// <returns>The interval; or a sentence with fewer than 30 answers, or without any spread among them.</returns>
    public static Answer<ConfidenceSequence> OfMean(
        double value,
        double deviation,
        long n,
        int narrowestAt = UsuallyNarrowestAt
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(narrowestAt, 1);
        if (!double.IsFinite(value) || !double.IsFinite(deviation) || deviation < 0)
            return new NoAnswer("A mean and its spread must be numbers, and a spread is not below zero.");
        if (n < FewestForAMean)
            return new NoAnswer($"An interval for looking every day needs {FewestForAMean} answers, has {n}.");
        if (deviation == 0)
            return new NoAnswer("Everybody answered the same so far, so it is not known how far answers lie apart.");
        var reach = deviation * Boundary(n, Rho(narrowestAt));
        return new ConfidenceSequence(value, value - reach, value + reach, n);
    }

    /// <summary>
    /// The confidence sequence of a share, exact at every size: all p for which the mixture of likelihoods over all shares is
    /// less than 1/α times that of p itself (Robbins 1970; the beta-binomial mixture of Howard, Ramdas, McAuliffe and Sekhon
    /// 2021, Annals of Statistics 49, with the prior of Jeffreys).
    /// </summary>
    /// <param name="hits">How many said yes.</param>
    /// <param name="n">Of how many.</param>
    /// <returns>The interval inside 0..1; or a sentence when nobody answered or there are more hits than answers.</returns>
    public static Answer<ConfidenceSequence> OfShare(long hits, long n)
    {
        if (n < 1)
            return new NoAnswer("A share needs one answer at least.");
        if (hits < 0 || hits > n)
            return new NoAnswer($"Of {n} answers between 0 and {n} can be hits, and not {hits}.");
        var share = (double)hits / n;
        double Evidence(double p) =>
            SpecialFunctions.BetaLn(hits + 0.5, n - hits + 0.5)
            - SpecialFunctions.BetaLn(0.5, 0.5)
            - (hits == 0 ? 0 : hits * Math.Log(p))
            - (hits == n ? 0 : (n - hits) * Math.Log(1 - p));
        return new ConfidenceSequence(
            share,
            hits == 0 ? 0 : End(0, share, Evidence),
            hits == n ? 1 : End(1, share, Evidence),
            n
        );
    }

    /// <summary>Where the evidence against p falls below the bound, between an end of the scale and the share seen.</summary>
    static double End(double outside, double inside, Func<double, double> evidence)
    {
        for (var round = 0; round < 60; round++)
            if ((outside + inside) / 2 is var middle && evidence(middle) >= -Math.Log(Miss))
                outside = middle;
            else
                inside = middle;
        return outside;
    }

    internal static double Boundary(double n, double rho)
    {
        var x = n * rho * rho;
        return Math.Sqrt(2 * (x + 1) / (n * x) * Math.Log(Math.Sqrt(x + 1) / Miss));
    }

    /// <summary>Setting the derivative of the boundary to nothing gives nρ² = ln(1 + nρ²) − 2 ln α; that settles in a few rounds.</summary>
    internal static double Rho(double narrowestAt)
    {
        var x = 8.0;
        for (var round = 0; round < 30; round++)
            x = Math.Log(1 + x) - 2 * Math.Log(Miss);
        return Math.Sqrt(x / narrowestAt);
    }
}
