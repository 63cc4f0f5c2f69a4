using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record LeaderAskView(
    Id<LeaderAsk> Id,
    string What,
    Id<Obstacle>? Obstacle,
    Id<Team> Team,
    Id<Member> Leader,
    Id<Member> AskedBy,
    DateOnly AskedOn,
    LeaderAskState State,
    DateTimeOffset StateSince,
    int DaysWaited,
    bool IsOverdue,
    int Times,
    IReadOnlyList<LeaderAskAct> MayBe,
    int Version
)
{
    internal static LeaderAskView Of(LeaderAsk ask, DateOnly today) =>
        new(
            ask.Id,
            ask.What,
            ask.ObstacleId,
            ask.TeamId,
            ask.LeaderId,
            ask.AskedBy,
            ask.AskedOn,
            ask.State,
            ask.StateSince,
            ask.Waited(today),
            ask.IsOverdue(today),
            ask.Times,
            LeaderAskMoves.Choices(ask.State),
            ask.Version
        );
}

public sealed record LeaderAskMoveView(
    LeaderAskAct Act,
    LeaderAskState From,
    LeaderAskState To,
    string Reason,
    string By,
    DateTimeOffset At
);

/// <summary>How long requests wait until they are removed or refused: the median with its interval, of those that wait still too.</summary>
/// <param name="Count">How many requests it rests on.</param>
/// <param name="Ended">How many of them are removed or refused.</param>
/// <param name="Removed">How many of those are removed.</param>
/// <param name="Days">The median; empty where there are too few, or more than half wait still.</param>
/// <param name="High">Empty where the interval has no upper end yet.</param>
public sealed record WaitingTime(int Count, int Ended, int Removed, double? Days, double? Low, double? High)
{
    /// <summary>Fewer ends say nothing of the next one.</summary>
    public const int Fewest = 5;

    /// <summary>A sum of fewer people is a sum of persons.</summary>
    public const int FewestPeople = 5;

    public static WaitingTime Of(IReadOnlyCollection<LeaderAsk> asks, DateOnly today)
    {
        // What was taken back by whoever asked was lost from sight, and ended nothing.
        var ended = asks.Count(IsEnd);
        var removed = asks.Count(a => a.State == LeaderAskState.Removed);
        if (
            ended < Fewest
            || Survival.Of(asks.Select(a => new Lifetime(a.Waited(today), IsEnd(a)))).Refused(out _, out var curve)
        )
            return new(asks.Count, ended, removed, null, null, null);
        // Where the band of the curve crosses one half (Brookmeyer and Crowley 1982).
        return new(
            asks.Count,
            ended,
            removed,
            curve.Median,
            curve.Steps.Where(s => s.Low <= 0.5).Select(s => (double?)s.Time).FirstOrDefault(),
            curve.Steps.Where(s => s.High <= 0.5).Select(s => (double?)s.Time).FirstOrDefault()
        );

        static bool IsEnd(LeaderAsk ask) => ask.State is LeaderAskState.Removed or LeaderAskState.Refused;
    }

    internal string Says =>
        Days is { } days
            ? $"{Format.Count((long)days, "day")} in the middle, {(High is { } high ? $"{Format.Number(Low)} to {Format.Number(high)}" : $"{Format.Number(Low)} or more")}, of {Format.Count(Count)}"
        : Ended < Fewest ? $"too few to say: {Format.InWords(Ended)} of {Format.InWords(Count)} ended"
        : $"more than half of {Format.Count(Count)} wait still";
}

public sealed record LeaderAskBoard(
    IReadOnlyList<LeaderAsk> Asks,
    int All,
    int Page,
    int Open,
    int Overdue,
    WaitingTime Waiting,
    IReadOnlyList<(LeaderRole Role, WaitingTime Waiting)> Roles,
    IReadOnlyDictionary<Id<Member>, string> Names,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>Reads requests to leaders. Sums are made over roles that five people or more hold, never over a person.</summary>
public sealed class ReadLeaderAsks(HeedDb db, ReadTeams teams, ReadMembers members, Workspace here, TimeProvider clock)
{
    /// <summary>A sum rests on the newest of them.</summary>
    const int MostSummed = 2000;

    internal DateOnly Today => here.Today(clock);

    public Task<LeaderAsk?> Of(Id<LeaderAsk> id, CancellationToken stop) =>
        db.LeaderAsks.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop);

    public async Task<LeaderAskBoard> Board(bool ended, int page, CancellationToken stop)
    {
        var all = db.LeaderAsks.AsNoTracking();
        var open = await all.CountAsync(a => a.State == LeaderAskState.Asked || a.State == LeaderAskState.Taken, stop);
        var wanted = all.Where(a => (a.State != LeaderAskState.Asked && a.State != LeaderAskState.Taken) == ended);
        var count = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (count + LeaderAskBoard.Size - 1) / LeaderAskBoard.Size));
        var rows = await wanted
            .OrderBy(a => a.AskedOn)
            .ThenBy(a => a.Id)
            .Skip((page - 1) * LeaderAskBoard.Size)
            .Take(LeaderAskBoard.Size)
            .ToListAsync(stop);
        var summed = await all.OrderByDescending(a => a.Id).Take(MostSummed).ToListAsync(stop);
        return new(
            rows,
            count,
            page,
            open,
            summed.Count(a => a.IsOverdue(Today)),
            WaitingTime.Of(summed, Today),
            [
                .. summed
                    .GroupBy(a => a.LeaderRole)
                    .Where(g => g.Select(a => a.LeaderId).Distinct().Count() >= WaitingTime.FewestPeople)
                    .OrderBy(g => g.Key)
                    .Select(g => (g.Key, WaitingTime.Of([.. g], Today))),
            ],
            await members.Names([.. rows.SelectMany(a => new[] { a.LeaderId, a.AskedBy }).Distinct()], stop),
            await teams.Names(stop)
        );
    }

    public Task<IReadOnlyList<LeaderAskMoveView>> Moves(Id<LeaderAsk> id, CancellationToken stop) =>
        members.Story(
            db.LeaderAskMoves.Where(m => m.LeaderAskId == id),
            (m, by) => new LeaderAskMoveView(m.Act, m.From, m.To, m.Reason, by, m.At),
            stop
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/leader-asks", List)
            .WithName("ListLeaderAsks")
            .WithSummary("What leaders are asked to remove, by state if one is named.");
        api.MapGet("/leader-asks/{id}", One).WithName("ReadLeaderAsk").WithSummary("One request to a leader.");
        api.MapGet("/leader-asks/{id}/moves", Story)
            .WithName("ListLeaderAskMoves")
            .WithSummary("What became of a request to a leader, step by step, the newest first.");
    }

    static async Task<Ok<Listed<LeaderAskView>>> List(
        ReadLeaderAsks read,
        HeedDb db,
        LeaderAskState? state,
        Id<LeaderAsk>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.LeaderAsks.AsNoTracking();
        if (state is { } stands)
            wanted = wanted.Where(a => a.State == stands);
        if (after is { } last)
            wanted = wanted.Where(a => a.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(a => a.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<LeaderAskView>.Of([.. rows.Select(a => LeaderAskView.Of(a, read.Today))], size, a => a.Id.ToString())
        );
    }

    static Task<Results<Ok<LeaderAskView>, ProblemHttpResult>> One(
        Id<LeaderAsk> id,
        ReadLeaderAsks read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("request to a leader", a => LeaderAskView.Of(a, read.Today));

    static Task<Results<Ok<IReadOnlyList<LeaderAskMoveView>>, ProblemHttpResult>> Story(
        Id<LeaderAsk> id,
        ReadLeaderAsks read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("request to a leader", _ => read.Moves(id, stop));
}
