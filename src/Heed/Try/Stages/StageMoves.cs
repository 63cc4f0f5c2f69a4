using Heed.People;

namespace Heed.Try;

public enum StageAct
{
    /// <summary>Follows from the start of the trial, and from the stage before.</summary>
    Begin,
    Next,

    /// <summary>Follows from the adoption of the trial.</summary>
    Adopt,

    /// <summary>The trial is stopped, and a new one goes on from it.</summary>
    Adjust,
    Stop,
    Undo,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
public sealed record StageWay(StageAct Act, IReadOnlyList<StageState> From, StageState To);

/// <summary>
/// The states of a stage. On the day of its look, or later, one of four: the next stage, adjust, stop, undo. Stopping and undoing wait
/// for no day.
/// </summary>
public static class StageMoves
{
    public static IReadOnlyList<StageWay> All { get; } =
    [
        new(StageAct.Begin, [StageState.Ahead], StageState.Now),
        new(StageAct.Next, [StageState.Now], StageState.Passed),
        new(StageAct.Adopt, [StageState.Now], StageState.Passed),
        new(StageAct.Adjust, [StageState.Ahead, StageState.Now], StageState.Ended),
        new(StageAct.Stop, [StageState.Ahead, StageState.Now], StageState.Ended),
        new(StageAct.Undo, [StageState.Ahead, StageState.Now], StageState.Ended),
    ];

    public static bool IsEnd(this StageState state) => !All.Any(way => way.From.Contains(state));

    /// <summary>Begins the first stage with the trial.</summary>
    internal static void Begin(IReadOnlyList<TrialStage> stages, Id<Member> by, DateTimeOffset at)
    {
        if (stages.MinBy(s => s.Number) is { } first)
            first.Enter(by, at);
    }

    /// <summary>Goes on to the stage that is asked for, which must be the next one, and no day before the look of the present one.</summary>
    internal static Outcome<TrialStage> Next(
        Trial trial,
        IReadOnlyList<TrialStage> stages,
        int asked,
        string reason,
        Workspace here,
        Id<Member> by,
        DateTimeOffset at
    )
    {
        if (stages.Count == 0)
            return Refusal.Conflict("This trial has no stages.");
        if (stages.FirstOrDefault(s => s.State(trial) is StageState.Now) is not { } now)
            return Refusal.Conflict(
                trial.State == TrialState.Planned
                    ? "This trial has not started. Start it, which locks the prediction and the stages."
                    : $"This trial was {Trial.Word(trial.State)}; its stages are over."
            );
        if (stages.FirstOrDefault(s => s.Number == now.Number + 1) is not { } next)
            return Refusal.Conflict("This is the last stage. Look at the trial, then adopt, stop or undo it.");
        if (asked <= now.Number)
            return Refusal.Conflict($"Stage {asked} is over or under way already: it is at stage {now.Number}.");
        if (asked != next.Number)
            return Refusal.Conflict(
                $"Stage {asked} would skip stage {next.Number} ({next.InWords()}). Take one after the other: what shows at few is cheap, what shows at all is not."
            );
        if (trial.DayOf(at, here) < now.LookOn)
            return Refusal.Conflict(
                $"Stage {now.Number} is looked at on {Format.Day(now.LookOn)}; until then it stays at {now.InWords()}. You can stop or undo it at any time."
            );
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say what you saw at this look that lets it go on.").At(nameof(StageRequest.Why));
        now.Pass(reason.Trim(), by, at);
        next.Enter(by, at);
        return next;
    }

    /// <summary>Adopting at a stage before the last would skip the others.</summary>
    internal static Refusal? WouldSkip(Trial trial, IReadOnlyList<TrialStage> stages) =>
        stages.FirstOrDefault(s => s.State(trial) is StageState.Now) is { } now && now.Number < stages.Count
            ? Refusal.Conflict(
                $"It is at stage {now.Number} of {stages.Count} ({now.InWords()}); adopting it now would skip what comes. Take the next stage, or stop or undo it."
            )
            : null;

    /// <summary>“25 %”.</summary>
    public static string InWords(this TrialStage stage) => $"{Format.Number(stage.Exposure)} %";

    public static string Word(this StageState state) =>
        state switch
        {
            StageState.Ahead => "Ahead",
            StageState.Now => "Now",
            StageState.Passed => "Passed",
            _ => "Ended",
        };

    /// <summary>“stage 2 of 3, 25 %”; empty where none is under way.</summary>
    internal static string? Standing(Trial trial, IReadOnlyCollection<TrialStage> stages) =>
        stages.FirstOrDefault(s => s.State(trial) is StageState.Now) is { } now
            ? $"stage {now.Number} of {stages.Count}, {now.InWords()}"
            : null;
}
