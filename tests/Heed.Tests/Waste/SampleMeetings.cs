using System.Net.Http.Headers;
using System.Text;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Harbor Coffee's calendar: what the tests of this folder say in one line.</summary>
static class SampleMeetings
{
    /// <summary>The clock of a world stands in January 2035 or later; a calendar without an end fits any of its days.</summary>
    public static string Counter(params string[] more) =>
        Calendars.Google([
            Calendars.Weekly("round", "Round of the counter", Calendars.Harbor),
            Calendars.Weekly("plan", "Plan of the week", Calendars.Harbor[..3]),
            Calendars.Weekly("talk", "Maya and Jonas", Calendars.Harbor[..2]),
            Calendars.Weekly("secret", "Salaries", Calendars.Harbor[2..], "CLASS:PRIVATE"),
            .. more,
        ]);

    public static Task<CalendarReceipt> BringsIn(this Cast cast, string calendar, bool leaveTitlesOut = false) =>
        cast.Do<TakeCalendar, CalendarReceipt>(take => take.Brought(cast, calendar, leaveTitlesOut));

    public static async Task<Outcome<CalendarReceipt>> Brought(
        this TakeCalendar take,
        Cast cast,
        string calendar,
        bool leaveTitlesOut = false
    )
    {
        var bytes = Encoding.UTF8.GetBytes(calendar);
        var looked = await take.Look(
            cast.Team.Id,
            [("counter.ics", () => new MemoryStream(bytes), bytes.Length)],
            leaveTitlesOut,
            default
        );
        return looked.Refused(out var refusal, out var seen) ? refusal : await take.Run(cast.Team.Id, seen, default);
    }

    public static Task<List<T>> Rows<T>(this Cast cast)
        where T : class =>
        cast.World.As(cast, s => s.GetRequiredService<HeedDb>().Set<T>().AsNoTracking().ToListAsync());

    internal static async Task<Dictionary<string, Meeting>> Meetings(this Cast cast) =>
        (await cast.World.As(cast, s => s.GetRequiredService<ReadMeetings>().Rows(cast.Team.Id, default))).ToDictionary(
            r => r.Name,
            r => r.Meeting
        );

    public static ReAddRequest Back(Id<Heed.Customers.CustomerGroup> group) =>
        new()
        {
            Change = MeetingChange.Shorter,
            Purpose = "Who opens when",
            Decision = "The plan of the week",
            CustomerGroup = group,
        };

    /// <summary>For addresses that name one.</summary>
    public static async Task<string> OneCalendar(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        if (!await db.TeamCalendars.AnyAsync(c => c.TeamId == who.Team.Id))
        {
            db.Add(
                new TeamCalendar
                {
                    TeamId = who.Team.Id,
                    People = 6,
                    Seldom = 0,
                    Small = 0,
                    At = DateTimeOffset.UnixEpoch,
                    By = who.Member.Id,
                }
            );
            await db.SaveChangesAsync();
        }
        return who.Team.Id.ToString();
    }

    public static async Task<string> OneSeries(IServiceProvider services, Cast who)
    {
        var practice = new Practice
        {
            TeamId = who.Team.Id,
            Kind = PracticeKind.Meeting,
            Name = $"Sample meeting {Id<Practice>.Random()}",
            Reason = "To be walked",
            StateSince = DateTimeOffset.UnixEpoch,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var meeting = new Meeting
        {
            PracticeId = practice.Id,
            SeriesKey = $"{practice.Id}",
            StateSince = DateTimeOffset.UnixEpoch,
        };
        meeting.Holds(6, 60, 1);
        var db = services.GetRequiredService<HeedDb>();
        db.AddRange(practice, meeting);
        await db.SaveChangesAsync();
        return practice.Id.ToString();
    }

    public static async Task<string> OneReset(IServiceProvider services, Cast who)
    {
        var reset = new Reset
        {
            TeamId = who.Team.Id,
            Reason = "To be walked",
            BegunAt = DateTimeOffset.UnixEpoch,
            BegunBy = who.Member.Id,
            ClearUntil = DateTimeOffset.UnixEpoch.AddDays(2),
        };
        var db = services.GetRequiredService<HeedDb>();
        db.Add(reset);
        await db.SaveChangesAsync();
        return reset.Id.ToString();
    }
}
