using Heed.Customers;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record WalkNoteView(
    Id<WalkNote> Id,
    Id<Team> Team,
    Id<JourneyStep>? JourneyStep,
    string? Where,
    string? Saw,
    string? Heard,
    string? Inferred,
    DateOnly On,
    DateOnly TeamFirstUntil,
    WalkState State,
    DateTimeOffset? ReadAt,
    IReadOnlyList<WalkAct> MayBe,
    int Version
)
{
    internal static WalkNoteView Of(WalkNote note) =>
        new(
            note.Id,
            note.TeamId,
            note.JourneyStepId,
            note.Where,
            note.Saw,
            note.Heard,
            note.Inferred,
            note.On,
            note.TeamFirstUntil,
            note.State,
            note.ReadAt,
            WalkMoves.Choices(note.State),
            note.Version
        );
}

/// <summary>One screen of walk notes, the newest first.</summary>
public sealed record ListedWalkNotes(
    IReadOnlyList<WalkNote> Notes,
    int All,
    int Page,
    int LastMonth,
    IReadOnlyDictionary<Id<JourneyStep>, string> Steps,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>What became of a walk note.</summary>
public sealed record WalkLeads(IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<Nomination> Nominations);

/// <summary>Reads walk notes, each reader only those that they may see by now.</summary>
public sealed class ReadWalkNotes(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    ReadCustomers customers,
    ReadObstacles obstacles,
    TimeProvider clock
)
{
    const int MostLeads = 50;

    IQueryable<WalkNote> Seen() => db.WalkNotes.AsNoTracking().Where(WalkNote.IsSeenBy(me, here.Today(clock)));

    public Task<WalkNote?> Of(Id<WalkNote> id, CancellationToken stop) =>
        Seen().SingleOrDefaultAsync(n => n.Id == id, stop);

    public async Task<ListedWalkNotes> Page(Id<Team>? team, int page, CancellationToken stop)
    {
        var wanted = Seen().Where(n => team == null || n.TeamId == team);
        var monthAgo = here.Today(clock).AddDays(-30);
        var (all, lately) = (await wanted.CountAsync(stop), await wanted.CountAsync(n => n.On > monthAgo, stop));
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedWalkNotes.Size - 1) / ListedWalkNotes.Size));
        var rows = await wanted
            .OrderByDescending(n => n.On)
            .ThenByDescending(n => n.Id)
            .Skip((page - 1) * ListedWalkNotes.Size)
            .Take(ListedWalkNotes.Size)
            .ToListAsync(stop);
        var steps = rows.Select(n => n.JourneyStepId).OfType<Id<JourneyStep>>().Distinct().ToList();
        return new(rows, all, page, lately, await customers.StepNames(steps, stop), await teams.Names(stop));
    }

    /// <summary>What started from a note that the reader may see.</summary>
    public async Task<WalkLeads> Leads(Id<WalkNote> id, CancellationToken stop)
    {
        var named = await db
            .WalkObstacles.AsNoTracking()
            .Where(l => l.WalkNoteId == id)
            .OrderBy(l => l.At)
            .ThenBy(l => l.Id)
            .Take(MostLeads)
            .Select(l => l.ObstacleId)
            .ToListAsync(stop);
        var known = await obstacles.Of(named, stop);
        var nominated = await db
            .Nominations.AsNoTracking()
            .Where(ReadNominations.IsSeenBy(me))
            .Where(n => n.WalkNoteId == id)
            .OrderBy(n => n.On)
            .ThenBy(n => n.Id)
            .Take(MostLeads)
            .ToListAsync(stop);
        return new([.. named.Where(known.ContainsKey).Select(o => known[o])], nominated);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/walk-notes", List)
            .WithName("ListWalkNotes")
            .WithSummary("What walks have shown, by team if one is named; each team reads its own first.");
        api.MapGet("/walk-notes/{id}", One).WithName("ReadWalkNote").WithSummary("One walk note.");
    }

    static async Task<Ok<Listed<WalkNoteView>>> List(
        ReadWalkNotes read,
        Id<Team>? team,
        Id<WalkNote>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = read.Seen();
        if (team is { } one)
            wanted = wanted.Where(n => n.TeamId == one);
        if (after is { } last)
            wanted = wanted.Where(n => n.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(n => n.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<WalkNoteView>.Of([.. rows.Select(WalkNoteView.Of)], size, n => n.Id.ToString()));
    }

    static Task<Results<Ok<WalkNoteView>, ProblemHttpResult>> One(
        Id<WalkNote> id,
        ReadWalkNotes read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("walk note", WalkNoteView.Of);
}
