namespace Heed.Waste;

/// <summary>
/// The lines of one ICS file, read from the top and never whole in memory: folded lines are joined, and of an event only
/// what its cost needs is kept. What is broken is told with its line.
/// </summary>
sealed class CalendarFile
{
    internal const int MostEvents = 100_000;
    internal const int MostInvited = 1_000;
    const int LongestLine = 64 * 1024;

    static readonly HashSet<string> Kept =
    [
        "UID",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "STATUS",
        "CLASS",
        "ORGANIZER",
        "ATTENDEE",
    ];

    readonly string _name;
    readonly TextReader _text;
    readonly Func<CalendarEntry, bool> _wanted;
    readonly Stack<(string Name, int Line)> _open = new();
    readonly List<CalendarEntry> _entries = [];
    readonly Dictionary<string, CalendarZone> _zones = new(StringComparer.OrdinalIgnoreCase);
    readonly List<CalendarLine> _lines = [];
    CalendarZone? _zone;
    string? _ahead;
    int _read;
    int _events;

    CalendarFile(string name, TextReader text, Func<CalendarEntry, bool> wanted) =>
        (_name, _text, _wanted) = (Format.Shortened(name), text, wanted);

    public sealed record Read(
        IReadOnlyList<CalendarEntry> Entries,
        IReadOnlyDictionary<string, CalendarZone> Zones,
        int Events
    );

    /// <param name="wanted">Whether an event can matter; the others are counted and let go.</param>
    public static Outcome<Read> Of(string name, TextReader text, Func<CalendarEntry, bool> wanted)
    {
        var file = new CalendarFile(name, text, wanted);
        return file.All() is { } refusal ? refusal : new Read(file._entries, file._zones, file._events);
    }

    Refusal? All()
    {
        var begun = false;
        while (Next(out var line, out var at) is var more && more != More.End)
        {
            if (more == More.TooLong)
                return Broken(at, "is longer than any calendar writes");
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (!begun && !line.Trim().Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
                return new Refusal(
                    $"“{_name}” is no calendar: line {at} does not say BEGIN:VCALENDAR. Export the calendar as ICS (iCalendar)."
                );
            begun = true;
            if (Take(line, at) is { } refusal)
                return refusal;
        }
        if (!begun)
            return new Refusal($"“{_name}” is empty. Export the calendar again.");
        return _open.Count == 0
            ? null
            : new Refusal(
                $"“{_name}” ends at line {_read} within the {_open.Peek().Name} of line {_open.Peek().Line}: it was cut off. Export it again."
            );
    }

    Refusal? Take(string line, int at)
    {
        if (CalendarLine.Of(line) is not { } property)
            return Broken(at, "is no property of a calendar: it has no colon");
        switch (property.Name)
        {
            case "BEGIN":
                _open.Push((property.Value.ToUpperInvariant(), at));
                Begin(property.Value.ToUpperInvariant());
                return null;
            case "END":
                if (_open.Count == 0 || !_open.Peek().Name.Equals(property.Value, StringComparison.OrdinalIgnoreCase))
                    return Broken(at, $"ends a {Format.Shortened(property.Value, 20)} that was not begun there");
                var (name, begun) = _open.Pop();
                return End(name, begun);
            default:
                return Put(property, at);
        }
    }

    void Begin(string name)
    {
        if (name == "VEVENT")
            _lines.Clear();
        else if (name == "VTIMEZONE")
            _zone = new("");
    }

    Refusal? End(string name, int begun)
    {
        if (name == "VTIMEZONE" && _zone is { Id.Length: > 0 } zone)
            _zones[zone.Id] = zone;
        if (name != "VEVENT")
            return null;
        if (++_events > MostEvents)
            return new Refusal(
                $"“{_name}” has more than {Format.Count(MostEvents)} events. Export fewer months of it."
            );
        var entry = new CalendarEntry(begun, [.. _lines]);
        if (entry.Start is not { } start)
            return Broken(begun, "begins an event that has no start (DTSTART)");
        if (start.Day is null)
            return Broken(begun, $"begins an event whose start is no day: {Format.Shortened(start.Value, 20)}");
        if (_wanted(entry))
            _entries.Add(entry);
        return null;
    }

    Refusal? Put(CalendarLine property, int at)
    {
        if (_open.Count == 0)
            return Broken(at, "stands outside of the calendar");
        switch (_open.Peek().Name)
        {
            case "VEVENT" when Kept.Contains(property.Name):
                if (property.Name == "ATTENDEE" && _lines.Count > MostInvited + Kept.Count)
                    return Broken(at, $"invites more than {Format.Count(MostInvited)} people to one event");
                _lines.Add(property);
                break;
            case "VTIMEZONE" when property.Name == "TZID":
                _zone = new(property.Value) { Location = _zone?.Location };
                break;
            case "VTIMEZONE" when property.Name == "X-LIC-LOCATION":
                _zone!.Location = property.Value;
                break;
            case "STANDARD" when property.Name == "TZOFFSETTO" && _zone is not null:
                _zone.Standard = property.Value;
                break;
            case "DAYLIGHT" when property.Name == "TZOFFSETTO" && _zone is not null:
                _zone.Daylight = property.Value;
                break;
            case "DAYLIGHT" when property.Name == "DTSTART" && _zone is not null:
                _zone.DaylightFrom = property.Day?.Month;
                break;
            default:
                break;
        }
        return null;
    }

    Refusal Broken(int line, string what) =>
        new($"“{_name}”, line {line} {what}. Export the calendar again; nothing of it was kept.");

    enum More
    {
        Line,
        TooLong,
        End,
    }

    /// <summary>A line that begins with a space goes on with the one before.</summary>
    More Next(out string line, out int at)
    {
        line = _ahead ?? ReadLine() ?? "";
        at = _read;
        if (_ahead is null && line.Length == 0 && _text.Peek() < 0)
            return More.End;
        _ahead = null;
        // Texts and attachments are let go, however long they are.
        var isKept =
            !line.StartsWith("DESCRIPTION", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("ATTACH", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("X-", StringComparison.OrdinalIgnoreCase);
        System.Text.StringBuilder? whole = null;
        while (ReadLine() is { } next)
        {
            if (next is not [' ' or '\t', ..])
            {
                _ahead = next;
                break;
            }
            if (isKept)
                (whole ??= new(line)).Append(next, 1, next.Length - 1);
            if (whole?.Length > LongestLine)
                return More.TooLong;
        }
        line = whole?.ToString() ?? line;
        return line.Length > LongestLine && isKept ? More.TooLong : More.Line;
    }

    string? ReadLine()
    {
        var line = _text.ReadLine();
        if (line is not null)
            _read++;
        return line;
    }
}
