namespace Heed.Analytics.Text;

/// <summary>
/// Sorts remarks into classes after examples: a linear model of words, word pairs, letters and, in English, vectors; one
/// plane per class against all others. Deterministic.
/// </summary>
/// <remarks>It may be used by many threads through <see cref="Again"/>; one serves one thread.</remarks>
public sealed class RemarkClassifier
{
    /// <summary>Below this a class has nothing to be learnt from.</summary>
    public const int FewestExamples = 1;

    readonly RemarkFeatures _features;
    readonly int[] _placeToUsed;
    readonly float[] _weights;
    readonly int _classes;
    readonly FeatureRows _row = new();
    readonly double[] _heights;

    RemarkClassifier(RemarkFeatures features, int[] placeToUsed, float[] weights, int classes) =>
        (_features, _placeToUsed, _weights, _classes, _heights) = (
            features,
            placeToUsed,
            weights,
            classes,
            new double[classes]
        );

    /// <summary>How many classes there are.</summary>
    public int Classes => _classes;

    /// <summary>The same model for another thread.</summary>
    public RemarkClassifier Again() => new(_features.Again(), _placeToUsed, _weights, _classes);

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">Remarks with the number of their class, from 0.</param>
    /// <param name="classes">How many classes there are; 2 or more.</param>
    /// <param name="settings">How to learn.</param>
    /// <param name="unlabelled">Remarks without a class, which tell what words are common, and from which it may go on to learn.</param>
    /// <returns>The model; or a sentence when a class has no example.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two classes, or an example of a class that is none.</exception>
    public static Answer<RemarkClassifier> Train(
        IReadOnlyList<(string Remark, int Class)> examples,
        int classes,
        LearningSettings settings,
        IReadOnlyList<string>? unlabelled = null
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        var counts = new int[classes];
        foreach (var (_, number) in examples)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, classes);
            counts[number]++;
        }
        if (Array.FindIndex(counts, count => count < FewestExamples) is >= 0 and var bare)
            return new NoAnswer(
                $"Learning needs an example of every class, and class {bare + 1} of {classes} has none."
            );

        unlabelled ??= [];
        var features = RemarkFeatures.Of(
            examples.Select(example => example.Remark).Concat(unlabelled),
            settings.Rules,
            settings.Vectors
        );
        return new Training(features, examples, unlabelled, classes, settings).Run();
    }

    /// <summary>The class of a remark.</summary>
    /// <param name="remark">Any text.</param>
    public Chosen Of(ReadOnlySpan<char> remark)
    {
        _row.Clear();
        _features.AddTo(_row, remark);
        return Best(_row, 0);
    }

    internal static RemarkClassifier Of(RemarkFeatures features, float[][] planes)
    {
        var placeToUsed = new int[features.Count + 1];
        var used = 0;
        for (var place = 0; place <= features.Count; place++)
            placeToUsed[place] = Array.Exists(planes, plane => plane[place] != 0) ? used++ : -1;
        var weights = new float[used * planes.Length];
        for (var place = 0; place <= features.Count; place++)
            if (placeToUsed[place] is >= 0 and var row)
                for (var number = 0; number < planes.Length; number++)
                    weights[row * planes.Length + number] = planes[number][place];
        return new(features, placeToUsed, weights, planes.Length);
    }

    internal Chosen Best(FeatureRows rows, int row)
    {
        Array.Clear(_heights);
        AddHeights(_placeToUsed[^1], 1);
        var places = rows.Places(row);
        var values = rows.Values(row);
        for (var i = 0; i < places.Length; i++)
            AddHeights(_placeToUsed[places[i]], values[i]);
        var best = 0;
        for (var number = 1; number < _classes; number++)
            if (_heights[number] > _heights[best])
                best = number;
        var second = double.NegativeInfinity;
        for (var number = 0; number < _classes; number++)
            if (number != best)
                second = Math.Max(second, _heights[number]);
        return new(best, _heights[best] - second);
    }

    void AddHeights(int used, float value)
    {
        if (used < 0)
            return;
        var weights = _weights.AsSpan(used * _classes, _classes);
        for (var number = 0; number < weights.Length; number++)
            _heights[number] += weights[number] * value;
    }
}
