using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

public sealed record TrialView(
    Id<Trial> Id,
    Id<Team> Team,
    Id<KeyResult>? KeyResult,
    Id<Trial>? Extends,
    string Change,
    Lever Lever,
    string Obstacle,
    Id<Metric> Metric,
    double Predicted,
    DateOnly PredictedFor,
    DateTimeOffset? LockedAt,
    DateOnly? LockedOn,
    bool WrittenAfterwards,
    int LagDays,
    Id<Metric>? GuardrailMetric,
    double? GuardrailAtLeast,
    double? GuardrailAtMost,
    IReadOnlyList<Id<Metric>> ComparedWith,
    IReadOnlyDictionary<Id<Metric>, DateOnly> ReachedFrom,
    DateOnly Start,
    DateOnly Look,
    string? WhatElseChanged,
    string Undo,
    TrialState State,
    DateTimeOffset? LookedAt,
    string? Decision,
    WatchState? Watch,
    DateOnly? WatchSince
)
{
    public static TrialView Of(Trial trial) =>
        new(
            trial.Id,
            trial.TeamId,
            trial.KeyResultId,
            trial.Extends,
            trial.Change,
            trial.Lever,
            trial.Obstacle,
            trial.MetricId,
            trial.Predicted,
            trial.PredictedFor,
            trial.LockedAt,
            trial.LockedOn,
            trial.WrittenAfterwards,
            trial.LagDays,
            trial.Guardrail?.MetricId,
            trial.Guardrail?.AtLeast,
            trial.Guardrail?.AtMost,
            [.. trial.Others],
            trial.Reached.ToDictionary(other => other.Metric, other => other.From),
            trial.Start,
            trial.Look,
            trial.WhatElseChanged,
            trial.Undo,
            trial.State,
            trial.LookedAt,
            trial.Decision,
            trial.Watch,
            trial.WatchSince
        );
}

public sealed record VerdictView(
    Id<TrialVerdict> Id,
    Id<Trial> Trial,
    Id<Metric> Metric,
    DateTimeOffset At,
    VerdictWord Verdict,
    bool LessThanPredicted,
    string Sentence,
    EffectMethod? Method,
    string? MethodInWords,
    DateOnly? WindowFrom,
    DateOnly? WindowTo,
    int PointsBefore,
    int PointsAfter,
    string Fingerprint,
    double? Effect,
    double? Low,
    double? High,
    double? MinimumDetectable,
    double Predicted,
    bool PredictionPrecededData,
    string WhatElseChanged,
    GuardrailState? Guardrail,
    IReadOnlyList<WithoutIt> Counterfactual,
    int Engine,
    Id<TrialVerdict>? Rejudges,
    EffectCourse Course,
    double? AtEnd,
    string? Breakdown,
    string? SecondOpinion,
    string? Comparison,
    RollOutFound? RollOut
)
{
    /// <summary>What became of the points it rests on since it was judged.</summary>
    public ChangedSince Since { get; init; }

    public static VerdictView Of(TrialVerdict v) =>
        new(
            v.Id,
            v.TrialId,
            v.MetricId,
            v.At,
            v.Word,
            v.LessThanPredicted,
            v.Sentence,
            v.Method,
            v.MethodInWords,
            v.WindowFrom,
            v.WindowTo,
            v.PointsBefore,
            v.PointsAfter,
            v.Fingerprint,
            v.Effect,
            v.Low,
            v.High,
            v.MinimumDetectable,
            v.Predicted,
            v.PredictionPrecededData,
            v.WhatElseChanged,
            v.Guardrail,
            v.Counterfactual,
            v.Engine,
            v.Rejudges,
            v.Course,
            v.AtEnd,
            v.Breakdown,
            v.SecondOpinion,
            v.Comparison,
            v.RollOut
        );
}
