using Heed.Customers;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>How often it is met, as whoever saw it says. Not counted is an answer.</summary>
public enum ObstacleFrequency
{
    NotCounted,
    Rarely,
    Monthly,
    Weekly,
    Daily,
    Always,
}

/// <summary>
/// What is in the way, seen somewhere on a day. A team works on one for a target condition; it is dissolved by what a trial
/// or an experiment has shown, never by closing it.
/// </summary>
public sealed class Obstacle : IInWorkspace, IVersioned
{
    public const int LongestWords = 500;
    public const int LongestPlace = 200;

    public Id<Obstacle> Id { get; init; } = Id<Obstacle>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required string What { get; set; }

    /// <summary>Where it was seen: a place of the work, never a person.</summary>
    public required string Where { get; set; }

    /// <summary>The step of a customer's way that it blocks; empty where none is known.</summary>
    public Id<JourneyStep>? JourneyStepId { get; set; }
    public required ObstacleFrequency Frequency { get; set; }
    public string? Evidence { get; set; }
    public required DateOnly SeenOn { get; set; }
    public ObstacleState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }

    /// <summary>For which target condition it is worked on, while it is: unique, so that one is worked on at a time.</summary>
    public Id<TargetCondition>? WorkedOnFor { get; private set; }

    /// <summary>What dissolved it, as its move says; here so that many can be counted at once.</summary>
    public Id<Trial>? DissolvedByTrial { get; private set; }
    public Id<ExperimentRecord>? DissolvedByExperiment { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    public bool IsOpen => State is ObstacleState.Parked or ObstacleState.Working;

    /// <summary>One step, by the table. Who may, and whether what it rests on has shown anything, is asked before.</summary>
    public Outcome<ObstacleMove> Move(
        ObstacleAct act,
        string? reason,
        Id<Member> by,
        DateTimeOffset at,
        ObstacleBasis? basis = null
    )
    {
        var way = ObstacleMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"“{Format.Shortened(What)}” {State.Says()}. {way.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: whoever meets it next reads this.").At(nameof(ObstacleMove.Reason));
        basis ??= new();
        if (act == ObstacleAct.Work && basis.For is null)
            return new Refusal("Choose the target condition for which it is worked on.").At("For");
        if (act == ObstacleAct.Dissolve && basis is { Trial: null, Experiment: null })
            return new Refusal(
                "Nothing is dissolved by closing it. Name a trial that has a verdict, or an experiment whose result was measured."
            ).At("Proof");
        var move = new ObstacleMove
        {
            ObstacleId = Id,
            Act = act,
            From = State,
            To = way.To,
            Reason = Format.Shortened(reason.Trim(), ObstacleMove.LongestReason),
            TargetConditionId = act == ObstacleAct.Work ? basis.For : WorkedOnFor,
            TrialId = act == ObstacleAct.Dissolve ? basis.Trial : null,
            ExperimentId = act == ObstacleAct.Dissolve ? basis.Experiment : null,
            By = by,
            At = at,
        };
        (State, StateSince) = (way.To, at);
        WorkedOnFor = act == ObstacleAct.Work ? basis.For : null;
        (DissolvedByTrial, DissolvedByExperiment) = (move.TrialId, move.ExperimentId);
        return move;
    }

    /// <summary>Days since it was seen.</summary>
    public int Age(DateOnly today) => Math.Max(0, today.DayNumber - SeenOn.DayNumber);
}
