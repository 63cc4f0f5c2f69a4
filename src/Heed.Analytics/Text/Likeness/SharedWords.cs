namespace Heed.Analytics.Text.Likeness;

/// <summary>
/// How much others share with one remark: Jaccard's index of their words and pairs of neighbouring words, stop words included,
/// exactly. For one against many it takes less than <see cref="Signatures"/>, which pay where many are laid beside many.
/// </summary>
public static class SharedWords
{
    const int PerPart = 4096;

    /// <summary>Compares one remark with others, on all cores.</summary>
    /// <param name="one">The remark. Without a word it shares nothing with anything.</param>
    /// <param name="others">The others. Null is an empty one.</param>
    /// <returns>For each of the others what both have as a share of what either has, from 0 to 1.</returns>
    public static double[] With(string? one, IReadOnlyList<string?> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var shares = new double[others.Count];
        var buffer = new ulong[64];
        HashSet<ulong> its = [.. Distinct(new WordReader(WordRules.Unknown).Read(one), ref buffer)];
        if (its.Count == 0)
            return shares;
        Parallel.For(
            0,
            (others.Count + PerPart - 1) / PerPart,
            part =>
            {
                var (reader, hashes) = (new WordReader(WordRules.Unknown), new ulong[64]);
                for (var i = part * PerPart; i < Math.Min(others.Count, (part + 1) * PerPart); i++)
                {
                    var theirs = Distinct(reader.Read(others[i]), ref hashes);
                    var both = 0;
                    foreach (var hash in theirs)
                        if (its.Contains(hash))
                            both++;
                    shares[i] = both / (double)(its.Count + theirs.Length - both);
                }
            }
        );
        return shares;
    }

    /// <summary>The hashes of words and pairs, each once.</summary>
    static ReadOnlySpan<ulong> Distinct(ReadOnlySpan<Word> words, ref ulong[] hashes)
    {
        var all = Signatures.Hashes(words, ref hashes);
        all.Sort();
        var distinct = 0;
        foreach (var hash in all)
            if (distinct == 0 || all[distinct - 1] != hash)
                all[distinct++] = hash;
        return all[..distinct];
    }
}
