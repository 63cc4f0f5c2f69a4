using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public class RightReversalRequest
{
    [Required(ErrorMessage = "Say why: whoever holds it reads this, and everybody else.")]
    [StringLength(DecisionRightMove.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

public sealed class RightRenewalRequest : RightReversalRequest
{
    [Required(ErrorMessage = "Say until when it holds now.")]
    public DateOnly? Until { get; set; }
}

/// <summary>Renews, reverses or grants a decision right again, by the table. Whoever may grant it may.</summary>
public sealed class MoveRight(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<DecisionRight>> Run(
        Id<DecisionRight> id,
        DecisionRightAct act,
        RightReversalRequest asked,
        CancellationToken stop
    )
    {
        if (await db.DecisionRights.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } right)
            return Refusal.Missing("decision right");
        if (!await GrantRight.May(me, right.HolderId, teams, stop))
            return GrantRight.FromAbove;
        var until = (asked as RightRenewalRequest)?.Until;
        if (
            right
                .Move(act, asked.Reason, until, me.Id, clock.GetUtcNow(), here.Today(clock))
                .Refused(out var refusal, out var move)
        )
            return refusal;
        db.DecisionRightMoves.Add(move);
        journal.Write(
            Format.Lower(act.ToString()),
            id,
            $"{me.Name} {DecisionRightMoves.Of(act).Past} the right “{Format.Shortened(right.Topic)}” of {(await teams.Find(right.HolderId, stop))!.Name}: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return right;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/decision-rights/{id}/reversal",
                (
                    Id<DecisionRight> id,
                    RightReversalRequest asked,
                    MoveRight move,
                    ReadRights read,
                    CancellationToken stop
                ) => Answer(move.Run(id, DecisionRightAct.Reverse, asked, stop), read)
            )
            .WithName("RevokeDecisionRight")
            .WithSummary("Takes a decision right back, with a reason that everybody reads.");
        Map(api, DecisionRightAct.Renew, "renewal", "RenewDecisionRight", "Renews a decision right until another day.");
        Map(
            api,
            DecisionRightAct.GrantAgain,
            "grant",
            "RestoreDecisionRight",
            "Grants again a right that was reversed."
        );
    }

    static void Map(IEndpointRouteBuilder api, DecisionRightAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/decision-rights/{{id}}/{noun}",
                (
                    Id<DecisionRight> id,
                    RightRenewalRequest asked,
                    MoveRight move,
                    ReadRights read,
                    CancellationToken stop
                ) => Answer(move.Run(id, act, asked, stop), read)
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<DecisionRightView>, ProblemHttpResult>> Answer(
        Task<Outcome<DecisionRight>> act,
        ReadRights read
    ) => act.Ok(r => DecisionRightView.Of(r, read.Today));
}
