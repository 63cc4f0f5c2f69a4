using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze plan --json</c> for a trial. What is unknown is null, with a sentence.</summary>
sealed record TrialPlanJson(
    string Kind,
    int N,
    Cadence Every,
    int After,
    double? Predicted,
    double? Smallest,
    bool? CanBeSeen,
    int? PeriodsNeeded,
    int? PointsBefore,
    double? Sigma,
    double? Autocorrelation,
    string? Because,
    IReadOnlyList<TrialPlanJson.Step> Steps,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record Step(int After, double Smallest);

    public static TrialPlanJson Of(TrialPlan found, IReadOnlyList<string> notes) =>
        new(
            "trial",
            found.Series.Count,
            found.Series.Cadence,
            found.Ask.After,
            found.Ask.Predicted,
            found.Sight?.Smallest,
            found.Sight?.CanBeSeen,
            found.Sight?.PeriodsNeeded,
            found.Sight?.PointsBefore,
            found.Sight?.Sigma,
            found.Sight?.Autocorrelation,
            found.Because,
            [.. found.Steps.Select(step => new Step(step.After, step.Smallest))],
            TrialPlanWords.Finding(found),
            [.. TrialPlanWords.Limits(found)],
            notes
        );
}
