using System.ComponentModel.DataAnnotations;
using Heed.Customers;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class ReAddRequest
{
    [Required(ErrorMessage = "Say how it comes back: shorter, rarer or with fewer people.")]
    [EnumDataType(typeof(MeetingChange), ErrorMessage = "Choose shorter, rarer or fewer people.")]
    public MeetingChange? Change { get; set; }

    [Required(ErrorMessage = "Say what it is for.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Purpose { get; set; }

    [Required(ErrorMessage = "Say what is decided there.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Decision { get; set; }

    [Required(ErrorMessage = "Choose whom it serves.")]
    public Id<CustomerGroup>? CustomerGroup { get; set; }
}

/// <summary>Brings a cleared meeting back: smaller, with what it is for, what is decided there and whom it serves.</summary>
public sealed class ReAddMeeting(
    HeedDb db,
    Member me,
    Workspace here,
    ReadCustomers customers,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Meeting>> Run(Id<Practice> id, ReAddRequest asked, CancellationToken stop)
    {
        if ((await Cleared(id, stop)).Refused(out var refusal, out var found))
            return refusal;
        var (meeting, practice, reset, now) = (found.Meeting, found.Practice, found.Reset, clock.GetUtcNow());
        if (reset?.NotOpen(now, here.Zone) is { } early)
            return early;
        if (await customers.Of(asked.CustomerGroup!.Value, stop) is null)
            return Refusal.Missing("customer group");
        if (meeting.ReAdd(asked, me.Id, now).Refused(out refusal, out var move))
            return refusal;
        db.MeetingMoves.Add(move);
        practice.Follow(PracticeAct.Reduce, move.Reason, me.Id, now, db);
        journal.Write("reduce", practice.Id, $"{me.Name} brought “{practice.Name}” back. {move.Reason}");
        await db.SaveChangesAsync(stop);
        return meeting;
    }

    /// <summary>As it was, at any time before the reset ends: what should not have been cleared.</summary>
    public async Task<Outcome<Meeting>> PutBack(Id<Practice> id, PracticeReasonRequest asked, CancellationToken stop)
    {
        if ((await Cleared(id, stop)).Refused(out var refusal, out var found))
            return refusal;
        var (meeting, practice, now) = (found.Meeting, found.Practice, clock.GetUtcNow());
        if (meeting.Move(MeetingAct.PutBack, asked.Reason, me.Id, now).Refused(out refusal, out var move))
            return refusal;
        db.MeetingMoves.Add(move);
        practice.Follow(PracticeAct.Keep, move.Reason, me.Id, now, db);
        journal.Write("keep", practice.Id, $"{me.Name} put “{practice.Name}” back as it was. {move.Reason}");
        await db.SaveChangesAsync(stop);
        return meeting;
    }

    sealed record Found(Meeting Meeting, Practice Practice, Reset? Reset);

    async Task<Outcome<Found>> Cleared(Id<Practice> id, CancellationToken stop)
    {
        if ((await ReadMeetings.Own(db, me, id, stop)).Refused(out var refusal, out var own))
            return refusal;
        var (meeting, practice) = own;
        var reset = meeting.ResetId is { } of ? await db.Resets.SingleOrDefaultAsync(r => r.Id == of, stop) : null;
        return new Found(meeting, practice, reset);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/meeting-series/{id}/return", Post)
            .WithName("ReturnMeetingSeries")
            .WithSummary("Brings a cleared meeting back shorter, rarer or with fewer people.");
        api.MapPost("/meeting-series/{id}/restoration", Undo)
            .WithName("RestoreMeetingSeries")
            .WithSummary("Puts a cleared meeting back as it was, with the reason.");
    }

    static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Post(
        Id<Practice> id,
        ReAddRequest asked,
        ReAddMeeting add,
        ReadMeetings read,
        CancellationToken stop
    ) => add.Run(id, asked, stop).Ok(async _ => (await read.Series(id, stop))!);

    static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Undo(
        Id<Practice> id,
        PracticeReasonRequest asked,
        ReAddMeeting add,
        ReadMeetings read,
        CancellationToken stop
    ) => add.PutBack(id, asked, stop).Ok(async _ => (await read.Series(id, stop))!);
}
