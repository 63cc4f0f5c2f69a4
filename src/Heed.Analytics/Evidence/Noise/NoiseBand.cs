namespace Heed.Analytics.Evidence;

/// <summary>How far a noise band can be trusted.</summary>
public enum BandState
{
    /// <summary>Too little to draw limits: fewer than 6 points in neighbouring periods.</summary>
    None,

    /// <summary>Trial limits from 6 to 11 points: shown, and marked as such.</summary>
    Provisional,

    /// <summary>Limits from 12 points or more.</summary>
    Firm,

    /// <summary>Every point equals the one before: there is no noise to measure, so there is no band.</summary>
    Flat,
}

/// <summary>
/// The noise band of a metric: the limits between which it moves when nothing has changed. The XmR chart of
/// Wheeler, <i>Understanding Variation</i>: centre = mean of the baseline, limits = centre ± 2.66 times the average
/// moving range, where a moving range is the distance between two neighbouring points.
/// </summary>
/// <remarks>
/// The width comes from point-to-point movement and not from the standard deviation, because a real shift inflates the
/// standard deviation and so hides itself; it barely touches the moving ranges. A moving range is never taken across a gap.
/// <code>
/// var band = NoiseBand.Of(series);
/// if (band.State is BandState.Firm) Console.WriteLine($"{band.Lower}..{band.Upper}");
/// </code>
/// </remarks>
public sealed record NoiseBand
{
    const int PointsForLimits = 6;
    const int PointsForFirmLimits = 12;

    // Moving ranges beyond this multiple of their average are left out when screening is asked for
    // (NHS Making Data Count's R package, NHSRplotthedots; 3.267 = D4 for ranges of two).
    const double ScreeningLimit = 3.267;

    // d2 for ranges of two points: the expected range in units of the standard deviation.
    internal const double ExpectedRange = 1.128;

    NoiseBand(Series baseline, BandSettings settings)
    {
        Settings = settings;
        Points = baseline.Count;
        Baseline = baseline.Count == 0 ? null : new Window(baseline[0].Date, baseline[^1].Date);
        if (Points == 0)
            return;
        PointsAlone = baseline.HasGaps ? CountAlone(baseline) : 0;
        (Centre, var average, var ranges) = Measure(baseline);
        if (ranges == 0)
            return;
        if (settings.ScreenMovingRanges)
        {
            (_, average, var kept) = Measure(baseline, ScreeningLimit * average);
            ScreenedRanges = ranges - kept;
        }
        AverageMovingRange = average;
        MedianMovingRange = settings.UsesMedianRange ? MedianRange(baseline) : null;
        var typical = MedianMovingRange ?? average;

        // A gap costs a moving range, and the width rests on those: count the points that they stand for.
        var effective = Math.Min(Points, ranges + 1);
        if (effective < PointsForLimits)
            return;
        if (average == 0)
        {
            State = BandState.Flat;
            return;
        }
        if (typical == 0)
            return;
        State = effective < PointsForFirmLimits ? BandState.Provisional : BandState.Firm;
        HalfWidth = settings.LimitFactor * typical;
        Lower = Math.Max(Centre!.Value - HalfWidth.Value, settings.Minimum ?? double.NegativeInfinity);
        Upper = Math.Min(Centre.Value + HalfWidth.Value, settings.Maximum ?? double.PositiveInfinity);
        RangeUpper = settings.RangeLimitFactor * typical;
    }

    /// <summary>Whether there are limits, and how firm they are.</summary>
    public BandState State { get; }

    /// <summary>The mean of the baseline, in the metric's unit; null when there is no point.</summary>
    public double? Centre { get; }

    /// <summary>The average distance between neighbouring points; null when no two points are neighbours.</summary>
    public double? AverageMovingRange { get; }

    /// <summary>The lower natural limit, clipped to the metric's minimum; null without limits.</summary>
    public double? Lower { get; }

    /// <summary>The upper natural limit, clipped to the metric's maximum; null without limits.</summary>
    public double? Upper { get; }

    /// <summary>The median distance between neighbouring points; null unless the settings ask for it.</summary>
    public double? MedianMovingRange { get; }

    /// <summary>The upper limit of the moving ranges themselves, 3.268 times their average (3.865 times their median); null without limits.</summary>
    public double? RangeUpper { get; }

    /// <summary>
    /// The spread of the noise as a standard deviation: average moving range / 1.128 (median one / 0.954 where the settings ask
    /// for it); null when unknown.
    /// </summary>
    public double? Sigma => (MedianMovingRange ?? AverageMovingRange) / Settings.RangePerSigma;

    /// <summary>How many points the band was computed from.</summary>
    public int Points { get; }

    /// <summary>
    /// Those of them that stand alone between gaps. They share in no moving range, so nothing says how far from usual they
    /// are, and they are left out of the centre: one typing error behind a gap would move it and widen nothing.
    /// </summary>
    public int PointsAlone { get; }

    /// <summary>The first and last date of those points; null when there is none.</summary>
    public Window? Baseline { get; }

    /// <summary>How many moving ranges were left out as outliers; 0 unless screening was asked for.</summary>
    public int ScreenedRanges { get; }

    /// <summary>The settings it was computed with.</summary>
    public BandSettings Settings { get; }

    /// <summary>Half the width before clipping; the rules about "nearer a limit than the centre" use it.</summary>
    internal double? HalfWidth { get; }

    /// <summary>Whether there are limits to compare with.</summary>
    public bool HasLimits => HalfWidth is not null;

    /// <summary>Whether a value lies outside the limits. Never true without limits.</summary>
    public bool Excludes(double value) => value < Lower || value > Upper;

    /// <summary>What the state means, in a sentence.</summary>
    public string InWords =>
        State switch
        {
            BandState.Firm => $"{Limits} from {Points - PointsAlone} points{Alone}.",
            BandState.Provisional =>
                $"Provisional {Limits.ToLowerInvariant()} from {Points - PointsAlone} points{Alone}; they are firm from {PointsForFirmLimits} on.",
            BandState.Flat => "Every point is the same: flat, no band.",
            _ when Points == 0 => "Not measured: there is no point.",
            _ when Points < PointsForLimits =>
                $"Limits need {PointsForLimits} points, and there {(Points == 1 ? "is 1" : $"are {Points}")}.",
            _ when MedianMovingRange == 0 =>
                "More than half of the points equal the one before, so the median moving range is nothing: use the average.",
            _ => $"Limits need {PointsForLimits} points in neighbouring periods; gaps leave too few.",
        };

    // Whoever adds up all points finds another mean than the centre.
    string Limits => PointsAlone > 0 ? "Centre and limits" : "Limits";

    string Alone =>
        PointsAlone switch
        {
            0 => "",
            1 => " (1 more stands alone between gaps and is left out)",
            var some => $" ({some} more stand alone between gaps and are left out)",
        };

    /// <summary>Computes the band.</summary>
    /// <param name="series">The measurements.</param>
    /// <param name="baseline">
    /// The window whose points set the band. Once chosen it is frozen: later points are compared with it and do not move
    /// it. Null takes all points.
    /// </param>
    /// <param name="settings">Constants, screening and bounds; null for Wheeler's.</param>
    public static NoiseBand Of(Series series, Window? baseline = null, BandSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new(baseline is { } window ? series.In(window) : series, settings ?? BandSettings.Wheeler);
    }

    static bool IsAlone(Series series, int i) =>
        (i == 0 || !series.FollowsOn(i)) && (i == series.Count - 1 || !series.FollowsOn(i + 1));

    static int CountAlone(Series series)
    {
        var alone = 0;
        for (var i = 0; i < series.Count; i++)
            alone += IsAlone(series, i) ? 1 : 0;
        // Where all are alone there are no limits that one of them could spoil.
        return alone == series.Count ? 0 : alone;
    }

    /// <summary>The mean of the values, the average of their moving ranges, and how many ranges there are.</summary>
    (double Mean, double AverageRange, int Ranges) Measure(Series series, double atMost = double.PositiveInfinity)
    {
        var values = series.Values;
        var gaps = series.HasGaps;
        // Around the first value, so that equal values give exactly that value and large ones lose nothing. Both sums in one
        // pass: each addition waits for the one before it, and so they wait together.
        var (first, before) = (values[0], values[0]);
        var (distances, sum, count) = (0.0, 0.0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            distances += value - first;
            var range = Math.Abs(value - before);
            before = value;
            if (range > atMost || gaps && !series.FollowsOn(i))
                continue;
            sum += range;
            count++;
        }
        var of = values.Length - PointsAlone;
        for (var i = 0; PointsAlone > 0 && i < values.Length; i++)
            distances -= IsAlone(series, i) ? values[i] - first : 0;
        return (first + distances / of, count == 0 ? 0 : sum / count, count);
    }

    static double MedianRange(Series series)
    {
        var ranges = new List<double>(series.Count);
        for (var i = 1; i < series.Count; i++)
            if (series.FollowsOn(i))
                ranges.Add(Math.Abs(series.Values[i] - series.Values[i - 1]));
        return Median.Of(ranges.ToArray());
    }
}
