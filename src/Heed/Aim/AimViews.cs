using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Ui;

namespace Heed.Aim;

public sealed record CycleView(
    Id<Cycle> Id,
    string Name,
    DateOnly Start,
    DateOnly End,
    CycleState State,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt
)
{
    public static CycleView Of(Cycle cycle) =>
        new(cycle.Id, cycle.Name, cycle.Start, cycle.End, cycle.State, cycle.OpenedAt, cycle.ClosedAt);
}

public sealed record ObjectiveView(
    Id<Objective> Id,
    Id<Team> Team,
    Id<Cycle> Cycle,
    string Title,
    string Why,
    DateOnly ByWhen,
    ObjectiveState State,
    DateTimeOffset? AgreedAt,
    DateTimeOffset? LiveAt,
    DateTimeOffset? ClosedAt,
    Ending? Ending,
    string? LastWord,
    Id<Objective>? Parent,
    string? NoParentBecause,
    TripwireView Tripwire,
    IReadOnlyList<Finding> Findings
)
{
    public static ObjectiveView Of(Objective objective) =>
        new(
            objective.Id,
            objective.TeamId,
            objective.CycleId,
            objective.Title,
            objective.Why,
            objective.ByWhen,
            objective.State,
            objective.AgreedAt,
            objective.LiveAt,
            objective.ClosedAt,
            objective.Ending,
            objective.LastWord,
            objective.ParentId,
            objective.NoParentBecause,
            new(
                objective.WrongIf,
                objective.WrongBy,
                objective.WrongLeftOut,
                objective.WrongAnswer,
                objective.WrongSeen
            ),
            Aim.Findings.Of(objective)
        );
}

/// <summary>What would show an objective wrong, by when, and what was found.</summary>
public sealed record TripwireView(
    string? WrongIf,
    DateOnly? WrongBy,
    string? WrongLeftOut,
    TripwireAnswer? Answer,
    string? Seen
);

/// <summary>Progress and status are computed at reading. Null progress means not known, never zero.</summary>
public sealed record KeyResultView(
    Id<KeyResult> Id,
    Id<Objective> Objective,
    string Sentence,
    string Who,
    Id<CustomerGroup>? CustomerGroup,
    string DoesWhat,
    Id<Metric> Metric,
    string Unit,
    BaselineState BaselineState,
    double? Baseline,
    DateOnly? BaselineFrom,
    DateOnly? BaselineTo,
    double Target,
    DateOnly ByWhen,
    double? Now,
    DateOnly? NowOn,
    double? Progress,
    bool? IsWithinNoise,
    Status Status,
    string Word,
    string Because,
    ForecastView? Forecast,
    DateTimeOffset? CheckedInAt,
    IReadOnlyList<Finding> Findings,
    TargetKind Kind,
    double? Low,
    double? Stretch,
    double Weight,
    DateOnly? FirstSignalOn,
    string? Plan,
    PaceView? Pace,
    GuardrailRecord? Kept,
    AttainmentOffer? Levels,
    int? SilentDays,
    Commitment Commitment
)
{
    public static KeyResultView Of(EvaluatedKeyResult reading)
    {
        var keyResult = reading.KeyResult;
        return new(
            keyResult.Id,
            keyResult.ObjectiveId,
            reading.Sentence,
            keyResult.Who,
            keyResult.CustomerGroupId,
            keyResult.DoesWhat,
            keyResult.MetricId,
            reading.Metric.Unit,
            keyResult.BaselineState,
            keyResult.Baseline,
            keyResult.BaselineFrom,
            keyResult.BaselineTo,
            keyResult.Target,
            keyResult.ByWhen,
            reading.Now?.Value,
            reading.Now?.On,
            reading.Progress?.Share,
            reading.IsWithinNoise,
            reading.Status.Is,
            reading.Status.Word,
            reading.Status.Because,
            reading.Forecast is { } f ? new ForecastView(f.On, f.Value, f.Low, f.High) : null,
            keyResult.CheckedInAt,
            Aim.Findings.Of(reading),
            keyResult.Kind,
            keyResult.Low,
            keyResult.Stretch,
            keyResult.Weight,
            keyResult.FirstSignalOn,
            keyResult.Plan,
            reading.Pace is { } pace ? new PaceView(pace.Expected, pace.Gap, pace.State) : null,
            reading.Kept,
            reading.Levels,
            reading.SilentDays,
            keyResult.Commitment
        );
    }
}

/// <param name="Expected">The share of the way that is expected today.</param>
/// <param name="Gap">How much of it is missing; null when progress is not known.</param>
public sealed record PaceView(double Expected, double? Gap, PaceState State);

public sealed record ForecastView(DateOnly On, double Value, double Low, double High);

public sealed record CheckInView(
    Id<CheckIn> Id,
    Id<KeyResult> KeyResult,
    double? Value,
    int Confidence,
    string? Learned,
    DateTimeOffset At
)
{
    public static CheckInView Of(CheckIn c) => new(c.Id, c.KeyResultId, c.Value, c.Confidence.Value, c.Learned, c.At);
}

public sealed record CommentView(Id<Comment> Id, Id<Comment>? Answers, string Text, Id<Member> By, DateTimeOffset At)
{
    public static CommentView Of(Comment c) => new(c.Id, c.Answers, c.Text, c.By, c.At);
}

public sealed record TermsView(
    Id<Terms> Id,
    Id<Metric> Metric,
    BaselineState BaselineState,
    double? Baseline,
    DateOnly? BaselineFrom,
    DateOnly? BaselineTo,
    double Target,
    DateOnly ByWhen,
    string Reason,
    DateTimeOffset SetAt,
    Commitment Commitment
)
{
    public static TermsView Of(Terms t) =>
        new(
            t.Id,
            t.MetricId,
            t.BaselineState,
            t.Baseline,
            t.BaselineFrom,
            t.BaselineTo,
            t.Target,
            t.ByWhen,
            t.Reason,
            t.SetAt,
            t.Commitment
        );
}
