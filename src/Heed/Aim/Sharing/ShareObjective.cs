using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class SharingRequest
{
    [Required(ErrorMessage = "Choose the team that takes it on too.")]
    public Id<Team>? Team { get; set; }
}

public sealed class SharingAnswer
{
    [Required(ErrorMessage = "Choose what becomes of it.")]
    [EnumDataType(typeof(SharingState), ErrorMessage = "Choose shared, declined or ended.")]
    public SharingState? Becomes { get; set; }

    /// <summary>Needed where it is declined or ended.</summary>
    [StringLength(SharedObjective.LongestReason, ErrorMessage = "Use at most 500 characters.")]
    public string? Reason { get; set; }
}

/// <summary>
/// Asks another team to take an objective on too, and answers that. The owner asks; the other team says yes or no; either
/// ends it.
/// </summary>
public sealed class ShareObjective(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    /// <summary>What more teams share is everybody's, and nobody's.</summary>
    public const int MostTeams = 10;

    public async Task<Outcome<SharedObjective>> Ask(Id<Objective> id, SharingRequest asked, CancellationToken stop)
    {
        // Two that ask at once make one row.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. It is shared with nobody any more.");
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (team.Id == objective.TeamId)
            return new Refusal("This is the team that owns it. Choose another one.").At(nameof(asked.Team));
        var all = await db.SharedObjectives.Where(s => s.ObjectiveId == id).ToListAsync(stop);
        var now = clock.GetUtcNow();
        var shared = all.Find(s => s.TeamId == team.Id);
        if (shared is not null)
        {
            if (shared.Move(SharingState.Asked, null, now).Refused(out var refusal))
                return refusal.At(nameof(asked.Team));
        }
        else if (all.Count(s => s.State is SharingState.Asked or SharingState.Shared) >= MostTeams)
            return Refusal.Conflict(
                $"Ten teams share this objective already. What more share is everybody's, and nobody's: write one for each instead, under this one."
            );
        else
        {
            shared = new SharedObjective
            {
                ObjectiveId = id,
                TeamId = team.Id,
                StateSince = now,
            };
            db.SharedObjectives.Add(shared);
        }
        journal.Write("share", id, $"{me.Name} asked {team.Name} to take on “{objective.Title}” too.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return shared;
    }

    public async Task<Outcome<SharedObjective>> Answer(
        Id<SharedObjective> id,
        SharingAnswer asked,
        CancellationToken stop
    )
    {
        var shared = await db.SharedObjectives.Include(s => s.Objective).SingleOrDefaultAsync(s => s.Id == id, stop);
        if (shared is not { Objective: { } objective })
            return Refusal.Missing("sharing");
        var becomes = asked.Becomes!.Value;
        var team = (await new ReadTeams(db).Find(shared.TeamId, stop))!;
        var isOwner = me.MayWriteFor(objective.TeamId);
        if (!me.MayWriteFor(shared.TeamId) && !(becomes is SharingState.Ended && isOwner))
            return Refusal.Forbidden($"{team.Name} was asked, and only its members answer.");
        if (becomes is SharingState.Asked)
            return new Refusal("The team that owns the objective asks again on its page.").At(nameof(asked.Becomes));
        if (shared.Move(becomes, asked.Reason, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        var did = becomes switch
        {
            SharingState.Shared => $"took “{objective.Title}” on for {team.Name} too.",
            SharingState.Declined => $"did not take “{objective.Title}” on for {team.Name}: {shared.Reason}",
            _ => $"ended that {team.Name} shares “{objective.Title}”: {shared.Reason}",
        };
        journal.Write("share", objective.Id, $"{me.Name} {did}");
        await db.SaveChangesAsync(stop);
        return shared;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/objectives/{id}/sharing", Post)
            .WithName("ShareObjective")
            .WithSummary("Asks another team to take an objective on too.");
        api.MapPut("/sharing/{id}", Put)
            .WithName("AnswerSharing")
            .WithSummary("Takes an objective on, declines that, or ends it.");
    }

    static Task<Results<Created<SharingView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        SharingRequest asked,
        ShareObjective share,
        CancellationToken stop
    ) => share.Ask(id, asked, stop).Created(_ => $"/objectives/{id}/sharing", SharingView.Of);

    static Task<Results<Ok<SharingView>, ProblemHttpResult>> Put(
        Id<SharedObjective> id,
        SharingAnswer asked,
        ShareObjective share,
        CancellationToken stop
    ) => share.Answer(id, asked, stop).Ok(SharingView.Of);
}
