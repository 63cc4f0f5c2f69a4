using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

public enum ExperimentState
{
    Planned,
    Locked,
    Seen,
    Withdrawn,
}

/// <summary>Whether anything was measured. That nothing was is a result, never coloured good or bad.</summary>
public enum ExperimentResult
{
    Measured,
    NotMeasured,
    NotKnown,
}

/// <summary>
/// One step of a storyboard. What is expected is locked with hour and name before a result can be said; from then on it is
/// not changed any more, only withdrawn with a reason, and stays to be read.
/// </summary>
public sealed class ExperimentRecord : IInWorkspace, IVersioned
{
    public const int LongestStep = 300;
    public const int LongestUnknown = 500;
    public const int LongestWords = 1000;
    public const int LongestResult = 2000;

    public Id<ExperimentRecord> Id { get; init; } = Id<ExperimentRecord>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required Id<Storyboard> StoryboardId { get; init; }
    public required Id<TargetCondition> TargetConditionId { get; init; }
    public required Id<Obstacle> ObstacleId { get; init; }

    /// <summary>The how manieth of its board.</summary>
    public required int Number { get; init; }
    public string Step { get; private set; } = "";

    /// <summary>What we do not yet know, and this step is to tell.</summary>
    public string Unknown { get; private set; } = "";
    public Id<Metric>? MetricId { get; private set; }
    public string Expected { get; private set; } = "";

    /// <summary>When can we go and see what we have learned from this step?</summary>
    public DateOnly GoAndSee { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
    public DateTimeOffset? LockedAt { get; private set; }
    public DateOnly? LockedOn { get; private set; }
    public Id<Member>? LockedBy { get; private set; }
    public ExperimentResult? Result { get; private set; }
    public string? Happened { get; private set; }
    public string? Learned { get; private set; }

    /// <summary>The day on which it was seen.</summary>
    public DateOnly? SeenOn { get; private set; }
    public DateTimeOffset? SeenAt { get; private set; }
    public Id<Member>? SeenBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Id<Member>? WithdrawnBy { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>The trial that this step became.</summary>
    public Id<Trial>? TrialId { get; private set; }

    public ExperimentState State =>
        WithdrawnAt is not null ? ExperimentState.Withdrawn
        : SeenAt is not null ? ExperimentState.Seen
        : LockedAt is not null ? ExperimentState.Locked
        : ExperimentState.Planned;

    /// <summary>It ended with something that was measured.</summary>
    public bool HasMeasured => State == ExperimentState.Seen && Result == ExperimentResult.Measured;

    /// <summary>Writes or rewrites the plan, until its expectation is locked.</summary>
    public Outcome<Done> Plan(ExperimentRequest asked, DateOnly today, DateOnly achieveBy)
    {
        if (Fixed is { } locked)
            return locked;
        if (ToDo.Fault(asked.Step!, asked.Unknown!, asked.Expected!) is { } fault)
            return fault;
        if (DayFault(asked.GoAndSee!.Value, today, achieveBy) is { } wrongDay)
            return wrongDay;
        (Step, Unknown, Expected) = (asked.Step!.Trim(), asked.Unknown!.Trim(), asked.Expected!.Trim());
        (MetricId, GoAndSee) = (asked.Metric, asked.GoAndSee.Value);
        return new Done();
    }

    /// <summary>Why the plan can change no more; null where it can.</summary>
    public Refusal? Fixed =>
        State switch
        {
            ExperimentState.Planned => null,
            ExperimentState.Withdrawn => Refusal.Conflict("This experiment was withdrawn. Plan a new one."),
            _ => Refusal.Conflict(
                $"What you expect is locked since {Format.Day(LockedOn!.Value)} and is not changed any more. Withdraw it with a reason, or say what happened."
            ),
        };

    static Refusal? DayFault(DateOnly goAndSee, DateOnly today, DateOnly achieveBy) =>
        goAndSee < today
            ? new Refusal($"{Format.Day(goAndSee)} is over. Choose today or a later day to go and see.").At(
                nameof(ExperimentRequest.GoAndSee)
            )
        : goAndSee > achieveBy
            ? new Refusal(
                $"The target condition ends on {Format.Day(achieveBy)}. Take a smaller step, of which you can see something by then."
            ).At(nameof(ExperimentRequest.GoAndSee))
        : null;

    /// <summary>Locks what is expected. No result can be said before.</summary>
    public Outcome<Done> Lock(DateOnly today, DateOnly achieveBy, Id<Member> by, DateTimeOffset at)
    {
        if (Fixed is { } locked)
            return locked;
        if (DayFault(GoAndSee, today, achieveBy) is { } wrongDay)
            return Refusal.Conflict($"{wrongDay.Because} Change the plan first.");
        (LockedAt, LockedOn, LockedBy) = (at, today, by);
        return new Done();
    }

    public Outcome<Done> See(ResultRequest asked, DateOnly today, Id<Member> by, DateTimeOffset at)
    {
        if (State != ExperimentState.Locked)
            return Refusal.Conflict(
                State switch
                {
                    ExperimentState.Planned =>
                        "Lock what you expect first: a result that is typed before it teaches nothing.",
                    ExperimentState.Seen =>
                        "What happened is said already, and stays. Plan the next step with what you learned.",
                    _ => "This experiment was withdrawn. Plan a new one.",
                }
            );
        var on = asked.On!.Value;
        if (on < LockedOn)
            return new Refusal(
                $"{Format.Day(on)} is before {Format.Day(LockedOn.Value)}, when the expectation was locked. What was seen before was known before."
            ).At(nameof(asked.On));
        if (on > today)
            return new Refusal($"{Format.Day(on)} is still to come. Say what was seen, once it is.").At(
                nameof(asked.On)
            );
        if (asked.Result == ExperimentResult.Measured && string.IsNullOrWhiteSpace(asked.Happened))
            return new Refusal("Say what happened, with its numbers. “Not measured” is a result too: choose it.").At(
                nameof(asked.Happened)
            );
        (Result, SeenOn, SeenAt, SeenBy) = (asked.Result!.Value, on, at, by);
        Happened = string.IsNullOrWhiteSpace(asked.Happened) ? null : asked.Happened.Trim();
        Learned = asked.Learned!.Trim();
        return new Done();
    }

    public Outcome<Done> Withdraw(string? because, Id<Member> by, DateTimeOffset at)
    {
        if (State is ExperimentState.Seen)
            return Refusal.Conflict("What happened is said already, and stays.");
        if (State is ExperimentState.Withdrawn)
            return Refusal.Conflict("This experiment was withdrawn already.");
        if (string.IsNullOrWhiteSpace(because))
            return new Refusal("Say why it is withdrawn: it stays on the board with this.").At("Because");
        (WithdrawnAt, WithdrawnBy, WithdrawnBecause) = (at, by, because.Trim());
        return new Done();
    }

    public Outcome<Done> Become(Trial trial)
    {
        if (State == ExperimentState.Withdrawn)
            return Refusal.Conflict("This experiment was withdrawn. Plan a new one.");
        if (trial.TeamId != TeamId)
            return new Refusal("This trial is of another team. Choose one of the team of this board.").At("Trial");
        TrialId = trial.Id;
        return new Done();
    }
}
