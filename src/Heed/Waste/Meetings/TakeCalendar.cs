using System.Security.Cryptography;
using System.Text;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Cadence = Heed.Analytics.Evidence.Cadence;

namespace Heed.Waste;

/// <summary>
/// Takes the calendars of a team in: its meetings become practices, its hours a weekly metric. Of five people or more, never of
/// one; who they are is kept nowhere.
/// </summary>
public sealed class TakeCalendar(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    DefineMetric define,
    RecordMeasurements record,
    JournalWriter journal,
    TimeProvider clock
)
{
    /// <summary>Reads and tells; keeps nothing.</summary>
    internal async Task<Outcome<SeenCalendar>> Look(
        Id<Team> id,
        IReadOnlyList<(string Name, Func<Stream> Open, long Bytes)> files,
        bool leaveTitlesOut,
        CancellationToken stop
    )
    {
        if ((await Mine(id, stop)).Refused(out var refusal))
            return refusal;
        if (files.Count == 0)
            return new Refusal("Choose a file first: the calendar of the team, or those of its people.").At("Files");
        if (ReadCalendar.TooLarge(files.Sum(f => f.Bytes)) is { } tooLarge)
            return tooLarge;
        var today = here.Today(clock);
        var read = new ReadCalendar(here.Zone, today);
        foreach (var (name, open, _) in files)
        {
            using var text = new StreamReader(open(), Encoding.UTF8);
            if (read.Add(name, text) is { } broken)
                return broken;
            stop.ThrowIfCancellationRequested();
        }
        if (read.Read().Refused(out refusal, out var reading))
            return refusal;
        if (reading.OfTooFew() is { } few)
            return few;
        return SeenCalendar.Of(reading, today, leaveTitlesOut);
    }

    internal async Task<Outcome<CalendarReceipt>> Run(Id<Team> id, SeenCalendar seen, CancellationToken stop)
    {
        if ((await Mine(id, stop)).Refused(out var refusal, out var team))
            return refusal;
        if (seen.People < ReadCalendar.FewestPeople)
            return new Refusal("Hours are shown of five people or more.");
        refusal = await Measure(team, seen, stop);
        if (refusal is not null)
            return refusal;
        await Keep(team, seen, stop);
        var now = clock.GetUtcNow();
        if (await db.TeamCalendars.SingleOrDefaultAsync(c => c.TeamId == id, stop) is not { } calendar)
            db.TeamCalendars.Add(
                calendar = new TeamCalendar
                {
                    TeamId = id,
                    People = 0,
                    Seldom = 0,
                    Small = 0,
                    At = now,
                    By = me.Id,
                }
            );
        (calendar.People, calendar.Seldom, calendar.Small) = (seen.People, seen.Seldom, seen.Small);
        (calendar.LeftOut, calendar.At, calendar.By) = (seen.LeftOut, now, me.Id);
        journal.Write(
            "calendar",
            team.Id,
            $"{me.Name} brought in the calendars of {team.Name}: {Format.Count(seen.Series.Count, "meeting")} of {Format.Count(seen.People, "person", "people")} in {Format.Count(seen.Weeks.Count, "week")}."
        );
        await db.SaveChangesAsync(stop);
        return CalendarReceipt.Of(seen);
    }

    async Task<Outcome<Team>> Mine(Id<Team> id, CancellationToken stop)
    {
        if (await teams.Find(id, stop) is not { } team)
            return Refusal.Missing("team");
        return me.MayWriteFor(id) ? team : TeamPermission.Refuse(team.Name);
    }

    /// <summary>Whole weeks alone; a later upload corrects what an earlier one said of a week.</summary>
    async Task<Refusal?> Measure(Team team, SeenCalendar seen, CancellationToken stop)
    {
        if (seen.Weeks.Count == 0)
            return null;
        if (
            (await define.Apply(TeamCalendar.Source(team.Id), Describe(team), stop)).Refused(
                out var refusal,
                out var metric
            )
        )
            return refusal;
        var points = seen.Weeks.Select(w => new MeasurementRequest { On = w.Monday, Value = w.Hours }).ToList();
        if ((await record.Plan(metric.Id, points, MeasurementSource.Calendar, stop)).Refused(out refusal, out var plan))
            return refusal;
        record.Apply(plan);
        return null;
    }

    internal static MetricRequest Describe(Team team) =>
        new()
        {
            Name = $"Hours in meetings, {team.Name}",
            Unit = "hours",
            Wanted = Wanted.Down,
            LowerBound = 0,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            Population = $"who is invited in the calendars of {team.Name}, five people or more",
            Formula = "People invited × hours, summed over a week; by invite: at most",
            Source = $"the calendars of {team.Name}",
            OwnerTeamId = team.Id,
        };

    async Task Keep(Team team, SeenCalendar seen, CancellationToken stop)
    {
        var key = await Key(stop);
        var keyed = seen.Series.DistinctBy(s => s.Uid).ToDictionary(s => SealedCalendar.KeyOf(s.Uid, key));
        var keys = keyed.Keys.ToList();
        var there = await db.Meetings.Where(m => keys.Contains(m.SeriesKey)).ToDictionaryAsync(m => m.SeriesKey, stop);
        var practices = await Practices(team, there.Values, stop);
        foreach (var (seriesKey, series) in keyed)
        {
            if (!there.TryGetValue(seriesKey, out var meeting))
                meeting = Begin(team, seriesKey, series, practices);
            meeting.Holds(series.People, series.Minutes, series.TimesAWeek);
            if (practices.TryGetValue(meeting.PracticeId, out var practice))
                Costs(practice, meeting);
            if (meeting.IsGone && series.IsLately)
                Add(meeting.Move(MeetingAct.Return, "It stands in the calendar again.", me.Id, clock.GetUtcNow()));
        }
        // What the newest calendar of this team does not hold takes nobody's time any more.
        var left = practices.Keys.ToList();
        foreach (var meeting in await db.Meetings.Where(m => left.Contains(m.PracticeId)).ToListAsync(stop))
            if (!keyed.ContainsKey(meeting.SeriesKey))
            {
                meeting.Holds(meeting.People, meeting.Minutes, 0);
                Costs(practices[meeting.PracticeId], meeting);
            }
    }

    void Add(Outcome<MeetingMove> outcome)
    {
        if (!outcome.Refused(out _, out var move))
            db.MeetingMoves.Add(move);
    }

    async Task<byte[]> Key(CancellationToken stop)
    {
        if (await db.CalendarKeys.SingleOrDefaultAsync(stop) is { } kept)
            return kept.Key;
        var made = new CalendarKey { WorkspaceId = here.Id, Key = RandomNumberGenerator.GetBytes(32) };
        db.CalendarKeys.Add(made);
        return made.Key;
    }

    async Task<Dictionary<Id<Practice>, Practice>> Practices(
        Team team,
        IEnumerable<Meeting> met,
        CancellationToken stop
    )
    {
        var ids = met.Select(m => m.PracticeId).ToList();
        return await db
            .Practices.Include(p => p.Burden)
            .Where(p => ids.Contains(p.Id) || (p.TeamId == team.Id && db.Meetings.Any(m => m.PracticeId == p.Id)))
            .ToDictionaryAsync(p => p.Id, stop);
    }

    Meeting Begin(Team team, string seriesKey, SeenSeries series, Dictionary<Id<Practice>, Practice> practices)
    {
        var now = clock.GetUtcNow();
        var practice = new Practice
        {
            TeamId = team.Id,
            Kind = PracticeKind.Meeting,
            Name = series.Title ?? $"A meeting of {Format.Number(series.People, 0)} without a title",
            Reason = "It stands in the calendar.",
            StateSince = now,
            CreatedAt = now,
            CreatedBy = me.Id,
        };
        practices[practice.Id] = practice;
        var meeting = new Meeting
        {
            PracticeId = practice.Id,
            SeriesKey = seriesKey,
            StateSince = now,
        };
        db.AddRange(practice, meeting);
        return meeting;
    }

    /// <summary>The invite says the most; at least is nothing. What was measured by a person stays as it is.</summary>
    void Costs(Practice practice, Meeting meeting)
    {
        var before = practice.Burden.Find(l => l.Ledger == Ledger.StaffHours);
        if (before is { Evidence: EvidenceClass.Measured })
            return;
        var asked = new BurdenRequest
        {
            Ledger = Ledger.StaffHours,
            People = meeting.People,
            Times = meeting.TimesAWeek,
            Often = Often.Week,
            Low = 0,
            Likely = meeting.Minutes,
            High = meeting.Minutes,
            Evidence = EvidenceClass.Sampled,
        };
        if (BurdenLine.Of(practice.Id, asked).Refused(out _, out var line))
            return;
        SayBurden.Write(db, practice, line);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/meetings/{id}/calendar", Put)
            .WithName("PutCalendar")
            .WithSummary("Takes in the ICS calendar of a team of five or more; dryRun only tells what it says.")
            .Accepts<Stream>("text/calendar")
            .WithMetadata(new RequestSizeLimitAttribute(ReadCalendar.LargestFiles));

    static Task<Results<Ok<CalendarReceipt>, ProblemHttpResult>> Put(
        Id<Team> id,
        Stream body,
        TakeCalendar take,
        CancellationToken stop,
        bool leaveTitlesOut = false,
        bool dryRun = false
    ) => take.Run(id, body, leaveTitlesOut, dryRun, stop).Ok();

    /// <summary>One file in one step, as a program sends it.</summary>
    public async Task<Outcome<CalendarReceipt>> Run(
        Id<Team> id,
        Stream body,
        bool leaveTitlesOut,
        bool dryRun,
        CancellationToken stop
    )
    {
        if ((await Mine(id, stop)).Refused(out var refusal))
            return refusal;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        bytes.Position = 0;
        if (
            (await Look(id, [("calendar.ics", () => bytes, bytes.Length)], leaveTitlesOut, stop)).Refused(
                out refusal,
                out var seen
            )
        )
            return refusal;
        return dryRun ? CalendarReceipt.Of(seen) : await Run(id, seen, stop);
    }
}
