using Heed.Analytics;
using Heed.Analytics.Scores;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record DecisionRightView(
    Id<DecisionRight> Id,
    string Topic,
    DelegationLevel Level,
    double? LimitAmount,
    string? LimitUnit,
    string? LimitWords,
    Id<Team> Team,
    DateOnly GrantedOn,
    DateOnly Until,
    DecisionRightState State,
    DateTimeOffset? ReversedAt,
    IReadOnlyList<DecisionRightAct> MayBe,
    int Version
)
{
    internal static DecisionRightView Of(DecisionRight right, DateOnly today) =>
        new(
            right.Id,
            right.Topic,
            right.Level,
            right.LimitAmount,
            right.LimitUnit,
            right.LimitWords,
            right.HolderId,
            right.GrantedOn,
            right.Until,
            right.State(today),
            right.ReversedAt,
            DecisionRightMoves.Choices(right.State(today)),
            right.Version
        );
}

public sealed record RightUseView(
    Id<RightUse> Id,
    string Case,
    string Story,
    double? Cost,
    string? CustomerOutcome,
    DateOnly On
)
{
    internal static RightUseView Of(RightUse use) =>
        new(use.Id, use.Case, use.Story, use.Cost, use.CustomerOutcome, use.On);
}

/// <summary>Several uses of one case that are above the limit together.</summary>
public sealed record SplitCase(string Case, int Uses, double Total);

public sealed record DecisionRightMoveView(
    DecisionRightAct Act,
    DecisionRightState From,
    DecisionRightState To,
    string Reason,
    DateOnly Until,
    string By,
    DateTimeOffset At
);

/// <summary>Of the teams that hold a live right at which they decide, how many have used one: under-use is the usual failure.</summary>
/// <param name="Share">The share with its 95 % interval (Wilson 1927); empty where nobody holds any.</param>
public sealed record UseRate(int Using, int Holding, Estimate? Share);

public sealed record ListedRights(
    IReadOnlyList<DecisionRight> Mine,
    IReadOnlyList<DecisionRight> Rights,
    int All,
    int Page,
    UseRate Rate,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>Reads decision rights and how they are used.</summary>
public sealed class ReadRights(
    HeedDb db,
    Member me,
    ReadTeams teams,
    ReadMembers members,
    Workspace here,
    TimeProvider clock
)
{
    const int MostMine = 50;
    const int MostUses = 100;

    /// <summary>The levels at which a team decides.</summary>
    static readonly DelegationLevel[] Decided =
    [
        DelegationLevel.Advise,
        DelegationLevel.Inquire,
        DelegationLevel.Delegate,
    ];

    internal DateOnly Today => here.Today(clock);

    public Task<DecisionRight?> Of(Id<DecisionRight> id, CancellationToken stop) =>
        db.DecisionRights.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);

    public async Task<ListedRights> Page(int page, CancellationToken stop)
    {
        var (today, own) = (Today, me.Teams.Select(t => t.TeamId).ToList());
        var live = db.DecisionRights.AsNoTracking().Where(r => r.ReversedAt == null && r.Until >= today);
        var mine = await live.Where(r => own.Contains(r.HolderId) && Decided.Contains(r.Level))
            .OrderBy(r => r.Topic)
            .ThenBy(r => r.Id)
            .Take(MostMine)
            .ToListAsync(stop);
        var all = await db.DecisionRights.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedRights.Size - 1) / ListedRights.Size));
        var rows = await db
            .DecisionRights.AsNoTracking()
            .OrderBy(r => r.Topic)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * ListedRights.Size)
            .Take(ListedRights.Size)
            .ToListAsync(stop);
        var decided = live.Where(r => Decided.Contains(r.Level));
        var holding = await decided.Select(r => r.HolderId).Distinct().CountAsync(stop);
        var users = await decided
            .Where(r => db.RightUses.Any(u => u.DecisionRightId == r.Id))
            .Select(r => r.HolderId)
            .Distinct()
            .CountAsync(stop);
        var rate = new UseRate(users, holding, holding == 0 ? null : Intervals.Wilson(users, holding));
        return new(mine, rows, all, page, rate, await teams.Names(stop));
    }

    public async Task<IReadOnlyList<RightUse>> Uses(Id<DecisionRight> id, CancellationToken stop) =>
        await db
            .RightUses.AsNoTracking()
            .Where(u => u.DecisionRightId == id)
            .OrderByDescending(u => u.On)
            .ThenByDescending(u => u.Id)
            .Take(MostUses)
            .ToListAsync(stop);

    /// <summary>Cases that were split: each use under the limit, all of them above it.</summary>
    public async Task<IReadOnlyList<SplitCase>> Split(DecisionRight right, CancellationToken stop)
    {
        if (right.LimitAmount is not { } limit)
            return [];
        var cases = await db
            .RightUses.AsNoTracking()
            .Where(u => u.DecisionRightId == right.Id && u.Cost != null)
            .GroupBy(u => u.CaseKey)
            .Select(g => new
            {
                Case = g.Max(u => u.Case),
                Uses = g.Count(),
                Total = g.Sum(u => u.Cost!.Value),
            })
            .Where(c => c.Uses > 1 && c.Total > limit)
            .OrderByDescending(c => c.Total)
            .Take(MostUses)
            .ToListAsync(stop);
        return [.. cases.Select(c => new SplitCase(c.Case!, c.Uses, c.Total))];
    }

    public Task<IReadOnlyList<DecisionRightMoveView>> Moves(Id<DecisionRight> id, CancellationToken stop) =>
        members.Story(
            db.DecisionRightMoves.Where(m => m.DecisionRightId == id),
            (m, by) => new DecisionRightMoveView(m.Act, m.From, m.To, m.Reason, m.Until, by, m.At),
            stop
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/decision-rights", List)
            .WithName("ListDecisionRights")
            .WithSummary("What teams may decide themselves, by team if one is named.");
        api.MapGet("/decision-rights/{id}", One).WithName("ReadDecisionRight").WithSummary("One decision right.");
        api.MapGet("/decision-rights/{id}/uses", Used)
            .WithName("ListRightUses")
            .WithSummary("The decisions that were taken by a right, the newest first.");
        api.MapGet("/decision-rights/{id}/split-cases", SplitCases)
            .WithName("ListSplitCases")
            .WithSummary("Cases of which several uses are above the limit together.");
        api.MapGet("/decision-rights/{id}/moves", Story)
            .WithName("ListDecisionRightMoves")
            .WithSummary("How a right was renewed, reversed and granted again, with each reason.");
    }

    static async Task<Ok<Listed<DecisionRightView>>> List(
        ReadRights read,
        HeedDb db,
        Id<Team>? team,
        Id<DecisionRight>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.DecisionRights.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(r => r.HolderId == one);
        if (after is { } last)
            wanted = wanted.Where(r => r.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(r => r.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<DecisionRightView>.Of(
                [.. rows.Select(r => DecisionRightView.Of(r, read.Today))],
                size,
                r => r.Id.ToString()
            )
        );
    }

    static Task<Results<Ok<DecisionRightView>, ProblemHttpResult>> One(
        Id<DecisionRight> id,
        ReadRights read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("decision right", r => DecisionRightView.Of(r, read.Today));

    static async Task<Results<Ok<IReadOnlyList<RightUseView>>, ProblemHttpResult>> Used(
        Id<DecisionRight> id,
        ReadRights read,
        CancellationToken stop
    )
    {
        if (await read.Of(id, stop) is null)
            return Refusal.Missing("decision right").Problem();
        IReadOnlyList<RightUseView> uses = [.. (await read.Uses(id, stop)).Select(RightUseView.Of)];
        return TypedResults.Ok(uses);
    }

    static async Task<Results<Ok<IReadOnlyList<SplitCase>>, ProblemHttpResult>> SplitCases(
        Id<DecisionRight> id,
        ReadRights read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is { } right
            ? TypedResults.Ok(await read.Split(right, stop))
            : Refusal.Missing("decision right").Problem();

    static Task<Results<Ok<IReadOnlyList<DecisionRightMoveView>>, ProblemHttpResult>> Story(
        Id<DecisionRight> id,
        ReadRights read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("decision right", _ => read.Moves(id, stop));
}
