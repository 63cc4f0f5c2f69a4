namespace Heed.Analytics.Text;

/// <summary>
/// The 64-bit hash of a word as the <see cref="WordReader"/> computes it: letter by letter in lower case (FNV-1a), then
/// mixed so that every bit depends on every letter (Steele, Lea and Flood 2014).
/// </summary>
/// <remarks>The hash of a word is the same on every machine and in every release of the same major version.</remarks>
public static class WordHash
{
    internal const ulong Begin = 0xCBF29CE484222325;
    const ulong Prime = 0x00000100000001B3;

    /// <summary>The hash of a word or of any piece of text, folded to lower case.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Begin;
        foreach (var c in word)
            if (Letters.Kind(c) != Letter.Nothing)
                hash = Next(hash, Letters.Lower(c));
        return End(hash);
    }

    /// <summary>The hash of two words that follow one another; the order counts.</summary>
    public static ulong Pair(ulong left, ulong right) =>
        End(left * 0x9E3779B97F4A7C15 + System.Numerics.BitOperations.RotateLeft(right, 23));

    internal static ulong Next(ulong hash, char c) => (hash ^ c) * Prime;

    internal static ulong End(ulong hash)
    {
        hash ^= hash >> 30;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 27;
        hash *= 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
