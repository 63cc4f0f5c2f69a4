namespace Heed.Analytics.Evidence;

/// <summary>What the codes that raters give mean.</summary>
public enum MeasurementLevel
{
    /// <summary>Names: the same or not.</summary>
    Nominal,

    /// <summary>Ranks: only the order counts.</summary>
    Ordinal,

    /// <summary>Numbers whose differences count.</summary>
    Interval,

    /// <summary>Numbers with a true zero, whose ratios count; not below zero.</summary>
    Ratio,
}

/// <summary>
/// Agreement of raters over many units, each rated by some of them: Krippendorff's α, 1 − observed/expected disagreement
/// (Krippendorff, <i>Computing Krippendorff's Alpha-Reliability</i>, 2011).
/// </summary>
/// <param name="Value">1 is perfect, 0 is chance, below 0 is systematic disagreement; null when all ratings are the same (0/0).</param>
/// <param name="Units">How many units were rated by two or more.</param>
/// <param name="Ratings">How many ratings those units have.</param>
public readonly record struct KrippendorffAlpha(double? Value, int Units, int Ratings)
{
    const int FewestUnits = 5;

    /// <summary>All raters gave the same code to everything, so that α has no meaning.</summary>
    public bool IsUnanimous => Value is null;

    /// <summary>Computes α.</summary>
    /// <param name="units">For each unit what each rater gave; null where a rater did not rate it.</param>
    /// <param name="level">What the codes mean.</param>
    /// <returns>α; or a sentence when no unit was rated twice or a code does not fit the level.</returns>
    public static Answer<KrippendorffAlpha> Of(IEnumerable<IEnumerable<double?>> units, MeasurementLevel level)
    {
        ArgumentNullException.ThrowIfNull(units);
        var rated = units.Select(unit => unit.OfType<double>().ToArray()).Where(unit => unit.Length >= 2).ToArray();
        if (rated.Length == 0)
            return new NoAnswer("Agreement needs units that two or more rated, and there is none.");
        if (rated.SelectMany(unit => unit).Any(code => !double.IsFinite(code)))
            return new NoAnswer("A code must be a finite number; leave it out where a rater gave none.");
        if (level is MeasurementLevel.Ratio && rated.SelectMany(unit => unit).Any(code => code < 0))
            return new NoAnswer("A ratio scale does not go below zero.");

        double[] codes = [.. rated.SelectMany(unit => unit).Distinct().Order()];
        var total = rated.Sum(unit => unit.Length);
        if (codes.Length == 1)
            return new KrippendorffAlpha(null, rated.Length, total);
        var coincidences = new double[codes.Length, codes.Length];
        var frequencies = new double[codes.Length];
        foreach (var unit in rated)
            for (var a = 0; a < unit.Length; a++)
            {
                var row = Array.BinarySearch(codes, unit[a]);
                frequencies[row]++;
                for (var b = 0; b < unit.Length; b++)
                    if (a != b)
                        coincidences[row, Array.BinarySearch(codes, unit[b])] += 1.0 / (unit.Length - 1);
            }
        // In units of the largest code, so that no square overflows or vanishes; every level's α is the same in any unit.
        var largest = codes.Max(Math.Abs);
        double[] inUnits = [.. codes.Select(code => code / largest)];
        var (observed, expected) = (0.0, 0.0);
        for (var a = 0; a < codes.Length; a++)
        for (var b = 0; b < a; b++)
        {
            var distance = Distance(level, inUnits, frequencies, b, a);
            observed += coincidences[a, b] * distance;
            expected += frequencies[a] * frequencies[b] * distance;
        }
        return new KrippendorffAlpha(1 - (total - 1) * observed / expected, rated.Length, total);
    }

    /// <summary>α with its 95 % interval, by resampling the units.</summary>
    /// <remarks>
    /// With 10 or 20 units it holds the truth in 89.5 of 100 simulated cases and not in 95, with 50 units in 95: show few units
    /// with a word of caution.
    /// </remarks>
    /// <param name="units">As for <see cref="Of"/>.</param>
    /// <param name="level">What the codes mean.</param>
    /// <param name="seed">Any number; the same one repeats the interval.</param>
    /// <param name="resamples">How many resamples, 100 or more.</param>
    /// <returns>α with its interval; or a sentence when there is no α, or fewer than 5 units were rated twice.</returns>
    public static Answer<Estimate> Interval(
        IEnumerable<IEnumerable<double?>> units,
        MeasurementLevel level,
        ulong seed = 1,
        int resamples = 1000
    )
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        double?[][] rated =
        [
            .. units.Select(unit => unit.ToArray()).Where(unit => unit.Count(code => code is not null) >= 2),
        ];
        if (Of(rated, level).Refused(out var because, out var alpha))
            return new NoAnswer(because);
        if (alpha.Value is not { } value)
            return new NoAnswer("All ratings are the same, so there is nothing to agree or disagree about.");
        if (rated.Length < FewestUnits)
            return new NoAnswer(
                $"An interval needs {FewestUnits} units that two or more rated, and there are {rated.Length}."
            );
        var draws = new Scores.Draws(seed);
        var found = new List<double>(resamples);
        // A resample in which all ratings are the same has no α: draw again, but not for ever.
        for (var tried = 0; found.Count < resamples && tried < 10 * resamples; tried++)
            if (Of(rated.Select(_ => rated[draws.Below(rated.Length)]), level).Value.Value is { } drawn)
                found.Add(drawn);
        if (found.Count < resamples)
            return new NoAnswer("Nearly all ratings are the same: too few units differ to say how sure α is.");
        double[] sorted = [.. found.Order()];
        var mean = sorted.Average();
        return new Estimate(
            value,
            Scores.Bootstrap.Percentile(sorted, 0.025),
            Scores.Bootstrap.Percentile(sorted, 0.975),
            Math.Sqrt(sorted.Average(drawn => (drawn - mean) * (drawn - mean)))
        );
    }

    static double Distance(MeasurementLevel level, double[] codes, double[] frequencies, int low, int high)
    {
        var difference = codes[high] - codes[low];
        switch (level)
        {
            case MeasurementLevel.Nominal:
                return 1;
            case MeasurementLevel.Ordinal:
                var between = -(frequencies[low] + frequencies[high]) / 2;
                for (var code = low; code <= high; code++)
                    between += frequencies[code];
                return between * between;
            case MeasurementLevel.Interval:
                return difference * difference;
            case MeasurementLevel.Ratio:
                var ratio = difference / (codes[high] + codes[low]);
                return ratio * ratio;
            default:
                throw new ArgumentOutOfRangeException(nameof(level));
        }
    }
}
