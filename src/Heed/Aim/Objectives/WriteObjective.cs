using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class ObjectiveRequest
{
    [Required(ErrorMessage = "Choose the team that owns it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Choose the cycle.")]
    public Id<Cycle>? Cycle { get; set; }

    [Required(ErrorMessage = "Say what should be different for your customers.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Say why this and why now, so that nobody has to ask.")]
    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Why { get; set; }

    /// <summary>The last day of the cycle where it is left empty.</summary>
    public DateOnly? ByWhen { get; set; }
}

/// <summary>Writes an objective, and rewrites it until it is closed. Only members of its team may.</summary>
public sealed class WriteObjective(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Objective>> Run(ObjectiveRequest asked, CancellationToken stop)
    {
        var team = await new ReadTeams(db).Find(asked.Team, stop);
        if (team is null)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == asked.Cycle, stop) is not { } cycle)
            return Refusal.Missing("cycle");
        if (cycle.State == CycleState.Closed)
            return Refusal.Conflict($"{cycle.Name} is closed. Choose a cycle that is open or being planned.");

        var objective = new Objective
        {
            TeamId = team.Id,
            CycleId = cycle.Id,
            Title = asked.Title!.Trim(),
            Why = asked.Why!.Trim(),
            ByWhen = asked.ByWhen ?? cycle.End,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        db.Objectives.Add(objective);
        journal.Write("draft", objective.Id, $"{me.Name} drafted the objective “{objective.Title}” for {team.Name}.");
        await db.SaveChangesAsync(stop);
        return objective;
    }

    /// <summary>Other words for the same objective; the journal keeps the old ones.</summary>
    public async Task<Outcome<Objective>> Rewrite(Id<Objective> id, ObjectiveRequest asked, CancellationToken stop)
    {
        if (await db.Objectives.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. Its words stay as they were.");
        if (asked.Team != objective.TeamId || asked.Cycle != objective.CycleId)
            return new Refusal("An objective stays with its team and its cycle. Withdraw it and write a new one.");
        var (before, title) = (objective.Title, asked.Title!.Trim());
        (objective.Title, objective.Why) = (title, asked.Why!.Trim());
        objective.ByWhen = asked.ByWhen ?? objective.ByWhen;
        journal.Write(
            "rewrite",
            objective.Id,
            before == title
                ? $"{me.Name} changed the reason or the date of “{title}”."
                : $"{me.Name} rewrote “{before}” as “{title}”."
        );
        await db.SaveChangesAsync(stop);
        return objective;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/objectives", Post)
            .WithName("WriteObjective")
            .WithSummary("Writes an objective of a team in a cycle.");
        api.MapPut("/objectives/{id}", Put)
            .WithName("RewriteObjective")
            .WithSummary("Changes an objective that is not closed.");
    }

    static Task<Results<Created<ObjectiveView>, ProblemHttpResult>> Post(
        ObjectiveRequest asked,
        WriteObjective write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(objective => $"/objectives/{objective.Id}", ObjectiveView.Of);

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Put(
        Id<Objective> id,
        ObjectiveRequest asked,
        WriteObjective write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(ObjectiveView.Of);
}
