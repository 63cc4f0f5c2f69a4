using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>
/// What looking again costs. The first look, on the locked day, spends 2.5 % on the side of "Improved"; the looks after it share
/// another 2.5 %: the k-th spends 2.5 % / (k·(k − 1)), and 1/2 + 1/6 + 1/12 + … is 1.
/// </summary>
/// <remarks>
/// So however often one looks, "Improved" is said at some look of a series in which nothing happened in at most 5 of 100 cases
/// (Boole's inequality: nothing need be known of how alike the looks are). Spending by the number of the look and not by the
/// data seen, as Lan and DeMets (1983) spend by time, needs no plan of how many looks there will be.
/// </remarks>
public static class AlphaSpending
{
    const double OneSide = 0.025;

    /// <summary>The confidence of the interval at a look: 0.95 at the first, 0.975 at the second, then nearer to one.</summary>
    /// <param name="look">The number of the look, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static double Confidence(int look)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
        return 1 - 2 * (look == 1 ? OneSide : OneSide / ((double)look * (look - 1)));
    }

    /// <summary>“2nd”, “3rd”, “11th”.</summary>
    internal static string Ordinal(int look) =>
        look.ToString(CultureInfo.InvariantCulture)
        + (
            look % 100 is >= 11 and <= 13
                ? "th"
                : (look % 10) switch
                {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                }
        );
}
