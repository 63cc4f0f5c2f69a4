using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class PracticeReasonRequest
{
    [Required(ErrorMessage = "Say why: whoever meets it next reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

/// <summary>What becomes of a practice, but for its removal, which asks more. Members of its team decide.</summary>
public sealed class DecideOnPractice(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Practice>> Run(
        Id<Practice> id,
        PracticeAct act,
        PracticeReasonRequest asked,
        CancellationToken stop
    )
    {
        if (await db.Practices.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (act == PracticeAct.Remove || PracticeMoves.Of(act).IsOfTrial)
            return new Refusal("Choose what becomes of it: question, keep, reduce, replace, or leave it to the law.");
        if (practice.Move(act, asked.Reason, me.Id, clock.GetUtcNow()).Refused(out var refusal, out var move))
            return refusal;
        db.PracticeMoves.Add(move);
        journal.Write(Act(act), id, $"{me.Name} {PracticeMoves.Of(act).Past} “{practice.Name}”: {move.Reason}");
        await db.SaveChangesAsync(stop);
        return practice;
    }

    internal static string Act(PracticeAct act) => act.ToString().ToLowerInvariant();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/practices/{id}/question",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, PracticeAct.Question, asked, stop), read, stop)
            )
            .WithName("BeginQuestion")
            .WithSummary("Asks whether a practice must be.");
        api.MapPost(
                "/practices/{id}/keeping",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, PracticeAct.Keep, asked, stop), read, stop)
            )
            .WithName("KeepPractice")
            .WithSummary("Keeps a questioned practice, with the reason.");
        api.MapPost(
                "/practices/{id}/reduction",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, PracticeAct.Reduce, asked, stop), read, stop)
            )
            .WithName("ReducePractice")
            .WithSummary("Makes a questioned practice smaller.");
        api.MapPost(
                "/practices/{id}/replacement",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, PracticeAct.Replace, asked, stop), read, stop)
            )
            .WithName("ReplacePractice")
            .WithSummary("Puts something else in the place of a questioned practice.");
        api.MapPost(
                "/practices/{id}/legal-bond",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, PracticeAct.Bind, asked, stop), read, stop)
            )
            .WithName("BindPractice")
            .WithSummary("Says which law stands in the way, and who was asked to change it.");
    }

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Answer(
        Task<Outcome<Practice>> act,
        ReadPractices read,
        CancellationToken stop
    ) => act.Ok(async practice => PracticeView.Of((await read.Of(practice.Id, stop))!));
}
