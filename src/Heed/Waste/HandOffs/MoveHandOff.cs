using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public class HandOffMoveRequest
{
    [Required(ErrorMessage = "Say why: both sides read this.")]
    [StringLength(HandOffMove.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

public sealed class HandOffFixRequest : HandOffMoveRequest
{
    /// <summary>The trial, the obstacle or the practice that the fix leads to, by its id.</summary>
    [Required(
        ErrorMessage = "A fix is something that is done. Name the trial, the obstacle or the practice that it leads to."
    )]
    [StringLength(40, ErrorMessage = "Use at most 40 characters.")]
    public string? LeadsTo { get; set; }
}

/// <summary>What becomes of a hand-off, by the table. Members of its two teams decide.</summary>
public sealed class MoveHandOff(
    HeedDb db,
    Member me,
    ReadTrials trials,
    ReadObstacles obstacles,
    JournalWriter journal,
    TimeProvider clock
)
{
    internal static Refusal OnlyItsTeams { get; } =
        Refusal.Forbidden("A hand-off belongs to the two teams that it lies between, and only their members write it.");

    public async Task<Outcome<HandOff>> Run(
        Id<HandOff> id,
        HandOffAct act,
        HandOffMoveRequest asked,
        CancellationToken stop
    )
    {
        if (await db.HandOffs.SingleOrDefaultAsync(h => h.Id == id, stop) is not { } handOff)
            return Refusal.Missing("hand-off");
        var sides = handOff.SidesOf(me);
        if (sides.Count == 0)
            return OnlyItsTeams;
        HandOffBasis? basis = null;
        if (
            asked is HandOffFixRequest { LeadsTo: { Length: > 0 } to }
            && HandOffMoves.Of(act).From.Contains(handOff.State)
        )
        {
            if ((await Found(to, handOff, stop)).Refused(out var missing, out basis))
                return missing;
        }
        if (
            handOff
                .Move(act, Side(act, handOff, sides), asked.Reason, me.Id, clock.GetUtcNow(), basis)
                .Refused(out var refusal, out var move)
        )
            return refusal;
        db.HandOffMoves.Add(move);
        journal.Write(
            Format.Lower(act.ToString()),
            id,
            $"{me.Name} {HandOffMoves.Of(act).Past} the hand-off “{Format.Shortened(handOff.Name)}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return handOff;
    }

    /// <summary>Whoever is of both sides acts for the one that may.</summary>
    static HandOffSide Side(HandOffAct act, HandOff handOff, IReadOnlyList<HandOffSide> sides) =>
        act switch
        {
            HandOffAct.See => sides.FirstOrDefault(s => s != handOff.RaisedBy, sides[0]),
            HandOffAct.Withdraw => sides.FirstOrDefault(s => s == handOff.RaisedBy, sides[0]),
            _ => sides[0],
        };

    async Task<Outcome<HandOffBasis>> Found(string text, HandOff handOff, CancellationToken stop)
    {
        const string At = nameof(HandOffFixRequest.LeadsTo);
        if (Id<Trial>.TryParse(text, null, out var id))
        {
            if (await trials.Of(id, stop) is { } trial && IsTheirs(trial.TeamId))
                return new HandOffBasis(Trial: id);
            var obstacle = new Id<Obstacle>(id.Value);
            if (await obstacles.Of(obstacle, stop) is { } found && IsTheirs(found.TeamId))
                return new HandOffBasis(Obstacle: obstacle);
            var practice = new Id<Practice>(id.Value);
            if (await db.Practices.AnyAsync(p => p.Id == practice, stop))
                return new HandOffBasis(Practice: practice);
        }
        return Refusal.Missing("trial or obstacle of the two teams, nor a practice").At(At);

        bool IsTheirs(Id<Team>? team) => team == handOff.GiverId || team == handOff.TakerId;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/hand-offs/{id}/fix",
                (Id<HandOff> id, HandOffFixRequest asked, MoveHandOff move, CancellationToken stop) =>
                    Answer(move.Run(id, HandOffAct.AgreeFix, asked, stop))
            )
            .WithName("AgreeHandOffFix")
            .WithSummary("Both agree on a fix, which leads to a trial, an obstacle or a practice.");
        Map(
            api,
            HandOffAct.See,
            "acknowledgement",
            "AcknowledgeHandOff",
            "The other side says that it has seen a hand-off."
        );
        Map(
            api,
            HandOffAct.AgreeTension,
            "tension",
            "AgreeHandOffTension",
            "Both agree that it is a tension to live with."
        );
        Map(api, HandOffAct.Escalate, "escalation", "EscalateHandOff", "Takes a hand-off above, with both stories.");
        Map(
            api,
            HandOffAct.Withdraw,
            "withdrawal",
            "WithdrawHandOff",
            "Takes a hand-off back before both sides have written."
        );
        Map(
            api,
            HandOffAct.BeginRound,
            "rounds",
            "BeginHandOffRound",
            "Asks both sides to tell and rate a hand-off anew."
        );
    }

    static void Map(IEndpointRouteBuilder api, HandOffAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/hand-offs/{{id}}/{noun}",
                (Id<HandOff> id, HandOffMoveRequest asked, MoveHandOff move, CancellationToken stop) =>
                    Answer(move.Run(id, act, asked, stop))
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<HandOffView>, ProblemHttpResult>> Answer(Task<Outcome<HandOff>> act) =>
        act.Ok(HandOffView.Of);
}
