namespace Heed.Analytics.Text;

/// <summary>
/// Phrases of words as a tree, so that looking for a thousand of them costs one look per word of a remark. “a/b” is a or b,
/// “(a)” may be missing, “_” is any one word. A group is a set of bits.
/// </summary>
sealed class PhraseTree
{
    static readonly ulong _any = WordHash.Of("_");

    readonly HashIndex _steps = new(2048);
    readonly List<int> _to = [];
    readonly List<int> _ends = [0];
    readonly List<bool> _hasAny = [false];

    /// <summary>Adds phrases, one a line.</summary>
    public void Add(int group, string phrases)
    {
        foreach (
            var line in phrases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
            Add(group, line.Split(' '), 0, 0);
    }

    void Add(int group, string[] slots, int slot, int node)
    {
        if (slot == slots.Length)
        {
            _ends[node] |= group;
            return;
        }
        var words = slots[slot];
        if (words[0] == '(')
        {
            Add(group, slots, slot + 1, node);
            words = words[1..^1];
        }
        foreach (var word in words.Split('/'))
        foreach (var written in Written(word))
            Add(group, slots, slot + 1, Step(node, written));
    }

    /// <summary>“isn't” is often written “isnt”.</summary>
    static IEnumerable<string> Written(string word)
    {
        yield return word;
        if (word.Contains('\'', StringComparison.Ordinal))
            yield return word.Replace("'", "", StringComparison.Ordinal);
    }

    int Step(int node, string word)
    {
        var hash = WordHash.Of(word);
        _hasAny[node] |= hash == _any;
        var step = _steps.Add(Key(node, hash));
        if (step == _to.Count)
        {
            _to.Add(_ends.Count);
            _ends.Add(0);
            _hasAny.Add(false);
        }
        return _to[step];
    }

    static ulong Key(int node, ulong word) => word + WordHash.End((ulong)node);

    /// <summary>The longest phrase that begins with the first of the words; 0 words long where there is none.</summary>
    public (int Group, int Words) Longest(ReadOnlySpan<Word> words) => Longest(words, 0, 0);

    (int Group, int Words) Longest(ReadOnlySpan<Word> words, int at, int node)
    {
        var best = (Group: _ends[node], Words: _ends[node] == 0 ? 0 : at);
        // A phrase does not reach over the end of a sentence.
        if (at == words.Length || words[at].Sentence != words[0].Sentence)
            return best;
        if (_steps.Find(Key(node, words[at].Hash)) is >= 0 and var step)
            best = Longer(best, Longest(words, at + 1, _to[step]));
        if (_hasAny[node])
            best = Longer(best, Longest(words, at + 1, _to[_steps.Find(Key(node, _any))]));
        return best;
    }

    static (int, int) Longer((int Group, int Words) left, (int Group, int Words) right) =>
        right.Words > left.Words ? right : left;
}
