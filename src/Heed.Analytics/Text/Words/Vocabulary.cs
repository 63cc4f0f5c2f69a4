namespace Heed.Analytics.Text;

/// <summary>
/// The terms of a set of remarks, numbered: stems of the words that say what a remark is about, and pairs of them that
/// follow one another. Themes, labels and trained sentiment stand on these numbers.
/// </summary>
/// <remarks>
/// A pair joins two neighbouring content words of a sentence; stop words between them are passed over, so “cash in the
/// machine” and “cash machine” share a pair. Characters of scripts without spaces make no further pairs.
/// The same remarks in the same order get the same numbers.
/// </remarks>
public sealed class Vocabulary
{
    readonly WordReader _reader;
    readonly HashIndex _terms;
    readonly int[] _remarks;
    readonly string[] _written;

    Vocabulary(WordReader reader, HashIndex terms, int[] remarks, string[] written) =>
        (_reader, _terms, _remarks, _written) = (reader, terms, remarks, written);

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Count;

    /// <summary>The rules of the language.</summary>
    public WordRules Rules => _reader.Rules;

    /// <summary>In how many of the remarks a term stands.</summary>
    /// <param name="term">The number of a term.</param>
    public int Remarks(int term) => _remarks[term];

    /// <summary>How a term is written most: “pending transfers” for the stems “pendin transf”. In lower case.</summary>
    /// <param name="term">The number of a term.</param>
    public string Written(int term) => _written[term];

    /// <summary>The terms of a set of remarks.</summary>
    /// <param name="remarks">The remarks. Null is an empty remark.</param>
    /// <param name="rules">The rules of their language.</param>
    /// <param name="least">In how many remarks a term must stand; 1 or more.</param>
    /// <param name="withPairs">Whether pairs of words are terms too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is below 1.</exception>
    public static Vocabulary Of(IReadOnlyList<string?> remarks, WordRules rules, int least = 2, bool withPairs = true)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        var reader = new WordReader(rules);
        var seen = new SeenTerms();
        for (var remark = 0; remark < remarks.Count; remark++)
        {
            var text = remarks[remark] ?? "";
            foreach (var term in new Terms(reader.Read(text), withPairs))
                seen.Add(term, remark, text);
        }
        var (terms, counts, written) = seen.InAtLeast(least);
        return new(new(rules), terms, counts, written) { WithPairs = withPairs };
    }

    /// <summary>Whether pairs of words are terms too.</summary>
    public bool WithPairs { get; private init; }

    /// <summary>The numbers of a remark's terms in order, a term as often as it stands there. Not for two threads at once.</summary>
    /// <param name="remark">Any text; terms that are not in the vocabulary are left out.</param>
    public int[] Terms(ReadOnlySpan<char> remark) => Terms(remark, _reader);

    /// <summary>The same with a reader of one's own, for many threads.</summary>
    /// <param name="remark">Any text.</param>
    /// <param name="reader">A reader of the same rules.</param>
    public int[] Terms(ReadOnlySpan<char> remark, WordReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<int> numbers = [];
        foreach (var term in new Terms(reader.Read(remark), WithPairs))
            if (_terms.Find(term.Hash) is >= 0 and var number)
                numbers.Add(number);
        return [.. numbers];
    }
}
