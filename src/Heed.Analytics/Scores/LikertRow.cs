namespace Heed.Analytics.Scores;

/// <summary>One step of a Likert row: what part of the people chose it.</summary>
/// <param name="Point">The point of the scale.</param>
/// <param name="Share">In percent, with a Wilson interval.</param>
/// <param name="N">How many chose it.</param>
public readonly record struct LikertStep(int Point, Estimate Share, long N);

/// <summary>
/// A question as a row of bars: the share of each answer, and of those on the good side, the bad side and the middle, each with
/// its interval.
/// </summary>
/// <remarks>
/// Where a scale has a middle point it belongs to neither side. The intervals are one at a time: of twenty rows one is expected to
/// miss its true share at a level of 0.95.
/// </remarks>
/// <param name="Steps">The points of the scale, the worst first.</param>
/// <param name="Good">The share, in percent, on the good side of the middle.</param>
/// <param name="Middle">The share at the middle point; null where the scale has none.</param>
/// <param name="Bad">The share on the bad side of the middle.</param>
/// <param name="N">How many answered.</param>
/// <param name="Missing">How many did not.</param>
/// <param name="EffectiveN">How many equally weighted answers it is worth; N unless weighted.</param>
public sealed record LikertRow(
    IReadOnlyList<LikertStep> Steps,
    Estimate Good,
    Estimate? Middle,
    Estimate Bad,
    long N,
    long Missing,
    double EffectiveN
)
{
    /// <summary>Computes a row.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <param name="weighted">Whether to count each answer by its weight, with Kish's effective n in the intervals.</param>
    /// <returns>The row, or a sentence: nobody answered, or there are no weights, or all are zero.</returns>
    public static Answer<LikertRow> Of(Distribution answers, double level = 0.95, bool weighted = false)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Intervals.Z(level);
        if (answers.N == 0)
            return new NoAnswer("There are no answers yet.");
        if (weighted && !answers.IsWeighted)
            return new NoAnswer("These answers carry no weights. Ask for the row without them.");
        if (weighted && answers.TotalWeight == 0)
            return new NoAnswer($"The weights of all {answers.N} answers are zero, so nobody is represented.");
        var n = weighted ? answers.EffectiveN : answers.N;
        var total = weighted ? answers.TotalWeight : answers.N;
        Estimate Share(IEnumerable<int> points)
        {
            var sum = points.Sum(point => weighted ? answers.WeightOf(point) : answers.CountOf(point));
            var share = Intervals.Wilson(Math.Min(sum / total, 1) * n, n, level);
            return new(100 * share.Value, 100 * share.Low, 100 * share.High, 100 * share.StandardError);
        }
        int[] fromWorst =
        [
            .. Enumerable.Range(answers.Scale.Low, answers.Scale.Points).OrderByDescending(answers.Scale.StepsFromBest),
        ];
        var half = fromWorst.Length / 2;
        return new LikertRow(
            [.. fromWorst.Select(point => new LikertStep(point, Share([point]), answers.CountOf(point)))],
            Share(fromWorst[^half..]),
            fromWorst.Length % 2 == 1 ? Share([fromWorst[half]]) : null,
            Share(fromWorst[..half]),
            answers.N,
            answers.Missing,
            n
        );
    }
}
