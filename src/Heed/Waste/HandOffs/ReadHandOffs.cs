using Heed.People;
using Heed.Storage;
using Heed.Try;
using Heed.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record HandOffView(
    Id<HandOff> Id,
    string Name,
    string Promise,
    Id<Team> Giver,
    Id<Team> Taker,
    Id<Practice>? Practice,
    HandOffSide RaisedBy,
    HandOffState State,
    DateTimeOffset StateSince,
    int Round,
    IReadOnlyList<HandOffAct> MayBe,
    int Version
)
{
    internal static HandOffView Of(HandOff handOff) =>
        new(
            handOff.Id,
            handOff.Name,
            handOff.Promise,
            handOff.GiverId,
            handOff.TakerId,
            handOff.PracticeId,
            handOff.RaisedBy,
            handOff.State,
            handOff.StateSince,
            handOff.Round,
            HandOffMoves.Choices(handOff.State),
            handOff.Version
        );
}

/// <summary>One side of one round, as far as the reader may see it.</summary>
public sealed record HandOffStoryView(
    int Round,
    HandOffSide Side,
    string Sees,
    string Easier,
    int Rating,
    DateTimeOffset? RevealedAt
);

public sealed record HandOffMoveView(
    int Round,
    HandOffAct Act,
    HandOffState From,
    HandOffState To,
    string Reason,
    Id<Trial>? Trial,
    Id<Obstacle>? Obstacle,
    Id<Practice>? Practice,
    string By,
    DateTimeOffset At
);

/// <summary>Both ratings of a round that was shown.</summary>
public sealed record HandOffRatings(int Round, DateTimeOffset At, int Giver, int Taker);

/// <summary>The stories of a hand-off that a reader may see, and which sides of its round are written.</summary>
public sealed record HandOffStories(IReadOnlyList<HandOffStory> Seen, IReadOnlyList<HandOffSide> Written)
{
    /// <summary>Both ratings, round by round.</summary>
    public IReadOnlyList<HandOffRatings> Ratings { get; } =
    [
        .. Seen.Where(s => s.RevealedAt is not null)
            .GroupBy(s => s.Round)
            .Where(g => g.Count() == 2)
            .OrderBy(g => g.Key)
            .Select(g => new HandOffRatings(
                g.Key,
                g.First().RevealedAt!.Value,
                g.Single(s => s.Side == HandOffSide.Giver).Rating,
                g.Single(s => s.Side == HandOffSide.Taker).Rating
            )),
    ];
}

public sealed record ListedHandOffs(
    IReadOnlyList<HandOff> HandOffs,
    int All,
    int Page,
    int Open,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>Reads hand-offs. A story or a rating that the reader may not see yet leaves this class in no way.</summary>
public sealed class ReadHandOffs(HeedDb db, Member me, ReadTeams teams, ReadMembers members)
{
    const int MostRounds = 20;

    public Task<HandOff?> Of(Id<HandOff> id, CancellationToken stop) =>
        db.HandOffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, stop);

    public async Task<HandOffStories> Stories(HandOff handOff, CancellationToken stop)
    {
        var from = handOff.Round - MostRounds;
        var all = await db
            .HandOffStories.AsNoTracking()
            .Where(s => s.HandOffId == handOff.Id && s.Round > from)
            .OrderByDescending(s => s.Round)
            .ThenBy(s => s.Side)
            .ToListAsync(stop);
        return new(
            [.. all.Where(s => s.IsSeenBy(me, handOff))],
            [.. all.Where(s => s.Round == handOff.Round).Select(s => s.Side)]
        );
    }

    /// <summary>Both stories of a round that was shown.</summary>
    public async Task<IReadOnlyList<HandOffStory>> Shown(Id<HandOff> id, int round, CancellationToken stop) =>
        await db
            .HandOffStories.AsNoTracking()
            .Where(s => s.HandOffId == id && s.Round == round && s.RevealedAt != null)
            .OrderBy(s => s.Side)
            .ToListAsync(stop);

    /// <summary>What both sides have nominated of it together in a round, the newest first.</summary>
    public Task<Id<Nomination>?> Nominated(Id<HandOff> id, int round, CancellationToken stop) =>
        db
            .Nominations.Where(ReadNominations.IsSeenBy(me))
            .Where(n => n.HandOffId == id && n.HandOffRound == round)
            .OrderByDescending(n => n.On)
            .ThenBy(n => n.Id)
            .Select(n => (Id<Nomination>?)n.Id)
            .FirstOrDefaultAsync(stop);

    public async Task<ListedHandOffs> Page(Id<Team>? team, int page, CancellationToken stop)
    {
        var wanted = db.HandOffs.AsNoTracking().Where(h => team == null || h.GiverId == team || h.TakerId == team);
        var all = await wanted.CountAsync(stop);
        var open = await wanted.CountAsync(
            h => h.State == HandOffState.Raised || h.State == HandOffState.Seen || h.State == HandOffState.BothWritten,
            stop
        );
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedHandOffs.Size - 1) / ListedHandOffs.Size));
        var rows = await wanted
            .OrderByDescending(h => h.StateSince)
            .ThenByDescending(h => h.Id)
            .Skip((page - 1) * ListedHandOffs.Size)
            .Take(ListedHandOffs.Size)
            .ToListAsync(stop);
        return new(rows, all, page, open, await teams.Names(stop));
    }

    public Task<IReadOnlyList<HandOffMoveView>> Moves(Id<HandOff> id, CancellationToken stop) =>
        members.Story(
            db.HandOffMoves.Where(m => m.HandOffId == id),
            (m, by) =>
                new HandOffMoveView(
                    m.Round,
                    m.Act,
                    m.From,
                    m.To,
                    m.Reason,
                    m.TrialId,
                    m.ObstacleId,
                    m.PracticeId,
                    by,
                    m.At
                ),
            stop
        );

    /// <summary>Practices of kind hand-off, to choose from.</summary>
    public async Task<IReadOnlyList<Choice>> Practices(CancellationToken stop)
    {
        var practices = await db
            .Practices.AsNoTracking()
            .Where(p => p.Kind == PracticeKind.HandOff)
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(Part.Most)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(stop);
        return [.. practices.Select(p => new Choice(p.Id.ToString(), p.Name))];
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/hand-offs", List)
            .WithName("ListHandOffs")
            .WithSummary("The hand-offs between teams, by team if one is named.");
        api.MapGet("/hand-offs/{id}", One).WithName("ReadHandOff").WithSummary("One hand-off.");
        api.MapGet("/hand-offs/{id}/stories", Told)
            .WithName("ListHandOffStories")
            .WithSummary("Both stories and ratings of each round, once both were written; before that one's own.");
        api.MapGet("/hand-offs/{id}/moves", Story)
            .WithName("ListHandOffMoves")
            .WithSummary("What became of a hand-off, step by step, the newest first.");
    }

    static async Task<Ok<Listed<HandOffView>>> List(
        HeedDb db,
        Id<Team>? team,
        Id<HandOff>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.HandOffs.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(h => h.GiverId == one || h.TakerId == one);
        if (after is { } last)
            wanted = wanted.Where(h => h.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(h => h.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<HandOffView>.Of([.. rows.Select(HandOffView.Of)], size, h => h.Id.ToString()));
    }

    static Task<Results<Ok<HandOffView>, ProblemHttpResult>> One(
        Id<HandOff> id,
        ReadHandOffs read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("hand-off", HandOffView.Of);

    static async Task<Results<Ok<IReadOnlyList<HandOffStoryView>>, ProblemHttpResult>> Told(
        Id<HandOff> id,
        ReadHandOffs read,
        CancellationToken stop
    )
    {
        if (await read.Of(id, stop) is not { } handOff)
            return Refusal.Missing("hand-off").Problem();
        IReadOnlyList<HandOffStoryView> told =
        [
            .. (await read.Stories(handOff, stop)).Seen.Select(s => new HandOffStoryView(
                s.Round,
                s.Side,
                s.Sees,
                s.Easier,
                s.Rating,
                s.RevealedAt
            )),
        ];
        return TypedResults.Ok(told);
    }

    static Task<Results<Ok<IReadOnlyList<HandOffMoveView>>, ProblemHttpResult>> Story(
        Id<HandOff> id,
        ReadHandOffs read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("hand-off", _ => read.Moves(id, stop));
}
