using System.Globalization;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze survey --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record SurveyJson(
    string Kind,
    string Column,
    string Scale,
    long N,
    long Missing,
    double? Value,
    double? Low,
    double? High,
    double? StandardError,
    string? Because,
    IReadOnlyDictionary<string, long> Distribution,
    SurveyJson.WeightedScore Weighted,
    SurveyJson.Second? Beside,
    IReadOnlyList<SurveyJson.GroupOf> By,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record WeightedScore(double? Value, double? Low, double? High, double? EffectiveN, string? Because);

    public sealed record Second(string Name, double Value, double Low, double High);

    public sealed record GroupOf(
        string Column,
        string Group,
        long N,
        double? Value,
        double? Low,
        double? High,
        WeightedScore? Weighted,
        string? Because
    );

    public static SurveyJson Of(SurveyFindings found, IReadOnlyList<string> notes) =>
        new(
            found.Ask.Kind.ToString().ToLowerInvariant(),
            found.Ask.Score,
            found.Ask.Scale.ToString(),
            found.Answers.N,
            found.Answers.Missing,
            found.Score?.Value,
            found.Score?.Low,
            found.Score?.High,
            found.Score?.StandardError,
            found.Because,
            Enumerable
                .Range(found.Ask.Scale.Low, found.Ask.Scale.Points)
                .ToDictionary(point => point.ToString(CultureInfo.InvariantCulture), found.Answers.CountOf),
            Weight(
                found.Score,
                found.Ask.Weight is null ? "No column of weights was named: add --weight COLUMN." : found.Because
            ),
            found.Score?.Beside is { } beside
                ? new(beside.Name, beside.Estimate.Value, beside.Estimate.Low, beside.Estimate.High)
                : null,
            [.. found.By.Concat(found.Months).Select(Group)],
            [.. SurveyLimits.Of(found)],
            notes
        );

    static GroupOf Group(GroupScore group) =>
        new(
            group.Column,
            group.Group,
            group.N,
            group.Score?.Value,
            group.Score?.Low,
            group.Score?.High,
            group.Score?.Weighted is null ? null : Weight(group.Score, null),
            group.Because
        );

    static WeightedScore Weight(Score? score, string? because) =>
        score?.Weighted is { } weighted
            ? new(weighted.Value, weighted.Low, weighted.High, weighted.EffectiveN, null)
            : new(null, null, null, null, because);
}
