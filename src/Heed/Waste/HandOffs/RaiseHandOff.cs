using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class HandOffRequest
{
    [Required(ErrorMessage = "Say what is handed over.")]
    [StringLength(HandOff.LongestName, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Say what the taker may expect of the giver.")]
    [StringLength(HandOff.LongestPromise, ErrorMessage = "Use at most 500 characters.")]
    public string? Promise { get; set; }

    [Required(ErrorMessage = "Choose the team that gives.")]
    public Id<Team>? Giver { get; set; }

    [Required(ErrorMessage = "Choose the team that takes.")]
    public Id<Team>? Taker { get; set; }

    /// <summary>The practice of kind hand-off that it is. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Practice>? Practice
    {
        get;
        set => field = value == default(Id<Practice>) ? null : value;
    }

    internal static HandOffRequest Of(HandOff handOff) =>
        new()
        {
            Name = handOff.Name,
            Promise = handOff.Promise,
            Giver = handOff.GiverId,
            Taker = handOff.TakerId,
            Practice = handOff.PracticeId,
        };
}

/// <summary>Brings up a hand-off between two teams, or changes what is said of it before both have told it. Members of either may.</summary>
public sealed class RaiseHandOff(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<HandOff>> Run(HandOffRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return WriteWalkNote.ViewersRead;
        var teams = new ReadTeams(db);
        if (await teams.Find(asked.Giver, stop) is not { } giver)
            return Refusal.Missing("team").At(nameof(asked.Giver));
        if (await teams.Find(asked.Taker, stop) is not { } taker)
            return Refusal.Missing("team").At(nameof(asked.Taker));
        if (!me.MayWriteFor(giver.Id) && !me.MayWriteFor(taker.Id))
            return Refusal.Forbidden(
                "A hand-off is brought up by one of its two teams. Choose one of yours for a side."
            );
        if (giver.Id == taker.Id)
            return new Refusal("A hand-off is between two teams. Choose another one here.").At(nameof(asked.Taker));
        if (await Fault(asked, stop) is { } fault)
            return fault;
        var now = clock.GetUtcNow();
        var handOff = new HandOff
        {
            Name = asked.Name!.Trim(),
            Promise = asked.Promise!.Trim(),
            GiverId = giver.Id,
            TakerId = taker.Id,
            PracticeId = asked.Practice,
            RaisedBy = me.MayWriteFor(taker.Id) ? HandOffSide.Taker : HandOffSide.Giver,
            StateSince = now,
            CreatedAt = now,
            CreatedBy = me.Id,
        };
        db.HandOffs.Add(handOff);
        journal.Write(
            "raise",
            handOff.Id,
            $"{me.Name} brought up the hand-off “{Format.Shortened(handOff.Name)}” from {giver.Name} to {taker.Name}."
        );
        await db.SaveChangesAsync(stop);
        return handOff;
    }

    /// <summary>Other words, until both sides have told it by them. The side that has brought it up may.</summary>
    public async Task<Outcome<HandOff>> Rewrite(Id<HandOff> id, HandOffRequest asked, CancellationToken stop)
    {
        if (await db.HandOffs.SingleOrDefaultAsync(h => h.Id == id, stop) is not { } handOff)
            return Refusal.Missing("hand-off");
        if (MayNotChange(handOff, me) is { } forbidden)
            return forbidden;
        if (
            handOff.Locked(await db.HandOffStories.AnyAsync(s => s.HandOffId == id && s.RevealedAt != null, stop)) is
            { } locked
        )
            return locked;
        if (asked.Giver != handOff.GiverId)
            return StaysBetween.At(nameof(asked.Giver));
        if (asked.Taker != handOff.TakerId)
            return StaysBetween.At(nameof(asked.Taker));
        if (await Fault(asked, stop) is { } fault)
            return fault;
        (handOff.Name, handOff.Promise) = (asked.Name!.Trim(), asked.Promise!.Trim());
        handOff.PracticeId = asked.Practice;
        journal.Write("change", id, $"{me.Name} changed the words of the hand-off “{Format.Shortened(handOff.Name)}”.");
        await db.SaveChangesAsync(stop);
        return handOff;
    }

    static Refusal StaysBetween { get; } =
        new("A hand-off stays between the two teams that it was brought up for. Bring up a new one for others.");

    internal static Refusal? MayNotChange(HandOff handOff, Member me) =>
        handOff.SidesOf(me).Count == 0 ? MoveHandOff.OnlyItsTeams
        : !handOff.SidesOf(me).Contains(handOff.RaisedBy)
            ? Refusal.Forbidden("The side that has brought it up changes its words.")
        : null;

    async Task<Refusal?> Fault(HandOffRequest asked, CancellationToken stop) =>
        asked.Practice is { } practice
        && !await db.Practices.AnyAsync(p => p.Id == practice && p.Kind == PracticeKind.HandOff, stop)
            ? Refusal.Missing("practice of kind hand-off").At(nameof(asked.Practice))
            : null;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/hand-offs/{id}", Put)
            .WithName("ChangeHandOff")
            .WithSummary("Changes what is said of a hand-off that both sides have not told yet.");
        api.MapPost("/hand-offs", Post)
            .WithName("RaiseHandOff")
            .WithSummary("Brings up a hand-off between two teams, with what the one promises the other.");
    }

    static Task<Results<Ok<HandOffView>, ProblemHttpResult>> Put(
        Id<HandOff> id,
        HandOffRequest asked,
        RaiseHandOff raise,
        CancellationToken stop
    ) => raise.Rewrite(id, asked, stop).Ok(HandOffView.Of);

    static Task<Results<Created<HandOffView>, ProblemHttpResult>> Post(
        HandOffRequest asked,
        RaiseHandOff raise,
        CancellationToken stop
    ) => raise.Run(asked, stop).Created(h => $"/hand-offs/{h.Id}", HandOffView.Of);
}
