namespace Heed.Analytics.Text;

/// <summary>
/// A vector per remark: the average of its words' vectors, rare words weighing more, without the direction that all remarks
/// share (SIF: Arora, Liang and Ma 2017). Remarks of like meaning lie near one another, also without a word in common.
/// </summary>
/// <remarks>
/// A word of probability p weighs a / (a + p), a = 0.001. Probabilities come from the word's rank in the language (Zipf's
/// law) and not from the remarks: where all speak of cards, “card” is frequent and still tells a card from an account. With
/// own counts the nearest of 77 intents of BANKING77 was right for 48 % of the test remarks, with ranks for 61 %; taking
/// away the common direction gives 63 %. English only, as the vectors are. Order does not matter and
/// a “not” changes little: vectors tell what a remark is about, not whether it is content.
/// The same remark gives the same numbers on every machine. It may be used by many threads.
/// </remarks>
public sealed class RemarkVectors
{
    const double Smoothing = 1e-3;

    /// <summary>As many remarks show the common direction as well as a million do.</summary>
    const int EnoughForDirection = 10_000;

    readonly WordVectors _words;
    readonly float[] _weights;
    readonly float[] _common;

    RemarkVectors(WordVectors words, float[] weights, float[] common) =>
        (_words, _weights, _common) = (words, weights, common);

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => _words.Dimensions;

    /// <summary>Vectors by the language's own frequencies; no direction is taken away.</summary>
    /// <param name="words">The word vectors.</param>
    public static RemarkVectors Of(WordVectors words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words, Weights(words), []);
    }

    /// <summary>Vectors fitted to a set of remarks: the direction that they all share is taken away.</summary>
    /// <param name="words">The word vectors.</param>
    /// <param name="remarks">The remarks. Null is an empty remark.</param>
    /// <param name="rules">The rules of their language.</param>
    public static RemarkVectors Of(WordVectors words, IReadOnlyList<string?> remarks, WordRules rules)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(remarks);
        var weights = Weights(words);
        return new(words, weights, CommonDirection.Of(new(words, weights, []), Sample(remarks), new(rules)));
    }

    /// <summary>Writes the vector of a remark, of length 1.</summary>
    /// <param name="remark">The remark's words (<see cref="WordReader.Read"/>).</param>
    /// <param name="into">As long as <see cref="Dimensions"/>; all zero where there is no vector.</param>
    /// <returns>False when no word of the remark has a vector.</returns>
    public bool TryWrite(ReadOnlySpan<Word> remark, Span<float> into)
    {
        into = into[..Dimensions];
        into.Clear();
        foreach (var word in remark)
            if (_words.Rank(word.Hash) is >= 0 and var rank)
                _words.AddTo(into, rank, _weights[rank]);
        if (_common.Length > 0)
            Directions.Remove(into, _common);
        return Directions.Normalise(into);
    }

    /// <summary>The vectors of many remarks, one after another: remark i's begins at i × <see cref="Dimensions"/>.</summary>
    /// <param name="remarks">The remarks. Null, or one without a known word, gets zeros.</param>
    /// <param name="rules">The rules of their language.</param>
    public float[] All(IReadOnlyList<string?> remarks, WordRules rules)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var reader = new WordReader(rules);
        var all = new float[checked(remarks.Count * Dimensions)];
        for (var i = 0; i < remarks.Count; i++)
            TryWrite(reader.Read(remarks[i]), all.AsSpan(i * Dimensions, Dimensions));
        return all;
    }

    /// <summary>Zipf's law as Mandelbrot put it: p(rank) ~ 1 / (rank + 2.7).</summary>
    static float[] Weights(WordVectors words)
    {
        const double Offset = 2.7;
        var total = 0.0;
        for (var rank = 0; rank < words.Count; rank++)
            total += 1 / (rank + Offset);
        var weights = new float[words.Count];
        for (var rank = 0; rank < words.Count; rank++)
            weights[rank] = (float)(Smoothing / (Smoothing + 1 / (rank + Offset) / total));
        return weights;
    }

    static IEnumerable<string?> Sample(IReadOnlyList<string?> remarks)
    {
        var step = Math.Max(1, remarks.Count / EnoughForDirection);
        for (var i = 0; i < remarks.Count; i += step)
            yield return remarks[i];
    }
}
