namespace Heed.Analytics.Evidence;

/// <summary>
/// Points freed from their likeness to the one before (AR(1), Prais and Winsten 1954): with a level m, value = m · Share + noise
/// that is independent from point to point and as wide as the points are. A gap of d periods counts as likeness^d.
/// </summary>
/// <param name="Value">The point less what the one before tells of it, in the metric's unit.</param>
/// <param name="Share">How much of the level is left in it: 1 for the first point.</param>
readonly record struct Whitened(double Value, double Share)
{
    public static Whitened First(double value) => new(value, 1);

    public static Whitened Next(double value, double before, int periods, double likeness)
    {
        var carried = Math.Pow(likeness, periods);
        var width = Math.Sqrt(1 - carried * carried);
        return new((value - carried * before) / width, (1 - carried) / width);
    }

    public static Whitened[] All(Series series, double likeness)
    {
        var all = new Whitened[series.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] =
                i == 0
                    ? First(series[0].Value)
                    : Next(series[i].Value, series[i - 1].Value, series.PeriodAt(i) - series.PeriodAt(i - 1), likeness);
        return all;
    }
}
