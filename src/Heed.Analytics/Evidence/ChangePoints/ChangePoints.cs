namespace Heed.Analytics.Evidence;

/// <summary>A place where the level of a series shifted.</summary>
/// <param name="Date">The first point of the new level, at its most likely place.</param>
/// <param name="Likely">Between which points it lies with a probability of 95 %.</param>
/// <param name="Before">The mean of the stretch before, in the metric's unit.</param>
/// <param name="After">The mean of the stretch after.</param>
public sealed record ChangePoint(DateOnly Date, Window Likely, double Before, double After)
{
    /// <summary>How far the level moved.</summary>
    public double Step => After - Before;
}

/// <summary>
/// "Something changed about here": the lasting shifts of level that a series shows by itself, when nobody names a date.
/// </summary>
/// <remarks>
/// PELT (<see cref="Segmentation"/>) on points freed from likeness to their neighbour. The likeness is estimated as by
/// Chakar, Lebarbier, Lévy-Leduc and Robin 2017, which shifts of level hardly disturb, and is 0.3 at least; the noise is the average
/// moving range / 1.128. The penalty was chosen by simulation: noise alone, of an autocorrelation from 0 to 0.3 and 20 to
/// 1,000 points, shows a shift in at most 5 of 100 series. A season or a slow trend can look like shifts; a trend is told
/// apart where a straight line fits better.
/// </remarks>
public sealed record ChangePoints
{
    /// <summary>The fewest points of a stretch.</summary>
    public const int ShortestStretch = 6;

    const int FewestPoints = 20;
    const double LeastLikeness = 0.3;
    const double MostLikeness = 0.9;

    ChangePoints() { }

    /// <summary>The shifts, oldest first; empty when none is seen or the series drifts.</summary>
    public required IReadOnlyList<ChangePoint> Shifts { get; init; }

    /// <summary>Whether a straight line tells the points better than any shifts of level.</summary>
    public required bool Drifts { get; init; }

    /// <summary>The autocorrelation that the points were freed from.</summary>
    public required double Autocorrelation { get; init; }

    /// <summary>What is seen, in one sentence.</summary>
    public string Sentence =>
        Drifts ? "It drifts rather than shifts: a straight line tells the points better than any date of a change."
        : Shifts.Count == 0 ? "No lasting shift of level is seen at any date."
        : Shifts.Count == 1 ? $"Something changed {About(Shifts[0])}."
        : $"The level shifted {Shifts.Count} times, the last time {About(Shifts[^1])}.";

    static string About(ChangePoint shift) =>
        $"about {Wording.Day(shift.Date)} ({Between(shift)}): from a mean of {Wording.Number(shift.Before)} to {Wording.Number(shift.After)}";

    static string Between(ChangePoint shift) =>
        shift.Likely.From == shift.Likely.To
            ? "95 % sure of that very point"
            : $"95 % sure between {Wording.Day(shift.Likely.From)} and {Wording.Day(shift.Likely.To)}";

    /// <summary>Whether a dated change is where the series itself says, in one sentence.</summary>
    public string Beside(DateOnly change)
    {
        if (Shifts.Count == 0)
            return Drifts
                ? "By itself the series shows a drift and no shift of level at any date."
                : "By itself the series shows no lasting shift at any date; a small or gradual effect makes none.";
        var nearest = Shifts.MinBy(shift => Math.Abs(shift.Date.DayNumber - change.DayNumber))!;
        return nearest.Likely.Holds(change)
            ? $"The series itself shows a shift there: {Between(nearest)}."
            : $"The series itself shows its nearest shift elsewhere, about {Wording.Day(nearest.Date)} ({Between(nearest)}): something other than this change may have made it.";
    }

    /// <summary>Searches a series.</summary>
    /// <param name="series">The measurements.</param>
    /// <returns>The shifts, none among them; or a sentence with fewer than 20 points, or where they hardly vary.</returns>
    public static Answer<ChangePoints> Of(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count < FewestPoints)
            return new NoAnswer($"A search for changes needs {FewestPoints} points, has {series.Count}.");
        var likeness = Likeness(series);
        var points = Whitened.All(series, likeness);
        if (Noise(series, points) is not { } noise)
            return new NoAnswer("The points hardly vary from one to the next, so there is no noise to compare with.");
        // Around the middle, so that a large level under a small noise loses no digits.
        var centre = Median.Of(series.Values);
        points = Array.ConvertAll(
            points,
            point => new Whitened((point.Value - centre * point.Share) / noise, point.Share)
        );
        var search = new Segmentation(points);
        var penalty = Penalty(series.Count);
        var starts = Real(search, search.Starts(penalty, ShortestStretch), penalty, series.Count);
        var drifts = starts.Count > 0 && IsDrift(series, points, search, starts, penalty);
        return new ChangePoints
        {
            Shifts = drifts ? [] : Shifted(series, search, starts),
            Drifts = drifts,
            Autocorrelation = likeness,
        };
    }

    /// <summary>
    /// A little above what noise of an autocorrelation of 0.3 reaches in 5 of 100 series: by simulation, 5.0 at 20 points, 6.8 at
    /// 52, 8.1 at 104, 9.2 at 260 and 10.9 at 1,000.
    /// </summary>
    internal static double Penalty(int points) => 1.4 + 1.47 * Math.Log(points);

    /// <summary>
    /// The first point of a new level was freed from likeness to the old one. After a large step it lies far from all points
    /// that follow, and would part a stretch of its own: a shift must be there without it.
    /// </summary>
    static List<int> Real(Segmentation search, List<int> starts, double penalty, int points)
    {
        List<int> real = [];
        for (var i = 0; i < starts.Count; i++)
        {
            var (at, to) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : points);
            if (
                real.Count == 0
                || search.Cost(real[^1] + 1, at) + search.Cost(at, to) + penalty < search.Cost(real[^1] + 1, to)
            )
                real.Add(at);
        }
        return real;
    }

    static List<ChangePoint> Shifted(Series series, Segmentation search, List<int> starts)
    {
        var shifts = new List<ChangePoint>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (from, at) = (i == 0 ? 0 : starts[i - 1], starts[i]);
            var to = i + 1 < starts.Count ? starts[i + 1] : series.Count;
            var (first, last) = search.Likely(from, at, to, ShortestStretch);
            shifts.Add(
                new(
                    series[at].Date,
                    new(series[first].Date, series[last].Date),
                    Mean(series.Values[from..at]),
                    Mean(series.Values[at..to])
                )
            );
        }
        return shifts;
    }

    static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>
    /// (mean |y(t+2) − y(t)| / mean |y(t+1) − y(t)|)² − 1: the estimate of Chakar et al. 2017 (equation 4) with means for medians,
    /// which a few shifts disturb little and which vary less.
    /// </summary>
    internal static double Likeness(Series series)
    {
        var (one, two, ones, twos) = (0.0, 0.0, 0, 0);
        for (var i = 1; i < series.Count; i++)
        {
            if (!series.FollowsOn(i))
                continue;
            (one, ones) = (one + Math.Abs(series[i].Value - series[i - 1].Value), ones + 1);
            if (series.FollowsOn(i - 1))
                (two, twos) = (two + Math.Abs(series[i].Value - series[i - 2].Value), twos + 1);
        }
        if (twos == 0 || one == 0)
            return LeastLikeness;
        var ratio = two / twos / (one / ones);
        return Math.Clamp(ratio * ratio - 1, LeastLikeness, MostLikeness);
    }

    /// <summary>The average moving range of the freed points / 1.128; null where there is none.</summary>
    internal static double? Noise(Series series, Whitened[] points)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 2; i < points.Length; i++)
            if (series.FollowsOn(i) && series.FollowsOn(i - 1))
                (sum, count) = (sum + Math.Abs(points[i].Value - points[i - 1].Value), count + 1);
        var noise = count == 0 ? 0 : sum / count / NoiseBand.ExpectedRange;
        var size = Math.Max(Math.Abs(series.Values[0]), Math.Abs(series.Values[^1]));
        return noise > 1e-12 * size && count >= FewestPoints / 2 ? noise : null;
    }

    /// <summary>A line has one slope where the steps have a size and a place each.</summary>
    static bool IsDrift(Series series, Whitened[] points, Segmentation search, List<int> starts, double penalty)
    {
        var rows = new double[points.Length][];
        var middle = (series.PeriodAt(0) + series.PeriodAt(series.Count - 1)) / 2.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var time = series.PeriodAt(i) - middle;
            // A period that has been freed from the one before, as its value was.
            var slope =
                i == 0
                    ? time
                    : time * points[i].Share + Carried(points[i].Share) * (series.PeriodAt(i) - series.PeriodAt(i - 1));
            rows[i] = [points[i].Share, slope];
        }
        if (LeastSquares.Fit(rows, Array.ConvertAll(points, point => point.Value)) is not { } line)
            return false;
        int[] ends = [0, .. starts, points.Length];
        var steps = ends.Zip(ends.Skip(1), search.Cost).Sum();
        return line.SumOfSquares + penalty < steps + starts.Count * penalty;

        // Share = (1 − c)/√(1 − c²) = √((1 − c)/(1 + c)), so that c/√(1 − c²) = (1 − share²)/(2 share).
        static double Carried(double share) => (1 - share * share) / (2 * share);
    }
}
