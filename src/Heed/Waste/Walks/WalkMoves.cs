using Heed.Ui;

namespace Heed.Waste;

public enum WalkState
{
    Waiting,
    Read,
    Withdrawn,
}

public enum WalkAct
{
    Read,
    Withdraw,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Needs">Said after how the note stands, where the act is refused.</param>
public sealed record WalkWay(WalkAct Act, IReadOnlyList<WalkState> From, WalkState To, string Past, string Needs);

/// <summary>The states of a walk note and every way between them. Withdrawn is the end: what was seen is written anew.</summary>
public static class WalkMoves
{
    public static IReadOnlyList<WalkWay> All { get; } =
    [
        new(WalkAct.Read, [WalkState.Waiting], WalkState.Read, "read", "Its team says once that it has read it."),
        new(
            WalkAct.Withdraw,
            [WalkState.Waiting, WalkState.Read],
            WalkState.Withdrawn,
            "took back",
            "Write what you saw in a new one."
        ),
    ];

    public static WalkWay Of(WalkAct act) => All.Single(m => m.Act == act);

    public static IReadOnlyList<WalkAct> Choices(WalkState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];

    internal static string Says(this WalkState state) =>
        state switch
        {
            WalkState.Waiting => "waits for its team",
            WalkState.Read => "was read by its team",
            _ => "was taken back",
        };

    /// <summary>How it stands on a day.</summary>
    internal static string Word(this WalkNote note, DateOnly today) =>
        note.State switch
        {
            WalkState.Waiting when note.IsShown(today) => "Not read by its team",
            WalkState.Waiting => "Its team first",
            WalkState.Read => "Read by its team",
            _ => "Taken back",
        };

    internal static Status Shape(this WalkNote note) =>
        note.State == WalkState.Read ? Status.Held
        : note.State == WalkState.Waiting ? Status.Watch
        : Status.NotKnown;
}
