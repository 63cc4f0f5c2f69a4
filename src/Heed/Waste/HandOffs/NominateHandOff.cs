using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>
/// Nominates a hand-off that both sides have told: in the names of both who told it, who own the question together, and with
/// both stories to show it. Members of either side may, once a round.
/// </summary>
public sealed class NominateHandOff(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    ReadMembers members,
    ReadHandOffs read,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Nomination>> Run(Id<HandOff> id, CancellationToken stop)
    {
        if (await db.HandOffs.SingleOrDefaultAsync(h => h.Id == id, stop) is not { } handOff)
            return Refusal.Missing("hand-off");
        var sides = handOff.SidesOf(me);
        if (sides.Count == 0)
            return MoveHandOff.OnlyItsTeams;
        var told = await read.Shown(id, handOff.Round, stop);
        if (told.Count < 2)
            return Refusal.Conflict("Both sides write their story first. Then they nominate it together.");
        if (await db.Nominations.AnyAsync(n => n.HandOffId == id && n.HandOffRound == handOff.Round, stop))
            return Refusal.Conflict("This round is nominated already. Say “me too” to that nomination.");
        // Of the side that the one who does it is not of; whoever is of both has not told both.
        var other = told.First(s => s.By != me.Id && (sides.Count == 2 || s.Side != sides[0]));
        if (await members.Of(other.By, stop) is not { DeactivatedAt: null } joint)
            return Refusal.Conflict(
                "Whoever told the other side has left. Begin a new round, so that somebody of theirs owns the question too."
            );
        var names = await teams.Names(stop);
        var on = here.Today(clock);
        var receipt = ReceiptCode.New();
        var nomination = new Nomination
        {
            What = Format.Shortened(
                $"The hand-off “{handOff.Name}” from {names[handOff.GiverId]} to {names[handOff.TakerId]}: both sides say that it serves nobody as it is.",
                500
            ),
            TeamId = handOff.GiverId,
            Evidence = $"/waste/hand-offs/{id}",
            HandOffId = id,
            HandOffRound = handOff.Round,
            AuthorId = me.Id,
            JointAuthorId = joint.Id,
            ReceiptHash = ReceiptCode.Hash(receipt)!,
            On = on,
            AnswerDue = Nomination.DueAfter(on),
        };
        db.Nominations.Add(nomination);
        db.NominationSteps.Add(nomination.Begin());
        foreach (var by in new[] { me.Id, joint.Id })
            db.NominationVotes.Add(new NominationVote { NominationId = nomination.Id, MemberId = by });
        // Two who nominate it at once meet here.
        db.Entry(handOff).Property(h => h.Name).IsModified = true;
        journal.Write(
            "nominate",
            nomination.Id,
            $"{me.Name} nominated the hand-off “{Format.Shortened(handOff.Name)}” together with {joint.Name}."
        );
        await db.SaveChangesAsync(stop);
        return nomination;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/hand-offs/{id}/nomination", Post)
            .WithName("NominateHandOff")
            .WithSummary("Nominates a hand-off that both sides have told, in the names of both.");

    static Task<Results<Created<NominationView>, ProblemHttpResult>> Post(
        Id<HandOff> id,
        NominateHandOff nominate,
        ReadNominations read,
        CancellationToken stop
    ) => nominate.Run(id, stop).Created(n => $"/nominations/{n.Id}", async n => (await read.Of(n.Id, stop))!);
}
