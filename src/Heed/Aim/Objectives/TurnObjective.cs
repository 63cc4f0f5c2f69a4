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

/// <summary>What is asked when an objective goes live: what it serves, and what would show it wrong. Only the first is needed.</summary>
public sealed class LaunchRequest : FamilyRequest
{
    /// <summary>What would show us wrong.</summary>
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? WrongIf { get; set; }
    public DateOnly? WrongBy { get; set; }

    /// <summary>Why that is left out.</summary>
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? WrongLeftOut { get; set; }

    internal TripwireRequest Tripwire =>
        new()
        {
            WrongIf = WrongIf,
            WrongBy = WrongBy,
            WrongLeftOut = WrongLeftOut,
        };
}

/// <summary>Moves an objective on: agreed, live, closed. Only members of its team may.</summary>
public sealed class TurnObjective(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadFamily family,
    PlaceObjective place,
    SetTripwire tripwire,
    TimeProvider clock
)
{
    public Task<Outcome<Objective>> Agree(Id<Objective> id, CancellationToken stop) =>
        Run(id, "agree", "agreed on", o => Task.FromResult(o.Agree(me.Id, clock.GetUtcNow())), stop);

    public Task<Outcome<Objective>> GoLive(Id<Objective> id, CancellationToken stop) => GoLive(id, new(), stop);

    public Task<Outcome<Objective>> GoLive(Id<Objective> id, LaunchRequest asked, CancellationToken stop) =>
        Run(id, "go live", "set live", o => Launch(o, asked, stop), stop, asked.Parent is not null);

    /// <summary>Both in one word, for a team that is of one mind already.</summary>
    public Task<Outcome<Objective>> AgreeAndGoLive(Id<Objective> id, LaunchRequest asked, CancellationToken stop) =>
        Run(
            id,
            "go live",
            "agreed on and set live",
            async o =>
                o.Agree(me.Id, clock.GetUtcNow()).Refused(out var refusal) ? refusal : await Launch(o, asked, stop),
            stop,
            asked.Parent is not null
        );

    public Task<Outcome<Objective>> Close(Id<Objective> id, CloseObjectiveRequest asked, CancellationToken stop) =>
        Run(
            id,
            "close",
            $"closed as {Objective.Word(asked.Ending!.Value)}",
            o => Task.FromResult(o.Close(asked.Ending.Value, asked.LastWord?.Trim(), me.Id, clock.GetUtcNow())),
            stop
        );

    async Task<Outcome<Done>> Launch(Objective objective, LaunchRequest asked, CancellationToken stop)
    {
        if (asked.SaysSomething && (await place.Apply(objective, asked, stop)).Refused(out var refusal))
            return refusal;
        if (asked.Tripwire is { SaysSomething: true } wire && tripwire.Apply(objective, wire).Refused(out refusal))
            return refusal;
        var cycle = objective.Cycle!;
        var underStrategy = !objective.HasSaidItsParent && await family.HangsUnderStrategy(objective, cycle, stop);
        return objective.GoLive(
            cycle,
            Readiness.Of(objective, [.. objective.KeyResults.Where(k => k.LeftAt is null)], underStrategy),
            me.Id,
            clock.GetUtcNow()
        );
    }

    async Task<Outcome<Objective>> Run(
        Id<Objective> id,
        string act,
        string past,
        Func<Objective, Task<Outcome<Done>>> turn,
        CancellationToken stop,
        bool places = false
    )
    {
        // Whoever goes live may say a parent, and two at once could go in a circle.
        await using var alone = places ? await WorkspaceLock.Begin(db, me.WorkspaceId, stop) : null;
        var objective = await db
            .Objectives.Include(o => o.Cycle)
            .Include(o => o.KeyResults)
            .SingleOrDefaultAsync(o => o.Id == id, stop);
        if (objective is null)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if ((await turn(objective)).Refused(out var refusal))
        {
            db.Forget();
            return refusal;
        }
        journal.Write(act, objective.Id, $"{me.Name} {past} “{objective.Title}”.");
        await db.SaveChangesAsync(stop);
        if (alone is not null)
            await alone.CommitAsync(stop);
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
                (Id<Objective> id, LaunchRequest? asked, TurnObjective turn, CancellationToken stop) =>
                    Answer(turn.GoLive(id, asked ?? new(), stop))
            )
            .WithName("SetObjectiveLive")
            .WithSummary("Sets an objective live, in an open cycle; says what it serves and what would show it wrong.");
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
