namespace Heed.Tests.Waste;

/// <summary>Calendars of own making, as the programs write them: headers, folded lines, both ends of a line.</summary>
static class Calendars
{
    public static readonly string[] Harbor = ["maya", "jonas", "priya", "cleo", "noa", "sam"];

    public static string Google(params string[] events) =>
        Crlf(
            "BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\nCALSCALE:GREGORIAN\nMETHOD:PUBLISH\n"
                + "X-WR-CALNAME:Harbor Counter\nX-WR-TIMEZONE:Europe/Berlin\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nX-LIC-LOCATION:Europe/Berlin\n"
                + "BEGIN:DAYLIGHT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n"
                + "BEGIN:STANDARD\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
                + string.Concat(events)
                + "END:VCALENDAR\n"
        );

    public static string Outlook(params string[] events) =>
        Crlf(
            "BEGIN:VCALENDAR\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\nVERSION:2.0\nMETHOD:PUBLISH\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE\n"
                + "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16011028T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"
                + "BEGIN:DAYLIGHT\nDTSTART:16010325T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
                + string.Concat(events)
                + "END:VCALENDAR\n"
        );

    /// <summary>Apple ends its lines as Unix does.</summary>
    public static string Apple(params string[] events) =>
        "BEGIN:VCALENDAR\nCALSCALE:GREGORIAN\nVERSION:2.0\nX-WR-CALNAME:Counter\nMETHOD:PUBLISH\nPRODID:-//Apple Inc.//macOS 15.5//EN\n"
        + string.Concat(events)
        + "END:VCALENDAR\n";

    public static string Event(
        string uid,
        string title,
        string start,
        string end,
        IEnumerable<string> people,
        params string[] more
    ) =>
        $"BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20350301T000000Z\nSUMMARY:{title}\nDTSTART{start}\nDTEND{end}\n"
        + "DESCRIPTION:A long text that nobody\n  needs\\, with a fold\n  and another.\n"
        + string.Concat(
            people.Select(p =>
                $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"{p}: of Harbor\"\n ;X-NUM-GUESTS=0:mailto:{p}@harbor.example\n"
            )
        )
        + string.Concat(more.Select(m => m + "\n"))
        + "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P0DT0H10M0S\nEND:VALARM\nEND:VEVENT\n";

    /// <summary>Each Monday at nine for an hour, since long ago.</summary>
    public static string Weekly(string uid, string title, IEnumerable<string> people, params string[] more) =>
        Event(
            uid,
            title,
            ";TZID=Europe/Berlin:20341002T090000",
            ";TZID=Europe/Berlin:20341002T100000",
            people,
            ["RRULE:FREQ=WEEKLY;BYDAY=MO", .. more]
        );

    static string Crlf(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
}
