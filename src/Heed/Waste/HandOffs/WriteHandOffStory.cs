using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class HandOffStoryRequest
{
    /// <summary>For which side; where left out, for the one that the writer is of.</summary>
    [EnumDataType(typeof(HandOffSide), ErrorMessage = "Choose one of the two sides.")]
    public HandOffSide? Side { get; set; }

    [Required(ErrorMessage = "Say what your side sees.")]
    [StringLength(HandOffStory.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Sees { get; set; }

    [Required(ErrorMessage = "Say what would make it easy for your side.")]
    [StringLength(HandOffStory.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Easier { get; set; }

    [Required(ErrorMessage = "Rate it from 1 to 5.")]
    [Range(1, 5, ErrorMessage = "Rate it from 1 to 5.")]
    public int? Rating { get; set; }
}

/// <summary>Writes one side's story and rating, blind. With the second one both are shown.</summary>
public sealed class WriteHandOffStory(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<HandOff>> Run(Id<HandOff> id, HandOffStoryRequest asked, CancellationToken stop)
    {
        if (await db.HandOffs.SingleOrDefaultAsync(h => h.Id == id, stop) is not { } handOff)
            return Refusal.Missing("hand-off");
        var sides = handOff.SidesOf(me);
        if (sides.Count == 0)
            return MoveHandOff.OnlyItsTeams;
        if (sides.Count == 2 && asked.Side is null)
            return new Refusal("You are of both teams. Say for which side you write.").At(nameof(asked.Side));
        var side = asked.Side ?? sides[0];
        if (!sides.Contains(side))
            return Refusal.Forbidden("You are not of this side. Its own team tells its story.");
        var stories = await db
            .HandOffStories.Where(s => s.HandOffId == id && s.Round == handOff.Round)
            .ToListAsync(stop);
        var other = stories.SingleOrDefault(s => s.Side != side);
        if (other?.By == me.Id)
            return Refusal.Conflict(
                "You have written the other side already. Somebody else tells this one, so that the two are told apart."
            );
        var now = clock.GetUtcNow();
        if (handOff.Move(HandOffAct.Write, side, "told its side", me.Id, now).Refused(out var refusal, out var written))
            return refusal;
        db.HandOffMoves.Add(written);
        var mine = stories.SingleOrDefault(s => s.Side == side);
        if (mine is null)
            db.HandOffStories.Add(mine = New(handOff, side, now));
        (mine.Sees, mine.Easier, mine.Rating) = (asked.Sees!.Trim(), asked.Easier!.Trim(), asked.Rating!.Value);
        (mine.By, mine.At) = (me.Id, now);
        if (other is not null)
        {
            if (
                handOff
                    .Move(HandOffAct.Reveal, side, "both sides are told", me.Id, now)
                    .Refused(out refusal, out var shown)
            )
                return refusal;
            db.HandOffMoves.Add(shown);
            (mine.RevealedAt, other.RevealedAt) = (now, now);
        }
        // Two who write at once meet here: otherwise each would find the other's story missing, and nothing would be shown.
        db.Entry(handOff).Property(h => h.Name).IsModified = true;
        journal.Write(
            "write",
            id,
            $"{me.Name} wrote the side of {(await teams.Find(handOff.Of(side), stop))!.Name} of the hand-off “{Format.Shortened(handOff.Name)}”."
        );
        await db.SaveChangesAsync(stop);
        return handOff;
    }

    HandOffStory New(HandOff handOff, HandOffSide side, DateTimeOffset now) =>
        new()
        {
            HandOffId = handOff.Id,
            Round = handOff.Round,
            Side = side,
            Sees = "",
            Easier = "",
            Rating = 0,
            By = me.Id,
            At = now,
        };

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/hand-offs/{id}/stories", Post)
            .WithName("WriteHandOffStory")
            .WithSummary("Writes the story and the rating of one side; both are shown once both are written.");

    static Task<Results<Ok<HandOffView>, ProblemHttpResult>> Post(
        Id<HandOff> id,
        HandOffStoryRequest asked,
        WriteHandOffStory write,
        CancellationToken stop
    ) => write.Run(id, asked, stop).Ok(HandOffView.Of);
}
