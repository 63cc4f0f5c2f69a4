using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class WalkWithdrawalRequest
{
    [Required(ErrorMessage = "Say why it is taken back.")]
    [StringLength(WalkNote.LongestReason, ErrorMessage = "Use at most 500 characters.")]
    public string? Because { get; set; }
}

/// <summary>The team that was watched has read it, or whoever wrote it takes it back.</summary>
public sealed class MoveWalkNote(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    JournalWriter journal,
    TimeProvider clock
)
{
    public Task<Outcome<WalkNote>> Read(Id<WalkNote> id, CancellationToken stop) => Run(id, WalkAct.Read, null, stop);

    public Task<Outcome<WalkNote>> Withdraw(Id<WalkNote> id, WalkWithdrawalRequest asked, CancellationToken stop) =>
        Run(id, WalkAct.Withdraw, asked.Because, stop);

    async Task<Outcome<WalkNote>> Run(Id<WalkNote> id, WalkAct act, string? because, CancellationToken stop)
    {
        var today = here.Today(clock);
        if (
            await db.WalkNotes.Where(WalkNote.IsSeenBy(me, today)).SingleOrDefaultAsync(n => n.Id == id, stop)
            is not { } note
        )
            return Refusal.Missing("walk note");
        var team = (await teams.Find(note.TeamId, stop))!.Name;
        if (MayNot(note, act, me, team) is { } forbidden)
            return forbidden;
        if (note.Move(act, because, me.Id, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        journal.Write(
            Format.Lower(act.ToString()),
            id,
            $"{me.Name} {WalkMoves.Of(act).Past} a walk note about {team}."
        );
        await db.SaveChangesAsync(stop);
        return note;
    }

    /// <summary>Who wrote it is no first reader of it, even of that team.</summary>
    internal static Refusal? MayNot(WalkNote note, WalkAct act, Member me, string team) =>
        !me.MayWrite ? WriteWalkNote.ViewersRead
        : act == WalkAct.Withdraw && note.AuthorId != me.Id
            ? Refusal.Forbidden("Only whoever wrote a walk note takes it back.")
        : act == WalkAct.Read && (note.AuthorId == me.Id || !me.MayWriteFor(note.TeamId))
            ? Refusal.Forbidden($"{team} reads it first: one of its members who did not write it says so.")
        : null;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/walk-notes/{id}/reading", PostReading)
            .WithName("AcknowledgeWalkNote")
            .WithSummary("Says that the team that was watched has read a walk note; from then on everybody may.");
        api.MapPost("/walk-notes/{id}/withdrawal", PostWithdrawal)
            .WithName("WithdrawWalkNote")
            .WithSummary("Takes a walk note back, with the reason. Only whoever wrote it may.");
    }

    static Task<Results<Ok<WalkNoteView>, ProblemHttpResult>> PostReading(
        Id<WalkNote> id,
        MoveWalkNote move,
        CancellationToken stop
    ) => move.Read(id, stop).Ok(WalkNoteView.Of);

    static Task<Results<Ok<WalkNoteView>, ProblemHttpResult>> PostWithdrawal(
        Id<WalkNote> id,
        WalkWithdrawalRequest asked,
        MoveWalkNote move,
        CancellationToken stop
    ) => move.Withdraw(id, asked, stop).Ok(WalkNoteView.Of);
}
