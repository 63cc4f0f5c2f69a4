using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class ResetRequest
{
    [Required(ErrorMessage = "Say why the team begins anew.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Reason { get; set; }

    /// <summary>The meetings that stay as they are, such as one with a customer.</summary>
    public List<Id<Practice>>? Spared { get; set; }
}

/// <summary>Clears the week of a team: every meeting that is not spared is cleared, and asked about as a practice.</summary>
public sealed class BeginReset(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    const int MostSpared = 500;

    public async Task<Outcome<Reset>> Run(Id<Team> id, ResetRequest asked, CancellationToken stop)
    {
        if (await teams.Find(id, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(id))
            return TeamPermission.Refuse(team.Name);
        if (await db.Resets.AnyAsync(r => r.TeamId == id && r.EndedAt == null, stop))
            return Refusal.Conflict($"A reset of {team.Name} is under way. End it first.");
        if (asked.Spared is { Count: > MostSpared })
            return new Refusal($"Spare at most {Format.Count(MostSpared, "meeting")}.").At(nameof(asked.Spared));
        var spared = (asked.Spared ?? []).ToHashSet();
        var meetings = await db
            .Meetings.Join(db.Practices, m => m.PracticeId, p => p.Id, (m, p) => new { Meeting = m, Practice = p })
            .Where(r => r.Practice.TeamId == id)
            .ToListAsync(stop);
        var cleared = meetings
            .Where(r => !spared.Contains(r.Practice.Id) && !r.Meeting.IsGone)
            .Where(r => MeetingMoves.Of(MeetingAct.Clear).From.Contains(r.Meeting.State))
            .ToList();
        if (cleared.Count == 0)
            return Refusal.Conflict($"{team.Name} has no meeting to clear. Bring in its calendar first.");
        var now = clock.GetUtcNow();
        var reset = new Reset
        {
            TeamId = id,
            Reason = asked.Reason!.Trim(),
            BegunAt = now,
            BegunBy = me.Id,
            ClearUntil = now.AddHours(Reset.HoursClear),
        };
        db.Resets.Add(reset);
        foreach (var row in cleared)
        {
            if (row.Meeting.Clear(reset, now).Refused(out var refusal, out var move))
                return refusal;
            db.MeetingMoves.Add(move);
            row.Practice.Follow(PracticeAct.Question, reset.Reason, me.Id, now, db);
        }
        journal.Write(
            "begin",
            reset.Id,
            $"{me.Name} cleared {Format.Count(cleared.Count, "meeting")} of {team.Name}: {reset.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return reset;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/meetings/{id}/resets", Post)
            .WithName("BeginReset")
            .WithSummary("Clears the meetings of a team for two days, but for those that are spared.");

    static Task<Results<Created<ResetView>, ProblemHttpResult>> Post(
        Id<Team> id,
        ResetRequest asked,
        BeginReset begin,
        ReadResets read,
        CancellationToken stop
    ) =>
        begin
            .Run(id, asked, stop)
            .Created(reset => $"/resets/{reset.Id}", async reset => (await read.View(reset.Id, stop))!);
}

static class PracticeFollowing
{
    /// <summary>The practice takes the step too, where its own table has it; what somebody decided of it meanwhile stays.</summary>
    public static void Follow(
        this Practice practice,
        PracticeAct act,
        string why,
        Id<Member> by,
        DateTimeOffset at,
        HeedDb db
    )
    {
        if (!practice.Move(act, why, by, at).Refused(out _, out var move))
            db.PracticeMoves.Add(move);
    }
}
