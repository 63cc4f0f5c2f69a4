using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class RightUseRequest
{
    [Required(ErrorMessage = "Say what it was about, so that several decisions on one case are seen together.")]
    [StringLength(RightUse.LongestCase, ErrorMessage = "Use at most 120 characters.")]
    public string? Case { get; set; }

    [Required(ErrorMessage = "Tell what you decided and why.")]
    [StringLength(RightUse.LongestStory, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Story { get; set; }

    /// <summary>In the unit of the limit.</summary>
    [Range(0.0, 1e12, ErrorMessage = "Give a number of 0 or more.")]
    public double? Cost { get; set; }

    [StringLength(RightUse.LongestOutcome, ErrorMessage = "Use at most 500 characters.")]
    public string? CustomerOutcome { get; set; }

    /// <summary>The day of the decision; today where none is given.</summary>
    public DateOnly? On { get; set; }
}

/// <summary>Notes a decision that a team took by its right. Members of the team that holds it may.</summary>
public sealed class UseRight(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<RightUse>> Run(Id<DecisionRight> id, RightUseRequest asked, CancellationToken stop)
    {
        if (await db.DecisionRights.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } right)
            return Refusal.Missing("decision right");
        if (!me.MayWriteFor(right.HolderId))
            return await TeamPermission.Refuse(db, right.HolderId, stop);
        if (right.Use(asked, me.Id, clock.GetUtcNow(), here.Today(clock)).Refused(out var refusal, out var use))
            return refusal;
        db.RightUses.Add(use);
        // Whoever changes its limit at the same time meets here.
        db.Entry(right).Property(r => r.Topic).IsModified = true;
        journal.Write(
            "use",
            id,
            $"{me.Name} used the right “{Format.Shortened(right.Topic)}”: {Format.Shortened(use.Case)}."
        );
        await db.SaveChangesAsync(stop);
        return use;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/decision-rights/{id}/uses", Post)
            .WithName("NoteRightUse")
            .WithSummary("Notes a decision that was taken by a right: its story, its cost, what the customer got.");

    static Task<Results<Ok<RightUseView>, ProblemHttpResult>> Post(
        Id<DecisionRight> id,
        RightUseRequest asked,
        UseRight use,
        CancellationToken stop
    ) => use.Run(id, asked, stop).Ok(RightUseView.Of);
}
