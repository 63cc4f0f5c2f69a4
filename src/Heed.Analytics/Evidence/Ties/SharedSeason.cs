using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Evidence;

/// <summary>
/// What returns every year (and, in days, every week): two series that merely share it look tied, and neither differencing
/// nor prewhitening takes it out.
/// </summary>
static class SharedSeason
{
    const int OnePair = 52;
    const int TwoPairs = 104;
    const double Rounding = 1e-20;
    const double DaysInAYear = 365.25;

    /// <summary>How many columns a run of so many periods can carry: what is left then tells of noise.</summary>
    static int Waves(int periods, double periodsInAYear) =>
        periods >= TwoPairs / 52.0 * periodsInAYear ? 2
        : periods >= OnePair / 52.0 * periodsInAYear ? 1
        : 0;

    /// <summary>The columns of a season for the periods that begin on these days; none where the run is too short or yearly.</summary>
    /// <remarks>
    /// Months and quarters of the year and days of the week have a column each, so that a December that stands out alone is
    /// held as well; weeks and days of the year have pairs of waves, of which two need two years and one needs one.
    /// </remarks>
    public static IReadOnlyList<double[]> Of(Cadence cadence, DateOnly[] starts) =>
        cadence switch
        {
            Cadence.Month => Each(starts, 12, day => day.Month - 1),
            Cadence.Quarter => Each(starts, 4, day => (day.Month - 1) / 3),
            Cadence.Week => [.. Year(starts, Waves(starts.Length, DaysInAYear / 7))],
            Cadence.Day =>
            [
                .. Each(starts, 7, day => (int)day.DayOfWeek),
                .. Year(starts, Waves(starts.Length, DaysInAYear)),
            ],
            _ => [],
        };

    /// <summary>Whether a year's season could be taken out of a run of so many periods.</summary>
    public static bool CoverAYear(Cadence cadence, int periods) =>
        cadence switch
        {
            Cadence.Week => Waves(periods, DaysInAYear / 7) > 0,
            Cadence.Day => Waves(periods, DaysInAYear) > 0,
            _ => true,
        };

    /// <summary>The values less their least-squares season and mean; both series of a tie are cleaned of the same columns.</summary>
    public static double[] Without(double[] values, IReadOnlyList<double[]> season)
    {
        if (season.Count == 0)
            return values;
        var design = Matrix<double>.Build.DenseOfColumns([Enumerable.Repeat(1.0, values.Length), .. season]);
        var observed = Vector<double>.Build.DenseOfArray(values);
        var rest = observed - design * design.QR().Solve(observed);
        // What is left of a series that has nothing but its season is rounding, and no movement.
        return rest.DotProduct(rest) > Rounding * observed.DotProduct(observed)
            ? rest.ToArray()
            : new double[values.Length];
    }

    // All kinds but the last: with the mean they tell every kind apart.
    static double[][] Each(DateOnly[] starts, int kinds, Func<DateOnly, int> kind) =>
        [
            .. Enumerable
                .Range(0, kinds - 1)
                .Select(k => Array.ConvertAll(starts, day => kind(day) == k ? 1.0 : 0))
                .Where(column => column.Contains(1)),
        ];

    static IEnumerable<double[]> Year(DateOnly[] starts, int pairs)
    {
        for (var pair = 1; pair <= pairs; pair++)
        {
            var turn = 2 * Math.PI * pair / DaysInAYear;
            yield return Array.ConvertAll(starts, day => Math.Sin(turn * day.DayNumber));
            yield return Array.ConvertAll(starts, day => Math.Cos(turn * day.DayNumber));
        }
    }
}
