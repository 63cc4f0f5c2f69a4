using Heed.Kit;
using Heed.People;
using Heed.Storage;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;

namespace Heed.Browser.Tests;

/// <summary>Things of Waste that the sample organisation has none of.</summary>
static class WasteScreens
{
    public static async Task<WalkNote> Walk(HeedDb db)
    {
        if (await db.WalkNotes.IgnoreQueryFilters().FirstOrDefaultAsync() is { } there)
            return there;
        var (maya, team, today) = await Here(db);
        var note = new WalkNote
        {
            TeamId = team.Id,
            Saw = "Each lid is fetched from across the room.",
            Inferred = "The shelf was built before the new cups.",
            Where = "the bar",
            On = today,
            TeamFirstUntil = today,
            AuthorId = maya.Id,
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        db.Add(note);
        await db.SaveChangesAsync();
        return note;
    }

    static async Task<(Member Maya, Team Team, DateOnly Today)> Here(HeedDb db) =>
        (
            await db.Members.FirstAsync(m => m.Role == Role.Admin),
            await db.Teams.FirstAsync(t => t.Name == "Counter"),
            TimeProvider.System.GetUtcNow().DayIn(Stage.Zone)
        );
}
