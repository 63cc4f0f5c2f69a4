using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class RuleAskRequest
{
    [Required(ErrorMessage = "Choose how far the ask has come.")]
    [EnumDataType(typeof(RuleAskStep), ErrorMessage = "Choose one of the steps.")]
    public RuleAskStep? Step { get; set; }

    [Required(ErrorMessage = "Write the words: of the draft, the letter, or the answer.")]
    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Say when it was.")]
    public DateOnly? On { get; set; }
}

/// <summary>A law that hurts customers is a request that is followed, and no dead end: drafted, sent, answered, changed or refused.</summary>
public sealed class AskRuleMaker(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Requirement>> Run(Id<Requirement> id, RuleAskRequest asked, CancellationToken stop)
    {
        if (
            await ReadRequirements.Whole(db.Requirements).SingleOrDefaultAsync(r => r.Id == id, stop)
            is not { } requirement
        )
            return Refusal.Missing("requirement");
        if (!me.MayWrite)
            return WriteRequirement.Refused;
        var today = here.Today(clock);
        var on = asked.On!.Value;
        if (on > today)
            return new Refusal("This day is still to come.").At(nameof(asked.On));
        if (
            requirement
                .Ask(asked.Step!.Value, asked.Text!.Trim(), on, me.Id, clock.GetUtcNow())
                .Refused(out var refusal, out var ask)
        )
            return refusal;
        db.RuleAsks.Add(ask);
        db.Entry(requirement).Property(r => r.Name).IsModified = true;
        journal.Write("ask", id, $"{me.Name}: the ask to change “{requirement.Name}” was {ask.Step.Lower()}.");
        await db.SaveChangesAsync(stop);
        return requirement;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/requirements/{id}/asks", Post)
            .WithName("AskRuleMaker")
            .WithSummary(
                "Notes the next step of the ask to whoever made a law: drafted, sent, answered, changed, refused."
            );

    static Task<Results<Ok<RequirementView>, ProblemHttpResult>> Post(
        Id<Requirement> id,
        RuleAskRequest asked,
        AskRuleMaker ask,
        CancellationToken stop
    ) => ask.Run(id, asked, stop).Ok(RequirementView.Of);
}
