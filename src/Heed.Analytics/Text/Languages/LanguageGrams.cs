namespace Heed.Analytics.Text;

/// <summary>How well pieces of one to four bytes, at the beginning, inside or at the end of words, speak for each language.</summary>
public sealed class LanguageGrams
{
    readonly HashIndex _grams;
    readonly int[] _ends;
    readonly byte[] _scores;
    readonly double[] _usual;

    LanguageGrams(string[] codes, double[] usual, HashIndex grams, int[] ends, byte[] scores) =>
        (Codes, _usual, _grams, _ends, _scores) = (codes, usual, grams, ends, scores);

    /// <summary>The languages that can be told, by ISO 639-1.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>What a language scores in a right detection, 0 to 1.</summary>
    internal double Usual(int language) => _usual[language];

    internal int Find(ulong key) => _grams.Find(key);

    /// <summary>Pairs of a language's number and its score.</summary>
    internal ReadOnlySpan<byte> Scores(int gram) => _scores.AsSpan((gram == 0 ? 0 : _ends[gram - 1]).._ends[gram]);

    /// <summary>Up to six bytes and their number, in one number.</summary>
    internal static ulong Key(ReadOnlySpan<byte> gram)
    {
        var key = (ulong)gram.Length;
        foreach (var one in gram)
            key = key << 8 | one;
        return WordHash.End(key);
    }

    internal static LanguageGrams Read(ref ModelBytesReader reader)
    {
        List<string> codes = [];
        List<double> usual = [];
        for (var left = reader.Count(); left > 0; left--)
        {
            codes.Add(reader.Word());
            usual.Add(reader.Fraction());
        }
        var count = reader.Count();
        var grams = reader.Index(count);
        var ends = reader.Numbers<int>(count);
        var scores = reader.Numbers<byte>(reader.Count());
        var before = 0;
        foreach (var end in ends)
        {
            if (end < before || end > scores.Length || (end - before) % 2 != 0)
                throw new DamagedPart();
            before = end;
        }
        for (var i = 0; i < before; i += 2)
            if (scores[i] >= codes.Count)
                throw new DamagedPart();
        return new([.. codes], [.. usual], grams, ends, scores);
    }
}
