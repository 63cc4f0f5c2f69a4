using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class ReadCalendarTests
{
    /// <summary>A Wednesday; the window is 4 December 2034 to 1 April 2035.</summary>
    static readonly DateOnly Today = new(2035, 3, 7);
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    static CalendarReading Read(params string[] files)
    {
        var read = new ReadCalendar(Berlin, Today);
        foreach (var file in files)
            Assert.Equal("", read.Add("team.ics", new StringReader(file))?.Because ?? "");
        Assert.False(read.Read().Refused(out var refusal, out var reading), refusal?.Because);
        return reading!;
    }

    static string Because(string file)
    {
        var read = new ReadCalendar(Berlin, Today);
        return read.Add("team.ics", new StringReader(file))?.Because
            ?? (read.Read().Refused(out var refusal, out _) ? refusal.Because : "");
    }

    static MeetingSeries One(params string[] files) => Assert.Single(Read(files).Meetings);

    [Fact]
    public void A_weekly_meeting_without_an_end_is_read_within_the_window_alone()
    {
        var meeting = One(Calendars.Google(Calendars.Weekly("a", "Round of the counter\\, all", Calendars.Harbor)));
        Assert.Equal("Round of the counter, all", meeting.Title);
        Assert.True(meeting.IsStanding);
        // Thirteen weeks back, this one, and three whole ones ahead.
        Assert.Equal(17, meeting.Held.Count);
        Assert.Equal(new DateOnly(2034, 12, 4), meeting.Held[0].On);
        Assert.Equal(new DateOnly(2035, 3, 26), meeting.Held[^1].On);
        Assert.All(meeting.Held, h => Assert.Equal((1.0, 6), (h.Hours, h.People)));
    }

    [Fact]
    public void Exceptions_added_days_and_changed_instances_count_as_they_are_held()
    {
        var meeting = One(
            Calendars.Google(
                Calendars.Weekly(
                    "a",
                    "Round",
                    Calendars.Harbor,
                    "EXDATE;TZID=Europe/Berlin:20350101T090000,20350108T090000",
                    "RDATE;TZID=Europe/Berlin:20350103T090000"
                ),
                // Moved to Tuesday, twice as long, and two of six invited.
                Calendars.Event(
                    "a",
                    "Round",
                    ";TZID=Europe/Berlin:20350116T090000",
                    ";TZID=Europe/Berlin:20350116T110000",
                    Calendars.Harbor[..2],
                    "RECURRENCE-ID;TZID=Europe/Berlin:20350115T090000"
                ),
                Calendars.Event(
                    "a",
                    "Round",
                    ";TZID=Europe/Berlin:20350122T090000",
                    ";TZID=Europe/Berlin:20350122T100000",
                    Calendars.Harbor,
                    "RECURRENCE-ID;TZID=Europe/Berlin:20350122T090000",
                    "STATUS:CANCELLED"
                )
            )
        );
        var january = meeting.Held.Where(h => h.On.Month == 1).Select(h => (h.On.Day, h.Hours, h.People));
        Assert.Equal([(3, 1.0, 6), (16, 2.0, 2), (29, 1.0, 6)], january);
    }

    [Fact]
    public void Zones_of_every_kind_of_name_give_the_day_and_the_hours_of_the_workspace()
    {
        // The same Monday at nine in Berlin, in winter and after the clocks went forward.
        foreach (var zone in new[] { "Europe/Berlin", "W. Europe Standard Time", "Customized Time Zone" })
        {
            var meeting = One(
                Calendars.Outlook(
                    Calendars.Event(
                        "z",
                        "Round",
                        $";TZID=\"{zone}\":20350101T003000",
                        $";TZID=\"{zone}\":20350101T013000",
                        Calendars.Harbor,
                        "RRULE:FREQ=WEEKLY;UNTIL=20350401T000000Z"
                    )
                )
            );
            Assert.All(meeting.Held, h => Assert.Equal(DayOfWeek.Monday, h.On.DayOfWeek));
            Assert.Equal(13, meeting.Held.Count);
        }
        // Sunday evening in New York is Monday in Berlin; times of no zone are those of the workspace.
        var far = One(
            Calendars.Apple(
                Calendars.Event(
                    "n",
                    "Far",
                    ";TZID=America/New_York:20350304T200000",
                    ";TZID=America/New_York:20350304T210000",
                    Calendars.Harbor
                )
            )
        );
        Assert.Equal(new DateOnly(2035, 3, 5), Assert.Single(far.Held).On);
        var floating = One(
            Calendars.Apple(Calendars.Event("f", "Floats", ":20350304T233000", ":20350305T003000", Calendars.Harbor))
        );
        Assert.Equal((new DateOnly(2035, 3, 4), 1.0), (Assert.Single(floating.Held).On, floating.Held[0].Hours));
    }

    [Fact]
    public void What_is_no_meeting_is_left_out_and_said()
    {
        var reading = Read(
            Calendars.Google(
                Calendars.Event("day", "Holiday", ";VALUE=DATE:20350305", ";VALUE=DATE:20350306", Calendars.Harbor),
                Calendars.Event("own", "Focus", ":20350305T080000Z", ":20350305T100000Z", []),
                Calendars.Event(
                    "off",
                    "Off",
                    ":20350305T080000Z",
                    ":20350305T090000Z",
                    Calendars.Harbor,
                    "STATUS:CANCELLED"
                ),
                Calendars.Event("long", "Fair", ":20350305T050000Z", ":20350305T190000Z", Calendars.Harbor),
                Calendars.Event(
                    "often",
                    "Tick",
                    ":20350305T050000Z",
                    ":20350305T050100Z",
                    Calendars.Harbor,
                    "RRULE:FREQ=SECONDLY"
                ),
                Calendars.Event(
                    "room",
                    "Room",
                    ":20350305T050000Z",
                    ":20350305T060000Z",
                    ["maya"],
                    "ATTENDEE;CUTYPE=ROOM:mailto:room@harbor.example"
                ),
                Calendars.Event("past", "Past", ":20330305T050000Z", ":20330305T060000Z", Calendars.Harbor)
            )
        );
        Assert.Empty(reading.Meetings);
        Assert.Equal(new(1, 2, 1, 0, 1, 1), reading.LeftOut);
        Assert.Equal(
            "Left out: 1 lasts all day, 2 invite nobody else, 1 was cancelled, 1 is longer than 12 hours and 1 repeats within a day, or since before 1990.",
            reading.LeftOut.Says()
        );
        Assert.Equal(7, reading.Events);
    }

    [Fact]
    public void Whoever_declined_is_not_counted_and_the_organiser_is_there_once()
    {
        var meeting = One(
            Calendars.Google(
                Calendars.Event(
                    "a",
                    "Round",
                    ":20350305T080000Z",
                    ":20350305T090000Z",
                    ["maya", "jonas", "priya"],
                    "ORGANIZER;CN=Maya:MAILTO:Maya@Harbor.example",
                    "ATTENDEE;PARTSTAT=DECLINED:mailto:cleo@harbor.example",
                    "ORGANIZER;CN=Cleo:mailto:cleo@harbor.example"
                )
            )
        );
        Assert.Equal(3, Assert.Single(meeting.Held).People);
        var alone = Read(
            Calendars.Google(
                Calendars.Event(
                    "b",
                    "Two",
                    ":20350305T080000Z",
                    ":20350305T090000Z",
                    ["maya"],
                    "ATTENDEE;PARTSTAT=DECLINED:mailto:cleo@harbor.example"
                )
            )
        );
        Assert.Equal(1, alone.LeftOut.Declined);
    }

    [Fact]
    public void What_is_private_has_no_title()
    {
        foreach (var word in new[] { "PRIVATE", "CONFIDENTIAL" })
            Assert.Null(
                One(Calendars.Google(Calendars.Weekly("a", "Salaries", Calendars.Harbor, $"CLASS:{word}"))).Title
            );
    }

    [Fact]
    public void The_same_meeting_in_two_calendars_is_one()
    {
        var meeting = One(
            Calendars.Google(Calendars.Weekly("a", "Round", Calendars.Harbor[..4])),
            Calendars.Apple(Calendars.Weekly("a", "Round", Calendars.Harbor[2..]))
        );
        Assert.Equal(17, meeting.Held.Count);
        Assert.All(meeting.Held, h => Assert.Equal(6, h.People));
    }

    [Fact]
    public void Only_whole_weeks_are_weeks_and_none_before_the_calendar_begins()
    {
        var reading = Read(
            Calendars.Google(
                Calendars.Event(
                    "a",
                    "Round",
                    ";TZID=Europe/Berlin:20350213T090000",
                    ";TZID=Europe/Berlin:20350213T103000",
                    Calendars.Harbor,
                    "RRULE:FREQ=WEEKLY;INTERVAL=2"
                )
            )
        );
        Assert.Equal(
            [(new DateOnly(2035, 2, 12), 9.0), (new DateOnly(2035, 2, 19), 0.0), (new DateOnly(2035, 2, 26), 9.0)],
            reading.Weeks(Today)
        );
    }

    [Fact]
    public void Fewer_than_five_people_and_one_persons_week_are_refused()
    {
        var four = Read(Calendars.Google(Calendars.Weekly("a", "Round", Calendars.Harbor[..4])));
        Assert.StartsWith("Four people are invited", four.OfTooFew()!.Because, StringComparison.Ordinal);
        string[] ofMaya =
        [
            Calendars.Weekly("a", "With two", ["maya", "jonas", "priya"]),
            Calendars.Weekly("b", "With one", ["maya", "cleo"]),
            Calendars.Weekly("c", "With another", ["maya", "noa"]),
        ];
        var maya = Read(Calendars.Google(ofMaya));
        Assert.Equal(5, maya.People);
        Assert.StartsWith("One person is in every meeting", maya.OfTooFew()!.Because, StringComparison.Ordinal);
        var more = Read(Calendars.Google([.. ofMaya, Calendars.Weekly("d", "Without", ["jonas", "priya"])]));
        Assert.Null(more.OfTooFew());
        // Where all are in everything, it is nobody's own week.
        Assert.Null(
            Read(
                    Calendars.Google(
                        Calendars.Weekly("a", "One", Calendars.Harbor),
                        Calendars.Weekly("b", "Two", Calendars.Harbor),
                        Calendars.Weekly("c", "Three", Calendars.Harbor)
                    )
                )
                .OfTooFew()
        );
    }

    [Theory]
    [InlineData("", "“team.ics” is empty. Export the calendar again.")]
    [InlineData(
        "Name;Start\nRound;today\n",
        "“team.ics” is no calendar: line 1 does not say BEGIN:VCALENDAR. Export the calendar as ICS (iCalendar)."
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n",
        "“team.ics” ends at line 3 within the VEVENT of line 2: it was cut off. Export it again."
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n",
        "“team.ics”, line 2 begins an event that has no start (DTSTART). Export the calendar again; nothing of it was kept."
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n",
        "“team.ics”, line 2 begins an event whose start is no day: soon. Export the calendar again; nothing of it was kept."
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nEND:VEVENT\n",
        "“team.ics”, line 2 ends a VEVENT that was not begun there. Export the calendar again; nothing of it was kept."
    )]
    [InlineData(
        "BEGIN:VCALENDAR\nhello\n",
        "“team.ics”, line 2 is no property of a calendar: it has no colon. Export the calendar again; nothing of it was kept."
    )]
    public void A_broken_file_is_refused_with_what_and_where(string file, string because) =>
        Assert.Equal(because, Because(file));

    [Fact]
    public void A_zone_that_nobody_knows_and_a_rule_that_is_none_are_refused_with_their_line()
    {
        Assert.Equal(
            "“team.ics”, the event of line 7 is in the time zone “Mars/Base”, which is not known and not described in the file. Export the calendar again; nothing of it was kept.",
            Because(
                Calendars.Apple(
                    Calendars.Event(
                        "a",
                        "Far",
                        ";TZID=Mars/Base:20350305T090000",
                        ":20350305T100000Z",
                        Calendars.Harbor
                    )
                )
            )
        );
        Assert.StartsWith(
            "The event of line 7 cannot be understood",
            Because(
                Calendars.Apple(
                    Calendars.Event(
                        "a",
                        "Odd",
                        ":20350305T090000Z",
                        ":20350305T100000Z",
                        Calendars.Harbor,
                        "RRULE:FREQ=SOMETIMES"
                    )
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_too_many_megabytes_is_refused_by_its_size_alone()
    {
        Assert.Null(ReadCalendar.TooLarge(50 * 1024 * 1024));
        Assert.Equal(
            "The files have 51 MB; at most 50 MB are taken at once. Export fewer months.",
            ReadCalendar.TooLarge(51 * 1024 * 1024)!.Because
        );
    }

    [Fact]
    public void A_rule_that_never_comes_true_ends_and_is_said()
    {
        // The thirtieth of February.
        Assert.StartsWith(
            "The event of line 7 cannot be understood",
            Because(
                Calendars.Apple(
                    Calendars.Event(
                        "a",
                        "Never",
                        ":20340105T090000Z",
                        ":20340105T100000Z",
                        Calendars.Harbor,
                        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
                    )
                )
            ),
            StringComparison.Ordinal
        );
    }
}
