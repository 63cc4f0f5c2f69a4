using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CloseObjectiveRequest
{
    [Required(ErrorMessage = "Say how it ended.")]
    public Ending? Ending { get; set; }

    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? LastWord { get; set; }
}

/// <summary>Moves an objective on: agreed, live, closed. Only members of its team may.</summary>
public sealed class TurnObjective(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public Task<Outcome<Objective>> Agree(Id<Objective> id, CancellationToken stop) =>
        Run(id, "agree", "agreed on", o => o.Agree(me.Id, clock.GetUtcNow()), stop);

    public Task<Outcome<Objective>> GoLive(Id<Objective> id, CancellationToken stop) =>
        Run(id, "go live", "set live", o => o.GoLive(o.Cycle!, o.KeyResults.Count, me.Id, clock.GetUtcNow()), stop);

    /// <summary>Both in one word, for a team that is of one mind already.</summary>
    public Task<Outcome<Objective>> AgreeAndGoLive(Id<Objective> id, CancellationToken stop) =>
        Run(
            id,
            "go live",
            "agreed on and set live",
            o =>
                o.Agree(me.Id, clock.GetUtcNow()).Refused(out var refusal)
                    ? refusal
                    : o.GoLive(o.Cycle!, o.KeyResults.Count, me.Id, clock.GetUtcNow()),
            stop
        );

    public Task<Outcome<Objective>> Close(Id<Objective> id, CloseObjectiveRequest asked, CancellationToken stop) =>
        Run(
            id,
            "close",
            $"closed as {Objective.Word(asked.Ending!.Value)}",
            o => o.Close(asked.Ending.Value, asked.LastWord?.Trim(), me.Id, clock.GetUtcNow()),
            stop
        );

    async Task<Outcome<Objective>> Run(
        Id<Objective> id,
        string act,
        string past,
        Func<Objective, Outcome<Done>> turn,
        CancellationToken stop
    )
    {
        var objective = await db
            .Objectives.Include(o => o.Cycle)
            .Include(o => o.KeyResults)
            .SingleOrDefaultAsync(o => o.Id == id, stop);
        if (objective is null)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (turn(objective).Refused(out var refusal))
            return refusal;
        journal.Write(act, objective.Id, $"{me.Name} {past} “{objective.Title}”.");
        await db.SaveChangesAsync(stop);
        return objective;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/objectives/{id}/agreement",
                (Id<Objective> id, TurnObjective turn, CancellationToken stop) => Answer(turn.Agree(id, stop))
            )
            .WithName("AgreeOnObjective")
            .WithSummary("Says that the team agreed on an objective.");
        api.MapPost(
                "/objectives/{id}/launch",
                (Id<Objective> id, TurnObjective turn, CancellationToken stop) => Answer(turn.GoLive(id, stop))
            )
            .WithName("SetObjectiveLive")
            .WithSummary("Sets an objective live, in an open cycle.");
        api.MapPost(
                "/objectives/{id}/closure",
                (Id<Objective> id, CloseObjectiveRequest asked, TurnObjective turn, CancellationToken stop) =>
                    Answer(turn.Close(id, asked, stop))
            )
            .WithName("CloseObjective")
            .WithSummary("Closes an objective, with how it ended.");
    }

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Answer(Task<Outcome<Objective>> act) =>
        act.Ok(ObjectiveView.Of);
}
