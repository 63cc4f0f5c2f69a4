using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class LeaderAskRequest
{
    [Required(ErrorMessage = "Say what is in the way and what the leader is to remove.")]
    [StringLength(LeaderAsk.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? What { get; set; }

    [Required(ErrorMessage = "Choose the team in whose way it is.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Choose whom you ask.")]
    public Id<Member>? Leader { get; set; }

    /// <summary>The obstacle that it is about. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Obstacle>? Obstacle
    {
        get;
        set => field = value == default(Id<Obstacle>) ? null : value;
    }

    internal static LeaderAskRequest Of(LeaderAsk ask) =>
        new()
        {
            What = ask.What,
            Team = ask.TeamId,
            Leader = ask.LeaderId,
            Obstacle = ask.ObstacleId,
        };
}

/// <summary>Asks a named member to remove something that is in the way of a team. Members of that team may.</summary>
public sealed class AskLeader(
    HeedDb db,
    Member me,
    Workspace here,
    ReadObstacles obstacles,
    ReadMembers members,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<LeaderAsk>> Run(LeaderAskRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return WriteWalkNote.ViewersRead;
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if ((await Fit(asked, team.Id, stop)).Refused(out var refusal, out var leader))
            return refusal;
        var now = clock.GetUtcNow();
        var ask = new LeaderAsk
        {
            What = asked.What!.Trim(),
            ObstacleId = asked.Obstacle,
            TeamId = team.Id,
            LeaderId = leader.Id,
            LeaderRole = await RoleOf(leader, stop),
            AskedBy = me.Id,
            AskedOn = here.Today(clock),
            StateSince = now,
            CreatedAt = now,
        };
        db.LeaderAsks.Add(ask);
        journal.Write("ask", ask.Id, $"{me.Name} asked {leader.Name} to remove “{Format.Shortened(ask.What)}”.");
        await db.SaveChangesAsync(stop);
        return ask;
    }

    /// <summary>Other words while it is open, and another person while nobody has dealt with it. Whoever asked may.</summary>
    public async Task<Outcome<LeaderAsk>> Rewrite(Id<LeaderAsk> id, LeaderAskRequest asked, CancellationToken stop)
    {
        if (await db.LeaderAsks.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } ask)
            return Refusal.Missing("request to a leader");
        if (MayNotChange(ask, me) is { } forbidden)
            return forbidden;
        if (ask.Locked() is { } locked)
            return locked;
        if (asked.Team != ask.TeamId)
            return new Refusal("A request stays with the team in whose way it is. Ask anew for another one.").At(
                nameof(asked.Team)
            );
        if ((await Fit(asked, ask.TeamId, stop)).Refused(out var refusal, out var leader))
            return refusal;
        var role = leader.Id == ask.LeaderId ? ask.LeaderRole : await RoleOf(leader, stop);
        var instead = leader.Id != ask.LeaderId;
        if (ask.AskInstead(leader.Id, role, clock.GetUtcNow(), here.Today(clock)).Refused(out refusal))
            return refusal;
        (ask.What, ask.ObstacleId) = (asked.What!.Trim(), asked.Obstacle);
        journal.Write(
            "change",
            id,
            $"{me.Name} changed the request “{Format.Shortened(ask.What)}”{(instead ? $", and asks {leader.Name} now" : "")}."
        );
        await db.SaveChangesAsync(stop);
        return ask;
    }

    internal static Refusal? MayNotChange(LeaderAsk ask, Member me) =>
        !me.MayWrite ? WriteWalkNote.ViewersRead
        : ask.AskedBy != me.Id ? Refusal.Forbidden("Only whoever asked changes a request.")
        : null;

    /// <summary>Whoever is asked, where they and the obstacle may be named.</summary>
    async Task<Outcome<MemberView>> Fit(LeaderAskRequest asked, Id<Team> team, CancellationToken stop)
    {
        if (await members.Of(asked.Leader!.Value, stop) is not { DeactivatedAt: null } leader)
            return Refusal.Missing("member").At(nameof(asked.Leader));
        if (leader.Id == me.Id)
            return new Refusal("You ask yourself. Name it as an obstacle of your team, or ask somebody else.").At(
                nameof(asked.Leader)
            );
        if (leader.Role == Role.Viewer)
            return new Refusal($"{leader.Name} may read here and not answer. Ask somebody who writes.").At(
                nameof(asked.Leader)
            );
        if (asked.Obstacle is { } id && (await obstacles.Of(id, stop) is not { } obstacle || obstacle.TeamId != team))
            return Refusal.Missing("obstacle of this team").At(nameof(asked.Obstacle));
        return leader;
    }

    async Task<LeaderRole> RoleOf(MemberView leader, CancellationToken stop) =>
        leader.Role == Role.Admin ? LeaderRole.Administrator
        : await members.Leads(leader.Id, stop) ? LeaderRole.TeamLead
        : LeaderRole.Member;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/leader-asks", Post)
            .WithName("AskLeader")
            .WithSummary("Asks a named member to remove something that is in the way of a team.");
        api.MapPut("/leader-asks/{id}", Put)
            .WithName("ChangeLeaderAsk")
            .WithSummary(
                "Changes the words of a request while it is open, and whom it asks until somebody dealt with it."
            );
    }

    static Task<Results<Ok<LeaderAskView>, ProblemHttpResult>> Put(
        Id<LeaderAsk> id,
        LeaderAskRequest asked,
        AskLeader ask,
        ReadLeaderAsks read,
        CancellationToken stop
    ) => ask.Rewrite(id, asked, stop).Ok(a => LeaderAskView.Of(a, read.Today));

    static Task<Results<Created<LeaderAskView>, ProblemHttpResult>> Post(
        LeaderAskRequest asked,
        AskLeader ask,
        ReadLeaderAsks read,
        CancellationToken stop
    ) => ask.Run(asked, stop).Created(a => $"/leader-asks/{a.Id}", a => LeaderAskView.Of(a, read.Today));
}
