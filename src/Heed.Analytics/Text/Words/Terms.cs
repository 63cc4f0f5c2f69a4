namespace Heed.Analytics.Text;

/// <summary>A term where it stands in a remark.</summary>
/// <param name="Hash">The stem's hash, or that of a pair of stems.</param>
/// <param name="First">The word, or the first of the two.</param>
/// <param name="Second">The second of the two; the same as the first for a single word.</param>
readonly record struct Term(ulong Hash, Word First, Word Second)
{
    public bool IsPair => First.Start != Second.Start;
}

/// <summary>Goes through the terms of a remark without allocating: each content word, then its pair with the one before.</summary>
ref struct Terms(ReadOnlySpan<Word> words, bool withPairs)
{
    readonly ReadOnlySpan<Word> _words = words;
    int _next;
    Word _before;
    bool _hasBefore;
    bool _owesPair;

    public Term Current { get; private set; }

    public readonly Terms GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_owesPair)
        {
            _owesPair = false;
            var second = Current.First;
            Current = new(WordHash.Pair(_before.Stem, second.Stem), _before, second);
            _before = second;
            return true;
        }
        while (_next < _words.Length)
        {
            var word = _words[_next++];
            if (!word.IsContent)
                continue;
            Current = new(word.Stem, word, word);
            var mayPair = withPairs && word.Kind == WordKind.Letters;
            _owesPair = mayPair && _hasBefore && _before.Sentence == word.Sentence;
            if (!_owesPair)
                (_before, _hasBefore) = (word, mayPair);
            return true;
        }
        return false;
    }
}
