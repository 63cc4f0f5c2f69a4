using System.ComponentModel.DataAnnotations;
using Heed.Aim;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class DecisionRequest
{
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Why { get; set; }
}

/// <summary>What becomes of a trial: adopted, stopped, or taken back. Only members of its team decide.</summary>
public sealed class DecideOnTrial(
    HeedDb db,
    Member me,
    JournalWriter journal,
    IEnumerable<ITrialFollower> followers,
    TimeProvider clock
)
{
    public async Task<Outcome<Trial>> Adopt(Id<Trial> id, DecisionRequest asked, CancellationToken stop)
    {
        var last = await db
            .TrialVerdicts.AsNoTracking()
            .Where(v => v.TrialId == id)
            .OrderByDescending(v => v.At)
            .FirstOrDefaultAsync(stop);
        var stages = await db.TrialStages.AsNoTracking().Where(s => s.TrialId == id).ToListAsync(stop);
        return await Run(
            id,
            "adopt",
            "adopted",
            // What the look found is a reason, where nobody gives another.
            t =>
                StageMoves.WouldSkip(t, stages)
                ?? t.Adopt(last?.Guardrail, Why(asked) ?? last?.Sentence, me.Id, clock.GetUtcNow()),
            stop
        );
    }

    public Task<Outcome<Trial>> Stop(Id<Trial> id, DecisionRequest asked, CancellationToken stop) =>
        Run(id, "stop", "stopped", t => Why(asked) is { } why ? t.Stop(why, me.Id, clock.GetUtcNow()) : NeedsWhy, stop);

    public Task<Outcome<Trial>> TakeBack(Id<Trial> id, DecisionRequest asked, CancellationToken stop) =>
        Run(
            id,
            "undo",
            "took back",
            t => Why(asked) is { } why ? t.TakeBack(why, me.Id, clock.GetUtcNow()) : NeedsWhy,
            stop
        );

    static readonly Refusal NeedsWhy = new Refusal("Say why: whoever tries the same next reads this.").At(
        nameof(DecisionRequest.Why)
    );

    async Task<Outcome<Trial>> Run(
        Id<Trial> id,
        string act,
        string past,
        Func<Trial, Outcome<Done>> decide,
        CancellationToken stop
    )
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        if (decide(trial).Refused(out var refusal))
            return refusal;
        journal.Write(
            act,
            trial.Id,
            $"{me.Name} {past} “{trial.Change}”{(trial.Decision is { } why ? $": {why}" : ".")}"
        );
        await followers.Apply(trial, null, trial.Watch, stop);
        await db.SaveChangesAsync(stop);
        return trial;
    }

    static string? Why(DecisionRequest asked) => string.IsNullOrWhiteSpace(asked.Why) ? null : asked.Why.Trim();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/trials/{id}/adoption",
                (Id<Trial> id, DecisionRequest asked, DecideOnTrial decide, CancellationToken stop) =>
                    Answer(decide.Adopt(id, asked, stop))
            )
            .WithName("AdoptTrial")
            .WithSummary("Keeps the change of a trial that was looked at.");
        api.MapPost(
                "/trials/{id}/stoppage",
                (Id<Trial> id, DecisionRequest asked, DecideOnTrial decide, CancellationToken stop) =>
                    Answer(decide.Stop(id, asked, stop))
            )
            .WithName("StopTrial")
            .WithSummary("Ends a trial without keeping its change.");
        api.MapPost(
                "/trials/{id}/reversal",
                (Id<Trial> id, DecisionRequest asked, DecideOnTrial decide, CancellationToken stop) =>
                    Answer(decide.TakeBack(id, asked, stop))
            )
            .WithName("UndoTrial")
            .WithSummary("Takes the change of a trial back.");
    }

    static Task<Results<Ok<TrialView>, ProblemHttpResult>> Answer(Task<Outcome<Trial>> act) => act.Ok(TrialView.Of);
}
