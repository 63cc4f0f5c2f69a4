namespace Heed.Analytics.Text;

/// <summary>Words, or two words, with a score.</summary>
public sealed class Lexicon
{
    readonly HashIndex _entries;
    readonly sbyte[] _tenths;

    Lexicon(HashIndex entries, sbyte[] tenths) => (_entries, _tenths) = (entries, tenths);

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether there is an entry.</summary>
    /// <param name="hash">The hash of a word, or of two (<see cref="WordHash.Pair"/>).</param>
    public bool Has(ulong hash) => _entries.Contains(hash);

    /// <summary>The score of an entry; 0 where there is none.</summary>
    /// <param name="hash">The hash of a word, or of two (<see cref="WordHash.Pair"/>).</param>
    public double Score(ulong hash) => _entries.Find(hash) is >= 0 and var entry ? _tenths[entry] / 10.0 : 0;

    internal static Dictionary<string, Lexicon> ReadAll(ref ModelBytesReader reader)
    {
        Dictionary<string, Lexicon> lexicons = [];
        for (var left = reader.Count(); left > 0; left--)
        {
            var language = reader.Word();
            var count = reader.Count();
            lexicons[language] = new(reader.Index(count), reader.Numbers<sbyte>(count));
        }
        return lexicons;
    }
}
