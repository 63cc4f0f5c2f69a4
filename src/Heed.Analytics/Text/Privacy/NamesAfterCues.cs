namespace Heed.Analytics.Text;

/// <summary>Finds names of people by the words that announce one: “Mr”, “my name is”, “spoke to”.</summary>
static class NamesAfterCues
{
    const int MostNames = 3;

    static readonly PhraseTree _cues = Cues();
    static readonly HashIndex _particles = new();

    static NamesAfterCues()
    {
        foreach (var word in (ReadOnlySpan<string>)["van", "von", "de", "der", "den", "la", "al", "bin", "di", "da"])
            _particles.Add(WordHash.Of(word));
    }

    static PhraseTree Cues()
    {
        var cues = new PhraseTree();
        cues.Add(
            1,
            """
            mr/mrs/ms/miss/mx/dr/prof/professor/doctor/nurse/matron/sir/madam
            agent/representative/manager/driver/receptionist/colleague/waiter/waitress/steward/stewardess/technician/engineer
            name is/was
            named/called
            i am
            i'm
            spoke/speaking/talked/talking/chatted to/with
            ask/asked for
            thanks to
            thank you
            regards
            herr/herrn/frau/namens
            name ist/war
            ich heiße/bin
            sprach/gesprochen mit
            dank an
            grüße
            """
        );
        return cues;
    }

    /// <summary>The places of names, from left to right.</summary>
    public static void AddTo(List<(int Start, int Length)> names, ReadOnlySpan<char> remark, ReadOnlySpan<Word> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var (_, cue) = _cues.Longest(words[at..]);
            if (cue == 0)
                continue;
            var first = at + cue;
            if (first == words.Length || !IsNear(remark, words[first - 1], words[first], " .,:"))
                continue;
            var end = EndOfName(remark, words, first);
            if (end == first)
                continue;
            var last = words[end - 1];
            names.Add((words[first].Start, last.Start + last.Length - words[first].Start));
            at = end - 1;
        }
    }

    /// <summary>Behind the last word of the name that begins at a word; the same word where none does.</summary>
    static int EndOfName(ReadOnlySpan<char> remark, ReadOnlySpan<Word> words, int first)
    {
        var (end, capitals) = (first, 0);
        for (var at = first; at < words.Length && capitals < MostNames; at++)
        {
            if (at > first && !IsNear(remark, words[at - 1], words[at], " -’'"))
                break;
            if (IsCapital(remark, words[at]))
            {
                // The first word decides: “spoke to Customer Service” names nobody.
                if (capitals == 0 && NoNames.Has(words[at].In(remark)))
                    return first;
                (capitals, end) = (capitals + 1, at + 1);
            }
            else if (!_particles.Contains(words[at].Hash))
                break;
        }
        return end;
    }

    static bool IsCapital(ReadOnlySpan<char> remark, Word word) =>
        word.Kind == WordKind.Letters && word.Length > 1 && char.IsUpper(remark[word.Start]);

    static bool IsNear(ReadOnlySpan<char> remark, Word left, Word right, ReadOnlySpan<char> between)
    {
        var gap = remark[(left.Start + left.Length)..right.Start];
        return gap.Length <= 3 && gap.IndexOfAnyExcept(between) < 0;
    }
}
