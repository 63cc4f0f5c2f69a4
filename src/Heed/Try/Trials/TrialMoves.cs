namespace Heed.Try;

public enum TrialAct
{
    Begin,
    Look,
    Adopt,
    Stop,
    TakeBack,
}

/// <summary>Every way from one state of a trial to another. The trial, its page and its tests read it here.</summary>
public static class TrialMoves
{
    public static IReadOnlyList<(TrialState From, TrialAct Act, TrialState To)> All { get; } =
    [
        (TrialState.Planned, TrialAct.Begin, TrialState.Running),
        (TrialState.Planned, TrialAct.Stop, TrialState.Stopped),
        (TrialState.Running, TrialAct.Look, TrialState.Looked),
        (TrialState.Running, TrialAct.Stop, TrialState.Stopped),
        (TrialState.Running, TrialAct.TakeBack, TrialState.Undone),
        (TrialState.Looked, TrialAct.Look, TrialState.Looked),
        (TrialState.Looked, TrialAct.Adopt, TrialState.Adopted),
        (TrialState.Looked, TrialAct.Stop, TrialState.Stopped),
        (TrialState.Looked, TrialAct.TakeBack, TrialState.Undone),
        (TrialState.Adopted, TrialAct.Look, TrialState.Adopted),
        (TrialState.Adopted, TrialAct.TakeBack, TrialState.Undone),
    ];

    public static bool Allow(TrialState from, TrialAct act) => All.Any(m => m.From == from && m.Act == act);

    /// <summary>Going on is a new trial that extends it.</summary>
    public static bool IsEnd(this TrialState state) => All.All(m => m.From != state);
}
