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
        if (practice.Kind == PracticeKind.Control && act is (PracticeAct.Reduce or PracticeAct.Replace))
            return Refusal.Conflict(
                "A control is lightened or replaced by a trial, so that somebody sees whether it is missed."
            );
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
        Map(api, PracticeAct.Question, "question", "BeginQuestion", "Asks whether a practice must be.");
        Map(api, PracticeAct.Keep, "keeping", "KeepPractice", "Keeps a questioned practice, with the reason.");
        Map(api, PracticeAct.Reduce, "reduction", "ReducePractice", "Makes a questioned practice smaller.");
        Map(
            api,
            PracticeAct.Replace,
            "replacement",
            "ReplacePractice",
            "Puts something else in the place of a questioned practice."
        );
        Map(
            api,
            PracticeAct.Bind,
            "legal-bond",
            "BindPractice",
            "Says which law stands in the way, and who was asked to change it."
        );
    }

    static void Map(IEndpointRouteBuilder api, PracticeAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/practices/{{id}}/{noun}",
                (
                    Id<Practice> id,
                    PracticeReasonRequest asked,
                    DecideOnPractice decide,
                    ReadPractices read,
                    CancellationToken stop
                ) => Answer(decide.Run(id, act, asked, stop), read, stop)
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Answer(
        Task<Outcome<Practice>> act,
        ReadPractices read,
        CancellationToken stop
    ) => act.Ok(async practice => PracticeView.Of((await read.Of(practice.Id, stop))!));
}
