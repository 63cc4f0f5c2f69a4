using System.Numerics;
using System.Runtime.InteropServices;

namespace Heed.Analytics.Text;

/// <summary>
/// A vector per word, by which words of like meaning lie near one another (GloVe: Pennington, Socher and Manning 2014).
/// Held as 8-bit numbers with a scale per word, in the order of the words' frequency.
/// </summary>
public sealed class WordVectors
{
    readonly HashIndex _words;
    readonly float[] _scales;
    readonly sbyte[] _rows;

    WordVectors(int dimensions, HashIndex words, float[] scales, sbyte[] rows) =>
        (Dimensions, _words, _scales, _rows) = (dimensions, words, scales, rows);

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions { get; }

    /// <summary>How many words have one.</summary>
    public int Count => _words.Count;

    /// <summary>The place of a word in the order of frequency, from 0; -1 where it has no vector.</summary>
    /// <param name="word">The hash of the whole word (<see cref="Word.Hash"/>).</param>
    public int Rank(ulong word) => _words.Find(word);

    /// <summary>Writes a word's vector into a span.</summary>
    /// <param name="rank">The word's place in the order of frequency.</param>
    /// <param name="into">As long as <see cref="Dimensions"/>.</param>
    public void Write(int rank, Span<float> into)
    {
        into[..Dimensions].Clear();
        AddTo(into, rank, 1);
    }

    /// <summary>
    /// Adds a word's vector, times a weight. Every sum is its own number, so how many of them the machine adds at once
    /// does not change any.
    /// </summary>
    internal void AddTo(Span<float> sum, int rank, float weight)
    {
        var row = _rows.AsSpan(rank * Dimensions, Dimensions);
        var factor = weight * _scales[rank];
        var at = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var factors = new Vector<float>(factor);
            for (var width = Vector<float>.Count; at + Vector<sbyte>.Count <= row.Length; at += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(row[at..]), out var low, out var high);
                Vector.Widen(low, out var first, out var second);
                Vector.Widen(high, out var third, out var fourth);
                Add(sum[at..], factors, first);
                Add(sum[(at + width)..], factors, second);
                Add(sum[(at + 2 * width)..], factors, third);
                Add(sum[(at + 3 * width)..], factors, fourth);
            }
        }
        for (; at < row.Length; at++)
            sum[at] += factor * row[at];
    }

    static void Add(Span<float> sum, Vector<float> factors, Vector<int> row) =>
        (new Vector<float>(sum) + factors * Vector.ConvertToSingle(row)).CopyTo(sum);

    internal static WordVectors Read(ref ModelBytesReader reader)
    {
        var (dimensions, count) = (reader.Count(), reader.Count());
        if (dimensions == 0 || (long)dimensions * count > Array.MaxLength)
            throw new DamagedPart();
        var words = reader.Index(count);
        var scales = reader.Numbers<float>(count);
        if (!Array.TrueForAll(scales, float.IsFinite))
            throw new DamagedPart();
        return new(dimensions, words, scales, reader.Numbers<sbyte>(count * dimensions));
    }
}
