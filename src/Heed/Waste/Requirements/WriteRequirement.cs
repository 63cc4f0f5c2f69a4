using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class RequirementRequest
{
    [Required(ErrorMessage = "Give the requirement a name.")]
    [StringLength(Requirement.LongestName, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    /// <summary>Where it stands written: the law, the contract, the standard.</summary>
    [StringLength(Requirement.LongestSource, ErrorMessage = "Use at most 300 characters.")]
    public string? Source { get; set; }

    /// <summary>The place in its source.</summary>
    [StringLength(Requirement.LongestClause, ErrorMessage = "Use at most 200 characters.")]
    public string? Clause { get; set; }

    /// <summary>How firmly it holds, as it is first stated. Afterwards a change is proposed and signed.</summary>
    [Required(ErrorMessage = "Say what it is: a law, a contract, a standard, own policy or habit.")]
    [EnumDataType(typeof(Binding), ErrorMessage = "Choose one of the five.")]
    public Binding? Binding { get; set; }

    internal static RequirementRequest Of(Requirement requirement) =>
        new()
        {
            Name = requirement.Name,
            Source = requirement.Source,
            Clause = requirement.Clause,
            Binding = requirement.Binding,
        };
}

/// <summary>Names what demands a control, or changes its words. How firmly it holds is changed by a signature alone.</summary>
public sealed class WriteRequirement(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Requirement>> Run(RequirementRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refused;
        var requirement = Apply(asked);
        await db.SaveChangesAsync(stop);
        return requirement;
    }

    internal static Refusal Refused { get; } = Refusal.Forbidden("Viewers read requirements and do not write them.");

    internal Requirement Apply(RequirementRequest asked)
    {
        var requirement = Apply(asked.Name!, asked.Source, asked.Clause, asked.Binding!.Value);
        journal.Write(
            "name",
            requirement.Id,
            $"{me.Name} named the requirement “{requirement.Name}”, held by {requirement.Binding.Lower()}."
        );
        return requirement;
    }

    /// <summary>One of many, which have one entry together.</summary>
    internal Requirement Apply(string name, string? source, string? clause, Binding binding)
    {
        var requirement = new Requirement
        {
            Name = name.Trim(),
            Source = Kept(source),
            Clause = Kept(clause),
            Binding = binding,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        db.Requirements.Add(requirement);
        return requirement;
    }

    public async Task<Outcome<Requirement>> Rewrite(
        Id<Requirement> id,
        RequirementRequest asked,
        CancellationToken stop
    )
    {
        if (await ReadRequirements.Whole(db.Requirements).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } known)
            return Refusal.Missing("requirement");
        if (!me.MayWrite)
            return Refused;
        if (asked.Binding != known.Binding)
            return new Refusal("How firmly it holds is not edited: propose the change, and somebody else signs it.").At(
                nameof(asked.Binding)
            );
        (known.Name, known.Source, known.Clause) = (asked.Name!.Trim(), Kept(asked.Source), Kept(asked.Clause));
        journal.Write("change", id, $"{me.Name} changed the words of the requirement “{known.Name}”.");
        await db.SaveChangesAsync(stop);
        return known;
    }

    static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/requirements", Post)
            .WithName("NameRequirement")
            .WithSummary("Names what demands a control, and how firmly it holds.");
        api.MapPut("/requirements/{id}", Put)
            .WithName("ChangeRequirement")
            .WithSummary("Changes the words of a requirement; its binding is changed by a signature.");
    }

    static Task<Results<Created<RequirementView>, ProblemHttpResult>> Post(
        RequirementRequest asked,
        WriteRequirement write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(r => $"/requirements/{r.Id}", RequirementView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Requirement> id,
        RequirementRequest asked,
        WriteRequirement write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).NoContent();
}
