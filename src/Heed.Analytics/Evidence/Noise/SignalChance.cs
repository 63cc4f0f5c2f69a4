using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// How often noise alone would make a signal, so that a list of many metrics can allow for how many they are
/// (<see cref="AdjustedP.BenjaminiHochberg"/>).
/// </summary>
public static class SignalChance
{
    // Degrees of freedom of an average moving range of n points: about .62 (n - 1) (Wheeler, Advanced Topics in Statistical
    // Process Control, 1995, table of bias correction factors).
    const double FreedomPerPoint = 0.62;

    /// <summary>The two-sided p-value of a stretch, 0 to 1, from independent normal noise around its band.</summary>
    /// <remarks>
    /// Outside: Student's t of the distance from the centre, since centre and noise are known from n points only; of several
    /// points in a row the farthest or all of them together, whichever says more, counted twice for the choice. A run of k on one
    /// side: 2^(1 - k). A trend of k: 2/k!. The others by the binomial chances of the normal tails that they name.
    /// </remarks>
    /// <param name="look">The series with its bands.</param>
    /// <param name="stretch">One of its stretches.</param>
    public static double Of(BandedSeries look, Signal stretch)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(stretch);
        var count = stretch.To - stretch.From + 1;
        return Math.Min(
            1,
            stretch.Rule switch
            {
                SignalRule.Outside => Outside(look, stretch, count),
                SignalRule.RunOnOneSide => Math.Pow(2, 1 - count),
                SignalRule.Trend => 2 / Factorial(count),
                SignalRule.NearALimit => AtLeast(3, 4, Normal.CDF(0, 1, -1.5)),
                _ => AtLeast(2, 3, Normal.CDF(0, 1, -2)),
            }
        );
    }

    static double Factorial(int count) => MathNet.Numerics.SpecialFunctions.Factorial(Math.Min(count, 170));

    static double Outside(BandedSeries look, Signal stretch, int count)
    {
        if (look.Bands.At(stretch.FromDate) is not { HasLimits: true } band)
            return 1;
        var freedom = Math.Max(1, FreedomPerPoint * (band.Points - 1));
        var error = band.Sigma!.Value * Math.Sqrt(1 + 1.0 / band.Points);
        double Tail(int i) => StudentT.CDF(0, 1, freedom, -Math.Abs(look.Series[i].Value - band.Centre!.Value) / error);
        double[] tails = [.. Enumerable.Range(stretch.From, count).Select(Tail)];
        return count == 1 ? 2 * tails[0] : 2 * 2 * Math.Min(tails.Min(), Math.Pow(tails.Max(), count));
    }

    // Two-sided: so many or more of a few points beyond on the same side.
    static double AtLeast(int least, int of, double tail) =>
        2 * Enumerable.Range(least, of - least + 1).Sum(k => Binomial.PMF(tail, of, k));
}
