using System.Text;
using Heed.People;
using Heed.Storage;
using Heed.Waste;

namespace Heed.Demo;

/// <summary>The calendar of the counter: cleared once, and grown back since.</summary>
sealed partial class SampleYear
{
    const int CalendarEvery = 13;
    static readonly string[] Spoken = ["Complaints", "New beans", "A broken mill", "The rota", "A supplier"];

    sealed record Meets(string Title, int People, int Minutes, int From, int Until, params DayOfWeek[] On);

    static readonly DayOfWeek[] Workdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    static readonly Meets[] Week =
    [
        new("Round of the counter", 8, 30, 0, Stories.MeetingsCleared, Workdays),
        new(
            "Round of the counter",
            8,
            15,
            Stories.MeetingsCleared + 1,
            Stories.Weeks,
            DayOfWeek.Monday,
            DayOfWeek.Thursday
        ),
        new("Numbers of last week", 9, 90, 0, Stories.MeetingsCleared, DayOfWeek.Tuesday),
        new("Plan of the week", 7, 60, 0, Stories.Weeks, DayOfWeek.Monday),
        new("What could be better", 9, 60, 0, Stories.MeetingsCleared, DayOfWeek.Friday),
        new("Before the round", 6, 45, Stories.MeetingsGrowBack, Stories.Weeks, DayOfWeek.Monday, DayOfWeek.Thursday),
        new(
            "Numbers, in short",
            8,
            60,
            Stories.MeetingsGrowBack + 1,
            Stories.Weeks,
            DayOfWeek.Tuesday,
            DayOfWeek.Friday
        ),
        new(
            "After the round",
            6,
            45,
            Stories.MeetingsGrowBack + 2,
            Stories.Weeks,
            DayOfWeek.Monday,
            DayOfWeek.Thursday
        ),
    ];

    /// <summary>After the week of this number.</summary>
    async Task MeetIn(int week, CancellationToken stop)
    {
        if (week > 0 && week % CalendarEvery == 0)
            await BringCalendar(week - CalendarEvery, week, stop);
        if (week == Stories.MeetingsCleared)
        {
            await Rate("Numbers of last week", 1, 3, stop);
            await Rate("Round of the counter", 2, 3, stop);
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<BeginReset>()
                            .Run(_cast.Counter, new() { Reason = "We talk more than we serve." }, stop)
                    )
            );
        }
        if (week == Stories.MeetingsCleared + 1)
            await EndTheReset(stop);
    }

    async Task EndTheReset(CancellationToken stop)
    {
        await Back("Round of the counter", MeetingChange.Shorter, "Who stands where today", "Who opens", stop);
        await Back("Plan of the week", MeetingChange.FewerPeople, "What the week needs", "The rota", stop);
        await As(
            _cast.Maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var reset = await db.Resets.SingleAsync(r => r.TeamId == _cast.Counter, stop);
                return await Done(s.GetRequiredService<EndReset>().Run(reset.Id, stop));
            }
        );
    }

    Task BringCalendar(int from, int until, CancellationToken stop) =>
        As(
            _cast.Maya,
            async s =>
            {
                using var calendar = new MemoryStream(Encoding.UTF8.GetBytes(Calendar(from, until)));
                return await Done(
                    s.GetRequiredService<TakeCalendar>().Run(_cast.Counter, calendar, false, false, stop)
                );
            }
        );

    /// <summary>As a calendar would export it, with one or two talks a week that come once.</summary>
    string Calendar(int from, int until)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Harbor Coffee//Counter//EN\r\n");
        foreach (var meets in Week)
        {
            var (first, last) = (Math.Max(from, meets.From), Math.Min(until, meets.Until));
            if (first >= last)
                continue;
            // What still stands has no end.
            var end =
                meets.Until >= Stories.Weeks || meets.Until > until ? "" : $";UNTIL={Monday(last):yyyyMMdd}T000000Z";
            var days = string.Join(',', meets.On.Select(d => d.ToString()[..2].ToUpperInvariant()));
            Add(
                text,
                meets.Title,
                meets.Title,
                Monday(first).AddDays((int)meets.On[0] - 1),
                meets.Minutes,
                meets.People,
                $"RRULE:FREQ=WEEKLY;BYDAY={days}{end}\r\n"
            );
        }
        var chance = new Random(Stories.MeetingsCleared);
        for (var week = 0; week < until; week++)
        {
            var many = chance.Next(1, 3);
            for (var i = 0; i < many; i++)
            {
                var (people, about, day) = (chance.Next(3, 6), chance.Next(Spoken.Length), chance.Next(5));
                if (week >= from)
                    Add(text, $"once-{week}-{i}", Spoken[about], Monday(week).AddDays(day), 30, people, "");
            }
        }
        return text.Append("END:VCALENDAR\r\n").ToString();
    }

    static void Add(StringBuilder text, string uid, string title, DateOnly on, int minutes, int people, string rule)
    {
        text.Append($"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART:{on:yyyyMMdd}T080000Z\r\n");
        text.Append($"DURATION:PT{minutes}M\r\n{rule}");
        for (var i = 0; i < people; i++)
            text.Append($"ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest{i}@harbor.example\r\n");
        text.Append("END:VEVENT\r\n");
    }

    async Task<List<Id<Practice>>> Meetings(string name, CancellationToken stop) =>
        await As(
            _cast.Maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                return await db
                    .Practices.Where(p => p.Name == name && db.Meetings.Any(m => m.PracticeId == p.Id))
                    .OrderBy(p => p.Id)
                    .Select(p => p.Id)
                    .ToListAsync(stop);
            }
        );

    async Task Rate(string name, int impact, int effort, CancellationToken stop)
    {
        foreach (var id in await Meetings(name, stop))
            await As(
                _cast.Maya,
                s => Done(s.GetRequiredService<RateMeeting>().Run(id, new() { Impact = impact, Effort = effort }, stop))
            );
    }

    async Task Back(string name, MeetingChange change, string purpose, string decision, CancellationToken stop)
    {
        var id = (await Meetings(name, stop))[0];
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<ReAddMeeting>()
                        .Run(
                            id,
                            new()
                            {
                                Change = change,
                                Purpose = purpose,
                                Decision = decision,
                                CustomerGroup = _customers.Values.First(),
                            },
                            stop
                        )
                )
        );
    }
}
