using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

public enum BusinessCaseState
{
    Draft,
    Proposed,
    Agreed,
    Live,
    Rescored,
    Withdrawn,
}

public enum BusinessCaseAct
{
    Propose,
    SendBack,
    Agree,
    GoLive,
    Rescore,
    Withdraw,
    Reopen,
}

/// <summary>One row of the table: from which states an act leads where.</summary>
/// <param name="Past">What whoever did it has done: “proposed”.</param>
/// <param name="Needs">Said after how the business case stands, where the act is refused.</param>
public sealed record AllowedBusinessCaseMove(
    BusinessCaseAct Act,
    IReadOnlyList<BusinessCaseState> From,
    BusinessCaseState To,
    string Past,
    string Needs
);

/// <summary>The states of a business case and every way between them: page, API and tests read this table.</summary>
public static class BusinessCaseMoves
{
    public static IReadOnlyList<AllowedBusinessCaseMove> All { get; } =
    [
        new(
            BusinessCaseAct.Propose,
            [BusinessCaseState.Draft],
            BusinessCaseState.Proposed,
            "proposed",
            "Only a draft is proposed."
        ),
        new(
            BusinessCaseAct.SendBack,
            [BusinessCaseState.Proposed],
            BusinessCaseState.Draft,
            "sent back",
            "Only what is proposed is sent back."
        ),
        new(
            BusinessCaseAct.Agree,
            [BusinessCaseState.Proposed],
            BusinessCaseState.Agreed,
            "agreed to",
            "Propose it first."
        ),
        new(
            BusinessCaseAct.GoLive,
            [BusinessCaseState.Agreed],
            BusinessCaseState.Live,
            "brought to life",
            "It goes live once it is agreed."
        ),
        new(
            BusinessCaseAct.Rescore,
            [BusinessCaseState.Live, BusinessCaseState.Rescored],
            BusinessCaseState.Rescored,
            "scored anew",
            "It is scored once it is live: before that nothing came of it."
        ),
        new(
            BusinessCaseAct.Withdraw,
            [
                BusinessCaseState.Draft,
                BusinessCaseState.Proposed,
                BusinessCaseState.Agreed,
                BusinessCaseState.Live,
                BusinessCaseState.Rescored,
            ],
            BusinessCaseState.Withdrawn,
            "withdrew",
            "It is withdrawn already."
        ),
        new(
            BusinessCaseAct.Reopen,
            [BusinessCaseState.Withdrawn],
            BusinessCaseState.Draft,
            "opened anew",
            "Only what was withdrawn is opened anew."
        ),
    ];

    public static AllowedBusinessCaseMove Of(BusinessCaseAct act) => All.Single(m => m.Act == act);

    /// <summary>What may be done with a business case that stands so.</summary>
    public static IReadOnlyList<BusinessCaseAct> Choices(BusinessCaseState state) =>
        [.. All.Where(m => m.From.Contains(state)).Select(m => m.Act)];
}

/// <summary>A move that was made. Kept for ever.</summary>
public sealed class BusinessCaseMove : IMove<BusinessCaseMove>
{
    public Id<BusinessCaseMove> Id { get; init; } = Id<BusinessCaseMove>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<BusinessCase> BusinessCaseId { get; init; }
    public required BusinessCaseAct Act { get; init; }
    public required BusinessCaseState From { get; init; }
    public required BusinessCaseState To { get; init; }
    public required string Reason { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}
