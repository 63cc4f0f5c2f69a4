using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Walk notes as tests and addresses name them.</summary>
static class SampleWalks
{
    public static WalkNoteRequest Asked(Cast cast, string? saw = "Each lid is fetched from across the room.") =>
        new()
        {
            Team = cast.Team.Id,
            Saw = saw,
            Where = "the counter",
        };

    public static Task<WalkNote> Walked(this Cast cast, string? saw = "Each lid is fetched from across the room.") =>
        cast.Do<WriteWalkNote, WalkNote>(w => w.Run(Asked(cast, saw), default));

    /// <summary>One that somebody else wrote about the caller's team.</summary>
    public static async Task<string> OfAnother(IServiceProvider services, Cast who)
    {
        var today = who.Workspace.Today(who.World.Clock);
        var note = new WalkNote
        {
            TeamId = who.Team.Id,
            Saw = "Each lid is fetched.",
            Where = "the counter",
            On = today,
            TeamFirstUntil = Nomination.DueAfter(today),
            AuthorId = Id<Heed.People.Member>.New(),
            CreatedAt = who.World.Clock.GetUtcNow(),
        };
        var db = services.GetRequiredService<HeedDb>();
        db.Add(note);
        await db.SaveChangesAsync();
        return $"/walk-notes/{note.Id}/reading";
    }

    public static async Task<string> One(IServiceProvider services, Cast who) =>
        (await services.GetRequiredService<WriteWalkNote>().Run(Asked(who), default)).Given().Id.ToString();
}
