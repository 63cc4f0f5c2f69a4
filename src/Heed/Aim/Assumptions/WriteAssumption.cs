using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class AssumptionRequest
{
    [Required(ErrorMessage = "Say what must be true for this to make sense.")]
    [StringLength(Assumption.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? Words { get; set; }

    [Required(ErrorMessage = "Say how much falls with it.")]
    public Importance? Importance { get; set; }

    [Required(ErrorMessage = "Say what it rests on so far.")]
    public AssumptionEvidence? Evidence { get; set; }

    internal static AssumptionRequest Of(Assumption assumption) =>
        new()
        {
            Words = assumption.Words,
            Importance = assumption.Importance,
            Evidence = assumption.Evidence,
        };
}

public sealed record AssumptionView(
    Id<Assumption> Id,
    Id<Objective> Objective,
    string Words,
    Importance Importance,
    AssumptionEvidence Evidence,
    int Risk,
    int Version
)
{
    internal static AssumptionView Of(Assumption a) =>
        new(a.Id, a.ObjectiveId, a.Words, a.Importance, a.Evidence, a.Risk, a.Version);
}

/// <summary>Notes what must be true for an objective to make sense. Only members of its team may.</summary>
public sealed class WriteAssumption(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Assumption>> Run(Id<Objective> id, AssumptionRequest asked, CancellationToken stop)
    {
        if ((await Owned(id, stop)).Refused(out var refusal, out var objective))
            return refusal;
        if (await db.Assumptions.CountAsync(a => a.ObjectiveId == id, stop) >= Assumption.Most)
            return Refusal.Conflict(
                $"There are {Assumption.Most} assumptions already. Test or remove one before you note another."
            );
        var assumption = new Assumption
        {
            ObjectiveId = id,
            Words = asked.Words!.Trim(),
            Importance = asked.Importance!.Value,
            Evidence = asked.Evidence!.Value,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        db.Assumptions.Add(assumption);
        journal.Write(
            "assume",
            id,
            $"{me.Name} noted an assumption of “{objective.Title}”: {assumption.Words} ({Assumption.Word(assumption.Evidence)})"
        );
        await db.SaveChangesAsync(stop);
        return assumption;
    }

    public async Task<Outcome<Assumption>> Rewrite(Id<Assumption> id, AssumptionRequest asked, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var assumption))
            return refusal;
        var before = (assumption.Words, assumption.Evidence);
        (assumption.Words, assumption.Importance) = (asked.Words!.Trim(), asked.Importance!.Value);
        assumption.Evidence = asked.Evidence!.Value;
        journal.Write(
            "assume",
            assumption.ObjectiveId,
            before.Evidence == assumption.Evidence
                ? $"{me.Name} changed an assumption from “{before.Words}” to “{assumption.Words}”."
                : $"{me.Name} said that “{assumption.Words}” rests on {Assumption.Word(assumption.Evidence)}, no longer on {Assumption.Word(before.Evidence)}."
        );
        await db.SaveChangesAsync(stop);
        return assumption;
    }

    public async Task<Outcome<Assumption>> Remove(Id<Assumption> id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var assumption))
            return refusal;
        db.Assumptions.Remove(assumption);
        journal.Write("assume", assumption.ObjectiveId, $"{me.Name} removed the assumption “{assumption.Words}”.");
        await db.SaveChangesAsync(stop);
        return assumption;
    }

    async Task<Outcome<Assumption>> Find(Id<Assumption> id, CancellationToken stop)
    {
        if (await db.Assumptions.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } assumption)
            return Refusal.Missing("assumption");
        return (await Owned(assumption.ObjectiveId, stop)).Refused(out var refusal) ? refusal : assumption;
    }

    async Task<Outcome<Objective>> Owned(Id<Objective> id, CancellationToken stop)
    {
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        return objective.State == ObjectiveState.Closed
            ? Refusal.Conflict("This objective is closed. Its assumptions stay as they were.")
            : objective;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/objectives/{id}/assumptions", List)
            .WithName("ListAssumptions")
            .WithSummary("What must be true for an objective to make sense, what to test first at the top.");
        api.MapPost("/objectives/{id}/assumptions", Post)
            .WithName("WriteAssumption")
            .WithSummary("Notes what must be true for an objective to make sense.");
        api.MapGet("/assumptions/{id}", One).WithName("ReadAssumption").WithSummary("One assumption.");
        api.MapPut("/assumptions/{id}", Put)
            .WithName("RewriteAssumption")
            .WithSummary("Changes an assumption, or what it rests on.");
        api.MapDelete("/assumptions/{id}", Delete)
            .WithName("RemoveAssumption")
            .WithSummary("Removes an assumption; the history keeps its words.");
    }

    static Task<Results<Ok<IReadOnlyList<AssumptionView>>, ProblemHttpResult>> List(
        Id<Objective> id,
        ReadAssumptions read,
        HeedDb db,
        CancellationToken stop
    ) =>
        db
            .Objectives.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == id, stop)
            .ListOrMissing(
                "objective",
                async _ => (IReadOnlyList<AssumptionView>)[.. (await read.Of(id, stop)).Select(AssumptionView.Of)]
            );

    static Task<Results<Created<AssumptionView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        AssumptionRequest asked,
        WriteAssumption write,
        CancellationToken stop
    ) => write.Run(id, asked, stop).Created(a => $"/assumptions/{a.Id}", AssumptionView.Of);

    static Task<Results<Ok<AssumptionView>, ProblemHttpResult>> One(
        Id<Assumption> id,
        ReadAssumptions read,
        CancellationToken stop
    ) => read.One(id, stop).OkOrMissing("assumption", AssumptionView.Of);

    static Task<Results<Ok<AssumptionView>, ProblemHttpResult>> Put(
        Id<Assumption> id,
        AssumptionRequest asked,
        WriteAssumption write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(AssumptionView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Assumption> id,
        WriteAssumption write,
        CancellationToken stop
    ) => write.Remove(id, stop).NoContent();
}
