using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class OutcomeClaimRequest
{
    [Required(ErrorMessage = "Choose the outcome that it matters to.")]
    public Id<Metric>? Metric { get; set; }

    [Required(ErrorMessage = "Say what makes you think that it matters to this outcome.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>A trial that did more of it and was judged on that outcome. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Trial>? Trial
    {
        get;
        set => field = value == default(Id<Trial>) ? null : value;
    }
}

/// <summary>Claims that a practice matters to an outcome, or takes the claim back. Whoever writes for its team may.</summary>
public sealed class ClaimOutcome(
    HeedDb db,
    Member me,
    ReadSeries read,
    ReadTrials trials,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Practice>> Run(Id<Practice> id, OutcomeClaimRequest asked, CancellationToken stop)
    {
        if (await db.Practices.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (await read.Metric(asked.Metric!.Value, stop) is not { } metric)
            return Refusal.Missing("metric").At(nameof(asked.Metric));
        if (asked.Trial is { } named)
        {
            if (await trials.Of(named, stop) is not { } trial)
                return Refusal.Missing("trial").At(nameof(asked.Trial));
            if (trial.MetricId != metric.Id)
                return new Refusal(
                    $"This trial is judged on another metric than “{metric.Name}”, so it says nothing of it."
                ).At(nameof(asked.Trial));
        }
        if (await db.OutcomeClaims.AnyAsync(c => c.PracticeId == id && c.MetricId == metric.Id, stop))
            return Refusal
                .Conflict($"That it matters to “{metric.Name}” is claimed already. Take that back to claim it anew.")
                .At(nameof(asked.Metric));
        db.OutcomeClaims.Add(
            new()
            {
                PracticeId = id,
                MetricId = metric.Id,
                Reason = asked.Reason!.Trim(),
                TrialId = asked.Trial,
                By = me.Id,
                At = clock.GetUtcNow(),
            }
        );
        journal.Write("claim", id, $"{me.Name} claimed that “{practice.Name}” matters to “{metric.Name}”.");
        await db.SaveChangesAsync(stop);
        return practice;
    }

    public async Task<Outcome<Practice>> TakeBack(Id<OutcomeClaim> id, CancellationToken stop)
    {
        if (await db.OutcomeClaims.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } claim)
            return Refusal.Missing("claim");
        var practice = await db.Practices.SingleAsync(p => p.Id == claim.PracticeId, stop);
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        db.OutcomeClaims.Remove(claim);
        journal.Write(
            "claim",
            practice.Id,
            $"{me.Name} took back a claim of what “{practice.Name}” matters to: {claim.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return practice;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/practices/{id}/claims", Post)
            .WithName("StateClaim")
            .WithSummary("Claims that a practice matters to an outcome.");
        api.MapDelete("/claims/{id}", Delete).WithName("WithdrawClaim").WithSummary("Takes a claim back.");
    }

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Post(
        Id<Practice> id,
        OutcomeClaimRequest asked,
        ClaimOutcome claim,
        ReadPractices read,
        CancellationToken stop
    ) => claim.Run(id, asked, stop).Ok(async _ => PracticeView.Of((await read.Of(id, stop))!));

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<OutcomeClaim> id,
        ClaimOutcome claim,
        CancellationToken stop
    ) => claim.TakeBack(id, stop).NoContent();
}
