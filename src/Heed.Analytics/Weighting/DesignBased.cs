using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Weighting;

/// <summary>A weighted figure with the error that the way of drawing and weighting gives it.</summary>
/// <param name="Value">The weighted mean or total, in the units of the values.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end of its interval.</param>
/// <param name="StandardError">Its standard error over all samples that could have been drawn so.</param>
/// <param name="N">How many answered.</param>
/// <param name="Freedom">Clusters less strata: how much there is to learn the error from.</param>
public readonly record struct DesignEstimate(
    double Value,
    double Low,
    double High,
    double StandardError,
    int N,
    int Freedom
);

/// <summary>
/// Means and totals with design-based errors. Kish's effective n (<see cref="Distribution.EffectiveN"/>) knows that weights
/// differ; this also knows that people were drawn in groups and strata, and that raking took some chance away.
/// </summary>
/// <remarks>
/// Linearisation: each respondent's influence on the figure, freed of what the raked margins fix, is summed within the first
/// groups drawn, and the spread of those sums within strata gives the variance (Binder 1983; Deville and Särndal 1992; the
/// method of the R package survey, Lumley 2004).
/// </remarks>
public static class DesignBased
{
    const int Rounds = 10;

    /// <summary>The weighted mean; a share where values are 0 and 1, a recommend score where they are 100, 0 and −100.</summary>
    /// <param name="values">One value per respondent; null where there is no answer.</param>
    /// <param name="design">How they were drawn and weighted.</param>
    /// <param name="level">The level of the interval, above 0.5 and below 1.</param>
    /// <returns>The mean, or a sentence: nobody answered, lists that do not fit, or a stratum with a single cluster.</returns>
    public static Answer<DesignEstimate> Mean(IReadOnlyList<double?> values, SampleDesign design, double level = 0.95)
    {
        if (WhyNot(values, design, level) is { } because)
            return new NoAnswer(because);
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                (sum, weights) = (sum + design.Weights[i] * value, weights + design.Weights[i]);
        var mean = sum / weights;
        return Estimate(mean, values, design, level, (value, weight) => weight * (value - mean) / weights);
    }

    /// <summary>The weighted total over the population.</summary>
    /// <inheritdoc cref="Mean"/>
    public static Answer<DesignEstimate> Total(IReadOnlyList<double?> values, SampleDesign design, double level = 0.95)
    {
        if (WhyNot(values, design, level) is { } because)
            return new NoAnswer(because);
        var total = values.Select((value, i) => design.Weights[i] * value ?? 0).Sum();
        return Estimate(total, values, design, level, (value, weight) => weight * value);
    }

    static string? WhyNot(IReadOnlyList<double?> values, SampleDesign design, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(design);
        Intervals.Z(level);
        if (values.All(value => value is null))
            return "Nobody answered.";
        return values.OfType<double>().Any(value => !double.IsFinite(value))
            ? "A value must be a finite number; leave it out where there is no answer."
            : design.WhyNot(values.Count);
    }

    static Answer<DesignEstimate> Estimate(
        double value,
        IReadOnlyList<double?> values,
        SampleDesign design,
        double level,
        Func<double, double, double> influence
    )
    {
        var influences = new double[values.Count];
        for (var i = 0; i < influences.Length; i++)
            influences[i] = values[i] is { } answer ? influence(answer, design.Weights[i]) : 0;
        FreeOfMargins(influences, design);
        if (Variance(influences, design).Refused(out var because, out var spread))
            return new NoAnswer(because);
        var error = Math.Sqrt(spread.Variance);
        var reach = StudentT.InvCDF(0, 1, spread.Freedom, (1 + level) / 2) * error;
        return new DesignEstimate(
            value,
            value - reach,
            value + reach,
            error,
            values.Count(answer => answer is not null),
            spread.Freedom
        );
    }

    /// <summary>Takes each raked category's mean influence per weight away, round and round, as raking itself goes.</summary>
    static void FreeOfMargins(double[] influences, SampleDesign design)
    {
        for (var round = 0; round < Rounds && design.RakedTo.Count > 0; round++)
            foreach (var margin in design.RakedTo)
            {
                var size = margin.Of.Max() + 1;
                var (sums, counts) = (new double[size], new int[size]);
                for (var i = 0; i < influences.Length; i++)
                {
                    sums[margin.Of[i]] += influences[i] / design.Weights[i];
                    counts[margin.Of[i]]++;
                }
                for (var i = 0; i < influences.Length; i++)
                    influences[i] -= design.Weights[i] * sums[margin.Of[i]] / counts[margin.Of[i]];
            }
    }

    static Answer<(double Variance, int Freedom)> Variance(double[] influences, SampleDesign design)
    {
        var (variance, freedom) = (0.0, 0);
        foreach (var stratum in Enumerable.Range(0, influences.Length).GroupBy(design.StratumOf))
        {
            var sums = stratum
                .GroupBy(design.ClusterOf)
                .Select(cluster => cluster.Sum(respondent => influences[respondent]))
                .ToArray();
            if (sums.Length < 2)
                return new NoAnswer(
                    design.Strata is null
                        ? "The error needs two clusters or more, and there is 1."
                        : $"Stratum {stratum.Key} has a single cluster, so its error is not known. Join it with another stratum."
                );
            var population = design.InPopulation?[stratum.First()] ?? double.PositiveInfinity;
            if (!(population >= sums.Length))
                return new NoAnswer(
                    $"{sums.Length} clusters were drawn, and the population is said to have {population}: that cannot be."
                );
            var mean = sums.Average();
            variance +=
                (1 - sums.Length / population)
                * sums.Length
                / (sums.Length - 1.0)
                * sums.Sum(sum => (sum - mean) * (sum - mean));
            freedom += sums.Length - 1;
        }
        return (variance, freedom);
    }
}
