namespace Heed.Waste;

public enum NominationState
{
    /// <summary>Nominated, and thanked at once: the page of thanks is the acknowledgement. The answer is due.</summary>
    Acknowledged,
    Classed,
    Decided,
    Held,
    Merged,
    SetAside,
    Withdrawn,
}

public enum NominationAct
{
    Nominate,
    Class,
    Decide,
    Reopen,
    Relapse,
    Merge,
    Hold,
    Release,
    SetAside,
    Withdraw,
}

/// <summary>Who may make a move.</summary>
public enum Mover
{
    /// <summary>A member of the team that it lands with; where it lands with none, whoever writes; an administrator.</summary>
    Answerer,
    Writer,
    Administrator,

    /// <summary>Whoever nominated: signed in, or by the receipt.</summary>
    Author,

    /// <summary>Nobody: Heed's own watch over the trial sees it.</summary>
    Watch,
}

/// <param name="To">Empty where it goes on from where it was held.</param>
public sealed record NominationMove(
    NominationState From,
    NominationAct Act,
    NominationState? To,
    Mover By,
    bool NeedsReason = false
);

/// <summary>Every way from one state of a nomination to another. Page, API and tests read it here.</summary>
public static class NominationMoves
{
    public static IReadOnlyList<NominationMove> All { get; } =
    [
        new(NominationState.Acknowledged, NominationAct.Class, NominationState.Classed, Mover.Answerer),
        new(NominationState.Acknowledged, NominationAct.Merge, NominationState.Merged, Mover.Answerer),
        new(NominationState.Acknowledged, NominationAct.Hold, NominationState.Held, Mover.Writer, true),
        new(NominationState.Acknowledged, NominationAct.Withdraw, NominationState.Withdrawn, Mover.Author),
        new(NominationState.Classed, NominationAct.Class, NominationState.Classed, Mover.Answerer),
        new(NominationState.Classed, NominationAct.Decide, NominationState.Decided, Mover.Answerer),
        new(NominationState.Classed, NominationAct.Merge, NominationState.Merged, Mover.Answerer),
        new(NominationState.Classed, NominationAct.Hold, NominationState.Held, Mover.Writer, true),
        new(NominationState.Classed, NominationAct.Withdraw, NominationState.Withdrawn, Mover.Author),
        new(NominationState.Decided, NominationAct.Reopen, NominationState.Classed, Mover.Answerer, true),
        new(NominationState.Decided, NominationAct.Relapse, NominationState.Classed, Mover.Watch, true),
        new(NominationState.Decided, NominationAct.Hold, NominationState.Held, Mover.Writer, true),
        new(NominationState.Held, NominationAct.Release, null, Mover.Administrator),
        new(NominationState.Held, NominationAct.SetAside, NominationState.SetAside, Mover.Administrator, true),
        new(NominationState.Held, NominationAct.Withdraw, NominationState.Withdrawn, Mover.Author),
    ];

    public static NominationMove? Of(NominationState from, NominationAct act) =>
        All.FirstOrDefault(m => m.From == from && m.Act == act);

    public static bool IsEnd(this NominationState state) => All.All(m => m.From != state);

    /// <summary>Why an act is not possible now.</summary>
    public static Refusal Refused(NominationState from, NominationAct act) =>
        Refusal.Conflict(
            from.IsEnd()
                ? $"This nomination {from.Clause()}, and that is its end. Nominate it anew if it still is so."
                : $"This nomination {from.Clause()}, so it cannot be {act.Done()} now. It can be {Format.List([.. Possible(from)])}."
        );

    static IEnumerable<string> Possible(NominationState from) =>
        All.Where(m => m.From == from && m.By != Mover.Watch).Select(m => m.Act.Done());

    public static string Word(this NominationState state) =>
        state switch
        {
            NominationState.Acknowledged => "New",
            NominationState.SetAside => "Set aside",
            _ => state.ToString(),
        };

    static string Clause(this NominationState state) =>
        state switch
        {
            NominationState.Acknowledged => "waits for its answer",
            NominationState.Held => "is held",
            NominationState.SetAside => "was set aside",
            NominationState.Merged => "was merged into another",
            _ => $"was {Format.Lower(state.ToString())}",
        };

    /// <summary>“classed”, “merged”: the act as it was done.</summary>
    public static string Done(this NominationAct act) =>
        act switch
        {
            NominationAct.Nominate => "nominated",
            NominationAct.Class => "classed",
            NominationAct.Decide => "decided",
            NominationAct.Reopen => "reopened",
            NominationAct.Relapse => "reopened because it crept back",
            NominationAct.Merge => "merged into another",
            NominationAct.Hold => "held",
            NominationAct.Release => "released",
            NominationAct.SetAside => "set aside",
            _ => "withdrawn",
        };
}
