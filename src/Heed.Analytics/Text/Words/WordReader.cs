namespace Heed.Analytics.Text;

/// <summary>
/// Reads remarks into words, sentences and clauses. One reader serves one thread and is used again and again: it copies no
/// text and allocates nothing per word.
/// </summary>
/// <remarks>
/// A word is a run of letters and digits with the accents on them and the apostrophes inside (“don’t”). In scripts that
/// write no spaces every two neighbouring characters are a word. A sentence ends at . ! ? … 。 or a line's end, a clause
/// also at , ; : brackets and dashes. Text of any length and with broken Unicode is read: a lone surrogate is a gap.
/// <code>
/// var reader = new WordReader(WordRules.For("en"));
/// foreach (var word in reader.Read("I waited 40 minutes, then hung up."))
///     ...
/// </code>
/// </remarks>
/// <param name="rules">The rules of the language.</param>
public sealed class WordReader(WordRules rules)
{
    /// <summary>Beyond this many words the room is given back after a remark.</summary>
    const int KeptRoom = 1 << 16;

    readonly WordRules _rules = rules ?? throw new ArgumentNullException(nameof(rules));
    readonly int _prefix = rules.PrefixLength == 0 ? int.MaxValue : rules.PrefixLength;
    Word[] _words = new Word[64];
    int _count;
    int _sentence;
    int _clause;
    bool _sentenceEnded;
    bool _clauseEnded;

    /// <summary>The rules that it reads by.</summary>
    public WordRules Rules => _rules;

    /// <summary>The words of the remark that was read last; they stand until the next is read.</summary>
    public ReadOnlySpan<Word> Words => _words.AsSpan(0, _count);

    /// <summary>Reads a remark.</summary>
    /// <param name="remark">Any text, also an empty one.</param>
    /// <returns>Its words in order; they stand until the next remark is read.</returns>
    public ReadOnlySpan<Word> Read(ReadOnlySpan<char> remark)
    {
        if (_words.Length > KeptRoom && remark.Length < KeptRoom)
            _words = new Word[64];
        (_count, _sentence, _clause, _sentenceEnded, _clauseEnded) = (0, 0, 0, false, false);
        for (var at = 0; at < remark.Length; )
            at = Letters.Kind(remark[at]) switch
            {
                Letter.Alphabetic or Letter.Digit => ReadLetters(remark, at),
                Letter.Unspaced => ReadUnspaced(remark, at),
                Letter.Surrogate => ReadSurrogates(remark, at),
                var kind => Pass(kind, remark, at),
            };
        return Words;
    }

    /// <summary>The sentences of the remark that was read last. A sentence without a word is none.</summary>
    /// <param name="remark">The same remark.</param>
    public IReadOnlyList<Passage> Sentences(ReadOnlySpan<char> remark) =>
        Passages(remark, static word => word.Sentence);

    /// <summary>The clauses of the remark that was read last. A clause without a word is none.</summary>
    /// <param name="remark">The same remark.</param>
    public IReadOnlyList<Passage> Clauses(ReadOnlySpan<char> remark) => Passages(remark, static word => word.Clause);

    List<Passage> Passages(ReadOnlySpan<char> remark, Func<Word, int> number)
    {
        List<Passage> passages = [];
        for (var first = 0; first < _count; )
        {
            var next = first + 1;
            while (next < _count && number(_words[next]) == number(_words[first]))
                next++;
            var start = _words[first].Start;
            var text = remark[start..(next < _count ? _words[next].Start : remark.Length)].TrimEnd();
            passages.Add(new(start, text.Length, first, next - first));
            first = next;
        }
        return passages;
    }

    int Pass(Letter kind, ReadOnlySpan<char> remark, int at)
    {
        var next = at + 1;
        // A point inside a name or an address (heed.example.org) ends nothing.
        var ends = next == remark.Length || Letters.Kind(remark[next]) is not (Letter.Alphabetic or Letter.Digit);
        _sentenceEnded |= kind == Letter.SentenceEnd || (kind == Letter.Point && ends);
        _clauseEnded |= kind is Letter.ClauseEnd or Letter.Comma;
        return next;
    }

    int ReadSurrogates(ReadOnlySpan<char> remark, int at)
    {
        if (at + 1 == remark.Length)
            return at + 1;
        return Letters.Kind(remark[at], remark[at + 1]) switch
        {
            Letter.Alphabetic => ReadLetters(remark, at),
            Letter.Unspaced => ReadUnspaced(remark, at),
            _ => char.IsSurrogatePair(remark[at], remark[at + 1]) ? at + 2 : at + 1,
        };
    }

    int ReadLetters(ReadOnlySpan<char> remark, int start)
    {
        var (hash, stem, letters, digitsOnly) = (WordHash.Begin, WordHash.Begin, 0, true);
        // What the word was before an apostrophe, should only an s follow it.
        var (bareHash, bareStem, bareEnd) = (0UL, 0UL, -1);
        var at = start;
        for (; at < remark.Length; at++)
        {
            var kind = Letters.Kind(remark[at]);
            if (kind == Letter.Surrogate && at + 1 < remark.Length)
                kind = Letters.Kind(remark[at], remark[at + 1]);
            switch (kind)
            {
                case Letter.Alphabetic or Letter.Digit:
                    digitsOnly &= kind == Letter.Digit;
                    letters++;
                    break;
                case Letter.Mark:
                    break;
                case Letter.Nothing:
                    continue;
                case Letter.Apostrophe when letters > 0 && !digitsOnly && IsLetterAt(remark, at + 1):
                    (bareHash, bareStem, bareEnd) = (hash, stem, at);
                    break;
                case Letter.Point or Letter.Comma when digitsOnly && IsDigitAt(remark, at + 1):
                    continue;
                default:
                    goto ended;
            }
            hash = WordHash.Next(hash, Letters.Lower(remark[at]));
            if (char.IsHighSurrogate(remark[at]))
                hash = WordHash.Next(hash, remark[++at]);
            if (letters <= _prefix)
                stem = hash;
        }
        ended:
        var end = at;
        if (bareEnd >= 0 && end - bareEnd == 2 && Letters.Lower(remark[bareEnd + 1]) == 's')
            (hash, stem, end) = (bareHash, bareStem, bareEnd);
        Add(hash, stem, start, end - start, digitsOnly ? WordKind.Number : WordKind.Letters);
        return at;
    }

    static bool IsLetterAt(ReadOnlySpan<char> remark, int at) =>
        at < remark.Length && Letters.Kind(remark[at]) == Letter.Alphabetic;

    static bool IsDigitAt(ReadOnlySpan<char> remark, int at) =>
        at < remark.Length && Letters.Kind(remark[at]) == Letter.Digit;

    /// <summary>Overlapping pairs of characters; a single character stands alone.</summary>
    int ReadUnspaced(ReadOnlySpan<char> remark, int start)
    {
        var left = start;
        var right = EndOfCharacter(remark, start);
        if (!IsUnspacedAt(remark, right))
        {
            AddCharacters(remark, left, right);
            return right;
        }
        while (IsUnspacedAt(remark, right))
        {
            var end = EndOfCharacter(remark, right);
            AddCharacters(remark, left, end);
            (left, right) = (right, end);
        }
        return right;
    }

    static bool IsUnspacedAt(ReadOnlySpan<char> remark, int at) =>
        at < remark.Length
        && Letters.Kind(remark[at]) switch
        {
            Letter.Unspaced => true,
            Letter.Surrogate => at + 1 < remark.Length && Letters.Kind(remark[at], remark[at + 1]) == Letter.Unspaced,
            _ => false,
        };

    static int EndOfCharacter(ReadOnlySpan<char> remark, int at)
    {
        at += char.IsHighSurrogate(remark[at]) ? 2 : 1;
        while (at < remark.Length && Letters.Kind(remark[at]) is Letter.Mark or Letter.Nothing)
            at++;
        return at;
    }

    void AddCharacters(ReadOnlySpan<char> remark, int start, int end)
    {
        var hash = WordHash.Begin;
        foreach (var c in remark[start..end])
            if (Letters.Kind(c) != Letter.Nothing)
                hash = WordHash.Next(hash, Letters.Lower(c));
        Add(hash, hash, start, end - start, WordKind.Characters);
    }

    void Add(ulong hash, ulong stem, int start, int length, WordKind kind)
    {
        if (_count > 0)
        {
            _sentence += _sentenceEnded ? 1 : 0;
            _clause += _sentenceEnded || _clauseEnded ? 1 : 0;
        }
        (_sentenceEnded, _clauseEnded) = (false, false);
        if (_count == _words.Length)
            Array.Resize(ref _words, _words.Length * 2);
        var whole = WordHash.End(hash);
        _words[_count++] = new(
            whole,
            WordHash.End(stem),
            start,
            length,
            _sentence,
            _clause,
            kind,
            _rules.IsStop(whole)
        );
    }
}
