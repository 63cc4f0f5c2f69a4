using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Two teams with a hand-off between them, requests to leaders and decision rights, as most tests want them.</summary>
static class SampleHandOffs
{
    /// <summary>Another team, with this member in it.</summary>
    public static Task<Team> Joins(this Cast who, string team, TeamRole role = TeamRole.Member) =>
        who.World.As(
            who,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                var made =
                    await db.Teams.FirstOrDefaultAsync(t => t.Name == team) ?? db.Add(new Team { Name = team }).Entity;
                db.Add(
                    new TeamMembership
                    {
                        TeamId = made.Id,
                        MemberId = who.Member.Id,
                        Role = role,
                    }
                );
                await db.SaveChangesAsync();
                return made;
            }
        );

    public static HandOffRequest Asked(Cast maya, Team taker) =>
        new()
        {
            Name = "The order for beans",
            Promise = "By Tuesday noon, complete.",
            Giver = maya.Team.Id,
            Taker = taker.Id,
        };

    public static HandOffStoryRequest Story(string sees, int rating, HandOffSide? side = null) =>
        new()
        {
            Side = side,
            Sees = sees,
            Easier = "One list in place of three.",
            Rating = rating,
        };

    public static HandOffMoveRequest Why { get; } = new() { Reason = "We talked it through." };

    public static Task<HandOff> Told(this Cast who, HandOff handOff, string sees, int rating) =>
        who.Do<WriteHandOffStory, HandOff>(w => w.Run(handOff.Id, Story(sees, rating), default));

    public static Task<HandOff> Moved(this Cast who, HandOff handOff, HandOffAct act) =>
        who.Do<MoveHandOff, HandOff>(m => m.Run(handOff.Id, act, Why, default));

    /// <summary>Brought up by Maya's team, which gives, to another whose only member is returned.</summary>
    public static async Task<(HandOff HandOff, Cast Other)> HandsOver(this Cast maya)
    {
        var other = await maya.World.Colleague(maya, $"Rosa{Id<Team>.Random().ToString()[..6]}", Role.Contributor);
        var taker = await other.Joins($"Roastery {Id<Team>.Random()}");
        return (await maya.Do<RaiseHandOff, HandOff>(r => r.Run(Asked(maya, taker), default)), other);
    }

    public static LeaderAskRequest Ask(Cast by, Cast leader) =>
        new()
        {
            What = "Two signatures for each refund",
            Team = by.Team.Id,
            Leader = leader.Member.Id,
        };

    public static DecisionRightRequest Right(Cast maya) =>
        new()
        {
            Topic = "Making good a guest's bad day",
            Level = DelegationLevel.Inquire,
            LimitAmount = 50,
            LimitUnit = "euro",
            Team = maya.Team.Id,
            Until = maya.Workspace.Today(maya.World.Clock).AddMonths(12),
        };

    public static RightUseRequest Use(double? cost = 20, string about = "Order 7") =>
        new()
        {
            Case = about,
            Story = "A new cup and a voucher.",
            Cost = cost,
            CustomerOutcome = "Came back on Friday.",
        };

    public static async Task<string> OneHandOff(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var team = new Team { Name = $"Sample taker {Id<Team>.Random()}" };
        db.Add(team);
        await db.SaveChangesAsync();
        return (await services.GetRequiredService<RaiseHandOff>().Run(Asked(who, team), default)).Given().Id.ToString();
    }

    /// <summary>One that the other team brought up.</summary>
    public static async Task<string> OfTheOtherSide(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var id = Id<HandOff>.Parse(await OneHandOff(services, who), null);
        (await db.HandOffs.SingleAsync(h => h.Id == id)).RaisedBy = HandOffSide.Taker;
        await db.SaveChangesAsync();
        return $"/hand-offs/{id}/acknowledgement";
    }

    public static async Task<string> OneAsk(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var now = who.World.Clock.GetUtcNow();
        var ask = new LeaderAsk
        {
            What = "Two signatures for each refund",
            TeamId = who.Team.Id,
            LeaderId = who.Member.Id,
            LeaderRole = LeaderRole.Administrator,
            AskedBy = who.Member.Id,
            AskedOn = who.Workspace.Today(who.World.Clock),
            StateSince = now,
            CreatedAt = now,
        };
        db.Add(ask);
        await db.SaveChangesAsync();
        return ask.Id.ToString();
    }

    public static async Task<string> OneRight(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var asked = Right(who);
        var right = new DecisionRight
        {
            Topic = asked.Topic!,
            Level = asked.Level!.Value,
            LimitAmount = 50,
            LimitUnit = "euro",
            HolderId = who.Team.Id,
            GrantedBy = who.Member.Id,
            GrantedOn = who.Workspace.Today(who.World.Clock),
            Until = asked.Until!.Value,
            CreatedAt = who.World.Clock.GetUtcNow(),
        };
        db.Add(right);
        await db.SaveChangesAsync();
        return right.Id.ToString();
    }
}
