using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

public enum TrialState
{
    Planned,
    Running,
    Looked,
    Adopted,
    Stopped,
    Undone,
}

/// <summary>
/// A dated small change with what it is expected to do. The prediction locks when the trial starts; nothing that was
/// predicted is ever edited afterwards. Watching longer or trying again is a new trial.
/// </summary>
public sealed partial class Trial : IInWorkspace, IVersioned
{
    public Id<Trial> Id { get; init; } = Id<Trial>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public Id<KeyResult>? KeyResultId { get; private set; }

    /// <summary>The trial that this one goes on from.</summary>
    public Id<Trial>? Extends { get; init; }

    /// <summary>The move of the unstuck library that it came from; empty where it came from none.</summary>
    public string? Move { get; private set; }
    public string Change { get; private set; } = "";
    public Lever Lever { get; private set; }
    public string Obstacle { get; private set; } = "";

    /// <summary>The obstacle of its team that those words were taken from; empty where they were written for this trial.</summary>
    public Id<Obstacle>? ObstacleId { get; private set; }

    /// <summary>By whom the change is to be made; can be said until it is looked at.</summary>
    public string? Actor { get; private set; }

    /// <summary>Who does what differently, if it works; can be said until it is looked at.</summary>
    public string? Behaviour { get; private set; }
    public Id<Metric> MetricId { get; private set; }

    /// <summary>The way that was wanted when it was planned.</summary>
    public Direction Wanted { get; private set; }

    /// <summary>The effect that is expected, signed, in the metric's unit; of a count in percent.</summary>
    public double Predicted { get; private set; }

    /// <summary>The day by which the effect should be there.</summary>
    public DateOnly PredictedFor { get; private set; }
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>The day of <see cref="LockedAt"/> in the zone of then; a workspace that moves its zone moves no lock and no look.</summary>
    public DateOnly? LockedOn { get; private set; }

    /// <summary>The zone in which its days are counted, from the lock on.</summary>
    public string? LockedZone { get; private set; }

    /// <summary>The change was made before the prediction was locked, so the prediction proves nothing. Said wherever it is shown.</summary>
    public bool WrittenAfterwards { get; private set; }
    public int LagDays { get; private set; }

    /// <summary>What must not get worse meanwhile; empty where there is none.</summary>
    public MetricGuardrail? Guardrail { get; private set; }

    /// <summary>The first day on which the guardrail was found broken, and the value; the trial was stopped for it.</summary>
    public DateOnly? BreachedOn { get; private set; }
    public double? BreachValue { get; private set; }

    /// <summary>Two arms that people are dealt to, locked with the prediction; empty where the metric alone is judged.</summary>
    public TwoArms? Arms { get; private set; }

    /// <summary>Metrics that say what would have come anyway; locked with the prediction.</summary>
    public IReadOnlyList<ComparedMetric> ComparedWith { get; private set; } = [];

    /// <summary>Some of those that it is compared with get the change too, each from a day of its own.</summary>
    public bool IsRollOut => Reached.Any();

    /// <summary>Those with the day from which each gets it.</summary>
    internal IEnumerable<(Id<Metric> Metric, DateOnly From)> Reached =>
        ComparedWith
            .Where(other => other.ReachedFrom is not null)
            .Select(other => (other.Metric, other.ReachedFrom!.Value));

    /// <summary>The metrics that it is compared with, whether they get the change or not.</summary>
    internal IEnumerable<Id<Metric>> Others => ComparedWith.Select(other => other.Metric);

    public DateOnly Start { get; private set; }
    public DateOnly Look { get; private set; }

    /// <summary>What else changed in that window; “none known” is an answer, nothing is not.</summary>
    public string? WhatElseChanged { get; private set; }

    /// <summary>How to take it back.</summary>
    public string Undo { get; private set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
    public Id<Member>? StartedBy { get; private set; }
    public DateTimeOffset? LookedAt { get; private set; }
    public DateTimeOffset? AdoptedAt { get; private set; }
    public Id<Member>? AdoptedBy { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }
    public Id<Member>? StoppedBy { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Id<Member>? UndoneBy { get; private set; }

    /// <summary>Why it was adopted, stopped or undone.</summary>
    public string? Decision { get; private set; }

    /// <summary>What became of the improvement since, as it was last watched; empty where nothing is watched over.</summary>
    public WatchState? Watch { get; private set; }

    /// <summary>Since when it crept back, or is there again.</summary>
    public DateOnly? WatchSince { get; private set; }

    public TrialState State =>
        UndoneAt is not null ? TrialState.Undone
        : StoppedAt is not null ? TrialState.Stopped
        : AdoptedAt is not null ? TrialState.Adopted
        : LookedAt is not null ? TrialState.Looked
        : LockedAt is not null ? TrialState.Running
        : TrialState.Planned;

    /// <summary>Why the plan can change no more; null where it can.</summary>
    public Refusal? Fixed(Workspace here) =>
        LockedAt is { } locked
            ? Refusal.Conflict(
                $"The prediction is locked since {Format.Day(here.DayOf(locked))}. Go on with a new trial instead."
            )
        : State != TrialState.Planned
            ? Refusal.Conflict($"This trial was {Word(State)} before it began. Plan a new one.")
        : null;

    /// <summary>Writes or rewrites the plan, whole or not at all; only before it starts.</summary>
    public Outcome<Done> Plan(TrialRequest asked, Metric metric, Workspace here, DateTimeOffset now)
    {
        if (Fixed(here) is { } locked)
            return locked;
        var (start, look, predicted) = (asked.Start!.Value, asked.Look!.Value, asked.Predicted!.Value);
        var isPast = start < here.DayOf(now);
        if (isPast && !asked.WrittenAfterwards)
            return new Refusal($"The start on {Format.Day(start)} is before today. {OrSayIt}").At(nameof(asked.Start));
        if (look <= start)
            return new Refusal(
                $"The look on {Format.Day(look)} is not after the start on {Format.Day(start)}. Choose a day on which an effect can be there."
            ).At(nameof(asked.Look));
        var predictedFor = asked.PredictedFor ?? look;
        if (predictedFor <= start || predictedFor > look)
            return new Refusal(
                $"The prediction is for {Format.Day(predictedFor)}. Choose a day after the start and not after the look on {Format.Day(look)}."
            ).At(nameof(asked.PredictedFor));
        var wanted = metric.WantedWay ?? (predicted < 0 ? Direction.Down : Direction.Up);
        if (PredictionFault(predicted, wanted, metric) is { } fault)
            return fault.At(nameof(asked.Predicted));
        if (CountFault(asked, metric) is { } apart)
            return apart;
        if (
            MetricGuardrail.Fault(
                asked.GuardrailMetric,
                asked.GuardrailAtLeast,
                asked.GuardrailAtMost,
                out var guardrail
            ) is
            { } unguarded
        )
            return unguarded;
        if (TwoArms.Fault(asked, metric.Unit, out var arms) is { } unarmed)
            return unarmed;

        (Change, Lever, Obstacle) = (asked.Change!.Trim(), asked.Lever!.Value, asked.Obstacle!.Trim());
        (KeyResultId, MetricId, Wanted) = (asked.KeyResult, metric.Id, wanted);
        (ObstacleId, InPercent, CountedAmong) = (asked.ObstacleId, metric.IsCount, metric.CountedAmong);
        (Predicted, PredictedFor, LagDays) = (predicted, predictedFor, asked.LagDays ?? metric.LagDays);
        (Guardrail, ComparedWith, Arms) = (guardrail, Comparisons.Of(asked), arms);
        (Actor, Behaviour, Move) = (Said(asked.Actor), Said(asked.Behaviour), Said(asked.Move));
        (Start, Look, Undo) = (start, look, asked.Undo!.Trim());
        // Where another one has the change already, its effect could be known as well as one here.
        WrittenAfterwards = isPast || ComparedWith.Any(other => other.ReachedFrom < here.DayOf(now));
        WhatElseChanged = Said(asked.WhatElseChanged);
        return new Done();
    }

    static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    const string OrSayIt =
        "Choose today or a later day; or, if the change was made already, say so: the trial then says “written afterwards” wherever it is shown.";

    /// <summary>Begins, and locks the prediction.</summary>
    /// <param name="pointsSince">How many points of the metric are dated from the start on already.</param>
    public Outcome<Done> Begin(int pointsSince, Workspace here, Id<Member> by, DateTimeOffset at)
    {
        if (!TrialMoves.Allow(State, TrialAct.Begin))
            return Refusal.Conflict($"This trial is {Word(State)}; only a planned one can start.");
        var today = here.DayOf(at);
        if (!WrittenAfterwards)
        {
            if (Start < today)
                return Refusal.Conflict(
                    $"The start on {Format.Day(Start)} has passed. Change the plan: {Format.Lower(OrSayIt)}"
                );
            if (ComparedWith.Any(other => other.ReachedFrom < today))
                return Refusal.Conflict(
                    "The day on which another metric gets the change has passed. Change the plan: choose today or a later day; or, if it has the change, say that it was made already."
                );
            if (pointsSince > 0)
                return Refusal.Conflict(
                    $"The metric has {Format.Count(pointsSince, "point")} from {Format.Day(Start)} on already, so the prediction would come after the data. Plan a later start."
                );
            if (Look <= today)
                return Refusal.Conflict($"The look on {Format.Day(Look)} has come already. Plan a later one.");
        }
        (LockedAt, LockedOn, LockedZone, StartedBy) = (at, today, here.TimeZone, by);
        return new Done();
    }

    /// <summary>Which day an instant falls on for this trial: by the zone it was locked in.</summary>
    public DateOnly DayOf(DateTimeOffset at, Workspace here) =>
        LockedZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var locked)
            ? at.DayIn(locked)
            : here.DayOf(at);

    /// <summary>Did the prediction stand before what these points stand for happened? When they were typed says nothing.</summary>
    public bool Preceded(IEnumerable<DateOnly> pointsAfter) =>
        !WrittenAfterwards && LockedOn is { } locked && pointsAfter.All(on => on >= locked);

    /// <summary>May it be judged today? Looking again later is allowed, looking early is not.</summary>
    public Outcome<Done> LookOn(string whatElseChanged, Workspace here, DateTimeOffset at)
    {
        if (CannotLook() is { } refusal)
            return refusal;
        if (DayOf(at, here) < Look)
            return Refusal.Conflict(
                $"The look is set for {Format.Day(Look)}. Judging earlier, whenever it suits, makes chance look like success. You can stop or undo it at any time."
            );
        if (string.IsNullOrWhiteSpace(whatElseChanged))
            return new Refusal("Say what else changed in that time. “None known” is an answer too.");
        WhatElseChanged = whatElseChanged.Trim();
        LookedAt ??= at;
        return new Done();
    }

    Refusal? CannotLook() =>
        TrialMoves.Allow(State, TrialAct.Look) ? null
        : State == TrialState.Planned
            ? Refusal.Conflict(
                "This trial has not started. Start it, which locks the prediction; the look comes later."
            )
        : Refusal.Conflict($"This trial was {Word(State)}; there is nothing left to look at.");

    public Outcome<Done> Adopt(GuardrailState? guardrail, string? why, Id<Member> by, DateTimeOffset at)
    {
        if (!TrialMoves.Allow(State, TrialAct.Adopt))
            return Refusal.Conflict(
                State is TrialState.Planned or TrialState.Running
                    ? $"Look first, on {Format.Day(Look)}; then decide."
                    : $"This trial was {Word(State)} already."
            );
        if (guardrail == GuardrailState.Breached)
            return Refusal.Conflict(
                "The guardrail was breached at the look. Stop or undo it, whatever else got better."
            );
        (AdoptedAt, AdoptedBy, Decision) = (at, by, why);
        return new Done();
    }

    public Outcome<Done> Stop(string? why, Id<Member> by, DateTimeOffset at)
    {
        if (!TrialMoves.Allow(State, TrialAct.Stop))
            return Refusal.Conflict(
                State == TrialState.Adopted
                    ? "This trial was adopted. Undo it to take the change back."
                    : $"This trial was {Word(State)} already."
            );
        (StoppedAt, StoppedBy, Decision) = (at, by, why);
        return new Done();
    }

    public Outcome<Done> TakeBack(string? why, Id<Member> by, DateTimeOffset at)
    {
        if (!TrialMoves.Allow(State, TrialAct.TakeBack))
            return Refusal.Conflict(
                State == TrialState.Planned
                    ? "This trial has not started, so there is nothing to take back. Stop it instead."
                    : $"This trial was {Word(State)} already."
            );
        (UndoneAt, UndoneBy, Decision) = (at, by, why);
        return new Done();
    }

    public static string Word(TrialState state) => state.ToString().ToLowerInvariant();
}
