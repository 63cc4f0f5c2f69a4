using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether the days of the week differ in a daily series, and by how much: a pattern that is known beforehand is no signal, and
/// as noise it would hide one.
/// </summary>
/// <remarks>
/// Each week is a block of its own, so that neither trends nor steps between weeks count as a pattern; the days are compared
/// within the weeks by the F test of randomised blocks (Fisher 1935, <i>The Design of Experiments</i>), which holds well where
/// noise is not normal. One in a hundred is asked for, because days that follow one another are a little alike.
/// <code>
/// var week = Weekdays.Of(visits);
/// if (week is { IsGiven: true, Value: { Differ: true } pattern })
///     visits = pattern.Without(visits);
/// </code>
/// </remarks>
/// <param name="Levels">How far each day of the week lies from the middle of all that were measured, Monday first; null where none was.</param>
/// <param name="F">The F statistic.</param>
/// <param name="P">How often as much would be seen if all days were alike.</param>
/// <param name="Centre">The middle of the days of the week.</param>
public sealed record Weekdays(IReadOnlyList<double?> Levels, double F, double P, double Centre)
{
    const int DaysOfAWeek = 7;

    /// <summary>What the test needs.</summary>
    public const int FewestWeeks = 3;
    const double OneInAHundred = 0.01;

    /// <summary>Whether the days differ more than noise explains.</summary>
    public bool Differ => P < OneInAHundred;

    /// <summary>Tests a daily series.</summary>
    /// <returns>The pattern; or a sentence when the series is not daily or has fewer than three weeks.</returns>
    public static Answer<Weekdays> Of(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Cadence is not Cadence.Day)
            return new NoAnswer("Days of the week can be told apart in a daily series only.");
        var weeks = series
            .Points.GroupBy(point => Cadence.Week.PeriodOf(point.Date))
            .Where(week => week.Count() > 1)
            .Select(week => week.ToArray())
            .ToArray();
        if (weeks.Length < FewestWeeks)
            return new NoAnswer(
                $"Days of the week can be told apart from {FewestWeeks} weeks on, and this has {weeks.Length}."
            );
        var days = weeks.SelectMany(week => week.Select(DayOf)).Distinct().Order().ToArray();
        if (days.Length < 2)
            return new NoAnswer("Only one day of the week was measured.");

        // Week means taken out of the values and of the columns: what is left are the days within the weeks.
        var (rows, wanted) = (new List<double[]>(), new List<double>());
        foreach (var week in weeks)
        {
            var mean = week.Average(point => point.Value);
            foreach (var point in week)
            {
                wanted.Add(point.Value - mean);
                rows.Add([
                    .. days[1..]
                        .Select(day =>
                            (DayOf(point) == day ? 1.0 : 0) - week.Count(p => DayOf(p) == day) / (double)week.Length
                        ),
                ]);
            }
        }
        var freedom = wanted.Count - weeks.Length - (days.Length - 1);
        if (freedom < 1 || LeastSquares.Fit([.. rows], wanted.ToArray()) is not { } fit)
            return new NoAnswer("The weeks hold too few days to tell the days of the week apart.");
        var all = wanted.Sum(value => value * value);
        var (explained, error) = (Math.Max(0, all - fit.SumOfSquares) / (days.Length - 1), fit.SumOfSquares / freedom);
        // Values that repeat to the digit every week leave nothing but rounding.
        var f =
            all <= 0 ? 0
            : error > 1e-12 * all ? explained / error
            : double.MaxValue;
        var levels = new double?[DaysOfAWeek];
        var mid = fit.Coefficients.Sum() / days.Length;
        for (var i = 0; i < days.Length; i++)
            levels[days[i]] = (i == 0 ? 0 : fit.Coefficients[i - 1]) - mid;
        var centre = weeks.SelectMany(week => week).Average(point => point.Value - levels[DayOf(point)]!.Value);
        // The distribution has no number for an F without end.
        var p = f < double.MaxValue ? 1 - FisherSnedecor.CDF(days.Length - 1, freedom, f) : 0;
        return new Weekdays(levels, f, p, centre);
    }

    static int DayOf(Point point) => point.Date.DayNumber % DaysOfAWeek;

    /// <summary>The same points as if each fell on a middle day of the week.</summary>
    public Series Without(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Series
            .Of(
                series.Points.Select(point => point with { Value = point.Value - (Levels[DayOf(point)] ?? 0) }),
                series.Cadence
            )
            .Value;
    }

    /// <summary>
    /// Counts keep their values; what differs is how many were to be expected, which becomes their population, or part of it. Days
    /// of the week on which nothing ever happens are left out: nothing can be learnt from them.
    /// </summary>
    public Series AsPopulations(Series counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Series
            .Of(
                counts
                    .Points.Where(point => FactorOf(point) > 0)
                    .Select(point => point with { Population = (point.Population ?? 1) * FactorOf(point) }),
                counts.Cadence
            )
            .Value;
    }

    // A hair above nothing is rounding: the days were closed.
    double FactorOf(Point point) =>
        Centre > 0 && 1 + (Levels[DayOf(point)] ?? 0) / Centre is var factor and > 1e-6 ? factor : 0;

    /// <summary>“Monday 19 above the middle of the week, Sunday 53 below it”: the highest and the lowest day.</summary>
    public string InWords
    {
        get
        {
            var known = Levels.Index().Where(day => day.Item is not null).OrderBy(day => day.Item).ToArray();
            var (low, high) = (known[0], known[^1]);
            return $"{Name(high.Index)} lies {Wording.Number(high.Item!.Value)} above the middle of the week, {Name(low.Index)} {Wording.Number(-low.Item!.Value)} below it";
        }
    }

    static DayOfWeek Name(int day) => (DayOfWeek)((day + 1) % DaysOfAWeek);
}
