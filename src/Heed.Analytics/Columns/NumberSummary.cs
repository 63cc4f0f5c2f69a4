using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>The mean of numbers with its 95 % interval, no finer than so many people may say it.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="N">Of how many answers, or of how many effective ones where they are weighted.</param>
public readonly record struct NumberMean(double Value, double Low, double High, double N);

/// <summary>What may be shown of numbers that people gave: the mean, and how many lie in each band.</summary>
/// <remarks>
/// A band is a group of people and is protected as an option is (<see cref="OptionCounts"/>). The mean is one more equation
/// over the same people, and its interval another: with hidden bands of a known width, or one answer far above all others,
/// an exact mean would tell who is in them. So it is said to half its standard error at the finest, and never so finely that
/// single people in the next band would change it. An answer that is far out makes the standard error large, and hides itself.
/// Who said all the same in less than two minimums is not in it.
/// </remarks>
public sealed class NumberSummary
{
    /// <summary>So many people may stand one band further without changing the mean that is said.</summary>
    const int Moved = 4;
    readonly (long Low, long High)[] _below;

    NumberSummary(OptionCounts counts, (long, long)[] below, Answer<NumberMean> mean, NumberMean? weighted) =>
        (Counts, _below, Mean, Weighted) = (counts, below, mean, weighted);

    /// <summary>The bands as options, from the lowest up, and how many answered.</summary>
    public OptionCounts Counts { get; }

    /// <summary>The mean, every answer counted once; or why there is none.</summary>
    public Answer<NumberMean> Mean { get; }

    /// <summary>The same with weights; null where answers carry none or too few count.</summary>
    public NumberMean? Weighted { get; }

    /// <summary>
    /// The bands in which the middle answer lies, from what is shown alone: the number of the first and of the last, one and
    /// the same where nothing between is hidden. Null where nothing is shown.
    /// </summary>
    public (int First, int Last)? Middle
    {
        get
        {
            if (Counts.Total.Distribution is not { N: > 0 and var n })
                return null;
            var first = Array.FindLastIndex(_below, below => 2 * below.High <= n) + 1;
            var last = Array.FindIndex(_below, below => 2 * below.Low > n);
            return (first, last < 0 ? _below.Length : last);
        }
    }

    internal static Answer<NumberSummary> Of(SurveyColumns survey, string name)
    {
        var at = survey.Numbers.ToList().FindIndex(number => number.Name == name);
        if (at < 0)
            return new NoAnswer($"There is no number {name} in this survey.");
        var (bands, column) = (survey.Numbers[at].Bands, survey.Attribute(name));
        var blocks = survey.Snapshot(out var looks);
        Cube[] cubes = [.. looks.Select(rows => OptionCounts.Line(rows, column, blocks, survey))];
        CellSuppression[] protections = [.. cubes.Select(cube => CellSuppression.Of(cube, survey.Minimum))];
        NumberMoments once = default;
        NumberMoments weighted = default;
        for (var release = 0; release < looks.Length; release++)
        {
            if (!protections[release].Shows([null]))
                continue;
            var (plain, heavy) = NumberMoments.Of(blocks, looks[release], at);
            if (plain.IsOneValue && plain.N < 2 * survey.Minimum.Size && survey.Minimum.Protects)
                continue;
            once = once.With(plain);
            weighted = weighted.With(heavy);
        }
        return new NumberSummary(
            OptionCounts.Of(column, cubes, survey),
            [.. bands.Edges.Select((_, edge) => Below(cubes, protections, edge))],
            MeanOf(once, bands, survey.Minimum),
            survey.IsWeighted && MeanOf(weighted, bands, survey.Minimum) is { IsGiven: true } mean ? mean.Value : null
        );
    }

    /// <summary>How many lie below an edge, at least and at most: of a release that hides it any number may.</summary>
    static (long Low, long High) Below(Cube[] cubes, CellSuppression[] protections, int edge)
    {
        int[] under = [.. Enumerable.Range(1, edge + 1)];
        var (low, high) = (0L, 0L);
        foreach (var (cube, protection) in cubes.Zip(protections))
        {
            if (!protection.Shows([null]))
                continue;
            var all = cube.Sum([
                [.. Enumerable.Range(1, cube.Axes[0].Size - 1)],
            ]).N;
            var shown = protection.Shows([under]);
            var below = shown ? cube.Sum([under]).N : 0;
            low += below;
            high += shown ? below : all;
        }
        return (low, high);
    }

    static Answer<NumberMean> MeanOf(NumberMoments moments, Bands bands, MinimumGroup minimum)
    {
        if (moments.Count == 0)
            return new NoAnswer(
                minimum.Protects
                    ? $"Hidden: fewer than {minimum.Size} people answered, or so few said all the same that theirs would be known."
                    : "Nobody answered."
            );
        if (moments.N < 2)
            return new NoAnswer("A mean needs two answers or more to say how sure it is.");
        if (!double.IsFinite(moments.Mean) || !double.IsFinite(moments.Spread))
            return new NoAnswer("These numbers are too large for a mean.");
        if (moments.IsOneValue || moments.Spread <= 0)
            return new NoAnswer("Everybody gave the same number, so a mean says no more than the bands.");
        var mean = Intervals.Student(
            moments.Mean,
            moments.Spread,
            moments.N,
            moments.Least >= 0 ? 0 : double.NegativeInfinity,
            double.PositiveInfinity
        );
        if (!minimum.Protects)
            return new NumberMean(mean.Value, mean.Low, mean.High, moments.N);
        var step = Math.Max(
            RoundStep(mean.StandardError / 2, up: false),
            RoundStep(Moved * bands.Narrowest / moments.Count, up: true)
        );
        return new NumberMean(
            On(Math.Round(mean.Value / step), step),
            On(Math.Floor(mean.Low / step), step),
            On(Math.Ceiling(mean.High / step), step),
            moments.N
        );
    }

    static double On(double steps, double step) =>
        Math.Round(steps * step, Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 15));

    /// <summary>The nearest of 1, 2 and 5 times a power of ten, below or above.</summary>
    static double RoundStep(double size, bool up)
    {
        if (size <= 0)
            return 0;
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        double[] steps = [power, 2 * power, 5 * power, 10 * power];
        const double Near = 1e-9;
        return up ? Array.Find(steps, s => s >= size * (1 - Near)) : Array.FindLast(steps, s => s <= size * (1 + Near));
    }
}
