using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze lifetime --json</c> for cohorts. What is unknown is null, with a sentence.</summary>
sealed record CohortJson(
    string Kind,
    string Unit,
    IReadOnlyList<CohortJson.CohortOf> Cohorts,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record Ranged(double Value, double? Low, double? High);

    public sealed record PeriodOf(
        int Period,
        double? Observed,
        double Staying,
        double? Low,
        double? High,
        double? RetentionRate
    );

    public sealed record CohortOf(
        string Name,
        double? StartedWith,
        Ranged? Alpha,
        Ranged? Beta,
        double? LogLikelihood,
        string? Because,
        string? RangeBecause,
        IReadOnlyList<PeriodOf> Periods,
        Ranged? Value,
        double? Discount
    );

    public static CohortJson Of(CohortFindings found, IReadOnlyList<string> notes) =>
        new(
            "cohort",
            found.Ask.Unit.ToString().ToLowerInvariant(),
            [.. found.Cohorts.Select(cohort => Of(found, cohort))],
            CohortWords.Finding(found),
            [.. CohortWords.Limits(found)],
            notes
        );

    static CohortOf Of(CohortFindings found, CohortFound cohort) =>
        new(
            cohort.Cohort.Name,
            found.Ask.StartedWith ?? (cohort.Cohort.Staying.Count > 0 ? cohort.Cohort.Staying[0] : null),
            Parameter(cohort.Model?.Alpha, cohort.Alpha),
            Parameter(cohort.Model?.Beta, cohort.Beta),
            cohort.Model?.LogLikelihood,
            cohort.Because,
            cohort.RangeBecause,
            [
                .. cohort.Periods.Select(period => new PeriodOf(
                    period.Period,
                    period.Observed,
                    period.Staying,
                    period.Range?.Low,
                    period.Range?.High,
                    period.Rate
                )),
            ],
            Parameter(cohort.Value?.Value, cohort.Value),
            cohort.Value is null ? null : found.Discount
        );

    static Ranged? Parameter(double? value, Estimate? range) =>
        value is { } known ? new(known, Known(range?.Low), Known(range?.High)) : null;

    static double? Known(double? value) => value is { } given && double.IsFinite(given) ? given : null;
}
