namespace Heed.Analytics.Text.Themes;

/// <summary>
/// Remarks as themes are learnt from them: for each its terms (words and pairs of words, as 64-bit hashes) and, where
/// word vectors are there, one unit vector. Kept in plain arrays: the terms of all remarks one after the other, by row.
/// </summary>
/// <remarks>
/// Remarks stand in the order of their ids and terms in the order of their hashes, whatever order they came in, so the
/// same remarks always give the same themes.
/// </remarks>
public sealed class RemarkTerms
{
    readonly Guid[] _ids;
    readonly int[] _starts;
    readonly int[] _terms;
    readonly ulong[] _vocabulary;
    readonly float[] _vectors;

    RemarkTerms(Guid[] ids, int[] starts, int[] terms, ulong[] vocabulary, float[] vectors, int width) =>
        (_ids, _starts, _terms, _vocabulary, _vectors, Width) = (ids, starts, terms, vocabulary, vectors, width);

    /// <summary>How many remarks there are.</summary>
    public int Count => _ids.Length;

    /// <summary>How many different terms are known.</summary>
    public int TermCount => _vocabulary.Length;

    /// <summary>How many numbers a vector has; 0 without vectors.</summary>
    public int Width { get; }

    /// <summary>The id of each remark, ascending.</summary>
    public ReadOnlySpan<Guid> Ids => _ids;

    /// <summary>The hash of each term, ascending; a row names terms by their place here.</summary>
    public ReadOnlySpan<ulong> Vocabulary => _vocabulary;

    /// <summary>The terms of a remark, ascending; a term said twice stands there twice.</summary>
    /// <param name="remark">The place of the remark, from 0.</param>
    public ReadOnlySpan<int> Row(int remark) => _terms.AsSpan(_starts[remark].._starts[remark + 1]);

    /// <summary>The unit vector of a remark; all zeros where none of its words is known, empty without vectors.</summary>
    /// <param name="remark">The place of the remark, from 0.</param>
    public ReadOnlySpan<float> Vector(int remark) => _vectors.AsSpan(remark * Width, Width);

    /// <summary>The place of a remark, from 0; negative when it is not here.</summary>
    /// <param name="id">The remark's id.</param>
    public int PlaceOf(Guid id) => Array.BinarySearch(_ids, id);

    /// <summary>Takes remarks that are cut into terms already.</summary>
    /// <param name="ids">One id a remark, no two alike.</param>
    /// <param name="rows">The hashes of each remark's terms, in any order; a term said twice is given twice.</param>
    /// <param name="vectors">For each remark <paramref name="width"/> numbers of length 1, or all zeros; empty for none.</param>
    /// <param name="width">How many numbers a vector has, 0 without vectors.</param>
    /// <param name="rarest">Terms of fewer remarks than this are left out: they join nothing to anything.</param>
    /// <returns>The remarks in order, or a sentence: none there, an id twice, a vector that is no vector.</returns>
    /// <exception cref="ArgumentException">The lists are not of one length.</exception>
    public static Answer<RemarkTerms> Of(
        IReadOnlyList<Guid> ids,
        IReadOnlyList<ulong[]> rows,
        ReadOnlySpan<float> vectors = default,
        int width = 0,
        int rarest = 2
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count != ids.Count || vectors.Length != (long)ids.Count * width)
            throw new ArgumentException(
                "Every remark needs its id, its terms and, where there are vectors, its vector."
            );
        if (ids.Count == 0)
            return new NoAnswer("There are no remarks.");
        if (WhyNoVectors(vectors, width) is { } because)
            return new NoAnswer(because);
        var order = Enumerable.Range(0, ids.Count).ToArray();
        var sorted = ids.ToArray();
        Array.Sort(sorted, order);
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] == sorted[i - 1])
                return new NoAnswer($"Two remarks have the id {sorted[i]}; each needs its own.");
        var vocabulary = RemarkVocabulary.Of(rows, rarest);
        var (starts, terms) = RemarkVocabulary.Rows(rows, order, vocabulary);
        var ordered = new float[vectors.Length];
        for (var i = 0; i < order.Length; i++)
            vectors.Slice(order[i] * width, width).CopyTo(ordered.AsSpan(i * width));
        return new RemarkTerms(sorted, starts, terms, vocabulary, ordered, width);
    }

    /// <summary>Some of the remarks, with the same terms.</summary>
    internal RemarkTerms Only(IReadOnlyList<int> places)
    {
        var starts = new int[places.Count + 1];
        for (var i = 0; i < places.Count; i++)
            starts[i + 1] = starts[i] + Row(places[i]).Length;
        var terms = new int[starts[^1]];
        var vectors = new float[places.Count * Width];
        for (var i = 0; i < places.Count; i++)
        {
            Row(places[i]).CopyTo(terms.AsSpan(starts[i]));
            Vector(places[i]).CopyTo(vectors.AsSpan(i * Width));
        }
        return new([.. places.Select(place => _ids[place])], starts, terms, _vocabulary, vectors, Width);
    }

    static string? WhyNoVectors(ReadOnlySpan<float> vectors, int width)
    {
        for (var at = 0; at < vectors.Length; at += width)
        {
            var length = 0.0;
            foreach (var number in vectors.Slice(at, width))
                length += (double)number * number;
            // Zeros are a remark without a known word; NaN fails both comparisons.
            if (!(length == 0 || Math.Abs(length - 1) < 1e-2))
                return $"The vector of remark {at / width + 1} has the length {Math.Sqrt(length):0.###}; it must be 1, or 0 where no word is known.";
        }
        return null;
    }
}
