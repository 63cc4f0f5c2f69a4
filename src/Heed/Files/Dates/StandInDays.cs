namespace Heed.Files;

/// <summary>Days that machines write where they have none: the zero of Unix, of DOS, of Excel, of MySQL; the last day of SQL.</summary>
static class StandInDays
{
    // A series that really ran through such a day has others near it.
    const int Near = 400;

    static readonly HashSet<DateOnly> All =
    [
        new(1899, 12, 30),
        new(1900, 1, 1),
        new(1970, 1, 1),
        new(1980, 1, 1),
        new(9999, 12, 31),
    ];

    /// <summary>For answers and purchases, of which none is that old.</summary>
    public static bool Hold(ReadOnlySpan<byte> cell, DateOnly day) =>
        All.Contains(day) || cell.StartsWith("0000-00-00"u8) || cell.StartsWith("0001-01-01"u8);

    /// <summary>Those of these days that stand for a missing one: no other day lies near them.</summary>
    public static HashSet<DateOnly> Among(IEnumerable<DateOnly> days)
    {
        var all = days.Distinct().Order().ToArray();
        return
        [
            .. all.Where(day =>
                All.Contains(day)
                && !all.Any(other =>
                    other != day && !All.Contains(other) && Math.Abs(other.DayNumber - day.DayNumber) < Near
                )
            ),
        ];
    }

    public static string Note(long count, DateOnly day, string column) =>
        day.Year < 2
            ? $"{Format.Count(count, "row has", "rows have")} a date of noughts in “{column}”, which machines write where a date is missing: taken as without a date."
            : $"{Format.Count(count, "row is", "rows are")} dated {Format.Day(day)} in “{column}”, which machines write where a date is missing: taken as without a date.";
}

/// <summary>Whether a column has one day for all of many rows: the day of an export, and no date of each.</summary>
sealed class OneDay
{
    const int Many = 20;
    DateOnly? _day;
    long _rows;
    bool _differ;

    public void Look(DateOnly day)
    {
        _differ |= _day is { } known && known != day;
        _day = day;
        _rows++;
    }

    public bool IsOneForAll => !_differ && _rows >= Many;

    public string? Note(string column) =>
        IsOneForAll
            ? $"All {Format.Count(_rows)} rows have one day in “{column}”, {Format.Day(_day!.Value)}: that is the day of an export rather than a date of each, and tells nothing about time."
            : null;
}
