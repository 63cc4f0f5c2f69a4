using Heed.People;

namespace Heed.Aim;

public sealed record AgendaBrief(Id<Agenda> Id, Id<Team> Team, DateOnly Month, AgendaState State)
{
    internal static AgendaBrief Of(Agenda a) => new(a.Id, a.TeamId, a.Month, a.State);
}

/// <param name="Voted">How many have voted; how is shown by the lines once it is revealed.</param>
/// <param name="Voters">How many of the team may vote.</param>
/// <param name="Work">What was under way when it was closed, one a line.</param>
public sealed record AgendaView(
    Id<Agenda> Id,
    Id<Team> Team,
    DateOnly Month,
    AgendaState State,
    DateTimeOffset OpenedAt,
    DateTimeOffset? RevealedAt,
    DateTimeOffset? ClosedAt,
    int Voted,
    int Voters,
    string? Learned,
    string? Obstacles,
    string? NextSteps,
    string? Work,
    IReadOnlyList<AgendaLineView> Lines,
    IReadOnlyList<AgendaDecisionView> Decisions,
    int Version
);

/// <param name="Median">Empty where fewer than three voted.</param>
/// <param name="Says">How it stood when the agenda was closed.</param>
public sealed record AgendaLineView(
    Id<KeyResult> KeyResult,
    int Votes,
    double? Median,
    int? Lowest,
    int? Highest,
    string? Says,
    double? Now,
    Status? Stood
)
{
    internal static AgendaLineView Of(AgendaLine l) =>
        new(l.KeyResultId, l.Votes, l.Median, l.Lowest, l.Highest, l.Says, l.Now, l.Stood);
}

public sealed record AgendaDecisionView(
    Id<AgendaDecision> Id,
    string Words,
    Id<Member> Who,
    string? Link,
    DateTimeOffset DecidedAt
)
{
    internal static AgendaDecisionView Of(AgendaDecision d) => new(d.Id, d.Words, d.Who, d.Link, d.DecidedAt);
}
