using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>A meeting with its cost by invite, the most it can be, and the median of its voices.</summary>
public sealed record MeetingView(
    Id<Practice> Id,
    Id<Team> Team,
    string Name,
    double People,
    double Minutes,
    double TimesAWeek,
    double HoursAWeekAtMost,
    MeetingState State,
    DateTimeOffset StateSince,
    double? Impact,
    double? Effort,
    int Voices,
    MeetingChange? Change,
    string? Purpose,
    string? Decision,
    Id<CustomerGroup>? CustomerGroup
)
{
    internal static MeetingView Of(MeetingRow row) =>
        new(
            row.Meeting.PracticeId,
            row.Team,
            row.Name,
            row.Meeting.People,
            row.Meeting.Minutes,
            row.Meeting.TimesAWeek,
            row.Meeting.HoursAWeek,
            row.Meeting.State,
            row.Meeting.StateSince,
            row.Meeting.Impact,
            row.Meeting.Effort,
            row.Meeting.Ratings.Count,
            row.Meeting.Change,
            row.Meeting.Purpose,
            row.Meeting.Decision,
            row.Meeting.CustomerGroupId
        );
}

/// <summary>A team with its hours in meetings, by invite: at most.</summary>
public sealed record TeamMeetingsView(
    Id<Team> Id,
    string Name,
    int People,
    int Meetings,
    Id<Metric>? Metric,
    double? HoursAWeekAtMost,
    DateTimeOffset CalendarFrom,
    Id<Reset>? Reset
);

public sealed record MeetingRow(Meeting Meeting, string Name, Id<Team> Team, PracticeState Practice);

public sealed record TeamMeetings(Team Team, TeamCalendar? Calendar, MetricSeries? Hours, int Meetings, Reset? Reset)
{
    public TeamMeetingsView View() =>
        new(
            Team.Id,
            Team.Name,
            Calendar!.People,
            Meetings,
            Hours?.Metric.Id,
            Hours?.Newest?.Value,
            Calendar.At,
            Reset?.Id
        );
}

/// <summary>Reads the meetings of teams. A team without a calendar of five people or more has none to show.</summary>
public sealed class ReadMeetings(HeedDb db, ReadTeams teams, ReadSeries series)
{
    internal async Task<IReadOnlyList<TeamMeetings>> Teams(CancellationToken stop)
    {
        var calendars = await db.TeamCalendars.AsNoTracking().ToListAsync(stop);
        return await With(calendars, stop);
    }

    async Task<IReadOnlyList<TeamMeetings>> With(List<TeamCalendar> calendars, CancellationToken stop)
    {
        var ids = calendars.ConvertAll(c => c.TeamId);
        var hours = await series.ComputedFrom([.. ids.Select(TeamCalendar.Source)], stop);
        var counts = await db
            .Meetings.Join(db.Practices, m => m.PracticeId, p => p.Id, (m, p) => p.TeamId)
            .Where(t => ids.Contains(t))
            .GroupBy(t => t)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var resets = (await db.Resets.AsNoTracking().Where(r => ids.Contains(r.TeamId)).ToListAsync(stop)).ToLookup(r =>
            r.TeamId
        );
        List<TeamMeetings> found = [];
        foreach (var calendar in calendars)
            if (await teams.Find(calendar.TeamId, stop) is { } team)
                found.Add(
                    new(
                        team,
                        calendar,
                        hours.GetValueOrDefault(TeamCalendar.Source(team.Id)),
                        counts.GetValueOrDefault(team.Id),
                        resets[team.Id].MaxBy(r => r.BegunAt)
                    )
                );
        return
        [
            .. found
                .OrderByDescending(t => t.Hours?.Newest?.Value ?? 0)
                .ThenBy(t => t.Team.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    internal async Task<TeamMeetings?> Of(Id<Team> id, CancellationToken stop)
    {
        var calendars = await db.TeamCalendars.AsNoTracking().Where(c => c.TeamId == id).ToListAsync(stop);
        if (calendars.Count > 0)
            return await With(calendars, stop) is [var found, ..] ? found : null;
        return await teams.Find(id, stop) is { } team ? new(team, null, null, 0, null) : null;
    }

    /// <summary>The meetings of a team, those that cost most first.</summary>
    internal async Task<IReadOnlyList<MeetingRow>> Rows(Id<Team> team, CancellationToken stop) =>
        await Rows(db.Practices.AsNoTracking().Where(p => p.TeamId == team), stop);

    async Task<IReadOnlyList<MeetingRow>> Rows(IQueryable<Practice> of, CancellationToken stop)
    {
        var rows = await db
            .Meetings.AsNoTracking()
            .Include(m => m.Ratings)
            .Join(
                of,
                m => m.PracticeId,
                p => p.Id,
                (m, p) =>
                    new
                    {
                        Meeting = m,
                        p.Name,
                        p.TeamId,
                        p.State,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. rows.Select(r => new MeetingRow(r.Meeting, r.Name, r.TeamId, r.State))
                .OrderByDescending(r => r.Meeting.HoursAWeek)
                .ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(r => r.Meeting.PracticeId.Value),
        ];
    }

    /// <summary>A meeting of a team that the member writes for, with its practice, to be changed.</summary>
    internal static async Task<Outcome<(Meeting Meeting, Practice Practice)>> Own(
        HeedDb db,
        Member me,
        Id<Practice> id,
        CancellationToken stop
    )
    {
        if (
            await db.Meetings.Include(m => m.Ratings).SingleOrDefaultAsync(m => m.PracticeId == id, stop)
            is not { } meeting
        )
            return Refusal.Missing("meeting");
        var practice = await db.Practices.SingleAsync(p => p.Id == id, stop);
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        return (meeting, practice);
    }

    public async Task<MeetingView?> Series(Id<Practice> id, CancellationToken stop) =>
        (await Rows(db.Practices.AsNoTracking().Where(p => p.Id == id), stop)).Select(MeetingView.Of).FirstOrDefault();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/meetings", All)
            .WithName("ListMeetings")
            .WithSummary("The teams with their hours in meetings, by invite: at most.");
        api.MapGet("/meetings/{id}", One)
            .WithName("ReadMeetings")
            .WithSummary("The hours in meetings of one team of five or more.");
        api.MapGet("/meeting-series", Listing)
            .WithName("ListMeetingSeries")
            .WithSummary("The meetings that come again, of one team if it is given.");
        api.MapGet("/meeting-series/{id}", Single)
            .WithName("ReadMeetingSeries")
            .WithSummary("One meeting with its cost and its voices.");
    }

    static async Task<Ok<Listed<TeamMeetingsView>>> All(
        ReadMeetings read,
        CancellationToken stop,
        Id<Team>? after = null,
        int? take = null
    )
    {
        var size = Part.Size(take);
        var all = (await read.Teams(stop)).Select(t => t.View()).OrderBy(t => t.Id.Value);
        return TypedResults.Ok(
            Listed<TeamMeetingsView>.Of(
                [.. all.Where(t => after is not { } id || t.Id.Value.CompareTo(id.Value) > 0).Take(size + 1)],
                size,
                t => t.Id.ToString()
            )
        );
    }

    static async Task<Results<Ok<TeamMeetingsView>, ProblemHttpResult>> One(
        Id<Team> id,
        ReadMeetings read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is { Calendar: not null } found
            ? TypedResults.Ok(found.View())
            : Refusal.Missing("calendar").Problem();

    static async Task<Ok<Listed<MeetingView>>> Listing(
        ReadMeetings read,
        CancellationToken stop,
        Id<Practice>? after = null,
        int? take = null,
        Id<Team>? team = null
    ) => TypedResults.Ok(await read.After(after, Part.Size(take), team, stop));

    async Task<Listed<MeetingView>> After(Id<Practice>? after, int size, Id<Team>? team, CancellationToken stop)
    {
        var wanted = db.Practices.AsNoTracking().Where(p => db.Meetings.Any(m => m.PracticeId == p.Id));
        if (team is { } of)
            wanted = wanted.Where(p => p.TeamId == of);
        if (after is { } id)
            wanted = wanted.Where(p => p.Id > id);
        var some = await wanted.OrderBy(p => p.Id).Take(size + 1).Select(p => p.Id).ToListAsync(stop);
        var rows = (await Rows(db.Practices.AsNoTracking().Where(p => some.Contains(p.Id)), stop)).ToDictionary(r =>
            r.Meeting.PracticeId
        );
        return Listed<MeetingView>.Of([.. some.Select(p => MeetingView.Of(rows[p]))], size, m => m.Id.ToString());
    }

    static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Single(
        Id<Practice> id,
        ReadMeetings read,
        CancellationToken stop
    ) => read.Series(id, stop).OkOrMissing("meeting");
}
