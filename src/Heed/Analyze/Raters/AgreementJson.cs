using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze agreement --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record AgreementJson(
    MeasurementLevel Level,
    double? Alpha,
    double? Low,
    double? High,
    double? StandardError,
    bool Unanimous,
    string? Because,
    int Units,
    int UnitsRatedTwice,
    int Ratings,
    IReadOnlyList<AgreementJson.LevelOf> Levels,
    IReadOnlyList<AgreementJson.RaterOf> Raters,
    IReadOnlyList<AgreementJson.UnitOf> Items,
    AgreementJson.GroupsOf Groups,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record LevelOf(MeasurementLevel Level, double? Alpha, double? Low, double? High, string? Because);

    public sealed record RaterOf(string Name, int Ratings, double? AlphaOfTheOthers);

    public sealed record UnitOf(
        string Unit,
        IReadOnlyList<string?> Ratings,
        double? Rwg,
        AgreementLevel? Agreement,
        bool? Polarised,
        string? Because
    );

    public sealed record GroupsOf(
        string? First,
        int? FirstN,
        string? Second,
        int? SecondN,
        double? Delta,
        double? Low,
        double? High,
        string? Because
    );

    public static AgreementJson Of(AgreementFindings found, IReadOnlyList<string> notes)
    {
        var ratings = found.Ratings;
        return new(
            found.Level,
            found.Alpha.Alpha,
            found.Alpha.Interval?.Low,
            found.Alpha.Interval?.High,
            found.Alpha.Interval?.StandardError,
            found.IsUnanimous,
            found.Because ?? found.Alpha.Because,
            found.Units.Count,
            found.UnitsRatedTwice,
            found.Count,
            [
                .. found.Levels.Select(one => new LevelOf(
                    one.Level,
                    one.Alpha,
                    one.Interval?.Low,
                    one.Interval?.High,
                    one.Because
                )),
            ],
            [
                .. ratings.Raters.Select(
                    (name, place) =>
                        new RaterOf(
                            name,
                            ratings.Units.Count(unit => unit.Given[place] is not null),
                            found.Without.ElementAtOrDefault(place)
                        )
                ),
            ],
            [
                .. found.Units.Select(unit => new UnitOf(
                    unit.Unit.Name,
                    [.. unit.Unit.Given.Select(rating => rating is { } given ? ratings.Say(given) : null)],
                    unit.Agreement?.Value,
                    unit.Agreement?.Level,
                    unit.Agreement?.IsPolarised,
                    unit.Because
                )),
            ],
            found.Apart is { } apart
                ? new(
                    apart.First,
                    apart.FirstN,
                    apart.Second,
                    apart.SecondN,
                    apart.Delta?.Value,
                    apart.Delta?.Low,
                    apart.Delta?.High,
                    apart.Because
                )
                : new(null, null, null, null, null, null, null, "No groups were asked for: add --group COLUMN."),
            AgreementWords.Finding(found),
            [.. AgreementWords.Limits(found)],
            notes
        );
    }
}
