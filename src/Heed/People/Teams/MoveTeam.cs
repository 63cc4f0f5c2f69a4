using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class PlaceRequest
{
    /// <summary>The id of the team above it; empty at the top of the tree.</summary>
    public string? ParentId { get; set; }
}

/// <summary>Puts a team, with everything below it, under another.</summary>
public sealed class MoveTeam(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Team> id, PlaceRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may move a team.");
        // Two moves at once, each right alone, could close a cycle.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        var teams = await db.Teams.ToDictionaryAsync(t => t.Id, stop);
        if (!teams.TryGetValue(id, out var team))
            return Refusal.Missing("team");

        Team? above = null;
        if (asked.ParentId is { Length: > 0 } given)
        {
            if (!Id<Team>.TryParse(given, null, out var parent) || !teams.TryGetValue(parent, out above))
                return Refusal.Missing("team");
        }
        if (team.MoveUnder(above?.Id, teams.ToDictionary(t => t.Key, t => t.Value.ParentId)).Refused(out var refusal))
            return refusal;
        if (await TeamName.Taken(db, team, stop) is { } taken)
            return taken;

        var place = above is null ? "to the top" : $"under {above.Name}";
        journal.Write("move", team.Id, $"{me.Name} moved the team {team.Name} {place}.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/teams/{id}/parent", Put)
            .WithName("MoveTeam")
            .WithSummary("Puts a team under another. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Team> id,
        PlaceRequest asked,
        MoveTeam move,
        CancellationToken stop
    ) => move.Run(id, asked, stop).NoContent();
}
