namespace Heed.Analytics.Evidence;

/// <summary>
/// What a verdict on so many periods after would show: the interval that the model would give, by what the points before say of the
/// noise and of the trend.
/// </summary>
sealed class PlannedEffect(Series before)
{
    const int LongestWatch = 520;

    // Beyond a year of weeks one more period moves nothing that is shown.
    static readonly int[] Watches =
    [
        .. Enumerable.Range(1, 60),
        .. Enumerable.Range(1, 15).Select(i => 60 + 4 * i),
        .. Enumerable.Range(1, (LongestWatch - 120) / 16).Select(i => 120 + 16 * i),
    ];

    readonly Dictionary<int, double?> _shown = [];
    readonly Dictionary<SeasonalWaves, WhitenedDesign[]> _past = [];

    /// <summary>What the points before say of themselves; null when they do not vary beside a trend.</summary>
    public ChangePosterior? Past => field ??= Judge(WavesAfter(ChooseMethod.Fewest), before.Count);

    /// <summary>
    /// The smallest effect that would show four times in five after so many periods. Watching longer is never worse while the same
    /// seasons are allowed for: a trend that is drawn on further is known less, and the verdict loses by it no more than it gains.
    /// </summary>
    public double Smallest(int after)
    {
        var waves = WavesAfter(after);
        return Watches.Where(watch => watch < after && WavesAfter(watch) == waves).Append(after).Min(Shown);
    }

    /// <summary>The fewest periods, no fewer than asked about, that would show the effect; null when none would.</summary>
    public int? Needed(double effect, int atLeast) =>
        Watches
            .Append(atLeast)
            .Where(watch => watch >= Math.Max(atLeast, ChooseMethod.Fewest))
            .Order()
            .Select(watch => (int?)watch)
            .FirstOrDefault(watch => effect >= Smallest(watch!.Value));

    /// <summary>From how many points on a season is allowed for that a shorter watch did without, and what it shows less for it; null without.</summary>
    public (int Points, double Before)? SeasonFrom(int after)
    {
        var first = Enumerable
            .Range(ChooseMethod.Fewest, Math.Max(0, after - ChooseMethod.Fewest + 1))
            .FirstOrDefault(watch => WavesAfter(watch) == WavesAfter(after));
        return first > ChooseMethod.Fewest && Smallest(first - 1) is var shorter && shorter < Smallest(after)
            ? (before.Count + first, shorter)
            : null;
    }

    SeasonalWaves WavesAfter(int after) => SeasonalWaves.ByRule(before.Cadence, before.Count + after);

    ChangePosterior? Judge(SeasonalWaves waves, double distance)
    {
        var past = new ChangeDesign(before.Periods, before.Count, before.Cadence, waves, distance);
        if (!_past.TryGetValue(waves, out var seen))
            _past[waves] = seen = Array.ConvertAll(NoiseKind.All, noise => new WhitenedDesign(past, noise));
        return ChangePosterior.Of(past, seen, before.Values);
    }

    double Shown(int after)
    {
        if (_shown.TryGetValue(after, out var known))
            return known ?? double.PositiveInfinity;
        var (n, waves) = (before.Count, WavesAfter(after));
        int[] periods = [.. before.Periods, .. Enumerable.Range(before.Periods[^1] + 1, after)];
        var whole = new ChangeDesign(periods, n, before.Cadence, waves);
        // Judged as it will be: by the steepness that the distance of the two sides allows.
        var posterior = Judge(waves, whole.Distance);
        _shown[after] = posterior is null ? null : Shown(whole, posterior);
        return _shown[after] ?? double.PositiveInfinity;
    }

    static double Shown(ChangeDesign whole, ChangePosterior posterior)
    {
        var ahead = Array.ConvertAll(NoiseKind.All, noise => new WhitenedDesign(whole, noise));
        var (weights, scales) = (new List<double>(), new List<double>());
        foreach (var (noise, steepness, weight, variance) in posterior.Noises)
        {
            var (steady, growing, grows) = Expected(whole, ahead[noise], steepness);
            weights.AddRange(weight * (1 - grows), weight * grows);
            scales.AddRange(Math.Sqrt(variance * steady), Math.Sqrt(variance * growing));
        }
        var degrees = Math.Max(3, whole.Degrees);
        var half = new StudentMixture(degrees, [.. weights], new double[weights.Count], [.. scales]).Quantile(0.975);
        return half * (1 + Estimate.Quantile(degrees, 0.6) / Estimate.Quantile(degrees));
    }

    /// <summary>
    /// The variance of the effect without and with growth, in units of the noise's, and how likely growth would be held where there is
    /// none: by the marginal likelihood, when it is off by one standard error.
    /// </summary>
    static (double Steady, double Growing, double Grows) Expected(
        ChangeDesign design,
        WhitenedDesign seen,
        double steepness
    )
    {
        var trend = seen.TrendLeft + design.PrecisionOfTrend(steepness);
        var effect = 1 / seen.EffectRoot;
        var onTrend = seen.TrendOnEffect * effect;
        var steady = effect * effect + onTrend * onTrend / trend;
        var left = seen.GrowthLeft - seen.BothLeft * seen.BothLeft / trend;
        var precision = design.PrecisionOfGrowth;
        var onGrowth = seen.GrowthOnEffect * effect - seen.BothLeft * onTrend / trend;
        var held = Math.Sqrt(precision / (precision + left)) * Math.Exp(0.5 * left / (precision + left));
        return (steady, steady + onGrowth * onGrowth / (left + precision), held / (1 + held));
    }
}
