using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed record DependencyView(
    Id<Dependency> Id,
    Id<Objective> Objective,
    Id<Team> From,
    Id<Team> To,
    string Needs,
    DateOnly ByWhen,
    DateOnly? PromisedFor,
    DependencyState State,
    DateTimeOffset StateSince,
    bool IsLate,
    IReadOnlyList<DependencyAct> MayBe,
    int Version
)
{
    internal static DependencyView Of(Dependency d, DateOnly today) =>
        new(
            d.Id,
            d.ObjectiveId,
            d.FromTeamId,
            d.ToTeamId,
            d.Needs,
            d.ByWhen,
            d.PromisedFor,
            d.State,
            d.StateSince,
            d.IsLate(today),
            DependencyMoves.Choices(d.State),
            d.Version
        );
}

public sealed record DependencyMoveView(
    DependencyAct Act,
    DependencyState From,
    DependencyState To,
    string Reason,
    string By,
    DateTimeOffset At
);

/// <summary>Which of them are shown.</summary>
public enum DependencyShown
{
    Open,
    Risks,
    Ended,
}

public sealed record DependencyBoard(
    IReadOnlyList<Dependency> Rows,
    int All,
    int Page,
    int Waiting,
    int Promised,
    int Late,
    int WithoutOwner,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;

    /// <summary>“Two wait for an answer, one is promised, one is late”: what there is none of is not said.</summary>
    public string Finding
    {
        get
        {
            List<string> parts =
            [
                .. Some(Waiting, "waits for an answer", "wait for an answer"),
                .. Some(Promised, "is promised", "are promised"),
                .. Some(Late, "is late", "are late"),
                .. Some(
                    WithoutOwner,
                    "was declined, and nobody has said what happens then",
                    "were declined, and nobody has said what happens then"
                ),
            ];
            return parts.Count == 0 ? "No team waits for another" : Format.Capital(string.Join(", ", parts));

            static IEnumerable<string> Some(int count, string one, string many) =>
                count == 0 ? [] : [$"{Format.InWords(count)} {Format.Plural(count, one, many)}"];
        }
    }
}

/// <summary>Reads what objectives need of other teams.</summary>
public sealed class ReadDependencies(
    HeedDb db,
    ReadTeams teams,
    ReadMembers members,
    Workspace here,
    TimeProvider clock
)
{
    /// <summary>More of one objective are not shown beside it.</summary>
    const int MostBeside = 50;

    internal DateOnly Today => here.Today(clock);

    /// <summary>Those that are <see cref="Dependency.IsOpen"/>, asked of the database.</summary>
    internal static IQueryable<Dependency> Open(IQueryable<Dependency> all) =>
        all.Where(d => d.State == DependencyState.Requested || d.State == DependencyState.Accepted);

    public Task<Dependency?> Of(Id<Dependency> id, CancellationToken stop) =>
        db.Dependencies.AsNoTracking().Include(d => d.Objective).SingleOrDefaultAsync(d => d.Id == id, stop);

    /// <summary>What one objective needs, what is open first.</summary>
    public async Task<IReadOnlyList<Dependency>> Of(Id<Objective> id, CancellationToken stop) =>
        await db
            .Dependencies.AsNoTracking()
            .Where(d => d.ObjectiveId == id)
            .OrderBy(d => d.State == DependencyState.Met || d.State == DependencyState.Withdrawn)
            .ThenBy(d => d.ByWhen)
            .ThenBy(d => d.Id)
            .Take(MostBeside)
            .ToListAsync(stop);

    /// <summary>What the team that is asked waits for from the other side: two that wait for each other should know it.</summary>
    public async Task<IReadOnlyList<Dependency>> Opposite(Dependency of, CancellationToken stop) =>
        await Open(db.Dependencies.AsNoTracking())
            .Where(d => d.FromTeamId == of.ToTeamId && d.ToTeamId == of.FromTeamId)
            .OrderBy(d => d.ByWhen)
            .ThenBy(d => d.Id)
            .Take(MostBeside)
            .ToListAsync(stop);

    public async Task<DependencyBoard> Board(Id<Team>? team, DependencyShown shown, int page, CancellationToken stop)
    {
        var all = db.Dependencies.AsNoTracking().Where(d => team == null || d.FromTeamId == team || d.ToTeamId == team);
        var today = Today;
        var wanted = shown switch
        {
            DependencyShown.Open => Open(all),
            DependencyShown.Risks => all.Where(d =>
                d.State == DependencyState.Declined || d.State == DependencyState.RiskOwned
            ),
            _ => all.Where(d => d.State == DependencyState.Met || d.State == DependencyState.Withdrawn),
        };
        var states = await all.GroupBy(d => d.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var late = await Open(all).CountAsync(d => (d.PromisedFor ?? d.ByWhen) < today, stop);
        var count = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (count + DependencyBoard.Size - 1) / DependencyBoard.Size));
        var rows = await wanted
            .OrderBy(d => d.ByWhen)
            .ThenBy(d => d.Id)
            .Skip((page - 1) * DependencyBoard.Size)
            .Take(DependencyBoard.Size)
            .ToListAsync(stop);
        return new(
            rows,
            count,
            page,
            states.GetValueOrDefault(DependencyState.Requested),
            states.GetValueOrDefault(DependencyState.Accepted),
            late,
            states.GetValueOrDefault(DependencyState.Declined),
            await teams.Names(stop)
        );
    }

    public Task<IReadOnlyList<DependencyMoveView>> Moves(Id<Dependency> id, CancellationToken stop) =>
        members.Story(
            db.DependencyMoves.Where(m => m.DependencyId == id),
            (m, by) => new DependencyMoveView(m.Act, m.From, m.To, m.Reason, by, m.At),
            stop
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dependencies", List)
            .WithName("ListDependencies")
            .WithSummary("What objectives need of other teams, by team or state if one is named.");
        api.MapGet("/dependencies/{id}", One).WithName("ReadDependency").WithSummary("One dependency.");
        api.MapGet("/dependencies/{id}/moves", Story)
            .WithName("ListDependencyMoves")
            .WithSummary("What became of a dependency, step by step, the newest first.");
    }

    static async Task<Ok<Listed<DependencyView>>> List(
        ReadDependencies read,
        HeedDb db,
        Id<Team>? team,
        DependencyState? state,
        Id<Dependency>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Dependencies.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(d => d.FromTeamId == one || d.ToTeamId == one);
        if (state is { } stands)
            wanted = wanted.Where(d => d.State == stands);
        if (after is { } last)
            wanted = wanted.Where(d => d.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(d => d.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<DependencyView>.Of(
                [.. rows.Select(d => DependencyView.Of(d, read.Today))],
                size,
                d => d.Id.ToString()
            )
        );
    }

    static Task<Results<Ok<DependencyView>, ProblemHttpResult>> One(
        Id<Dependency> id,
        ReadDependencies read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("dependency", d => DependencyView.Of(d, read.Today));

    static Task<Results<Ok<IReadOnlyList<DependencyMoveView>>, ProblemHttpResult>> Story(
        Id<Dependency> id,
        ReadDependencies read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("dependency", _ => read.Moves(id, stop));
}
