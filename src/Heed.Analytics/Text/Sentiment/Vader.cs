using static Heed.Analytics.Text.VaderWords;

namespace Heed.Analytics.Text;

/// <summary>
/// How strongly an English remark feels, by a lexicon and a handful of rules: words that strengthen, negations within three
/// words, capitals, “but”, exclamation marks (VADER: Hutto and Gilbert 2014). Own code over VADER's lexicon.
/// </summary>
/// <remarks>
/// Good at exclamations and tweets, weak at service remarks: those say what happened and not what was felt. See
/// <see cref="LexiconSentiment"/>, which takes friction into account. One serves one thread.
/// </remarks>
/// <param name="lexicon">The lexicon (<see cref="TextModels.Intensity"/>).</param>
public sealed class Vader(Lexicon lexicon)
{
    const double CapitalsAdd = 0.733;
    const double Negation = -0.74;
    const double LargestExpected = 15;

    readonly Lexicon _lexicon = lexicon ?? throw new ArgumentNullException(nameof(lexicon));
    Token[] _tokens = new Token[64];
    double[] _scores = new double[64];
    int _count;

    struct Token
    {
        public ulong Hash;
        public double Valence;
        public double Boost;
        public Rule Rule;
        public bool IsCapitals;
        public bool IsKnown;
    }

    /// <summary>The feeling of a remark.</summary>
    /// <param name="remark">Any text.</param>
    /// <returns>From -1, most negative, to 1; 0 where no word is in the lexicon.</returns>
    public double Score(ReadOnlySpan<char> remark)
    {
        var (questions, exclamations) = ReadTokens(remark);
        var capitals = 0;
        for (var i = 0; i < _count; i++)
            capitals += _tokens[i].IsCapitals ? 1 : 0;
        var capitalsStandOut = capitals > 0 && capitals < _count;
        var but = -1;
        for (var i = 0; i < _count; i++)
        {
            _scores[i] = Valence(i, capitalsStandOut);
            if (but < 0 && (_tokens[i].Rule & Rule.But) != 0)
                but = i;
        }
        var sum = 0.0;
        for (var i = 0; i < _count; i++)
            sum += but < 0 || i == but ? _scores[i] : _scores[i] * (i < but ? 0.5 : 1.5);
        if (sum == 0)
            return 0;
        var emphasis =
            Math.Min(exclamations, 4) * 0.292
            + questions switch
            {
                <= 1 => 0,
                <= 3 => questions * 0.18,
                _ => 0.96,
            };
        sum += sum > 0 ? emphasis : -emphasis;
        return Math.Clamp(sum / Math.Sqrt(sum * sum + LargestExpected), -1, 1);
    }

    (int Questions, int Exclamations) ReadTokens(ReadOnlySpan<char> remark)
    {
        var (questions, exclamations, at) = (0, 0, 0);
        _count = 0;
        while (at < remark.Length)
        {
            while (at < remark.Length && char.IsWhiteSpace(remark[at]))
                at++;
            var start = at;
            for (; at < remark.Length && !char.IsWhiteSpace(remark[at]); at++)
            {
                questions += remark[at] == '?' ? 1 : 0;
                exclamations += remark[at] == '!' ? 1 : 0;
            }
            // One sign is no word and no emoticon.
            if (at - start > 1)
                Add(remark[start..at]);
        }
        return (questions, exclamations);
    }

    void Add(ReadOnlySpan<char> written)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
            Array.Resize(ref _scores, _count * 2);
        }
        var bare = written;
        while (bare.Length > 0 && IsSign(bare[0]))
            bare = bare[1..];
        while (bare.Length > 0 && IsSign(bare[^1]))
            bare = bare[..^1];
        // What is left of an emoticon is not a word.
        var token = bare.Length <= 2 ? written : bare;
        var hash = WordHash.Of(token);
        if (bare.Length <= 2 && bare.Length > 0 && !_lexicon.Has(hash))
            hash = WordHash.Of(bare);
        var (rule, boost) = VaderWords.Of(hash);
        _tokens[_count++] = new()
        {
            Hash = hash,
            IsKnown = _lexicon.Has(hash),
            Valence = _lexicon.Score(hash),
            Rule = rule,
            Boost = boost,
            IsCapitals = IsCapitals(token),
        };
    }

    static bool IsSign(char c) =>
        char.IsAscii(c) ? char.IsPunctuation(c) || char.IsSymbol(c) : c is '…' or '“' or '”' or '’' or '‘';

    static bool IsCapitals(ReadOnlySpan<char> token)
    {
        var has = false;
        foreach (var c in token)
            if (char.IsLower(c))
                return false;
            else
                has |= char.IsUpper(c);
        return has;
    }

    double Valence(int at, bool capitalsStandOut)
    {
        ref var token = ref _tokens[at];
        if (!token.IsKnown || token.Boost != 0)
            return 0;
        // “no good”: the no belongs to what follows.
        if ((token.Rule & Rule.No) != 0 && at + 1 < _count && _tokens[at + 1].IsKnown)
            return 0;
        var valence = token.Valence;
        if (at > 0 && (_tokens[at - 1].Rule & Rule.No) != 0)
            valence *= Negation;
        if (capitalsStandOut && token.IsCapitals)
            valence += Math.Sign(valence) * CapitalsAdd;
        for (var back = 1; back <= Math.Min(3, at); back++)
        {
            ref var before = ref _tokens[at - back];
            if (before.IsKnown)
                continue;
            valence += Boost(before, valence, capitalsStandOut) * (1 - 0.05 * (back - 1));
            valence = Negated(valence, at, back);
        }
        return Least(Idiom(valence, at), at);
    }

    static double Boost(in Token word, double valence, bool capitalsStandOut)
    {
        if (word.Boost == 0)
            return 0;
        var boost = capitalsStandOut && word.IsCapitals ? word.Boost + CapitalsAdd : word.Boost;
        return valence < 0 ? -boost : boost;
    }

    double Negated(double valence, int at, int back)
    {
        var rule = _tokens[at - back].Rule;
        // “never so good” praises, “without doubt” affirms.
        if (
            back > 1
            && (rule & Rule.Never) != 0
            && ((_tokens[at - back + 1].Rule | _tokens[at - 1].Rule) & Rule.So) != 0
        )
            return valence * 1.25;
        if (back > 1 && (_tokens[at - back + 1].Rule & Rule.Doubt) != 0)
            return valence;
        return (rule & Rule.Negates) != 0 ? valence * Negation : valence;
    }

    double Least(double valence, int at)
    {
        if (at == 0 || (_tokens[at - 1].Rule & Rule.Least) == 0)
            return valence;
        return at > 1 && (_tokens[at - 2].Rule & Rule.AtOrVery) != 0 ? valence : valence * Negation;
    }

    /// <summary>Idioms that end with the word or hold it; “kind of” and “sort of” before it weaken.</summary>
    double Idiom(double valence, int at)
    {
        for (var start = Math.Max(0, at - 3); start <= at; start++)
        {
            var words = _tokens[start].Hash;
            for (var end = start + 1; end <= Math.Min(start + 2, _count - 1); end++)
            {
                words = WordHash.Pair(words, _tokens[end].Hash);
                if (end >= at - 1 && TryIdiom(words, out var score))
                    return score;
                if (end < at && end == start + 1 && IsWeakPair(words))
                    valence -= Math.Sign(valence) * 0.293;
            }
        }
        return valence;
    }
}
