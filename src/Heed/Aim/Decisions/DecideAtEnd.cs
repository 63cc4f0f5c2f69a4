using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CycleDecisionRequest
{
    [Required(ErrorMessage = "Choose: recommit, adjust or discard.")]
    public CycleChoice? Choice { get; set; }

    [Required(ErrorMessage = "Say why.")]
    [StringLength(CycleDecision.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "Say who agreed: the team alone, or with whom.")]
    [StringLength(CycleDecision.LongestAgreed, ErrorMessage = "Use at most 300 characters.")]
    public string? AgreedBy { get; set; }

    /// <summary>Where a key result that is adjusted is to go, and by when; what is left empty stays.</summary>
    public double? Target { get; set; }
    public DateOnly? ByWhen { get; set; }

    /// <summary>What an objective that is adjusted says from now on.</summary>
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Title { get; set; }

    /// <summary>As what it ends, where it is discarded: withdrawn, or no longer the right question.</summary>
    public Ending? Ending { get; set; }

    [StringLength(CycleDecision.LongestLearned, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Learned { get; set; }
}

/// <summary>
/// Recommits to a key result or an objective at the end of its cycle, adjusts it or discards it. Only members of its team may.
/// A new target becomes new terms, a new title a rewriting, and what is discarded is closed: the moves that there are.
/// </summary>
public sealed class DecideAtEnd(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReviseKeyResult revise,
    NameMetrics metrics,
    ReadCycleDecisions read,
    TimeProvider clock
)
{
    /// <summary>How long before its last day a cycle is looked back at.</summary>
    public const int DaysBefore = 31;

    public Task<Outcome<CycleDecision>> Run(Id<Objective> id, CycleDecisionRequest asked, CancellationToken stop) =>
        Run(id, null, asked, stop);

    public async Task<Outcome<CycleDecision>> Run(
        Id<KeyResult> id,
        CycleDecisionRequest asked,
        CancellationToken stop
    ) =>
        await db.KeyResults.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, stop) is { } keyResult
            ? await Run(keyResult.ObjectiveId, id, asked, stop)
            : Refusal.Missing("key result");

    async Task<Outcome<CycleDecision>> Run(
        Id<Objective> id,
        Id<KeyResult>? keyResultId,
        CycleDecisionRequest asked,
        CancellationToken stop
    )
    {
        var objective = await db
            .Objectives.Include(o => o.Cycle)
            .Include(o => o.KeyResults)
                .ThenInclude(k => k.History)
            .SingleOrDefaultAsync(o => o.Id == id, stop);
        if (objective is null)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (TooEarlyOrLate(objective) is { } time)
            return time;
        if (Lacks(asked) is { } lacks)
            return lacks;
        var decided = keyResultId is { } one
            ? await OnKeyResult(objective.KeyResults.Single(k => k.Id == one), asked, stop)
            : OnObjective(objective, asked);
        if (decided.Refused(out var refusal, out var said))
        {
            db.Forget();
            return refusal;
        }
        var decision = new CycleDecision
        {
            ObjectiveId = id,
            KeyResultId = keyResultId,
            CycleId = objective.CycleId,
            Choice = asked.Choice!.Value,
            Reason = asked.Reason!.Trim(),
            AgreedBy = asked.AgreedBy!.Trim(),
            Learned = asked.Choice == CycleChoice.Discard ? asked.Learned!.Trim() : null,
            Before = said.Before,
            After = said.After,
            DecidedAt = clock.GetUtcNow(),
            DecidedBy = me.Id,
        };
        db.CycleDecisions.Add(decision);
        var sentence =
            $"{me.Name} {CycleDecision.Past(decision.Choice)} “{said.Name}” at the end of {objective.Cycle!.Name}, agreed by {decision.AgreedBy}: {decision.Reason}";
        if (keyResultId is { } subject)
            journal.Write("decide", subject, sentence);
        journal.Write("decide", id, sentence);
        await db.SaveChangesAsync(stop);
        return decision;
    }

    readonly record struct Said(string Name, string Before, string After);

    Refusal? TooEarlyOrLate(Objective objective)
    {
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. What it became stays as it was said.");
        if (objective.State != ObjectiveState.Live)
            return Refusal.Conflict(
                $"This objective is {Objective.Word(objective.State)}. At the end of a cycle is decided on what was live."
            );
        var cycle = objective.Cycle!;
        return read.IsDue(objective)
            ? null
            : Refusal.Conflict(
                $"{cycle.Name} runs until {Format.Day(cycle.End)}, and this is decided in its last month. Until then change the terms of the key result."
            );
    }

    static Refusal? Lacks(CycleDecisionRequest asked)
    {
        if (asked.Choice != CycleChoice.Discard)
            return null;
        if (asked.Ending is not (Ending.Withdrawn or Ending.NoLongerTheRightQuestion))
            return new Refusal(
                "Say as what it ends: withdrawn, or no longer the right question. What was reached or missed is said when the objective is closed."
            ).At(nameof(asked.Ending));
        return string.IsNullOrWhiteSpace(asked.Learned)
            ? new Refusal("Say what you learned. That is what is left of it.").At(nameof(asked.Learned))
            : null;
    }

    async Task<Outcome<Said>> OnKeyResult(KeyResult keyResult, CycleDecisionRequest asked, CancellationToken stop)
    {
        if (keyResult.LeftAt is not null)
            return Refusal.Conflict("This is no key result any more, so there is nothing to decide on.");
        var unit = (await metrics.Of([keyResult.MetricId], stop))[keyResult.MetricId].Unit;
        var before = keyResult.Sentence(unit);
        var after = before;
        switch (asked.Choice!.Value)
        {
            case CycleChoice.Adjust:
                if (
                    (asked.Target ?? keyResult.Target).Equals(keyResult.Target)
                    && (asked.ByWhen ?? keyResult.ByWhen) == keyResult.ByWhen
                )
                    return new Refusal("Say what changes: another target, or another day. Else recommit to it.").At(
                        nameof(asked.Target)
                    );
                var terms = TermsRequest.Of(keyResult);
                (terms.Target, terms.ByWhen) = (asked.Target ?? keyResult.Target, asked.ByWhen ?? keyResult.ByWhen);
                terms.Reason = Format.Shortened(asked.Reason!.Trim(), 500);
                if ((await revise.Apply(keyResult, terms, stop)).Refused(out var refusal))
                    return refusal;
                after = keyResult.Sentence(unit);
                break;
            case CycleChoice.Discard:
                keyResult.Discard(asked.Ending!.Value, clock.GetUtcNow());
                after = Format.Capital(Objective.Word(asked.Ending.Value));
                break;
            default:
                break;
        }
        return new Said(keyResult.Name, before, after);
    }

    Outcome<Said> OnObjective(Objective objective, CycleDecisionRequest asked)
    {
        var before = objective.Title;
        var after = before;
        switch (asked.Choice!.Value)
        {
            case CycleChoice.Adjust:
                after = asked.Title?.Trim() ?? "";
                if (after.Length == 0 || after == before)
                    return new Refusal("Say what it says from now on. Else recommit to it.").At(nameof(asked.Title));
                objective.Title = after;
                break;
            case CycleChoice.Discard:
                if (
                    objective
                        .Close(asked.Ending!.Value, asked.Learned!.Trim(), me.Id, clock.GetUtcNow())
                        .Refused(out var refusal)
                )
                    return refusal;
                after = Format.Capital(Objective.Word(asked.Ending.Value));
                break;
            default:
                break;
        }
        return new Said(before, before, after);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/objectives/{id}/decisions", PostOnObjective)
            .WithName("DecideOnObjective")
            .WithSummary("Recommits to an objective at the end of its cycle, adjusts it or discards it.");
        api.MapPost("/key-results/{id}/decisions", PostOnKeyResult)
            .WithName("DecideOnKeyResult")
            .WithSummary("Recommits to a key result at the end of its cycle, adjusts it or discards it.");
        api.MapGet("/objectives/{id}/decisions", List)
            .WithName("ListCycleDecisions")
            .WithSummary("What was decided on an objective and its key results, with before and after.");
    }

    static Task<Results<Created<CycleDecisionView>, ProblemHttpResult>> PostOnObjective(
        Id<Objective> id,
        CycleDecisionRequest asked,
        DecideAtEnd decide,
        CancellationToken stop
    ) => decide.Run(id, asked, stop).Created(d => $"/objectives/{d.ObjectiveId}/decisions", CycleDecisionView.Of);

    static Task<Results<Created<CycleDecisionView>, ProblemHttpResult>> PostOnKeyResult(
        Id<KeyResult> id,
        CycleDecisionRequest asked,
        DecideAtEnd decide,
        CancellationToken stop
    ) => decide.Run(id, asked, stop).Created(d => $"/objectives/{d.ObjectiveId}/decisions", CycleDecisionView.Of);

    static Task<Results<Ok<IReadOnlyList<CycleDecisionView>>, ProblemHttpResult>> List(
        Id<Objective> id,
        HeedDb db,
        ReadCycleDecisions read,
        CancellationToken stop
    ) =>
        db
            .Objectives.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == id, stop)
            .ListOrMissing(
                "objective",
                async _ => (IReadOnlyList<CycleDecisionView>)[.. (await read.Of(id, stop)).Select(CycleDecisionView.Of)]
            );
}
