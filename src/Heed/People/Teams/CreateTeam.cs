using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class TeamRequest
{
    [Required(ErrorMessage = "Give the team a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    /// <summary>The id of the team above it; empty at the top of the tree.</summary>
    public string? ParentId { get; set; }
}

/// <summary>Adds a team to the tree.</summary>
public sealed class CreateTeam(HeedDb db, Member me, JournalWriter journal, Limits limits)
{
    public async Task<Outcome<Team>> Run(TeamRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may add a team.");
        var team = new Team { Name = asked.Name!.Trim() };
        if (asked.ParentId is { Length: > 0 } given)
        {
            if (!Id<Team>.TryParse(given, null, out var parent) || !await db.Teams.AnyAsync(t => t.Id == parent, stop))
                return Refusal.Missing("team");
            team.MoveUnder(parent, new Dictionary<Id<Team>, Id<Team>?>());
        }
        if (await TeamName.Taken(db, team, stop) is { } taken)
            return taken;
        if (limits.Teams(await db.Teams.CountAsync(stop) + 1) is { } full)
            return full;
        db.Teams.Add(team);
        journal.Write("create", team.Id, $"{me.Name} made the team {team.Name}.");
        await db.SaveChangesAsync(stop);
        return team;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/teams", Post)
            .WithName("CreateTeam")
            .WithSummary("Adds a team. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<Created<TeamView>, ProblemHttpResult>> Post(
        TeamRequest asked,
        CreateTeam create,
        CancellationToken stop
    ) =>
        create
            .Run(asked, stop)
            .Created(
                team => $"/teams/{team.Id}",
                team => new TeamView(
                    team.Id,
                    team.Name,
                    team.ParentId,
                    Depth: team.ParentId is null ? 0 : 1,
                    Members: 0
                )
            );
}
