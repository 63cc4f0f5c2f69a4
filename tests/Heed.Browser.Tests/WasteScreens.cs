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

    /// <summary>Told by both sides.</summary>
    public static async Task<HandOff> HandOff(HeedDb db)
    {
        if (await db.HandOffs.IgnoreQueryFilters().FirstOrDefaultAsync() is { } there)
            return there;
        var (maya, team, _) = await Here(db);
        var (now, other) = (TimeProvider.System.GetUtcNow(), await db.Teams.FirstAsync(t => t.Name != "Counter"));
        var handOff = new HandOff
        {
            Name = "The order for beans",
            Promise = "By Tuesday noon, complete.",
            GiverId = team.Id,
            TakerId = other.Id,
            RaisedBy = HandOffSide.Giver,
            StateSince = now,
            CreatedAt = now,
            CreatedBy = maya.Id,
        };
        db.Add(handOff);
        foreach (var side in Enum.GetValues<HandOffSide>())
        {
            db.Add(
                new HandOffStory
                {
                    HandOffId = handOff.Id,
                    Round = 1,
                    Side = side,
                    Sees = "Three lists on paper.",
                    Easier = "One list.",
                    Rating = 2 + (int)side,
                    By = maya.Id,
                    At = now,
                    RevealedAt = now,
                }
            );
            db.Add(Given(handOff.Move(HandOffAct.Write, side, "told its side", maya.Id, now)));
        }
        db.Add(Given(handOff.Move(HandOffAct.Reveal, HandOffSide.Taker, "both sides are told", maya.Id, now)));
        await db.SaveChangesAsync();
        return handOff;
    }

    public static async Task<LeaderAsk> Ask(HeedDb db)
    {
        if (await db.LeaderAsks.IgnoreQueryFilters().FirstOrDefaultAsync() is { } there)
            return there;
        var (maya, team, today) = await Here(db);
        var now = TimeProvider.System.GetUtcNow();
        var ask = new LeaderAsk
        {
            What = "Two signatures for each refund",
            TeamId = team.Id,
            LeaderId = maya.Id,
            LeaderRole = LeaderRole.Administrator,
            AskedBy = (await db.Members.FirstAsync(m => m.Role != Role.Admin)).Id,
            AskedOn = today.AddDays(-20),
            StateSince = now,
            CreatedAt = now,
        };
        db.Add(ask);
        await db.SaveChangesAsync();
        return ask;
    }

    public static async Task<DecisionRight> Right(HeedDb db)
    {
        if (await db.DecisionRights.IgnoreQueryFilters().FirstOrDefaultAsync() is { } there)
            return there;
        var (maya, team, today) = await Here(db);
        var now = TimeProvider.System.GetUtcNow();
        var right = new DecisionRight
        {
            Topic = "Making good a guest's bad day",
            Level = DelegationLevel.Inquire,
            LimitAmount = 50,
            LimitUnit = "euro",
            HolderId = team.Id,
            GrantedBy = maya.Id,
            GrantedOn = today,
            Until = today.AddMonths(12),
            CreatedAt = now,
        };
        db.Add(right);
        foreach (var cost in new[] { 30, 25 })
            db.Add(
                Given(
                    right.Use(
                        new()
                        {
                            Case = "Order 7",
                            Story = "A voucher.",
                            Cost = cost,
                        },
                        maya.Id,
                        now,
                        today
                    )
                )
            );
        await db.SaveChangesAsync();
        return right;
    }

    static T Given<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.Refused(out var refusal, out var given) ? throw new InvalidOperationException(refusal.Because) : given;

    static async Task<(Member Maya, Team Team, DateOnly Today)> Here(HeedDb db) =>
        (
            await db.Members.FirstAsync(m => m.Role == Role.Admin),
            await db.Teams.FirstAsync(t => t.Name == "Counter"),
            TimeProvider.System.GetUtcNow().DayIn(Stage.Zone)
        );
}
