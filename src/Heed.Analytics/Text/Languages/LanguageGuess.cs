namespace Heed.Analytics.Text;

/// <summary>The language that a remark is most likely written in.</summary>
/// <param name="Code">ISO 639-1: “en”.</param>
/// <param name="Score">How well its n-grams fit, 0 to 1; a sentence in one's own words reaches about 0.75.</param>
/// <param name="IsReliable">
/// Whether the score is usual for the language and apart from the second best. One or two words seldom are.
/// </param>
public readonly record struct LanguageGuess(string Code, double Score, bool IsReliable);
