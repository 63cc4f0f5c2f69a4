using System.Net;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class TakeCalendarTests
{
    static Task<MetricSeries> Hours(Cast cast) =>
        cast.World.As(
            cast,
            async s =>
                (
                    await s.GetRequiredService<ReadSeries>().ComputedFrom([TeamCalendar.Source(cast.Team.Id)], default)
                ).Values.Single()
        );

    [Fact]
    public async Task The_meetings_of_a_calendar_are_practices_with_their_cost_and_its_hours_a_weekly_metric()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var receipt = await maya.BringsIn(SampleMeetings.Counter());
        Assert.Equal((4, 6, 3, 1), (receipt.Events, receipt.People, receipt.Meetings, receipt.Small));

        var meetings = await maya.Meetings();
        Assert.Equal(
            ["A meeting of 4 without a title", "Plan of the week", "Round of the counter"],
            meetings.Keys.Order()
        );
        Assert.Equal(
            (6, 60, 1, 6),
            (
                meetings["Round of the counter"].People,
                meetings["Round of the counter"].Minutes,
                meetings["Round of the counter"].TimesAWeek,
                meetings["Round of the counter"].HoursAWeek
            )
        );
        var practice = (await maya.Rows<Practice>()).Single(p => p.Name == "Round of the counter");
        Assert.Equal(PracticeKind.Meeting, practice.Kind);
        // At most six hours a week are 26 a month, and at least none.
        Assert.Equal(26, practice.StaffHours!.Value, 9);
        Assert.Equal(0, (await maya.Rows<BurdenLine>()).First(l => l.PracticeId == practice.Id).MonthLow);

        var hours = await Hours(maya);
        Assert.Equal($"Hours in meetings, {maya.Team.Name}", hours.Metric.Name);
        // The talk of two is in the hours: 6 + 3 + 2 + 4.
        Assert.All(hours.Points, p => Assert.Equal(15, p.Value));
        Assert.Equal(ReadCalendar.WeeksBack, hours.Points.Count);
        Assert.All(hours.Points, p => Assert.True(p.On.AddDays(7) <= maya.Workspace.Today(world.Clock)));
    }

    [Fact]
    public async Task Brought_in_again_nothing_is_doubled_and_what_changed_supersedes()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.BringsIn(SampleMeetings.Counter());
        var before = (await maya.Rows<Measurement>()).Count;
        await maya.BringsIn(SampleMeetings.Counter());
        Assert.Equal(before, (await maya.Rows<Measurement>()).Count);
        Assert.Equal(3, (await maya.Rows<Meeting>()).Count);

        await maya.BringsIn(Calendars.Google(Calendars.Weekly("round", "Renamed", Calendars.Harbor)));
        Assert.All((await Hours(maya)).Points, p => Assert.Equal(6, p.Value));
        var meetings = await maya.Meetings();
        Assert.Equal(3, meetings.Count);
        // What the newest calendar does not hold takes no time.
        Assert.Equal(0, meetings["Plan of the week"].HoursAWeek);
    }

    [Fact]
    public async Task No_name_and_no_address_of_anybody_is_kept_anywhere()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.BringsIn(
            SampleMeetings.Counter(Calendars.Weekly("mail", "With noa@harbor.example", Calendars.Harbor))
        );
        var rows = System.Text.Json.JsonSerializer.Serialize(
            new object[]
            {
                await maya.Rows<Meeting>(),
                await maya.Rows<MeetingMove>(),
                await maya.Rows<TeamCalendar>(),
                (await maya.Rows<Practice>()).ConvertAll(p => p.Name),
                (await maya.Rows<Heed.Journal.Entry>()).ConvertAll(e => e.Sentence),
                (await maya.Rows<Measurement>()).ConvertAll(m => m.Note),
            }
        );
        foreach (var secret in new[] { "harbor.example", "priya", "Salaries", "Maya and Jonas", "\"round\"" })
            Assert.DoesNotContain(secret, rows, StringComparison.OrdinalIgnoreCase);
        await maya.BringsIn(SampleMeetings.Counter(), leaveTitlesOut: true);
    }

    [Fact]
    public async Task Titles_are_left_out_where_one_likes()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.BringsIn(SampleMeetings.Counter(), leaveTitlesOut: true);
        Assert.All(
            await maya.Rows<Practice>(),
            p => Assert.EndsWith("without a title", p.Name, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Fewer_than_five_and_other_teams_are_refused_and_nothing_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var few = Calendars.Google(Calendars.Weekly("a", "Round", Calendars.Harbor[..4]));
        var said = await maya.World.As(maya, s => s.GetRequiredService<TakeCalendar>().Brought(maya, few));
        Assert.True(said.Refused(out var refusal));
        Assert.StartsWith("Four people are invited", refusal.Because, StringComparison.Ordinal);
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        said = await world.As(cleo, s => s.GetRequiredService<TakeCalendar>().Brought(maya, SampleMeetings.Counter()));
        Assert.True(said.Refused(out refusal));
        Assert.Equal(403, refusal.Status);
        Assert.Empty(await maya.Rows<Meeting>());
        Assert.Empty(await maya.Rows<TeamCalendar>());
        Assert.Empty(await maya.Rows<Metric>());
    }

    [Fact]
    public async Task A_page_shows_what_a_file_says_before_it_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var at = $"/waste/meetings/{maya.Team.Id}/calendar";
        Assert.Contains(
            "No calendar was brought in",
            await browser.GetStringAsync("/waste/meetings"),
            StringComparison.Ordinal
        );
        var token = (await browser.Page(at))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("calendar"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(SampleMeetings.Counter()), "Asked.Files", "counter.ics" },
        };
        using var shown = await browser.PostAsync(at, form);
        var page = await shown.Html();
        Assert.Contains("3 meetings that come again, of 6 people", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await maya.Rows<Meeting>());
        var seen = page.QuerySelector("input[name='Asked.Seen']")!.GetAttribute("value")!;
        using var again = new MultipartFormDataContent
        {
            { new StringContent("calendar"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(seen), "Asked.Seen" },
        };
        using var taken = await browser.PostAsync(at, again);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(3, (await maya.Rows<Meeting>()).Count);
        var team = await browser.GetStringAsync($"/waste/meetings/{maya.Team.Id}");
        Assert.Contains("by invite: at most", team, StringComparison.Ordinal);
        Assert.Contains("Round of the counter", team, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_puts_a_calendar_and_a_dry_run_keeps_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var api = maya.Api();
        async Task<HttpStatusCode> Put(string query)
        {
            using var body = new StringContent(SampleMeetings.Counter(), System.Text.Encoding.UTF8, "text/calendar");
            return (await api.PutAsync($"/api/v1/meetings/{maya.Team.Id}/calendar{query}", body)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await Put("?dryRun=true"));
        Assert.Empty(await maya.Rows<Meeting>());
        Assert.Equal(HttpStatusCode.OK, await Put(""));
        Assert.Equal(3, (await maya.Rows<Meeting>()).Count);
    }
}
