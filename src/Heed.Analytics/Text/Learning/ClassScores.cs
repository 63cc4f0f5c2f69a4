namespace Heed.Analytics.Text;

/// <summary>How good a classification is.</summary>
/// <param name="Accuracy">The share that is right, 0 to 1. Flattered where one class is frequent.</param>
/// <param name="MacroF1">The mean over the classes of the harmonic mean of precision and recall, 0 to 1: the honest one.</param>
/// <param name="Count">How many were judged.</param>
public readonly record struct ClassScores(double Accuracy, double MacroF1, int Count)
{
    /// <summary>Judges pairs of the true class and the said one. A class that is neither true nor said anywhere does not count.</summary>
    /// <param name="pairs">True and said class, from 0.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">There is no pair.</exception>
    public static ClassScores Of(IReadOnlyCollection<(int True, int Said)> pairs, int classes)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0)
            throw new ArgumentException("Nothing was classified.", nameof(pairs));
        var (right, isTrue, isSaid) = (new int[classes], new int[classes], new int[classes]);
        foreach (var (truth, said) in pairs)
        {
            isTrue[truth]++;
            isSaid[said]++;
            right[truth] += truth == said ? 1 : 0;
        }
        var scores = Enumerable
            .Range(0, classes)
            .Where(number => isTrue[number] + isSaid[number] > 0)
            .Select(number => 2.0 * right[number] / (isTrue[number] + isSaid[number]));
        return new((double)right.Sum() / pairs.Count, scores.Average(), pairs.Count);
    }
}
