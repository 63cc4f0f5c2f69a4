using System.Text.RegularExpressions;

namespace Heed.Aim;

/// <summary>
/// Reads one sentence as English is built: an imperative of making is work; a change of a level of something that people do is an
/// outcome. What stands behind the verb decides where the verb alone does not (okr.md 4.1). Structured fields are asked for
/// first; this is for text that has none.
/// </summary>
public static partial class KeyResultProse
{
    /// <summary>A change of less than a twentieth asks for nothing.</summary>
    const double Hardly = 0.05;

    public static ProseReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = text.Trim().TrimEnd('.');
        string[] words = [.. Word().Matches(sentence.ToLowerInvariant()).Select(m => m.Value)];
        if (words.Length == 0)
            return new(ProseClass.Vague, "", "empty", "Who will do what by how much?");
        var (verb, next) = (words[0], words.ElementAtOrDefault(1));
        if (verb is "successfully" or "fully" or "quickly" && next is not null)
            (words, verb, next) = (words[1..], next, words.ElementAtOrDefault(2));
        var measured = ProseNumbers.Count(sentence);
        var way = ProseNumbers.FromTo(sentence);
        if (way is null && Several(words))
            return new(
                ProseClass.Compound,
                "and",
                "several in one",
                "These are several key results. Which one matters most?"
            );
        if (way is { } ends && !EnglishWords.Is(EnglishWords.Change, verb) && Making(verb, next))
            return new(
                ProseClass.Outcome,
                words[0],
                "work with an outcome",
                $"“{ends.Words}” is the key result; “{words[0]} …” is one idea of how to get there. Keep them apart?"
            );
        // “Make 40 sales calls” makes; “make better decisions” names a direction.
        if (EnglishWords.Is(EnglishWords.Change, verb) && !(verb is "make" && char.IsDigit(next?[0] ?? ' ')))
            return Changed(words, way, measured);
        if (EnglishWords.Is(EnglishWords.Keep, verb) && !IsWorkOfHolding(verb, words))
            return Kept(words, measured);
        if (EnglishWords.Is(EnglishWords.Finish, verb))
            return Finished(words, measured);
        if (EnglishWords.Is(EnglishWords.Attain, verb))
            return Attained(words, measured, way is not null);
        return Making(verb, next) || verb is "make" ? Work(verb) : Subject(words, measured, way is not null);
    }

    static bool Making(string verb, string? next) =>
        EnglishWords.Is(EnglishWords.Make, verb) && !(next is not null && IsSubjectNoun(verb, next))
        || EnglishWords.MayBeImperative(verb, next);

    /// <summary>“Test coverage rises”, “Support calls drop”: a noun before a noun that is measured, not a verb.</summary>
    static bool IsSubjectNoun(string verb, string next) =>
        EnglishWords.Measures.Contains(next)
        || EnglishWords.Is(EnglishWords.Change, next)
        || verb.EndsWith('s') && !verb.EndsWith("ss", StringComparison.Ordinal);

    /// <summary>“Hold 12 interviews” is an event; “hold churn below 3 %” is a level.</summary>
    static bool IsWorkOfHolding(string verb, string[] words) =>
        verb.StartsWith("hold", StringComparison.Ordinal)
        && Head(words) is { } head
        && EnglishWords.OwnWork.Contains(head);

    static ProseReading Changed(string[] words, (double From, double To, string Words)? way, int measured)
    {
        var (verb, head) = (words[0], Head(words));
        if (measured == 0)
            return new(
                ProseClass.Vague,
                string.Join(' ', words),
                "no measure",
                "Who will do what, from how much to how much?"
            );
        if (head is not null && IsOwn(words, head))
            return Own(head);
        if (head is not null && EnglishWords.Vanity.Contains(head) && !IsOfPeople(words))
            return Vain(head);
        if (way is { } ends && ends.From != 0 && Math.Abs(ends.To - ends.From) < Hardly * Math.Abs(ends.From))
            return new(
                ProseClass.Sandbagged,
                ends.Words,
                "hardly a change",
                $"“{ends.Words}” is less than a twentieth. Would anybody notice it?"
            );
        return way is null
            ? new(
                ProseClass.NoBaseline,
                verb,
                "no start",
                "From where? If nobody knows, who measures the start, and until when?"
            )
            : Good(way.Value.Words);
    }

    static ProseReading Kept(string[] words, int measured) =>
        measured > 0
            ? new(
                ProseClass.Health,
                words[0],
                "a level to keep",
                $"“{words[0]}” keeps a level: a limit beside your key results. What is to change?"
            )
            : new(
                ProseClass.BusinessAsUsual,
                words[0],
                "as before",
                $"“{words[0]}” goes on as before. What will be different?"
            );

    static ProseReading Finished(string[] words, int measured)
    {
        var what = words.Length > 1 ? words[1] : words[0];
        return measured > 0 && !IsOfPeople(words) && (char.IsDigit(what[0]) || words.Contains("of"))
            ? Work(words[0])
            : new(
                ProseClass.Binary,
                words[0],
                "done or not",
                $"“{words[0]}” is either done or not. What will people do differently once it is?"
            );
    }

    static ProseReading Attained(string[] words, int measured, bool hasWay)
    {
        var head = Head(words);
        if (head is not null && EnglishWords.Vanity.Contains(head))
            return Vain(head);
        if (measured == 0)
            return words[0] is "obtain" or "secure" or "acquire"
                ? Work(words[0])
                : new(
                    ProseClass.Binary,
                    words[0],
                    "done or not",
                    $"“{words[0]}” is either done or not. How far would half of it be?"
                );
        if (head is not null && IsOwn(words, head))
            return Own(head);
        return hasWay
            ? Good(words[0])
            : new(
                ProseClass.NoBaseline,
                words[0],
                "no start",
                "From where? If nobody knows, who measures the start, and until when?"
            );
    }

    /// <summary>A sentence with its subject first: who does it decides.</summary>
    static ProseReading Subject(string[] words, int measured, bool hasWay) =>
        words[0] is "we" or "us" ? Work(words.ElementAtOrDefault(1) ?? words[0])
        : measured == 0 && !IsOfPeople(words)
            ? new(
                ProseClass.Vague,
                string.Join(' ', words),
                "no measure",
                "Who will do what, from how much to how much?"
            )
        : hasWay || measured > 0 ? Good(words[0])
        : new(ProseClass.Vague, words[0], "no measure", "By how much, from where?");

    static ProseReading Work(string verb) =>
        new(
            ProseClass.Work,
            verb,
            "work",
            $"“{verb}” is what your team does. Who will do what differently because of it?"
        );

    static ProseReading Own(string noun) =>
        new(
            ProseClass.Work,
            noun,
            "more of your own work",
            $"“{noun}” are yours to make: more of them is more work. What do people do once they have them?"
        );

    static ProseReading Vain(string noun) =>
        new(ProseClass.Vanity, noun, "attention", $"“{noun}” cost people nothing. What do those people go on to do?");

    static ProseReading Good(string words) => new(ProseClass.Outcome, words, "outcome", "");

    static bool IsOfPeople(string[] words) => words.Any(EnglishWords.People.Contains);

    /// <summary>More of what the team itself does. “Sales calls” are; “support calls” are what customers do.</summary>
    static bool IsOwn(string[] words, string head)
    {
        var at = Array.IndexOf(words, head);
        var before = at > 0 ? words[at - 1] : "";
        return EnglishWords.OwnWork.Contains(head) && !IsOfPeople(words[1..at])
            || EnglishWords.Contacts.Contains(head) && EnglishWords.Outbound.Contains(before);
    }

    /// <summary>The noun that the verb is about: the last word before a number or a small word; past “number of”.</summary>
    static string? Head(string[] words)
    {
        List<string> phrase = [];
        for (var i = 1; i < words.Length; i++)
        {
            var word = words[i];
            if (word is "of" && (phrase.Count == 0 || EnglishWords.Amounts.Contains(phrase[^1])))
                phrase.Clear();
            else if (char.IsDigit(word[0]) || word is "the" or "a" or "an" or "our" or "new")
            {
                if (phrase.Count > 0)
                    break;
            }
            else if (
                word
                is "from"
                    or "to"
                    or "by"
                    or "per"
                    or "in"
                    or "of"
                    or "for"
                    or "within"
                    or "with"
                    or "below"
                    or "above"
                    or "under"
                    or "over"
                    or "on"
                    or "at"
                    or "through"
                    or "and"
                    or "so"
                    or "that"
                    or "among"
                    or "during"
            )
            {
                if (phrase.Count > 0)
                    break;
            }
            else
                phrase.Add(word);
        }
        while (phrase.Count > 1 && EnglishWords.Amounts.Contains(phrase[^1]))
            phrase.RemoveAt(phrase.Count - 1);
        return phrase is [.., var head] ? head : null;
    }

    static bool Several(string[] words)
    {
        var verbs = 0;
        for (var i = 1; i < words.Length; i++)
            if (
                words[i - 1] is "and"
                && (EnglishWords.Change.Contains(words[i]) || EnglishWords.Make.Contains(words[i]))
            )
                verbs++;
        return verbs > 0 && EnglishWords.Is(EnglishWords.Change, words[0]);
    }

    [GeneratedRegex(@"[$€£<>≤≥]*\d[\d.,]*[kKmM]?%?|[a-z][a-z'’]*(?:-[a-z0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
