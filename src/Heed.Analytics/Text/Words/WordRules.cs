namespace Heed.Analytics.Text;

/// <summary>How the words of a language are read: how many letters make a stem, and which words carry no subject.</summary>
public sealed class WordRules
{
    /// <summary>For a language whose grammar is unknown here: stems of six letters, no stop words.</summary>
    public static readonly WordRules Unknown = new("", 6, []);

    static readonly WordRules English = new("en", 6, StopWords.English);
    static readonly WordRules German = new("de", 5, StopWords.German);

    readonly HashIndex _stopWords;

    /// <summary>Rules of one's own.</summary>
    /// <param name="language">ISO 639-1: “en”; empty where it is unknown.</param>
    /// <param name="prefixLength">How many letters make a stem; 0 keeps whole words.</param>
    /// <param name="stopWords">Words without a subject, in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public WordRules(string language, int prefixLength, IEnumerable<string> stopWords)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(stopWords);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        Language = language;
        PrefixLength = prefixLength;
        _stopWords = new();
        foreach (var word in stopWords)
            _stopWords.Add(WordHash.Of(word));
    }

    /// <summary>ISO 639-1; empty where it is unknown.</summary>
    public string Language { get; }

    /// <summary>
    /// How many letters make a stem; 0 keeps whole words. Six serve English and five German: both beat the neighbouring
    /// lengths in finding themes, and need no grammar.
    /// </summary>
    public int PrefixLength { get; }

    /// <summary>The rules of a language.</summary>
    /// <param name="language">ISO 639-1: “en”. An unknown one gets <see cref="Unknown"/>'s.</param>
    /// <param name="models">Where the stop words of other languages than English and German come from; null has none.</param>
    public static WordRules For(string language, TextModels? models = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language switch
        {
            "en" => English,
            "de" => German,
            "" => Unknown,
            _ => new(language, Prefix(language), models?.StopWords(language) ?? []),
        };
    }

    /// <summary>Languages that glue endings on, or words together, tell by fewer letters.</summary>
    static int Prefix(string language) =>
        language switch
        {
            "nl" or "da" or "sv" or "no" or "is" or "fi" or "et" or "hu" or "tr" => 5,
            "ar" or "fa" or "he" or "ur" => 4,
            "ko" => 2,
            _ => 6,
        };

    internal bool IsStop(ulong hash) => _stopWords.Contains(hash);
}
