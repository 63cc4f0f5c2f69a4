using System.Globalization;

namespace Heed.Analytics.Scores;

/// <summary>Which end of a scale is the good one.</summary>
public enum ScaleOrder
{
    /// <summary>The highest point is the best answer, as in "5 = very satisfied".</summary>
    HigherIsBetter,

    /// <summary>The lowest point is the best answer, as in "1 = very good".</summary>
    LowerIsBetter,
}

/// <summary>
/// The points a question could be answered with, and which end is the good one: "1-5", or "5-1" where 1 is best.
/// </summary>
/// <remarks>
/// The direction is part of the scale because the same file shape carries both: 1-5 satisfaction has 5 as its best
/// point, while the older effort question and many national surveys have 1. A share of the best points looks at the
/// direction; a mean stays in the units that people saw.
/// </remarks>
public sealed record Scale
{
    Scale(int low, int high, ScaleOrder better) => (Low, High, Better) = (low, high, better);

    /// <summary>0 to 10, 10 best: the scale of the recommend question.</summary>
    public static Scale ZeroToTen { get; } = new(0, 10, ScaleOrder.HigherIsBetter);

    /// <summary>1 to 5, 5 best.</summary>
    public static Scale OneToFive { get; } = new(1, 5, ScaleOrder.HigherIsBetter);

    /// <summary>1 to 7, 7 best.</summary>
    public static Scale OneToSeven { get; } = new(1, 7, ScaleOrder.HigherIsBetter);

    /// <summary>The lowest point.</summary>
    public int Low { get; }

    /// <summary>The highest point.</summary>
    public int High { get; }

    /// <summary>Which end is the good one.</summary>
    public ScaleOrder Better { get; }

    /// <summary>How many points there are: 5 for 1-5, 11 for 0-10.</summary>
    public int Points => High - Low + 1;

    /// <summary>The same points with the other end as the good one.</summary>
    public Scale Reversed =>
        new(Low, High, Better == ScaleOrder.HigherIsBetter ? ScaleOrder.LowerIsBetter : ScaleOrder.HigherIsBetter);

    /// <summary>A scale from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">The lowest point, -100 or more.</param>
    /// <param name="high">The highest point, above <paramref name="low"/>, at most 100 points away.</param>
    /// <param name="better">Which end is the good one.</param>
    /// <returns>The scale, or a sentence when the ends do not make one.</returns>
    public static Answer<Scale> Of(int low, int high, ScaleOrder better = ScaleOrder.HigherIsBetter)
    {
        if (low >= high)
            return new NoAnswer($"A scale needs two points or more, lowest first: {low} to {high} is not one.");
        if (low < -100 || high > 100 || high - low > 100)
            return new NoAnswer(
                $"A scale lies within -100 and 100 and has at most 101 points: {low} to {high} does not."
            );
        return new Scale(low, high, better);
    }

    /// <summary>Reads "1-5" (5 is best) or "5-1" (1 is best).</summary>
    /// <returns>The scale, or a sentence that shows the expected form.</returns>
    public static Answer<Scale> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', Math.Min(1, text.Length));
        if (dash < 0 || !Number(text[..dash], out var first) || !Number(text[(dash + 1)..], out var last))
            return new NoAnswer(
                $"\"{text}\" is not a scale. Write the worst and the best point: 1-5, 0-10, or 5-1 where 1 is best."
            );
        return first < last ? Of(first, last) : Of(last, first, ScaleOrder.LowerIsBetter);
    }

    /// <summary>Whether <paramref name="answer"/> is one of the points: a whole number from the lowest to the highest.</summary>
    public bool Holds(double answer) => answer >= Low && answer <= High && Math.Floor(answer) == answer;

    /// <summary>How many steps <paramref name="point"/> is from the best point: 0 for the best itself.</summary>
    public int StepsFromBest(int point) => Better == ScaleOrder.HigherIsBetter ? High - point : point - Low;

    /// <summary>The form that <see cref="Parse"/> reads: worst point, dash, best point.</summary>
    public override string ToString() =>
        Better == ScaleOrder.HigherIsBetter
            ? string.Create(CultureInfo.InvariantCulture, $"{Low}-{High}")
            : string.Create(CultureInfo.InvariantCulture, $"{High}-{Low}");

    static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
}
