namespace Heed.Analytics.Evidence;

/// <summary>
/// A trial with two arms that may be looked at as often as one likes: the mixture sequential probability ratio test of
/// Johari, Koomen, Pekelis and Walsh, <i>Peeking at A/B Tests</i> (2017).
/// </summary>
/// <remarks>
/// An ordinary p-value that is watched until it is small is small sooner or later. This one is valid at every look: stop as
/// soon as it falls to α. Feed it every look; it keeps the smallest.
/// </remarks>
public sealed record AlwaysValidTest
{
    const double Miss = 0.05;

    AlwaysValidTest(double tauSquared, double nullDifference, double ratio, double pValue) =>
        (TauSquared, NullDifference, Ratio, PValue) = (tauSquared, nullDifference, ratio, pValue);

    /// <summary>The variance of the differences that are thought possible: (0.01)² for differences of about a point.</summary>
    public double TauSquared { get; }

    /// <summary>The difference under the null hypothesis; usually 0.</summary>
    public double NullDifference { get; }

    /// <summary>Λ at the newest look: how much better a real difference explains the data than the null.</summary>
    public double Ratio { get; }

    /// <summary>The always valid p-value: the smallest 1/Λ so far, at most 1.</summary>
    public double PValue { get; }

    /// <summary>The difference of the two shares at the newest look: changed less control.</summary>
    public double Difference { get; private init; }

    /// <summary>
    /// The lower end of what all looks so far leave: the differences that no look has rejected at 5 %. With the upper end it holds the
    /// true difference over all looks together in 95 of 100 trials, and leaves the null out exactly when <see cref="PValue"/>
    /// is 5 % or less.
    /// </summary>
    public double Low { get; private init; } = -1;

    /// <summary>The upper end of what all looks so far leave.</summary>
    public double High { get; private init; } = 1;

    /// <summary>One look rejected what another one left, so that nothing is left: the difference did not stay the same.</summary>
    public bool IsContradicted => Low > High;

    /// <summary>A test before its first look.</summary>
    /// <param name="tauSquared">The variance of the differences thought possible, in squared shares; above zero. Choose it beforehand.</param>
    /// <param name="nullDifference">The difference under the null hypothesis, −1..1.</param>
    public static AlwaysValidTest Of(double tauSquared, double nullDifference = 0)
    {
        if (!(double.IsFinite(tauSquared) && tauSquared > 0))
            throw new ArgumentOutOfRangeException(nameof(tauSquared), tauSquared, "The variance must be above zero.");
        if (!(nullDifference is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(nullDifference),
                nullDifference,
                "A difference of shares lies in -1..1."
            );
        return new(tauSquared, nullDifference, 1, 1);
    }

    /// <summary>One look at all the data so far.</summary>
    /// <param name="changed">Successes and people of the changed arm.</param>
    /// <param name="control">Successes and people of the other arm.</param>
    /// <returns>The test after this look; or a sentence when an arm is empty or has more successes than people.</returns>
    public Answer<AlwaysValidTest> Look((long Successes, long People) changed, (long Successes, long People) control)
    {
        foreach (var (successes, people) in (ReadOnlySpan<(long, long)>)[changed, control])
            if (people < 1 || successes < 0 || successes > people)
                return new NoAnswer(
                    $"An arm needs people and at most as many successes, has {people} and {successes}."
                );
        var (p1, p0) = ((double)changed.Successes / changed.People, (double)control.Successes / control.People);
        var variance = Variance(changed) + Variance(control);
        // Unequal arms count as their harmonic mean: the variance of a difference is V/n with that n.
        var n = 2.0 / (1.0 / changed.People + 1.0 / control.People);
        var distance = p1 - p0 - NullDifference;
        var total = variance + n * TauSquared;
        var exponent = n * n * TauSquared * distance * distance / (2 * variance * total);
        var ratio = Math.Min(Math.Sqrt(variance / total) * Math.Exp(Math.Min(exponent, 700)), 1e300);
        // Λ(θ) < 1/α, solved for θ: what this look does not reject.
        var reach = Math.Sqrt(
            2 * variance * total / (n * n * TauSquared) * Math.Log(Math.Sqrt(total / variance) / Miss)
        );
        return new AlwaysValidTest(TauSquared, NullDifference, ratio, Math.Min(PValue, 1 / ratio))
        {
            Difference = p1 - p0,
            Low = Math.Max(Low, p1 - p0 - reach),
            High = Math.Min(High, p1 - p0 + reach),
        };
    }

    // Where nobody or everybody succeeded, the observed variance is zero, which no sample can have: half a success and half
    // a failure are added (Haldane 1940, Anscombe 1956), so that all against none is evidence and not a gap in the formula.
    static double Variance((long Successes, long People) arm)
    {
        var half = arm.Successes == 0 || arm.Successes == arm.People ? 0.5 : 0;
        var share = (arm.Successes + half) / (arm.People + 2 * half);
        return share * (1 - share);
    }

    /// <summary>Whether the trial may stop: the p-value has reached α.</summary>
    public bool MayStop(double alpha = 0.05) => PValue <= alpha;
}
