using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class NameRequest
{
    [Required(ErrorMessage = "Give a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }
}

public sealed class RenameTeam(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Team> id, NameRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin && !me.MayWriteFor(id))
            return Refusal.Forbidden("Only an administrator or a member of the team may rename it.");
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } team)
            return Refusal.Missing("team");
        var before = team.Name;
        team.Name = asked.Name!.Trim();
        if (await TeamName.Taken(db, team, stop) is { } taken)
            return taken;
        if (before != team.Name)
            journal.Write("rename", team.Id, $"{me.Name} renamed the team {before} to {team.Name}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/teams/{id}/name", Put).WithName("RenameTeam").WithSummary("Renames a team.");

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Team> id,
        NameRequest asked,
        RenameTeam rename,
        CancellationToken stop
    ) => rename.Run(id, asked, stop).NoContent();
}

/// <summary>Below one team, and at the top, each name is there once: two that are called alike cannot be told apart in a list.</summary>
static class TeamName
{
    public static async Task<Refusal?> Taken(HeedDb db, Team team, CancellationToken stop) =>
        await db.Teams.AnyAsync(t => t.Id != team.Id && t.ParentId == team.ParentId && t.Name == team.Name, stop)
            ? Refusal.Conflict($"There is a team {team.Name} in this place already. Choose another name.")
            : null;
}
