namespace Heed.Analytics.Text.Themes;

/// <summary>Words that suggest what a theme is about. They never replace a name that a person gave.</summary>
/// <param name="Words">One to three words or pairs, the most telling first.</param>
/// <param name="Lift">How many times likelier the first of them is in the theme than in all remarks.</param>
/// <param name="IsClear">False for a theme whose words are those of all remarks: it should not be shown as a theme.</param>
public sealed record ThemeLabel(IReadOnlyList<string> Words, double Lift, bool IsClear)
{
    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Words);
}

/// <summary>Finds the words of each theme that others do not use.</summary>
/// <remarks>
/// Class-based tf-idf (Grootendorst, <i>BERTopic</i>, 2022): share in the theme × log(1 + mean size / count in all), over
/// words and pairs as they are written most. A pair takes the place of its words; negations name nothing.
/// </remarks>
public sealed class ThemeLabels
{
    const int Length = 3;
    const double LeastLift = 2;

    /// <summary>A pair that scores this part of its word says more than the word alone.</summary>
    const double PairWorth = 0.4;

    /// <summary>How often a remark of the theme must say it, so that no one remark names a theme.</summary>
    const double LeastSaid = 0.04;
    const double LeastTelling = 0.25;

    static readonly HashSet<string> Negations =
    [
        .. "not no never none nor nothing nobody nowhere neither cannot can't don't doesn't didn't won't isn't wasn't aren't weren't hasn't haven't hadn't couldn't wouldn't shouldn't without nicht kein keine keinen keiner nie nichts ohne".Split(
            ' '
        ),
    ];

    readonly Dictionary<ulong, string> _written;

    ThemeLabels(Dictionary<ulong, string> written) => _written = written;

    /// <summary>Learns how terms are written.</summary>
    /// <param name="remarks">The remarks, or some tens of thousands of them. Null is an empty one.</param>
    /// <param name="rules">How they are read.</param>
    public static ThemeLabels Of(IReadOnlyList<string?> remarks, WordRules rules)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var (reader, seen) = (new WordReader(rules), new SeenTerms());
        for (var i = 0; i < remarks.Count; i++)
        {
            var text = remarks[i] ?? "";
            foreach (var term in new Terms(reader.Read(text), withPairs: true))
                seen.Add(term, i, text);
        }
        var (terms, _, written) = seen.InAtLeast(1);
        var byHash = new Dictionary<ulong, string>(terms.Count);
        for (var i = 0; i < terms.Count; i++)
            byHash[terms.Hashes[i]] = written[i];
        return new(byHash);
    }

    /// <summary>The label of each theme, among all of them.</summary>
    /// <param name="themes">What each theme said.</param>
    public IReadOnlyList<ThemeLabel> For(IReadOnlyList<ThemeStatistics> themes)
    {
        ArgumentNullException.ThrowIfNull(themes);
        var said = new Dictionary<ulong, long>();
        foreach (var theme in themes)
            for (var i = 0; i < theme.Terms.Length; i++)
                said[theme.Terms[i]] = said.GetValueOrDefault(theme.Terms[i]) + theme.Counts[i];
        var all = themes.Sum(theme => (double)theme.Total);
        return [.. themes.Select(theme => Label(theme, said, all, all / Math.Max(1, themes.Count)))];
    }

    ThemeLabel Label(ThemeStatistics theme, Dictionary<ulong, long> said, double all, double mean)
    {
        List<(string Words, double Score, double Lift)> terms = [];
        for (var i = 0; i < theme.Terms.Length; i++)
            if (
                theme.Counts[i] >= LeastSaid * theme.Remarks
                && _written.TryGetValue(theme.Terms[i], out var words)
                && !words.Split(' ').Any(Negations.Contains)
            )
            {
                var (share, total) = (theme.Counts[i] / (double)theme.Total, said[theme.Terms[i]]);
                terms.Add((words, share * Math.Log(1 + mean / total), share / (total / all)));
            }
        terms.Sort((a, b) => (b.Score, a.Words).CompareTo((a.Score, b.Words)));
        List<(string Words, double Score, double Lift)> chosen = [];
        foreach (var term in terms.Where(term => term.Lift >= LeastLift))
        {
            if (chosen.Count > 0 && term.Score < LeastTelling * chosen[0].Score)
                break;
            var overlap = chosen.FindIndex(other => Overlap(other.Words, term.Words));
            if (overlap < 0 && chosen.Count < Length)
                chosen.Add(term);
            else if (
                overlap >= 0
                && Replaces(term, chosen[overlap])
                && !chosen.Exists(o => o.Words.Contains(' ') && Overlap(o.Words, term.Words))
            )
            {
                chosen[overlap] = (term.Words, chosen[overlap].Score, Math.Max(chosen[overlap].Lift, term.Lift));
                var pair = term.Words;
                var at = overlap;
                for (var i = chosen.Count - 1; i > at; i--)
                    if (Overlap(chosen[i].Words, pair))
                        chosen.RemoveAt(i);
            }
        }
        return chosen.Count > 0
            ? new([.. chosen.Select(term => term.Words)], chosen[0].Lift, true)
            : new([.. terms.Take(1).Select(term => term.Words)], terms.Count > 0 ? terms[0].Lift : 0, false);
    }

    static bool Replaces(
        (string Words, double Score, double Lift) pair,
        (string Words, double Score, double Lift) word
    ) => pair.Words.Contains(' ') && !word.Words.Contains(' ') && pair.Score >= PairWorth * word.Score;

    // By the first four letters, so that “charge” and “charged” are one.
    static bool Overlap(string one, string other) =>
        one.Split(' ')
            .Any(a => other.Split(' ').Any(b => a == b || (a.Length > 3 && b.Length > 3 && a[..4] == b[..4])));
}
