using Heed.Analytics.Text;

namespace Heed.Analyze;

/// <summary>
/// Remarks in other languages than the one that is read: their words are nobody else's, so they would be themes by
/// themselves (“le personnel, était très”). They are counted by language and left out.
/// </summary>
static class RemarkLanguages
{
    /// <summary>Single remarks are often told wrongly; a language is believed where so many are told reliably.</summary>
    const int Fewest = 5;

    static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["en"] = "English",
        ["de"] = "German",
        ["fr"] = "French",
        ["es"] = "Spanish",
        ["it"] = "Italian",
        ["nl"] = "Dutch",
        ["pt"] = "Portuguese",
        ["pl"] = "Polish",
        ["ar"] = "Arabic",
        ["ru"] = "Russian",
        ["uk"] = "Ukrainian",
        ["tr"] = "Turkish",
        ["zh"] = "Chinese",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["hi"] = "Hindi",
        ["el"] = "Greek",
        ["sv"] = "Swedish",
        ["da"] = "Danish",
        ["no"] = "Norwegian",
        ["fi"] = "Finnish",
        ["cs"] = "Czech",
        ["hu"] = "Hungarian",
        ["ro"] = "Romanian",
    };

    /// <summary>The remarks with those of other languages blank, and how many each has, the commonest first.</summary>
    public static (IReadOnlyList<string> Texts, IReadOnlyList<(string Name, int Count)> Others) Apart(
        IReadOnlyList<string> texts,
        LanguageDetector detector,
        string language
    )
    {
        var told = texts.Select(text => text.Length == 0 ? "" : Told(text, detector)).ToList();
        var others = told.Where(code => code.Length > 0 && code != language)
            .CountBy(code => code)
            .Where(found => found.Value >= Fewest)
            .OrderByDescending(found => found.Value)
            .ToList();
        var foreign = others.Select(found => found.Key).ToHashSet(StringComparer.Ordinal);
        return (
            [.. texts.Select((text, i) => foreign.Contains(told[i]) ? "" : text)],
            [.. others.Select(found => (Names.GetValueOrDefault(found.Key, $"“{found.Key}”"), found.Value))]
        );
    }

    static string Told(string text, LanguageDetector detector) =>
        detector.Detect(text).Refused(out _, out var guess) || !guess.IsReliable ? "" : guess.Code;
}
