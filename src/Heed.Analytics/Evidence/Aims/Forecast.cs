namespace Heed.Analytics.Evidence;

/// <summary>Where a key result would land if it went on as it has lately.</summary>
/// <remarks>
/// The slope is the median of the slopes between all pairs of recent points (Theil 1950, Sen 1968), so one wild week does not
/// turn it; the interval is a 95 % prediction interval from the spread of the points around that line, grows with the distance,
/// and allows for noise that remembers from one period to the next. A forecast is not a verdict: it assumes that nothing changes.
/// </remarks>
/// <param name="On">The day it is for.</param>
/// <param name="Value">The projected value, within the metric's bounds.</param>
/// <param name="Low">The lower end of the 95 % prediction interval, within the bounds.</param>
/// <param name="High">The upper end, within the bounds.</param>
/// <param name="SlopePerDay">The slope, in the metric's unit per day.</param>
/// <param name="Points">How many recent points it rests on.</param>
public sealed record Forecast(DateOnly On, double Value, double Low, double High, double SlopePerDay, int Points)
{
    const int FewestPoints = 4;
    const int RecentDays = 42;
    const double Rounding = 1e-12;

    /// <summary>Projects a series to a day.</summary>
    /// <param name="series">The measurements; the last 6 weeks are used, or the last 4 points when those reach further back.</param>
    /// <param name="on">The day to project to, not before the last point.</param>
    /// <param name="minimum">The lowest value the metric can take; null when there is none.</param>
    /// <param name="maximum">The highest value the metric can take; null when there is none.</param>
    /// <returns>The forecast; or a sentence when there are fewer than 4 days with a point, the day has passed, or the recent
    /// points lie exactly on one line.</returns>
    public static Answer<Forecast> Of(Series series, DateOnly on, double? minimum = null, double? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count < FewestPoints)
            return new NoAnswer(
                $"Not enough data: a forecast needs points on {FewestPoints} days, has {series.Count}."
            );
        var last = series[^1].Date;
        if (on < last)
            return new NoAnswer(
                $"A forecast looks ahead, and {Wording.Day(on)} is before the last point ({Wording.Day(last)})."
            );
        var recent = series.From(last.AddDays(-RecentDays));
        if (recent.Count < FewestPoints)
            recent = series.From(series[^FewestPoints].Date);

        var n = recent.Count;
        var days = new double[n];
        var values = recent.Values;
        for (var i = 0; i < n; i++)
            days[i] = recent[i].Date.DayNumber - last.DayNumber;
        var slopes = new List<double>(n * (n - 1) / 2);
        for (var i = 0; i < n; i++)
        for (var j = 0; j < i; j++)
            slopes.Add((values[i] - values[j]) / (days[i] - days[j]));
        var slope = Median.Of(slopes.ToArray());
        var offsets = new double[n];
        for (var i = 0; i < n; i++)
            offsets[i] = values[i] - slope * days[i];
        var level = Median.Of(offsets);

        var residuals = Array.ConvertAll(offsets, offset => offset - level);
        if (residuals.Max(Math.Abs) <= Rounding * recent.Points.Max(point => Math.Abs(point.Value)))
            return new NoAnswer(
                $"The last {n} points lie exactly on one line, so nothing shows how far the next may lie from it."
            );
        double ahead = on.DayNumber - last.DayNumber;
        var value = level + slope * ahead;
        var periods = new double[n];
        for (var i = 0; i < n; i++)
            periods[i] = recent.PeriodAt(i);
        var reach = ForecastError.Reach(series, periods, residuals, series.Cadence.PeriodOf(on));
        double Within(double x) => Math.Min(Math.Max(x, minimum ?? x), maximum ?? double.PositiveInfinity);
        return new Forecast(on, Within(value), Within(value - reach), Within(value + reach), slope, n);
    }
}
