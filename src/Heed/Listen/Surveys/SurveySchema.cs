using Heed.Analytics.Columns;

namespace Heed.Listen;

/// <summary>What the columns of a survey must hold. When it changes, they are loaded anew.</summary>
sealed record SurveySchema(
    string Key,
    IReadOnlyList<ScoreColumn> Questions,
    IReadOnlyList<string> Attributes,
    bool Weighted
)
{
    /// <summary>The attribute that tells rounds of asking apart.</summary>
    public const string Wave = "Wave";
}
