using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Ends a reset: what was not brought back is gone, and all of it is watched from here on.</summary>
public sealed class EndReset(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    JournalWriter journal,
    TimeProvider clock
)
{
    const string NotMissed = "Nobody brought it back.";
    const string Watches = "The reset has ended; the hours of the team are watched.";

    public async Task<Outcome<Reset>> Run(Id<Reset> id, CancellationToken stop)
    {
        if (await db.Resets.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } reset)
            return Refusal.Missing("reset");
        if (!me.MayWriteFor(reset.TeamId))
            return await TeamPermission.Refuse(db, reset.TeamId, stop);
        var now = clock.GetUtcNow();
        if (reset.End(me.Id, now, here.Zone) is { } refusal)
            return refusal;
        var meetings = await db.Meetings.Where(m => m.ResetId == id).ToListAsync(stop);
        var gone = 0;
        foreach (var meeting in meetings)
        {
            if (!meeting.Move(MeetingAct.End, NotMissed, me.Id, now).Refused(out _, out var end))
            {
                db.MeetingMoves.Add(end);
                gone++;
            }
            if (!meeting.Move(MeetingAct.Watch, Watches, me.Id, now).Refused(out _, out var watch))
                db.MeetingMoves.Add(watch);
        }
        var team = (await teams.Names(stop))[reset.TeamId];
        journal.Write(
            "end",
            reset.Id,
            $"{me.Name} ended the reset of {team}: {Format.Count(gone, "meeting")} gone of {Format.Count(meetings.Count)}."
        );
        await db.SaveChangesAsync(stop);
        return reset;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/resets/{id}/closure", Post)
            .WithName("EndReset")
            .WithSummary("Ends a reset: what was not brought back is gone, and its team is watched.");

    static Task<Results<Ok<ResetView>, ProblemHttpResult>> Post(
        Id<Reset> id,
        EndReset end,
        ReadResets read,
        CancellationToken stop
    ) => end.Run(id, stop).Ok(async _ => (await read.View(id, stop))!);
}
