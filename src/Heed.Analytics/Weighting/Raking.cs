using System.Globalization;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Weighting;

/// <summary>How raking goes about it.</summary>
public sealed record RakingOptions
{
    /// <summary>How often to go round all margins at most.</summary>
    public int MostCycles { get; init; } = 50;

    /// <summary>Done when no margin is off by more than this share of the population.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>
    /// The largest weight, as a multiple of the mean weight; null for no limit. Five is common: one person who speaks for
    /// twenty makes the result hang on one answer.
    /// </summary>
    public double? LargestOfMean { get; init; }

    /// <summary>The smallest weight, as a multiple of the mean weight; null for no limit.</summary>
    public double? SmallestOfMean { get; init; }
}

/// <summary>How far one category stayed from its target.</summary>
/// <param name="Margin">The characteristic.</param>
/// <param name="Category">The category.</param>
/// <param name="Target">Its share of the population, 0 to 1.</param>
/// <param name="Reached">Its share of the weights, 0 to 1.</param>
public sealed record MarginGap(string Margin, string Category, double Target, double Reached);

/// <summary>Weights that make a sample look like the population, margin by margin, and how well that went.</summary>
/// <param name="Weights">One weight per respondent, in their order; they add up to the targets' total.</param>
/// <param name="Converged">Whether all margins were met within the tolerance.</param>
/// <param name="Cycles">How often it went round.</param>
/// <param name="Worst">The category furthest from its target.</param>
/// <param name="Trimmed">How many weights lie at a limit.</param>
/// <param name="EffectiveN">Kish's effective number of respondents, (Σw)² / Σw².</param>
/// <param name="Warning">What the reader must know, as a sentence; null when all is well.</param>
public sealed record RakedWeights(
    double[] Weights,
    bool Converged,
    int Cycles,
    MarginGap Worst,
    int Trimmed,
    double EffectiveN,
    string? Warning
);

/// <summary>
/// Raking (iterative proportional fitting): multiplies the weights of each category by target over current share, one
/// margin after the other, round and round until all fit.
/// </summary>
/// <remarks>
/// Deming and Stephan, Annals of Mathematical Statistics 11, 1940. Raking mends who answered by what is known of the
/// population; it cannot mend that those who answered think otherwise than those of their kind who did not. Where it does
/// not converge the weights are still the best of the way so far, so they are given, with a warning.
/// </remarks>
public static class Raking
{
    const double SameTotal = 1e-3;
    const int MostTrims = 50;

    /// <summary>Rakes starting weights to margins.</summary>
    /// <param name="start">The weights to begin with (the inverse chance to be asked, or 1 for all), above zero.</param>
    /// <param name="margins">One or more margins; all must have the same total.</param>
    /// <param name="options">How to go about it.</param>
    /// <returns>The weights, or a sentence about margins that no weights can meet.</returns>
    public static Answer<RakedWeights> Rake(
        IReadOnlyList<double> start,
        IReadOnlyList<Margin> margins,
        RakingOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(margins);
        options ??= new();
        if ((WhyNot(start, margins) ?? WhyNot(options)) is { } because)
            return new NoAnswer(because);
        var total = margins[0].Targets.Sum();
        double[][] targets = [.. margins.Select(margin => Scaled(margin.Targets, total))];
        var weights = Scaled(start, total);
        var (cycles, trimmed) = (0, 0);
        var worst = Worst(weights, margins, targets, total);
        while (Math.Abs(worst.Reached - worst.Target) > options.Tolerance && cycles < options.MostCycles)
        {
            cycles++;
            for (var m = 0; m < margins.Count; m++)
                Fit(weights, margins[m].Of, targets[m]);
            trimmed = Trim(weights, options, total / weights.Length);
            worst = Worst(weights, margins, targets, total);
        }
        var converged = Math.Abs(worst.Reached - worst.Target) <= options.Tolerance;
        var effective = total * total / weights.Sum(weight => weight * weight);
        return new RakedWeights(
            weights,
            converged,
            cycles,
            worst,
            trimmed,
            effective,
            converged ? null : Warning(worst, cycles, trimmed)
        );
    }

    static string? WhyNot(IReadOnlyList<double> start, IReadOnlyList<Margin> margins)
    {
        if (start.Count == 0 || margins.Count == 0)
            return "Raking needs respondents and at least one margin.";
        if (start.Any(weight => !(weight > 0 && Weight.IsPossible(weight))))
            return "Every starting weight must be above zero: nobody can be raked up from nothing.";
        var total = margins[0].Targets.Sum();
        return margins
            .Select(margin => WhyNot(margin, start.Count, margins[0].Name, total))
            .FirstOrDefault(why => why is not null);
    }

    static string? WhyNot(RakingOptions options) =>
        options.LargestOfMean <= 1 || options.SmallestOfMean is >= 1 or < 0
            ? "The largest weight must be above the mean weight and the smallest below it."
            : null;

    static string? WhyNot(Margin margin, int respondents, string first, double total)
    {
        if (margin.Of.Count != respondents)
            return $"{margin.Name} has {margin.Of.Count} values for {respondents} respondents.";
        if (margin.Targets.Count != margin.Categories.Count || margin.Targets.Any(target => !Weight.IsPossible(target)))
            return $"{margin.Name} needs one target per category, zero or more.";
        if (!(Math.Abs(margin.Targets.Sum() - total) <= SameTotal * total))
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{margin.Name} has {margin.Targets.Sum():G10} people and {first} has {total:G10}. Both describe one population, so the totals must agree."
            );
        var unknown = margin.Of.Count(category => category < 0 || category >= margin.Categories.Count);
        if (unknown > 0)
            return $"{unknown} respondents have no category of {margin.Name}. Give them one, with a target, or leave them out.";
        for (var c = 0; c < margin.Categories.Count; c++)
        {
            var there = margin.Of.Count(category => category == c);
            if (there == 0 && margin.Targets[c] > 0)
                return $"Nobody who answered is {margin.Categories[c]} ({margin.Name}), so no weight can stand for them. Join it with another category.";
            if (there > 0 && margin.Targets[c] == 0)
                return $"{there} respondents are {margin.Categories[c]} ({margin.Name}), of whom the population has none.";
        }
        return null;
    }

    static double[] Scaled(IReadOnlyList<double> values, double total)
    {
        var scale = total / values.Sum();
        return [.. values.Select(value => value * scale)];
    }

    static double[] Sums(double[] weights, IReadOnlyList<int> of, int categories)
    {
        var sums = new double[categories];
        for (var i = 0; i < weights.Length; i++)
            sums[of[i]] += weights[i];
        return sums;
    }

    static void Fit(double[] weights, IReadOnlyList<int> of, double[] targets)
    {
        var sums = Sums(weights, of, targets.Length);
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= targets[of[i]] / sums[of[i]];
    }

    // What the limits cut off is spread over the weights that are not at a limit, so that the total stays.
    static int Trim(double[] weights, RakingOptions options, double mean)
    {
        var (low, high) = (
            mean * (options.SmallestOfMean ?? 0),
            mean * (options.LargestOfMean ?? double.PositiveInfinity)
        );
        for (var round = 0; round < MostTrims && weights.Any(weight => weight < low || weight > high); round++)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] = Math.Clamp(weights[i], low, high);
            var free = weights.Where(weight => weight > low && weight < high).Sum();
            var missing = mean * weights.Length - weights.Sum();
            for (var i = 0; i < weights.Length; i++)
                if (weights[i] > low && weights[i] < high)
                    weights[i] *= 1 + missing / free;
        }
        return weights.Count(weight => weight <= low || weight >= high);
    }

    static MarginGap Worst(double[] weights, IReadOnlyList<Margin> margins, double[][] targets, double total)
    {
        MarginGap? worst = null;
        var sum = weights.Sum();
        for (var m = 0; m < margins.Count; m++)
        {
            var sums = Sums(weights, margins[m].Of, targets[m].Length);
            for (var c = 0; c < sums.Length; c++)
            {
                var gap = new MarginGap(
                    margins[m].Name,
                    margins[m].Categories[c],
                    targets[m][c] / total,
                    sums[c] / sum
                );
                if (worst is null || Math.Abs(gap.Reached - gap.Target) > Math.Abs(worst.Reached - worst.Target))
                    worst = gap;
            }
        }
        return worst!;
    }

    static string Warning(MarginGap worst, int cycles, int trimmed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"After {cycles} rounds the margins are not all met: {worst.Category} ({worst.Margin}) has {100 * worst.Reached:G6} % of the weight instead of {100 * worst.Target:G6} %. "
        )
        + (
            trimmed > 0
                ? $"{trimmed} weights stand at their limit; allow larger ones, or join small categories."
                : "Margins that contradict each other in the sample never fit; join small categories, or allow more rounds."
        );
}
