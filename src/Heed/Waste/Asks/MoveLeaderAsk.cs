using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class LeaderAskMoveRequest
{
    [Required(ErrorMessage = "Write a reason: the other side reads it.")]
    [StringLength(LeaderAskMove.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

/// <summary>What becomes of a request, by the table: whoever was asked answers, whoever asked asks again or takes it back.</summary>
public sealed class MoveLeaderAsk(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<LeaderAsk>> Run(
        Id<LeaderAsk> id,
        LeaderAskAct act,
        LeaderAskMoveRequest asked,
        CancellationToken stop
    )
    {
        if (await db.LeaderAsks.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } ask)
            return Refusal.Missing("request to a leader");
        if (!me.MayWrite)
            return WriteWalkNote.ViewersRead;
        if (
            ask.Move(act, asked.Reason, me.Id, clock.GetUtcNow(), here.Today(clock))
                .Refused(out var refusal, out var move)
        )
            return refusal;
        db.LeaderAskMoves.Add(move);
        journal.Write(
            Format.Lower(act.ToString()),
            id,
            $"{me.Name} {LeaderAskMoves.Of(act).Past} “{Format.Shortened(ask.What)}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return ask;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        Map(api, LeaderAskAct.Take, "acceptance", "AcceptLeaderAsk", "Whoever was asked takes a request.");
        Map(
            api,
            LeaderAskAct.Remove,
            "removal",
            "RemoveLeaderAsk",
            "Whoever was asked says that what was in the way is removed."
        );
        Map(api, LeaderAskAct.Refuse, "refusal", "RefuseLeaderAsk", "Whoever was asked refuses, with the reason.");
        Map(api, LeaderAskAct.AskAgain, "reopening", "ReopenLeaderAsk", "Whoever asked asks again.");
        Map(api, LeaderAskAct.Withdraw, "withdrawal", "WithdrawLeaderAsk", "Whoever asked takes a request back.");
    }

    static void Map(IEndpointRouteBuilder api, LeaderAskAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/leader-asks/{{id}}/{noun}",
                (
                    Id<LeaderAsk> id,
                    LeaderAskMoveRequest asked,
                    MoveLeaderAsk move,
                    ReadLeaderAsks read,
                    CancellationToken stop
                ) => Answer(move.Run(id, act, asked, stop), read)
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<LeaderAskView>, ProblemHttpResult>> Answer(
        Task<Outcome<LeaderAsk>> act,
        ReadLeaderAsks read
    ) => act.Ok(a => LeaderAskView.Of(a, read.Today));
}
