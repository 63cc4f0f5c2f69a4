namespace Heed.Analytics.Evidence;

/// <summary>
/// What it brings when fewer customers leave. Whoever stays this month can stay in the next, so that a lower loss compounds:
/// of <c>N</c> customers <c>N(1 − loss)^m</c> are left after <c>m</c> months. The loss is held constant; where it falls with
/// time (Fader &amp; Hardie 2007), this says rather too little than too much.
/// </summary>
public static class Survivors
{
    const int MonthsAYear = 12;

    /// <summary>Revenue of those who would have left, year by year.</summary>
    /// <param name="customers">How many there are at the start; 0 or more.</param>
    /// <param name="each">What one of them brings a month; 0 or more.</param>
    /// <param name="loss">The share that leaves in a month as things are, 0..1.</param>
    /// <param name="less">By how much the share becomes smaller; 0 up to <paramref name="loss"/>.</param>
    /// <param name="years">How many years, 1 or more.</param>
    public static IReadOnlyList<LikelyRange> Years(
        double customers,
        double each,
        double loss,
        LikelyRange less,
        int years
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfNegative(each);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        if (!(loss is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(loss), loss, "A share lies in 0..1.");
        if (less.Low < 0 || less.High > loss)
            throw new ArgumentOutOfRangeException(nameof(less), less, "No more can stay than leave.");
        return
        [
            .. Enumerable
                .Range(0, years)
                .Select(year => new LikelyRange(Of(year, less.Low), Of(year, less.Likely), Of(year, less.High))),
        ];

        double Of(int year, double fewer) =>
            Enumerable
                .Range(year * MonthsAYear + 1, MonthsAYear)
                .Sum(month => customers * each * (Math.Pow(1 - loss + fewer, month) - Math.Pow(1 - loss, month)));
    }
}
