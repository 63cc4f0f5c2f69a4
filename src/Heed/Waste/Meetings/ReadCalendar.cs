using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Heed.Waste;

/// <summary>
/// Reads the meetings of ICS files: what repeats (RRULE, RDATE, EXDATE, changed instances) within a window, in the zones that
/// the files name. Who is invited is turned into keys that end with the reading.
/// </summary>
sealed class ReadCalendar(TimeZoneInfo here, DateOnly today)
{
    internal const int LargestMegabytes = 50;
    internal const long LargestFiles = LargestMegabytes * 1024L * 1024L;
    internal const int WeeksBack = 13;
    internal const int WeeksAhead = 4;
    internal const int FewestPeople = 5;

    /// <summary>From so many meetings on, somebody who is in all of them is not there by chance.</summary>
    internal const int FewestOfOne = 3;
    internal const int LongestHours = 12;
    internal const int MostOccurrences = 20_000;
    const int FirstYear = 1990;
    const int FruitlessSteps = 2_000;

    readonly DateOnly _from = today.Monday().AddDays(-7 * WeeksBack);
    readonly DateOnly _until = today.Monday().AddDays(7 * WeeksAhead);
    readonly CalendarZones _zones = new(here, today.Year);
    readonly CalendarPeople _people = new();
    readonly Dictionary<string, List<(CalendarEntry Entry, string Ics)>> _byUid = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>> _invitedElsewhere = new(StringComparer.Ordinal);
    int _events;
    (int AllDay, int Alone, int Cancelled, int Declined, int TooLong, int TooOften) _out;

    /// <summary>Too large to be looked at, in words.</summary>
    public static Refusal? TooLarge(long bytes) =>
        bytes <= LargestFiles
            ? null
            : new Refusal(
                $"The files have {Format.Count(bytes / 1024 / 1024)} MB; at most {Format.Count(LargestFiles / 1024 / 1024)} MB are taken at once. Export fewer months.",
                StatusCodes.Status413PayloadTooLarge
            );

    /// <summary>Takes one file in; several calendars of a team count each meeting once.</summary>
    public Refusal? Add(string name, TextReader text)
    {
        if (CalendarFile.Of(name, text, MayMatter).Refused(out var refusal, out var read))
            return refusal;
        _events += read.Events;
        Dictionary<string, List<(CalendarEntry, string)>> found = new(StringComparer.Ordinal);
        foreach (var entry in read.Entries)
        {
            if (Written(entry, read.Zones, name).Refused(out refusal, out var ics))
                return refusal;
            if (!found.TryGetValue(entry.Uid, out var list))
                found[entry.Uid] = list = [];
            list.Add((entry, ics));
        }
        foreach (var (uid, list) in found)
            if (!_byUid.TryAdd(uid, list))
            {
                // Another calendar has it already: it is one meeting, and whoever is named here is invited too.
                if (!_invitedElsewhere.TryGetValue(uid, out var invited))
                    _invitedElsewhere[uid] = invited = [];
                invited.UnionWith(list.SelectMany(e => _people.Of(e.Item1)));
            }
        return null;
    }

    public Outcome<CalendarReading> Read()
    {
        List<MeetingSeries> meetings = [];
        var occurrences = 0;
        foreach (var (uid, entries) in _byUid)
        {
            if (Held(uid, entries).Refused(out var refusal, out var meeting))
                return refusal;
            occurrences += meeting.Held.Count;
            if (occurrences > MostOccurrences)
                return new Refusal(
                    $"The files hold more than {Format.Count(MostOccurrences)} times of meetings in {WeeksBack + WeeksAhead} weeks. Upload the calendars of fewer people."
                );
            if (meeting.Held.Count > 0)
                meetings.Add(meeting);
        }
        return new CalendarReading(
            _from,
            _until,
            meetings,
            new(_out.AllDay, _out.Alone, _out.Cancelled, _out.Declined, _out.TooLong, _out.TooOften),
            _events
        );
    }

    /// <summary>What lies outside of the window and does not repeat is let go at once. Zones differ by a day at most.</summary>
    bool MayMatter(CalendarEntry entry) =>
        (entry.Repeats && !HasEnded(entry))
        || IsNear(entry.Start!.Day)
        || (entry.Instance is { } instance && IsNear(instance.Day));

    /// <summary>Most series of an old calendar are over: they are not walked through.</summary>
    bool HasEnded(CalendarEntry entry) =>
        entry.The("RDATE") is null
        && entry.The("RRULE")?.Value.ToUpperInvariant() is { } rule
        && rule.IndexOf("UNTIL=", StringComparison.Ordinal) is >= 0 and var at
        && new CalendarLine("UNTIL", "", rule[(at + "UNTIL=".Length)..]).Day < _from.AddDays(-2);

    bool IsNear(DateOnly? day) => day >= _from.AddDays(-2) && day <= _until.AddDays(2);

    /// <summary>The event with zones that are understood; times of no zone are those of the workspace.</summary>
    Outcome<string> Written(CalendarEntry entry, IReadOnlyDictionary<string, CalendarZone> zones, string file)
    {
        var text = new StringBuilder("BEGIN:VEVENT\r\n");
        foreach (var line in entry.Lines)
        {
            if (line.Name is "UID" or "SUMMARY" or "ATTENDEE" or "ORGANIZER" or "CLASS")
                continue;
            if (
                line.Name is not ("DTSTART" or "DTEND" or "RDATE" or "EXDATE" or "RECURRENCE-ID")
                || line.IsDay
                || line.IsUtc
            )
            {
                text.Append(line).Append("\r\n");
                continue;
            }
            var zone = _zones.Here;
            if (line.Parameter("TZID") is { Length: > 0 } id)
            {
                if (_zones.Of(id, zones) is not { } known)
                    return new Refusal(
                        $"“{Format.Shortened(file)}”, the event of line {entry.Line} is in the time zone “{Format.Shortened(id)}”, which is not known and not described in the file. Export the calendar again; nothing of it was kept."
                    );
                zone = known;
            }
            var range = line.Parameter("RANGE") is { } given ? $";RANGE={given}" : "";
            text.Append($"{line.Name};TZID={zone}{range}:{line.Value}\r\n");
        }
        return text.Append("UID:one\r\nEND:VEVENT\r\n").ToString();
    }

    Outcome<MeetingSeries> Held(string uid, List<(CalendarEntry Entry, string Ics)> entries)
    {
        var master = entries.Find(e => e.Entry.Instance is null).Entry ?? entries[0].Entry;
        var invited = new HashSet<string>();
        List<HeldMeeting> held = [];
        if (Left(master) is false)
        {
            var byStart = entries.ToLookup(e => e.Entry.Instance?.Value);
            try
            {
                foreach (var (on, hours, status, instance) in Occurrences(entries))
                {
                    var entry = instance is null
                        ? master
                        : byStart[instance].Select(e => e.Entry).FirstOrDefault(master);
                    if (Counted(entry, hours, status) is not { } people)
                        continue;
                    if (instance is null && _invitedElsewhere.TryGetValue(uid, out var others))
                        people.UnionWith(others);
                    invited.UnionWith(people);
                    held.Add(new(on, hours, people.Count));
                }
            }
            catch (Exception problem)
                when (problem
                        is EvaluationException
                            or ArgumentException
                            or FormatException
                            or System.Runtime.Serialization.SerializationException
                            or InvalidOperationException
                            or OverflowException
                )
            {
                return new Refusal(
                    $"The event of line {master.Line} cannot be understood: its times or its repetition contradict themselves. Export the calendar again; nothing of it was kept."
                );
            }
        }
        return new MeetingSeries(uid, Title(master), entries.Exists(e => e.Entry.Repeats), held) { Invited = invited };
    }

    /// <summary>Events that are no meetings whatever their times are, counted once each.</summary>
    bool Left(CalendarEntry master)
    {
        if (master.Start!.IsDay)
            _out.AllDay++;
        else if (master.The("STATUS")?.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true)
            _out.Cancelled++;
        else if (CalendarPeople.Named(master).Count < 2)
            _out.Alone++;
        else if (IsTooOften(master))
            _out.TooOften++;
        else
            return false;
        return true;
    }

    static bool IsTooOften(CalendarEntry master) =>
        master.The("RRULE")?.Value.ToUpperInvariant() is { } rule
        && (
            rule.Contains("SECONDLY", StringComparison.Ordinal)
            || rule.Contains("MINUTELY", StringComparison.Ordinal)
            || rule.Contains("HOURLY", StringComparison.Ordinal)
            || rule.Contains("BYHOUR", StringComparison.Ordinal)
            || rule.Contains("BYMINUTE", StringComparison.Ordinal)
            || rule.Contains("BYSECOND", StringComparison.Ordinal)
            || master.Start!.Day!.Value.Year < FirstYear
        );

    IEnumerable<(DateOnly On, double Hours, string? Status, string? Instance)> Occurrences(
        List<(CalendarEntry Entry, string Ics)> entries
    )
    {
        var text =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:heed\r\n{string.Concat(entries.Select(e => e.Ics))}END:VCALENDAR\r\n";
        var begins = _from.BeginsIn(here);
        var ends = _until.BeginsIn(here);
        var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = FruitlessSteps };
        var first = new CalDateTime(_from.AddDays(-2).Year, _from.AddDays(-2).Month, _from.AddDays(-2).Day);
        foreach (var occurrence in Calendar.Load(text)!.GetOccurrences<CalendarEvent>(first, options))
        {
            var starts = new DateTimeOffset(occurrence.Period.StartTime.AsUtc, TimeSpan.Zero);
            if (starts >= ends)
                break;
            if (starts < begins || occurrence.Source is not CalendarEvent source)
                continue;
            var over = occurrence.Period.EffectiveEndTime?.AsUtc is { } end
                ? new DateTimeOffset(end, TimeSpan.Zero)
                : starts;
            yield return (
                starts.DayIn(here),
                (over - starts).TotalHours,
                source.Status,
                source.RecurrenceIdentifier is { } id ? Compact(id.StartTime) : null
            );
        }
    }

    static string Compact(CalDateTime at) =>
        $"{at.Year:0000}{at.Month:00}{at.Day:00}T{at.Hour:00}{at.Minute:00}{at.Second:00}{(at.IsUtc ? "Z" : "")}";

    /// <summary>Who is invited and has not declined; null where this time is none of a meeting.</summary>
    HashSet<string>? Counted(CalendarEntry entry, double hours, string? status)
    {
        if (string.Equals(status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
        {
            _out.Cancelled++;
            return null;
        }
        if (hours > LongestHours || hours <= 0)
        {
            _out.TooLong += hours > 0 ? 1 : 0;
            return null;
        }
        var people = _people.Of(entry);
        if (people.Count >= 2)
            return people;
        _out.Declined++;
        return null;
    }

    /// <summary>What is private is counted without its name.</summary>
    static string? Title(CalendarEntry entry) =>
        entry.The("CLASS")?.Value.ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL"
        || entry.The("SUMMARY")?.Value is not { Length: > 0 } title
            ? null
            : Unescaped(title);

    static string Unescaped(string text) =>
        text.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase)
            .Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal)
            .Replace("\\\\", "\\", StringComparison.Ordinal)
            .Trim();
}
