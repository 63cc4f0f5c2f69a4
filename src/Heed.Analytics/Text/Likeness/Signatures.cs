namespace Heed.Analytics.Text.Likeness;

/// <summary>Signatures of many remarks, on all cores.</summary>
public static class Signatures
{
    const int PerPart = 4096;

    /// <summary>The signatures of remarks over their words and pairs of neighbouring words, stop words included.</summary>
    /// <param name="remarks">The remarks. Null is an empty one.</param>
    /// <returns>64 numbers a remark, and whether each has a word; one without has zeros.</returns>
    public static (ushort[] All, bool[] Worded) Of(IReadOnlyList<string?> remarks)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var (all, worded) = (new ushort[checked(remarks.Count * MinHash.Size)], new bool[remarks.Count]);
        Parallel.For(
            0,
            (remarks.Count + PerPart - 1) / PerPart,
            part =>
            {
                var (reader, hashes) = (new WordReader(WordRules.Unknown), new ulong[64]);
                for (var i = part * PerPart; i < Math.Min(remarks.Count, (part + 1) * PerPart); i++)
                    worded[i] = Write(reader.Read(remarks[i]), ref hashes, all.AsSpan(i * MinHash.Size, MinHash.Size));
            }
        );
        return (all, worded);
    }

    /// <summary>Writes the signature of one remark; false where it has no word.</summary>
    internal static bool Write(ReadOnlySpan<Word> words, ref ulong[] hashes, Span<ushort> signature)
    {
        if (words.IsEmpty)
            return false;
        MinHash.Write(Hashes(words, ref hashes), signature);
        return true;
    }

    /// <summary>The hashes of words and pairs of neighbouring words, as often as they stand there.</summary>
    internal static Span<ulong> Hashes(ReadOnlySpan<Word> words, ref ulong[] hashes)
    {
        if (hashes.Length < 2 * words.Length)
            hashes = new ulong[4 * words.Length];
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            hashes[count++] = words[i].Hash;
            if (i > 0)
                hashes[count++] = WordHash.Pair(words[i - 1].Hash, words[i].Hash);
        }
        return hashes.AsSpan(0, count);
    }
}
