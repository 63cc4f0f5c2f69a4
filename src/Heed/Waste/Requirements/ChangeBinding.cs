using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class BindingRequest
{
    [Required(ErrorMessage = "Choose what it is now.")]
    [EnumDataType(typeof(Binding), ErrorMessage = "Choose one of the five.")]
    public Binding? Binding { get; set; }

    [Required(ErrorMessage = "Say why: whoever signs reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Why { get; set; }
}

public sealed class DeclineRequest
{
    [Required(ErrorMessage = "Say why not: whoever proposed it reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Why { get; set; }
}

/// <summary>
/// How firmly a requirement holds: proposed by one, signed by another who signs for compliance, so that nobody calls a law a
/// habit by themselves.
/// </summary>
public sealed class ChangeBinding(
    HeedDb db,
    Member me,
    ReadRequirements read,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Requirement>> Propose(Id<Requirement> id, BindingRequest asked, CancellationToken stop)
    {
        if (await Known(id, stop) is not { } requirement)
            return Refusal.Missing("requirement");
        if (!me.MayWrite)
            return WriteRequirement.Refused;
        if (
            requirement
                .Propose(asked.Binding!.Value, asked.Why!.Trim(), me.Id, clock.GetUtcNow())
                .Refused(out var refusal, out var change)
        )
            return refusal;
        db.BindingChanges.Add(change);
        journal.Write(
            "propose",
            id,
            $"{me.Name} proposed that “{requirement.Name}” is held by {change.To.Lower()}, not by {change.From.Lower()}: {change.Why}"
        );
        return await Saved(requirement, stop);
    }

    public async Task<Outcome<Requirement>> Sign(Id<Requirement> id, CancellationToken stop)
    {
        if (await Known(id, stop) is not { } requirement)
            return Refusal.Missing("requirement");
        if (!await read.Signs(me, stop))
            return await NotSigner(stop);
        if (requirement.Sign(me.Id, clock.GetUtcNow()).Refused(out var refusal, out var change))
            return refusal;
        journal.Write(
            "sign",
            id,
            $"{me.Name} signed that “{requirement.Name}” is held by {change.To.Lower()}, not by {change.From.Lower()}."
        );
        return await Saved(requirement, stop);
    }

    public async Task<Outcome<Requirement>> Decline(Id<Requirement> id, DeclineRequest asked, CancellationToken stop)
    {
        if (await Known(id, stop) is not { } requirement)
            return Refusal.Missing("requirement");
        if (requirement.Proposed?.ProposedBy != me.Id && !await read.Signs(me, stop))
            return await NotSigner(stop);
        if (requirement.Decline(asked.Why!.Trim(), me.Id, clock.GetUtcNow()).Refused(out var refusal, out var change))
            return refusal;
        journal.Write(
            "decline",
            id,
            $"{me.Name} declined that “{requirement.Name}” is held by {change.To.Lower()}: {change.DeclinedBecause}"
        );
        return await Saved(requirement, stop);
    }

    async Task<Refusal> NotSigner(CancellationToken stop)
    {
        var names = (await read.Signers(stop)).Select(m => m.Name).ToList();
        return Refusal.Forbidden(
            names.Count == 0
                ? "Nobody signs for compliance yet. An administrator names somebody."
                : $"This is signed for compliance by {Format.Some(names)}."
        );
    }

    Task<Requirement?> Known(Id<Requirement> id, CancellationToken stop) =>
        ReadRequirements.Whole(db.Requirements).SingleOrDefaultAsync(r => r.Id == id, stop);

    async Task<Outcome<Requirement>> Saved(Requirement requirement, CancellationToken stop)
    {
        // The proposals are rows of their own: two who sign at once meet here.
        db.Entry(requirement).Property(r => r.Name).IsModified = true;
        await db.SaveChangesAsync(stop);
        return requirement;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/requirements/{id}/binding-change", Post)
            .WithName("ProposeBinding")
            .WithSummary("Proposes that a requirement holds more or less firmly than was said.");
        api.MapPost("/requirements/{id}/signature", Signed)
            .WithName("SignBinding")
            .WithSummary("Signs the proposed change of a binding, for compliance. Never by whoever proposed it.");
        api.MapPost("/requirements/{id}/declining", Declined)
            .WithName("DeclineBinding")
            .WithSummary("Declines the proposed change of a binding, or takes back one's own.");
    }

    static Task<Results<Ok<RequirementView>, ProblemHttpResult>> Post(
        Id<Requirement> id,
        BindingRequest asked,
        ChangeBinding change,
        CancellationToken stop
    ) => change.Propose(id, asked, stop).Ok(RequirementView.Of);

    static Task<Results<Ok<RequirementView>, ProblemHttpResult>> Signed(
        Id<Requirement> id,
        ChangeBinding change,
        CancellationToken stop
    ) => change.Sign(id, stop).Ok(RequirementView.Of);

    static Task<Results<Ok<RequirementView>, ProblemHttpResult>> Declined(
        Id<Requirement> id,
        DeclineRequest asked,
        ChangeBinding change,
        CancellationToken stop
    ) => change.Decline(id, asked, stop).Ok(RequirementView.Of);
}
