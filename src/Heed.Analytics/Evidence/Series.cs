using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Measurements of one thing, in the order in which they happened, at most one a period. Cannot be built wrong:
/// every value is finite, every date follows the one before, and what lies between is known to be a gap.
/// </summary>
public sealed class Series
{
    // Squares, and sums of squares, must stay finite.
    const double LargestValue = 1e100;

    readonly Point[] _points;
    readonly int[] _periods;
    readonly double[] _values;

    Series(Point[] points, Cadence cadence, int[] periods)
    {
        _points = points;
        _periods = periods;
        _values = Array.ConvertAll(points, point => point.Value);
        Cadence = cadence;
    }

    Series(Point[] points, Cadence cadence)
        : this(points, cadence, Array.ConvertAll(points, point => cadence.PeriodOf(point.Date))) { }

    /// <summary>Points that follow one another whatever their dates: the distances between rare events.</summary>
    internal static Series InSequence(Point[] points) =>
        new(points, Cadence.Day, [.. Enumerable.Range(0, points.Length)]);

    /// <summary>How often it is measured.</summary>
    public Cadence Cadence { get; }

    /// <summary>The points, oldest first.</summary>
    public IReadOnlyList<Point> Points => _points;

    /// <summary>The running numbers of the points' periods.</summary>
    internal int[] Periods => _periods;

    /// <summary>How many points there are; gaps do not count.</summary>
    public int Count => _points.Length;

    /// <summary>The values alone, oldest first.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The point at a place, the oldest at 0.</summary>
    public Point this[int index] => _points[index];

    /// <summary>The point at a place counted from either end.</summary>
    public Point this[Index index] => _points[index];

    /// <summary>Whether a period between the first and the last point has none.</summary>
    public bool HasGaps => Count > 1 && _periods[^1] - _periods[0] != Count - 1;

    /// <summary>Builds a series from points that are already in the order of their dates.</summary>
    /// <param name="points">The points, oldest first; none at all is allowed (not measured is a state, not an error).</param>
    /// <param name="cadence">How often it is measured.</param>
    /// <returns>
    /// The series; or a sentence when a date comes before its predecessor, two points share a period, a value is not a
    /// finite number or is beyond 1e100, or a population is not above zero.
    /// </returns>
    public static Answer<Series> Of(IEnumerable<Point> points, Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(points);
        var all = points.ToArray();
        for (var i = 0; i < all.Length; i++)
            if (Fault(all, i, cadence) is { } fault)
                return new NoAnswer(fault);
        return new Series(all, cadence);
    }

    /// <summary>Builds a series of values that follow one another without a gap.</summary>
    /// <param name="first">The date of the first value.</param>
    /// <param name="cadence">How often it is measured.</param>
    /// <param name="values">The values, oldest first.</param>
    public static Answer<Series> Of(DateOnly first, Cadence cadence, params ReadOnlySpan<double> values)
    {
        var points = new Point[values.Length];
        var period = cadence.PeriodOf(first);
        for (var i = 0; i < values.Length; i++)
            points[i] = new Point(i == 0 ? first : cadence.StartOf(period + i), values[i]);
        return Of(points, cadence);
    }

    static string? Fault(Point[] points, int i, Cadence cadence)
    {
        var (date, value, population) = points[i];
        if (!double.IsFinite(value))
            return $"Point {i + 1} ({Wording.Day(date)}) has no number: a value must be finite. Leave a period out when it was not measured.";
        if (Math.Abs(value) > LargestValue)
            return $"Point {i + 1} ({Wording.Day(date)}) is {Wording.Number(value)}: too large to compute with, and no measurement.";
        if (population is { } among && !(double.IsFinite(among) && among > 0))
            return $"Point {i + 1} ({Wording.Day(date)}) is counted among {Number(among)}: a population must be above zero.";
        if (i == 0)
            return null;
        var before = points[i - 1].Date;
        if (date < before)
            return $"Point {i + 1} ({Wording.Day(date)}) comes before point {i} ({Wording.Day(before)}): points must be in the order of their dates.";
        if (cadence.PeriodOf(date) == cadence.PeriodOf(before))
            return $"Points {i} and {i + 1} ({Wording.Day(before)}, {Wording.Day(date)}) fall in the same {cadence.Name()}: keep one, or measure more often.";
        if ((population is null) != (points[i - 1].Population is null))
            return $"Point {i + 1} ({Wording.Day(date)}) {(population is null ? "lacks" : "has")} a population and point {i} does not agree: give one to all points or to none.";
        return null;
    }

    /// <summary>The part of the series inside a window.</summary>
    public Series In(Window window) => Where(point => window.Holds(point.Date));

    /// <summary>The part before a date.</summary>
    public Series Before(DateOnly date) => Where(point => point.Date < date);

    /// <summary>The part from a date on.</summary>
    public Series From(DateOnly date) => Where(point => point.Date >= date);

    Series Where(Predicate<Point> wanted) => new(Array.FindAll(_points, wanted), Cadence);

    /// <summary>The running number of the point's period: a difference of one means neighbours, of more means a gap.</summary>
    public int PeriodAt(int index) => _periods[index];

    /// <summary>Whether a point and the one before it lie in neighbouring periods. The first point has none before it.</summary>
    public bool FollowsOn(int index) => index > 0 && _periods[index] - _periods[index - 1] == 1;

    /// <summary>Counts as rates: each value divided by its population, so that unequal denominators can be compared.</summary>
    /// <param name="per">The size of the rate's base: 1 for a share, 100,000 for "per 100,000 sales".</param>
    /// <returns>The series of rates, which keeps the populations; or a sentence when the points have none.</returns>
    public Answer<Series> AsRates(double per = 1)
    {
        if (!(double.IsFinite(per) && per > 0))
            throw new ArgumentOutOfRangeException(nameof(per), per, "The base of a rate must be above zero.");
        if (_points.Any(point => point.Population is null))
            return new NoAnswer(
                "A rate needs a population for each point (sales, calls, customers), and this series has none."
            );
        var rates = Array.ConvertAll(
            _points,
            point => point with { Value = point.Value / point.Population!.Value * per }
        );
        return Of(rates, Cadence);
    }

    /// <summary>
    /// A fingerprint of the points: SHA-256, in lower-case hexadecimal, over one line a point ("2026-01-05,12.5" and
    /// ",population" where there is one), values written so that they read back exactly. Kept with a verdict, it shows
    /// whether the data under it has changed since.
    /// </summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        text.Append(Cadence).Append('\n');
        foreach (var (date, value, population) in _points)
        {
            text.Append(Iso(date)).Append(',').Append(Number(value));
            if (population is { } among)
                text.Append(',').Append(Number(among));
            text.Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Zero has two faces in floating point; a fingerprint must not tell them apart.
    static string Number(double value) => (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);
}
