using System.ComponentModel.DataAnnotations;
using Heed.Files;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class NominationRequest
{
    /// <summary>What is stupid; the one thing that has to be said.</summary>
    [Required(ErrorMessage = "Say what is stupid: a form, a rule, a report, a meeting.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? What { get; set; }

    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Why { get; set; }

    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Where { get; set; }

    /// <summary>The team that it lands with. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Team>? Team
    {
        get;
        set => field = value == default(Id<Team>) ? null : value;
    }

    /// <summary>The address of a thing in Heed that shows it, without the name of the server.</summary>
    [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    [RegularExpression(
        @"/(?![/\\])[^\s\\]*",
        ErrorMessage = "Give the address of a page of Heed from its first stroke on, such as /metrics/…."
    )]
    public string? Evidence { get; set; }

    /// <summary>The obstacle that became waste, where it starts from one. Not together with saying it anonymously.</summary>
    public Id<Obstacle>? Obstacle { get; set; }

    /// <summary>The walk note that it starts from. Not together with saying it anonymously.</summary>
    public Id<WalkNote>? WalkNote { get; set; }
}

/// <summary>What whoever nominated is told, once.</summary>
public sealed record NominationThanks(Id<Nomination> Nomination, string Receipt, DateOnly AnswerDue);

/// <summary>
/// Says what is stupid. Anonymously, nothing of whoever does it is kept: no member, no line of the journal, no hour.
/// </summary>
public sealed class Nominate(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    ReadObstacles obstacles,
    ReadWalkNotes walks,
    NominationPace pace,
    JournalWriter journal,
    TimeProvider clock
)
{
    public Task<Outcome<NominationThanks>> Run(NominationRequest asked, bool anonymously, CancellationToken stop) =>
        Run(asked, null, anonymously, null, stop);

    /// <param name="photo">What it looks like; a program sends none.</param>
    /// <param name="form">Which drawn form it was written into: sent twice, it is kept once.</param>
    public async Task<Outcome<NominationThanks>> Run(
        NominationRequest asked,
        Photo? photo,
        bool anonymously,
        string? form,
        CancellationToken stop
    )
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        if (asked.Team is { } team && !await teams.Exists(team, stop))
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (asked.Obstacle is { } from)
        {
            if (await obstacles.Of(from, stop) is not { } obstacle)
                return Refusal.Missing("obstacle").At(nameof(asked.Obstacle));
            if (obstacle.State != ObstacleState.BecameWaste)
                return Refusal.Conflict("Say on the obstacle first that it is waste. Then nominate it.");
            // Who moved an obstacle is known, and would be who nominated.
            if (anonymously)
                return new Refusal(
                    "It starts from an obstacle, of which everybody sees who called it waste: that would say who you are. Say it with your name, or begin anew without the obstacle."
                );
        }
        if (asked.WalkNote is { } walk)
        {
            if (await walks.Of(walk, stop) is not { } note)
                return Refusal.Missing("walk note").At(nameof(asked.WalkNote));
            if (note.State == WalkState.Withdrawn)
                return Refusal.Conflict("This walk note was taken back. Nominate it without the note.");
            // At first only its team and its author know the note: that would nearly say who nominated.
            if (anonymously)
                return new Refusal(
                    "It starts from a walk note, which few may know yet: that would nearly say who you are. Say it with your name, or begin anew without the note."
                );
        }
        var receipt = Receipt(here, asked, form, $"{anonymously}");
        if (await Said(db, receipt, stop) is { } before)
            return before;
        if (!pace.Take(me.Id))
            return new Refusal(
                $"You have nominated {NominationPace.MostAnHour} things within an hour. Those are kept. Say the next one in an hour.",
                StatusCodes.Status429TooManyRequests
            );
        var thanks = Apply(db, asked, photo, anonymously ? null : me.Id, here.Today(clock), receipt);
        if (!anonymously)
            journal.Write("nominate", thanks.Nomination, $"{me.Name} nominated something.");
        await db.SaveChangesAsync(stop);
        return thanks;
    }

    /// <summary>What this form has told already, where it was sent twice.</summary>
    internal static async Task<NominationThanks?> Said(HeedDb db, string receipt, CancellationToken stop)
    {
        var hash = ReceiptCode.Hash(receipt);
        return await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.ReceiptHash == hash, stop) is { } before
            ? new(before.Id, receipt, before.AnswerDue)
            : null;
    }

    internal static string Receipt(Workspace here, NominationRequest asked, string? form, string by) =>
        ReceiptCode.Of(
            form,
            $"{here.Id}",
            by,
            asked.What,
            asked.Why,
            asked.Where,
            $"{asked.Team}",
            asked.Evidence,
            $"{asked.Obstacle}",
            $"{asked.WalkNote}"
        ) ?? ReceiptCode.New();

    /// <summary>
    /// The nomination, its first step, and the voice of who nominates where that is known. Without a name there is none: whoever
    /// it was says “me too” like everybody, and so is counted once.
    /// </summary>
    /// <param name="author">Empty where nothing of whoever nominates is kept.</param>
    internal static NominationThanks Apply(
        HeedDb db,
        NominationRequest asked,
        Photo? photo,
        Id<Member>? author,
        DateOnly on,
        string receipt
    )
    {
        var nomination = new Nomination
        {
            What = asked.What!.Trim(),
            Why = Trimmed(asked.Why),
            Where = Trimmed(asked.Where),
            TeamId = asked.Team,
            Evidence = Trimmed(asked.Evidence),
            ObstacleId = author is null ? null : asked.Obstacle,
            WalkNoteId = author is null ? null : asked.WalkNote,
            AuthorId = author,
            ReceiptHash = ReceiptCode.Hash(receipt)!,
            On = on,
            AnswerDue = Nomination.DueAfter(on),
        };
        db.Nominations.Add(nomination);
        db.NominationSteps.Add(nomination.Begin());
        if (author is not null)
            db.NominationVotes.Add(new NominationVote { NominationId = nomination.Id, MemberId = author });
        if (photo is not null)
            db.NominationPhotos.Add(NominationPhoto.Of(nomination.Id, photo));
        return new(nomination.Id, receipt, nomination.AnswerDue);
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/nominations", Post)
            .WithName("NominateWaste")
            .WithSummary("Says what is stupid. The receipt is told once.")
            .WithMetadata(new ToldOnce());
        api.MapPost("/anonymous-nominations", PostAnonymously)
            .WithName("NominateAnonymously")
            .WithSummary("Says what is stupid, and keeps nothing of who said it. Takes no Idempotency-Key.")
            .WithMetadata(new ToldOnce(), new WithoutTrace());
    }

    static Task<Results<Created<NominationThanks>, ProblemHttpResult>> Post(
        NominationRequest asked,
        Nominate nominate,
        CancellationToken stop
    ) => nominate.Run(asked, anonymously: false, stop).Created(thanks => $"/nominations/{thanks.Nomination}");

    static Task<Results<Created<NominationThanks>, ProblemHttpResult>> PostAnonymously(
        NominationRequest asked,
        Nominate nominate,
        CancellationToken stop
    ) => nominate.Run(asked, anonymously: true, stop).Created(thanks => $"/nominations/{thanks.Nomination}");
}
