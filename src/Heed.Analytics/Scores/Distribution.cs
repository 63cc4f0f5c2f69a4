namespace Heed.Analytics.Scores;

/// <summary>
/// How often each point of a scale was answered: all that a score needs. Where answers carry weights, also the sum of
/// the weights at each point and the sum of their squares.
/// </summary>
/// <remarks>
/// Ten million answers on 0-10 are eleven counts, so every score, interval and bootstrap below works on these and never
/// on the answers. Unknown is kept apart: a missing answer is counted in <see cref="Missing"/> and nowhere else.
/// </remarks>
public sealed class Distribution
{
    readonly long[] _counts;
    readonly double[]? _weights;

    internal Distribution(Scale scale, long[] counts, long missing, double[]? weights, double squaredWeight)
    {
        Scale = scale;
        _counts = counts;
        Missing = missing;
        _weights = weights;
        N = counts.Sum();
        TotalWeight = weights?.Sum() ?? N;
        TotalSquaredWeight = weights is null ? N : squaredWeight;
    }

    /// <summary>The scale the answers are on.</summary>
    public Scale Scale { get; }

    /// <summary>How many answered.</summary>
    public long N { get; }

    /// <summary>How many were asked and gave no answer on the scale (blank, "not applicable").</summary>
    public long Missing { get; }

    /// <summary>Whether answers carry weights.</summary>
    public bool IsWeighted => _weights is not null;

    /// <summary>The sum of the weights of those who answered; N when there are no weights.</summary>
    public double TotalWeight { get; }

    /// <summary>The sum of the squared weights of those who answered; N when there are no weights.</summary>
    public double TotalSquaredWeight { get; }

    /// <summary>
    /// How many equally weighted answers carry as much information: Kish's (Σw)² / Σw² (<i>Survey Sampling</i>, 1965).
    /// N when all weights are alike, less the more they differ.
    /// </summary>
    public double EffectiveN => TotalSquaredWeight > 0 ? TotalWeight * TotalWeight / TotalSquaredWeight : 0;

    /// <summary>The counts from the lowest point to the highest.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>A distribution from counts that somebody published or a database counted.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="counts">One count for each point, lowest point first.</param>
    /// <param name="missing">How many gave no answer.</param>
    /// <returns>The distribution, or a sentence: wrong number of counts, or a negative one.</returns>
    public static Answer<Distribution> FromCounts(Scale scale, ReadOnlySpan<long> counts, long missing = 0)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (counts.Length != scale.Points)
            return new NoAnswer($"The scale {scale} has {scale.Points} points, but {counts.Length} counts were given.");
        if (missing < 0 || counts.ContainsAnyInRange(long.MinValue, -1))
            return new NoAnswer("A count of answers is below zero.");
        return new Distribution(scale, counts.ToArray(), missing, null, 0);
    }

    /// <summary>How many answered <paramref name="point"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not on the scale.</exception>
    public long CountOf(int point) => _counts[IndexOf(point)];

    /// <summary>The sum of the weights of those who answered <paramref name="point"/>; the count when there are no weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not on the scale.</exception>
    public double WeightOf(int point) => _weights is null ? CountOf(point) : _weights[IndexOf(point)];

    /// <summary>Whether everybody who answered gave the same answer.</summary>
    public bool IsUnanimous => N > 0 && _counts.Max() == N;

    /// <summary>The share, 0 to 1, of those at most <paramref name="steps"/> steps from the best point.</summary>
    internal double ShareNearBest(int steps, bool weighted)
    {
        var sum = 0.0;
        for (var point = Scale.Low; point <= Scale.High; point++)
            if (Scale.StepsFromBest(point) <= steps)
                sum += weighted ? WeightOf(point) : CountOf(point);
        return sum / (weighted ? TotalWeight : N);
    }

    /// <summary>The mean and the mean squared distance from it, in points of the scale.</summary>
    internal (double Mean, double Spread) Moments(bool weighted)
    {
        double total = weighted ? TotalWeight : N;
        double sum = 0;
        for (var point = Scale.Low; point <= Scale.High; point++)
            sum += (weighted ? WeightOf(point) : CountOf(point)) * point;
        var mean = sum / total;
        double squares = 0;
        for (var point = Scale.Low; point <= Scale.High; point++)
            squares += (weighted ? WeightOf(point) : CountOf(point)) * (point - mean) * (point - mean);
        return (mean, squares / total);
    }

    /// <summary>The answers of some groups together.</summary>
    internal static Distribution Together(IReadOnlyList<Distribution> parts)
    {
        var first = parts[0];
        var counts = new long[first._counts.Length];
        var weights = parts.All(part => part.IsWeighted) ? new double[counts.Length] : null;
        foreach (var part in parts)
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += part._counts[i];
                if (weights is not null)
                    weights[i] += part._weights![i];
            }
        return new(
            first.Scale,
            counts,
            parts.Sum(part => part.Missing),
            weights,
            parts.Sum(part => part.TotalSquaredWeight)
        );
    }

    /// <summary>All answers but those of a part of them; null where the part holds an answer that the whole does not.</summary>
    internal Distribution? Without(Distribution part)
    {
        long[] counts = [.. _counts.Zip(part._counts, (all, some) => all - some)];
        if (counts.Any(count => count < 0) || IsWeighted != part.IsWeighted)
            return null;
        double[]? weights = _weights is null
            ? null
            : [.. _weights.Zip(part._weights!, (all, some) => Math.Max(0, all - some))];
        return new(
            Scale,
            counts,
            Math.Max(0, Missing - part.Missing),
            weights,
            Math.Max(0, TotalSquaredWeight - part.TotalSquaredWeight)
        );
    }

    int IndexOf(int point) =>
        point >= Scale.Low && point <= Scale.High
            ? point - Scale.Low
            : throw new ArgumentOutOfRangeException(nameof(point), point, $"Not a point of the scale {Scale}.");
}
