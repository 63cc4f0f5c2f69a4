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
        Place? Place,
        string? Because
    );

    /// <summary>Where a group stands among those of its column: null for months, and where there is nothing to compare with.</summary>
    /// <param name="FromRest">The group minus all who are not in it.</param>
    /// <param name="RestProbability">How often chance alone would do as much, allowing for all groups.</param>
    /// <param name="BestRank">The best and the worst rank that cannot be ruled out; 1 is the best.</param>
    /// <param name="Shrunk">The score drawn towards the mean of the groups, as far as it is noise; null with fewer than four.</param>
    public sealed record Place(
        double? FromRest,
        double? FromRestLow,
        double? FromRestHigh,
        double RestProbability,
        int BestRank,
        int WorstRank,
        double? Shrunk,
        double? ShrunkLow,
        double? ShrunkHigh
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
            [
                .. found.By.Select(group => Group(group, PlaceOf(found, group))),
                .. found.Months.Select(month => Group(month, null)),
            ],
            [.. SurveyLimits.Of(found)],
            notes
        );

    static Place? PlaceOf(SurveyFindings found, GroupScore group) =>
        found
            .Compared.Where(compared => compared.Column == group.Column)
            .SelectMany(compared => compared.Found.Groups)
            .FirstOrDefault(compared => compared.Name == group.Group)
            is { } place
            ? new(
                place.FromRest?.Value,
                place.FromRest?.Low,
                place.FromRest?.High,
                place.RestProbability,
                place.BestRank,
                place.WorstRank,
                place.Shrunk?.Value,
                place.Shrunk?.Low,
                place.Shrunk?.High
            )
            : null;

    static GroupOf Group(GroupScore group, Place? place) =>
        new(
            group.Column,
            group.Group,
            group.N,
            group.Score?.Value,
            group.Score?.Low,
            group.Score?.High,
            group.Score?.Weighted is null ? null : Weight(group.Score, null),
            place,
            group.Because
        );

    static WeightedScore Weight(Score? score, string? because) =>
        score?.Weighted is { } weighted
            ? new(weighted.Value, weighted.Low, weighted.High, weighted.EffectiveN, null)
            : new(null, null, null, null, because);
}
