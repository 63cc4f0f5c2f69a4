using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CommentRequest
{
    [Required(ErrorMessage = "Write what you ask or answer.")]
    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Text { get; set; }

    /// <summary>The comment that this one answers. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Comment>? Answers
    {
        get;
        set => field = value == default(Id<Comment>) ? null : value;
    }
}

/// <summary>Asks or answers beneath an objective. Whoever may write may, in any team: asking is how leaders lead here.</summary>
public sealed class CommentOnObjective(
    HeedDb db,
    Member me,
    ReadMembers members,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Comment>> Run(Id<Objective> id, CommentRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here. Ask an administrator to let you write.");
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        var questions = db.Comments.Where(c => c.ObjectiveId == id && c.Answers == null);
        if (asked.Answers is { } first && !await questions.AnyAsync(c => c.Id == first, stop))
            return Refusal.Missing("question");
        var comment = new Comment
        {
            ObjectiveId = id,
            Answers = asked.Answers,
            Text = asked.Text!.Trim(),
            By = me.Id,
            At = clock.GetUtcNow(),
        };
        if (MentionedIn.Any(comment.Text))
        {
            var people = await members.ActiveNames(stop);
            if (MentionedIn.Of(comment.Text, people).Refused(out var ambiguous, out var called))
                return ambiguous;
            foreach (var member in called.Where(m => m != me.Id))
                db.Mentions.Add(
                    new()
                    {
                        CommentId = comment.Id,
                        ObjectiveId = id,
                        MemberId = member,
                        At = comment.At,
                    }
                );
        }
        db.Comments.Add(comment);
        journal.Write(
            "comment",
            objective.Id,
            $"{me.Name} {(asked.Answers is null ? "asked about" : "answered on")} “{objective.Title}”."
        );
        await db.SaveChangesAsync(stop);
        return comment;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/objectives/{id}/comments", Post)
            .WithName("CommentOnObjective")
            .WithSummary("Says something about an objective.");

    static Task<Results<Created<CommentView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        CommentRequest asked,
        CommentOnObjective comment,
        CancellationToken stop
    ) => comment.Run(id, asked, stop).Created(_ => $"/objectives/{id}/comments", CommentView.Of);
}
