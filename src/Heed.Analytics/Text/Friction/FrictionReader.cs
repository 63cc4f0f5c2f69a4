namespace Heed.Analytics.Text;

/// <summary>
/// Finds signs of friction in remarks: eight groups of phrases written by hand, in English and German.
/// </summary>
/// <remarks>
/// A sign says that a remark speaks of such a thing, not that it happened: “no waiting at all” is a sign of waiting too.
/// It may be used by many threads.
/// </remarks>
public sealed class FrictionReader
{
    static readonly FrictionReader _english = new(FrictionPhrases.English);
    static readonly FrictionReader _german = new(FrictionPhrases.German);

    readonly PhraseTree _phrases = new();

    FrictionReader((Friction Group, string Phrases)[] groups)
    {
        foreach (var (group, phrases) in groups)
            _phrases.Add((int)group, phrases);
    }

    /// <summary>The languages that have signs, by ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de"];

    /// <summary>The signs of a language.</summary>
    /// <param name="language">ISO 639-1.</param>
    /// <returns>The reader; or a sentence when Heed knows no signs in the language.</returns>
    public static Answer<FrictionReader> For(string language) =>
        language switch
        {
            "en" => _english,
            "de" => _german,
            _ => new NoAnswer(
                $"Signs of friction are known in {string.Join(" and ", Languages)} only, and the remarks are in “{language}”."
            ),
        };

    /// <summary>The groups of which a remark has a sign.</summary>
    /// <param name="remark">The remark's words (<see cref="WordReader.Read"/>).</param>
    public Friction Of(ReadOnlySpan<Word> remark)
    {
        var groups = Friction.None;
        for (var at = 0; at < remark.Length; at++)
            groups |= (Friction)_phrases.Longest(remark[at..]).Group;
        return groups;
    }

    /// <summary>The signs of a remark from left to right, for showing what decided. They do not overlap.</summary>
    /// <param name="remark">The remark's words (<see cref="WordReader.Read"/>).</param>
    public IReadOnlyList<FrictionSign> Signs(ReadOnlySpan<Word> remark)
    {
        List<FrictionSign> signs = [];
        for (var at = 0; at < remark.Length; )
        {
            var (group, words) = _phrases.Longest(remark[at..]);
            if (words > 0)
                signs.Add(new((Friction)group, at, words));
            at += Math.Max(words, 1);
        }
        return signs;
    }

    /// <summary>How many groups there are in a set.</summary>
    /// <param name="groups">The set.</param>
    public static int Count(Friction groups) => System.Numerics.BitOperations.PopCount((uint)groups);
}
