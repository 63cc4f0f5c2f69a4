namespace Heed.Analytics.Text;

/// <summary>The words that have a rule of their own in VADER (Hutto and Gilbert 2014, as published with the lexicon).</summary>
static class VaderWords
{
    [Flags]
    public enum Rule : byte
    {
        None = 0,
        Negates = 1,
        But = 2,
        Never = 4,
        So = 8,
        Least = 16,
        AtOrVery = 32,
        No = 64,
        Doubt = 128,
    }

    const double Stronger = 0.293;

    static readonly HashIndex _words = new(256);
    static readonly List<(Rule Rule, double Boost)> _rules = [];
    static readonly Dictionary<ulong, double> _idioms = [];
    static readonly HashSet<ulong> _weakPairs = [];

    static VaderWords()
    {
        Add(
            Rule.Negates,
            0,
            """
            aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt oughtnt
            shant shouldnt wasnt werent wont wouldnt ain't aren't can't couldn't daren't didn't doesn't don't hadn't hasn't
            haven't isn't mightn't mustn't needn't oughtn't shan't shouldn't wasn't weren't won't wouldn't neither none
            nope nor not nothing nowhere uhuh uh-uh rarely seldom despite without
            """
        );
        Add(Rule.Negates | Rule.Never, 0, "never");
        Add(Rule.But, 0, "but");
        Add(Rule.Least, 0, "least");
        Add(Rule.AtOrVery, 0, "at");
        Add(Rule.No, 0, "no");
        Add(Rule.Doubt, 0, "doubt");
        Add(Rule.So, 0, "this");
        Add(Rule.So, Stronger, "so");
        Add(Rule.AtOrVery, Stronger, "very");
        Add(
            Rule.None,
            Stronger,
            """
            absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
            entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin fricking frickin
            frigging friggin fully fucking greatly hella highly hugely incredible incredibly intensely major majorly more
            most particularly purely quite really remarkably substantially thoroughly total totally tremendous
            tremendously uber unbelievably unusually utter utterly
            """
        );
        Add(
            Rule.None,
            -Stronger,
            """
            almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
            scarcely slight slightly somewhat sorta sortof sort-of
            """
        );
        foreach (
            var (words, score) in (ReadOnlySpan<(string, double)>)
                [
                    ("the shit", 3),
                    ("the bomb", 3),
                    ("bad ass", 1.5),
                    ("yeah right", -2),
                    ("cut the mustard", 2),
                    ("kiss of death", -1.5),
                    ("to die for", 3),
                    ("hand to mouth", -2),
                ]
        )
            _idioms[Phrase(words)] = score;
        foreach (var words in (ReadOnlySpan<string>)["just enough", "kind of", "sort of"])
            _weakPairs.Add(Phrase(words));
    }

    public static (Rule Rule, double Boost) Of(ulong word) =>
        _words.Find(word) is >= 0 and var known ? _rules[known] : default;

    public static bool TryIdiom(ulong words, out double score) => _idioms.TryGetValue(words, out score);

    public static bool IsWeakPair(ulong words) => _weakPairs.Contains(words);

    static void Add(Rule rule, double boost, string words)
    {
        foreach (var word in words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            if (_words.Add(WordHash.Of(word)) == _rules.Count)
                _rules.Add((rule, boost));
    }

    static ulong Phrase(string words) => words.Split(' ').Select(word => WordHash.Of(word)).Aggregate(WordHash.Pair);
}
