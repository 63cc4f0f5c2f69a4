using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// The next state on a storyboard: what will be so, and how the work then goes, by a day that never moves. What is reached
/// or has expired ends in a reflection; then the next one begins.
/// </summary>
public sealed class TargetCondition : IInWorkspace, IVersioned
{
    /// <summary>Farther away nobody knows what is in the way; nearer it is no condition but a step (Rother, 2009).</summary>
    public const int LeastWeeks = 1;
    public const int MostWeeks = 12;

    public const int LongestOutcome = 500;
    public const int LongestPattern = 1000;

    public Id<TargetCondition> Id { get; init; } = Id<TargetCondition>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Storyboard> StoryboardId { get; init; }

    /// <summary>The how manieth of its board; two at once would have the same, and the database takes one.</summary>
    public required int Number { get; init; }
    public required string Outcome { get; init; }
    public Id<Metric>? MetricId { get; init; }
    public double? AtLeast { get; init; }
    public double? AtMost { get; init; }

    /// <summary>How the work goes when it is so.</summary>
    public required string Pattern { get; init; }
    public required DateOnly SetOn { get; init; }
    public required Id<Member>? SetBy { get; init; }

    /// <summary>Its last day. It never moves.</summary>
    public required DateOnly AchieveBy { get; init; }
    public TargetState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }

    /// <summary>Its last day is over, whether anybody has said so or not.</summary>
    public bool IsOver(DateOnly today) => today > AchieveBy;

    public bool WaitsForReflection(DateOnly today) => !State.IsEnd() && IsOver(today);

    /// <summary>“at most 6”: what the metric must be; empty where words alone say it.</summary>
    public string? Limits => MetricId is null ? null : Format.Limits(AtLeast, AtMost);

    public static Refusal? DayFault(DateOnly setOn, DateOnly achieveBy)
    {
        var (first, last) = (setOn.AddDays(7 * LeastWeeks), setOn.AddDays(7 * MostWeeks));
        return achieveBy >= first && achieveBy <= last
            ? null
            : new Refusal(
                $"{Format.Day(achieveBy)} is not one to twelve weeks from today. Choose a day from {Format.Day(first)} to {Format.Day(last)}; it never moves."
            ).At("AchieveBy");
    }

    /// <summary>One step, by the table. Who may is asked before.</summary>
    /// <param name="newest">The newest point of its metric since it was set; empty where nothing was measured.</param>
    public Outcome<TargetMove> Move(
        TargetAct act,
        string? reason,
        DateOnly today,
        NewestPoint? newest,
        Id<Member> by,
        DateTimeOffset at
    )
    {
        var way = TargetMoves.Of(act);
        if (!way.From.Contains(State))
            return Refusal.Conflict($"This target condition is {Format.Lower(State.ToString())}. {way.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Write what it has taught: neither end is without a reflection.").At("Reflection");
        if (act != TargetAct.Expire && IsOver(today))
            return Refusal.Conflict(
                $"Its day was {Format.Day(AchieveBy)}, and it never moves. Say that it expired and what it has taught; then set the next one."
            );
        if (act == TargetAct.Expire && !IsOver(today))
            return Refusal.Conflict(
                $"It runs until {Format.Day(AchieveBy)}. Until then it is pursued; it expires on the day after."
            );
        if (act == TargetAct.Reach && NotThere(newest) is { } refusal)
            return refusal;
        var move = new TargetMove
        {
            TargetConditionId = Id,
            Act = act,
            From = State,
            To = way.To,
            Reason = Format.Shortened(reason.Trim(), TargetMove.LongestReason),
            By = by,
            At = at,
        };
        (State, StateSince) = (way.To, at);
        return move;
    }

    /// <summary>Where a metric says what is reached, nobody says otherwise.</summary>
    Refusal? NotThere(NewestPoint? newest)
    {
        if (MetricId is null)
            return null;
        if (newest is null || newest.On < SetOn)
            return Refusal.Conflict(
                $"Its metric was not measured since {Format.Day(SetOn)}, so nobody can tell. Record a value first."
            );
        return
            newest.Value >= (AtLeast ?? double.NegativeInfinity) && newest.Value <= (AtMost ?? double.PositiveInfinity)
            ? null
            : Refusal.Conflict(
                $"Its metric was {Format.Number(newest.Value)} on {Format.Day(newest.On)}; {Limits} was set. It is not reached yet."
            );
    }
}
