using System.ComponentModel.DataAnnotations;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class MeetingRatingRequest
{
    const string OneToThree = "Give 1, 2 or 3.";

    /// <summary>What it brings: 1 little, 3 much.</summary>
    [Required(ErrorMessage = "Say what it brings.")]
    [Range(1, 3, ErrorMessage = OneToThree)]
    public int? Impact { get; set; }

    /// <summary>What it takes: 1 little, 3 much.</summary>
    [Required(ErrorMessage = "Say what it takes.")]
    [Range(1, 3, ErrorMessage = OneToThree)]
    public int? Effort { get; set; }
}

/// <summary>One voice of a member of the team on a meeting; another one takes the place of the first.</summary>
public sealed class RateMeeting(HeedDb db, Member me, TimeProvider clock)
{
    public async Task<Outcome<Meeting>> Run(Id<Practice> id, MeetingRatingRequest asked, CancellationToken stop)
    {
        if ((await ReadMeetings.Own(db, me, id, stop)).Refused(out var refusal, out var found))
            return refusal;
        var meeting = found.Meeting;
        var (impact, effort) = (asked.Impact!.Value, asked.Effort!.Value);
        var why = $"impact {impact}, effort {effort}";
        if (meeting.Move(MeetingAct.Rate, why, me.Id, clock.GetUtcNow()).Refused(out refusal, out var move))
            return refusal;
        if (meeting.Ratings.Find(r => r.MemberId == me.Id) is { } mine)
            (mine.Impact, mine.Effort) = (impact, effort);
        else
            db.MeetingRatings.Add(
                new MeetingRating
                {
                    PracticeId = id,
                    MemberId = me.Id,
                    Impact = impact,
                    Effort = effort,
                }
            );
        // Rated is a state of the meeting; a later voice is no step of it.
        if (move.From == MeetingState.Standing)
            db.MeetingMoves.Add(
                new MeetingMove
                {
                    PracticeId = id,
                    Act = move.Act,
                    From = move.From,
                    To = move.To,
                    Reason = "The first voice was given.",
                    By = me.Id,
                    At = move.At,
                }
            );
        await db.SaveChangesAsync(stop);
        return meeting;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/meeting-series/{id}/rating", Put)
            .WithName("RateMeetingSeries")
            .WithSummary("Gives one's own voice on a meeting: impact and effort, 1 to 3 each.");

    static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Put(
        Id<Practice> id,
        MeetingRatingRequest asked,
        RateMeeting rate,
        ReadMeetings read,
        CancellationToken stop
    ) => rate.Run(id, asked, stop).Ok(async _ => (await read.Series(id, stop))!);
}
