namespace Heed.Waste;

/// <summary>One property of a calendar: “DTSTART;TZID=Europe/Berlin:20350305T090000”, unfolded.</summary>
sealed record CalendarLine(string Name, string Parameters, string Value)
{
    /// <summary>Null where it is no property. A colon within quotes is part of a parameter.</summary>
    public static CalendarLine? Of(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
            {
                var head = line[..i];
                var name = head.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? head[..end] : head;
                return name.Length == 0
                    ? null
                    : new(name.ToUpperInvariant(), head[name.Length..], line[(i + 1)..].Trim());
            }
        }
        return null;
    }

    public string? Parameter(string name)
    {
        foreach (var part in Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                return part[(name.Length + 1)..].Trim('"');
        return null;
    }

    public bool IsDay => Value.Length == 8 || Parameter("VALUE") is "DATE";

    public bool IsUtc => Value.EndsWith('Z');

    /// <summary>The day as it is written, in whatever zone.</summary>
    public DateOnly? Day =>
        Value.Length >= 8 && DateOnly.TryParseExact(Value[..8], "yyyyMMdd", out var day) ? day : null;

    public override string ToString() => $"{Name}{Parameters}:{Value}";
}

/// <summary>One event as it stands in the file, without what nobody needs: no text, no place, no alarm.</summary>
/// <param name="Line">Where it begins.</param>
sealed record CalendarEntry(int Line, IReadOnlyList<CalendarLine> Lines)
{
    public CalendarLine? The(string name) => Lines.FirstOrDefault(l => l.Name == name);

    public string Uid => The("UID")?.Value is { Length: > 0 } uid ? uid : $"{The("SUMMARY")?.Value}|{Start}";

    public CalendarLine? Start => The("DTSTART");

    public bool Repeats => The("RRULE") is not null || The("RDATE") is not null;

    public CalendarLine? Instance => The("RECURRENCE-ID");
}

/// <summary>What a file says of a time zone of its own name.</summary>
sealed record CalendarZone(string Id)
{
    public string? Location { get; set; }
    public string? Standard { get; set; }
    public string? Daylight { get; set; }

    /// <summary>The first month of its summer time.</summary>
    public int? DaylightFrom { get; set; }
}
