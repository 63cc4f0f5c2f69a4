using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

public enum PracticeState
{
    Standing,
    Questioned,
    Kept,
    Reduced,
    Replaced,
    BeingRemoved,
    Verifying,
    Gone,
    Restored,
    Relapsed,
    BoundByLaw,
}

/// <summary>What may be done with a practice. The last four follow from the trial of its removal.</summary>
public enum PracticeAct
{
    Question,
    Keep,
    Reduce,
    Replace,
    Remove,
    Bind,
    Begin,
    Confirm,
    Restore,
    Relapse,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Past">What whoever did it has done: “questioned”.</param>
/// <param name="Needs">Said after how the practice stands, where the act is refused.</param>
/// <param name="IsOfTrial">Not chosen on the page: the trial of the removal says it.</param>
public sealed record AllowedMove(
    PracticeAct Act,
    IReadOnlyList<PracticeState> From,
    PracticeState To,
    string Past,
    string Needs,
    bool IsOfTrial = false
);

/// <summary>The states of a practice and every way between them: page, API and tests read this table.</summary>
public static class PracticeMoves
{
    const string QuestionFirst = "Question it first, then decide.";
    const string OfItsTrial = "This follows from the trial of its removal.";

    public static IReadOnlyList<AllowedMove> All { get; } =
    [
        new(
            PracticeAct.Question,
            [
                PracticeState.Standing,
                PracticeState.Kept,
                PracticeState.Reduced,
                PracticeState.Replaced,
                PracticeState.Gone,
                PracticeState.Restored,
                PracticeState.Relapsed,
                PracticeState.BoundByLaw,
            ],
            PracticeState.Questioned,
            "questioned",
            "It is asked about already: decide, or let its trial come to an end."
        ),
        new(
            PracticeAct.Keep,
            [PracticeState.Questioned, PracticeState.BeingRemoved],
            PracticeState.Kept,
            "kept",
            QuestionFirst
        ),
        new(PracticeAct.Reduce, [PracticeState.Questioned], PracticeState.Reduced, "reduced", QuestionFirst),
        new(PracticeAct.Replace, [PracticeState.Questioned], PracticeState.Replaced, "replaced", QuestionFirst),
        new(
            PracticeAct.Remove,
            [PracticeState.Questioned],
            PracticeState.BeingRemoved,
            "set out to remove",
            QuestionFirst
        ),
        new(
            PracticeAct.Bind,
            [PracticeState.Questioned, PracticeState.BeingRemoved],
            PracticeState.BoundByLaw,
            "left to the law",
            QuestionFirst
        ),
        new(
            PracticeAct.Begin,
            [PracticeState.BeingRemoved],
            PracticeState.Verifying,
            "began to do without",
            OfItsTrial,
            true
        ),
        new(
            PracticeAct.Confirm,
            [PracticeState.Verifying, PracticeState.Relapsed],
            PracticeState.Gone,
            "verified the removal of",
            OfItsTrial,
            true
        ),
        new(
            PracticeAct.Restore,
            [PracticeState.Verifying, PracticeState.Gone, PracticeState.Relapsed],
            PracticeState.Restored,
            "put back",
            OfItsTrial,
            true
        ),
        new(PracticeAct.Relapse, [PracticeState.Gone], PracticeState.Relapsed, "saw the return of", OfItsTrial, true),
    ];

    public static AllowedMove Of(PracticeAct act) => All.Single(m => m.Act == act);

    /// <summary>What may be chosen of a practice that stands so.</summary>
    public static IReadOnlyList<PracticeAct> Choices(PracticeState state) =>
        [.. All.Where(m => !m.IsOfTrial && m.From.Contains(state)).Select(m => m.Act)];

    /// <summary>A control becomes smaller or another by a trial alone.</summary>
    public static IReadOnlyList<PracticeAct> Choices(Practice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        var all = Choices(practice.State);
        return practice.Kind == PracticeKind.Control
            ? [.. all.Where(a => a is not (PracticeAct.Reduce or PracticeAct.Replace))]
            : all;
    }
}

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class PracticeMove : IInWorkspace
{
    public const int LongestReason = 2000;

    public Id<PracticeMove> Id { get; init; } = Id<PracticeMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required PracticeAct Act { get; init; }
    public required PracticeState From { get; init; }
    public required PracticeState To { get; init; }
    public required string Reason { get; init; }

    /// <summary>Empty where Heed's own watch over the trial saw it.</summary>
    public required Id<Member>? By { get; init; }
    public required DateTimeOffset At { get; init; }
}
