using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class SpotRequest
{
    [Required(ErrorMessage = "Name the spot as everybody there calls it.")]
    [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Name { get; set; }

    /// <summary>A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Team>? Team
    {
        get;
        set => field = value == default(Id<Team>) ? null : value;
    }
}

public sealed class SpotClosureRequest
{
    [Required(ErrorMessage = "Say why it is closed: whoever finds the sheet asks.")]
    [StringLength(Spot.LongestReason, ErrorMessage = "Use at most 500 characters.")]
    public string? Because { get; set; }
}

/// <param name="Code">What hangs there; empty once it is closed.</param>
public sealed record SpotView(
    Id<Spot> Id,
    string Name,
    Id<Team>? Team,
    string? Code,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    string? ClosedBecause
)
{
    internal static SpotView Of(Spot spot) =>
        new(
            spot.Id,
            spot.Name,
            spot.TeamId,
            spot.IsOpen ? ReceiptCode.Spaced(spot.Code) : null,
            spot.OpenedAt,
            spot.ClosedAt,
            spot.ClosedBecause
        );
}

/// <summary>Opens and closes spots. For those who write for the team, and for administrators.</summary>
public sealed class OpenSpot(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    public const int MostOpen = 200;

    public async Task<Outcome<Spot>> Run(SpotRequest asked, CancellationToken stop)
    {
        if (await MayNot(asked.Team, stop) is { } refusal)
            return refusal;
        if (asked.Team is { } team && !await teams.Exists(team, stop))
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (await db.Spots.CountAsync(p => p.ClosedAt == null, stop) >= MostOpen)
            return Refusal.Conflict($"{MostOpen} spots are open. Close one that is no longer used first.");
        var spot = new Spot
        {
            Name = asked.Name!.Trim(),
            TeamId = asked.Team,
            Code = ReceiptCode.Plain(ReceiptCode.New(Spot.CodeLength), Spot.CodeLength)!,
            OpenedAt = clock.GetUtcNow(),
            OpenedBy = me.Id,
        };
        db.Spots.Add(spot);
        journal.Write("open", spot.Id, $"{me.Name} opened the spot “{spot.Name}” for nominations without a sign-in.");
        await db.SaveChangesAsync(stop);
        return spot;
    }

    public async Task<Outcome<Spot>> Close(Id<Spot> id, SpotClosureRequest asked, CancellationToken stop)
    {
        if (await db.Spots.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } spot)
            return Refusal.Missing("spot");
        if (
            await MayNot(spot.TeamId, stop) is { } refusal
            || spot.Close(asked.Because, me.Id, clock.GetUtcNow()).Refused(out refusal)
        )
            return refusal;
        journal.Write("close", spot.Id, $"{me.Name} closed the spot “{spot.Name}”: {spot.ClosedBecause}");
        await db.SaveChangesAsync(stop);
        return spot;
    }

    async Task<Refusal?> MayNot(Id<Team>? team, CancellationToken stop) =>
        team is { } its
            ? me.MayWriteFor(its)
                ? null
                : await TeamPermission.Refuse(db, its, stop)
            : me.IsAdmin
                ? null
                : Refusal.Forbidden("A spot that lands with no team is an administrator's to open and to close.");

    public bool May(Spot spot) => spot.TeamId is { } team ? me.MayWriteFor(team) : me.IsAdmin;

    /// <summary>The open ones by name, then those that were closed last.</summary>
    public async Task<IReadOnlyList<Spot>> All(CancellationToken stop) =>
        await db
            .Spots.AsNoTracking()
            .OrderBy(p => p.ClosedAt != null)
            .ThenByDescending(p => p.ClosedAt)
            .ThenBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(MostOpen * 2)
            .ToListAsync(stop);

    public Task<Spot?> Of(Id<Spot> id, CancellationToken stop) =>
        db.Spots.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/spots", List)
            .WithName("ListSpots")
            .WithSummary("The spots where people nominate without signing in, with their codes.");
        api.MapGet("/spots/{id}", One).WithName("ReadSpot").WithSummary("One spot, with its code while it is open.");
        api.MapPost("/spots", Post)
            .WithName("OpenSpot")
            .WithSummary("Opens a spot where people nominate without signing in.");
        api.MapPost("/spots/{id}/closure", PostClosure)
            .WithName("CloseSpot")
            .WithSummary("Closes a spot: its code opens nothing any more.");
    }

    static async Task<Ok<IReadOnlyList<SpotView>>> List(OpenSpot open, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<SpotView>>([.. (await open.All(stop)).Select(SpotView.Of)]);

    static Task<Results<Ok<SpotView>, ProblemHttpResult>> One(Id<Spot> id, OpenSpot open, CancellationToken stop) =>
        open.Of(id, stop).OkOrMissing("spot", SpotView.Of);

    static Task<Results<Created<SpotView>, ProblemHttpResult>> Post(
        SpotRequest asked,
        OpenSpot open,
        CancellationToken stop
    ) => open.Run(asked, stop).Created(spot => $"/spots/{spot.Id}", SpotView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> PostClosure(
        Id<Spot> id,
        SpotClosureRequest asked,
        OpenSpot open,
        CancellationToken stop
    ) => open.Close(id, asked, stop).NoContent();
}
