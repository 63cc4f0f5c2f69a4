using Heed.Analytics.Columns;

namespace Heed.Listen;

/// <summary>What the columns of a survey must hold. When it changes, they are loaded anew.</summary>
/// <param name="Attributes">Attributes, and the questions of which one option is chosen.</param>
/// <param name="Sets">The questions of which several are.</param>
/// <param name="Numbers">The questions that are answered with numbers.</param>
sealed record SurveySchema(
    string Key,
    IReadOnlyList<ScoreColumn> Questions,
    IReadOnlyList<string> Attributes,
    IReadOnlyList<string> Sets,
    bool Weighted,
    IReadOnlyList<NumberColumn> Numbers
)
{
    /// <summary>The attribute that tells rounds of asking apart.</summary>
    public const string Wave = "Wave";
}
