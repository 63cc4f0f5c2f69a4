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
}

/// <summary>Brings up a hand-off between two teams. Members of either may.</summary>
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
        if (
            asked.Practice is { } practice
            && !await db.Practices.AnyAsync(p => p.Id == practice && p.Kind == PracticeKind.HandOff, stop)
        )
            return Refusal.Missing("practice of kind hand-off").At(nameof(asked.Practice));
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

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/hand-offs", Post)
            .WithName("RaiseHandOff")
            .WithSummary("Brings up a hand-off between two teams, with what the one promises the other.");

    static Task<Results<Created<HandOffView>, ProblemHttpResult>> Post(
        HandOffRequest asked,
        RaiseHandOff raise,
        CancellationToken stop
    ) => raise.Run(asked, stop).Created(h => $"/hand-offs/{h.Id}", HandOffView.Of);
}
