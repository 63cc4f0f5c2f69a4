using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>Promised beside realised, with the interval of the verdict.</summary>
public sealed record CaseScoreView(
    Id<CaseScore> Id,
    DateTimeOffset At,
    string? Unit,
    double? PromisedLow,
    double? Promised,
    double? PromisedHigh,
    double? Realised,
    double? Low,
    double? High,
    Id<Trial>? Trial,
    VerdictWord Word,
    string Says
)
{
    internal static CaseScoreView Of(CaseScore of) =>
        new(
            of.Id,
            of.At,
            of.Unit,
            of.PromisedLow,
            of.Promised,
            of.PromisedHigh,
            of.Realised,
            of.Low,
            of.High,
            of.TrialId,
            of.Word,
            of.Says
        );
}

/// <summary>One step of a business case's story.</summary>
public sealed record BusinessCaseMoveView(
    BusinessCaseAct Act,
    BusinessCaseState From,
    BusinessCaseState To,
    string Reason,
    string By,
    DateTimeOffset At
);
