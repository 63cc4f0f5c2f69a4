using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>Which column of a table holds the dates, and how they are written.</summary>
sealed record PastedDates(int Column, IReadOnlySet<int> Columns, DateReading Reading, bool AreNumbers)
{
    const double Nearly = 0.8;

    static readonly string[] Words =
    [
        "date",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "period",
        "when",
        "datum",
        "tag",
        "woche",
        "monat",
        "jahr",
    ];

    public string InWords =>
        AreNumbers
            ? "as years or as days in one number"
            : Reading.InWords.Replace("dates as", "written", StringComparison.Ordinal);

    public static Outcome<PastedDates> In(IReadOnlyList<string> headers, IReadOnlyList<PastedRow> rows)
    {
        var written = Those(headers, rows, cell => DateReading.LooksLikeADate(cell) && !IsNumber(cell));
        // 2033 and 20330219 are numbers as well: dates only where no other column is, and where they only go on.
        var areNumbers = written.Count == 0;
        var dates = areNumbers
            ? Those(headers, rows, cell => IsNumber(cell) && CalendarPeriod.Read(cell, DateOrder.DayFirst) is not null)
                .FindAll(i => (i == 0 || IsNamed(headers[i])) && GoesOn(rows, i))
            : written;
        if (dates.Count == 0)
            return new Refusal(
                "No column holds dates. One column says when, such as 2026-03-02, 2/3/2026, March 2026 or 2026-W10; each other column of numbers becomes a metric."
            );
        var column = dates.FindIndex(i => IsNamed(headers[i])) is >= 0 and var at ? dates[at] : dates[0];
        return DateReading
            .Of(rows.Select(r => (Text: r.Cells[column], r.Row)).Where(cell => DateReading.LooksLikeADate(cell.Text)))
            .Refused(out var refusal, out var reading)
            ? refusal
            : new PastedDates(column, dates.ToHashSet(), reading, areNumbers);
    }

    public DateOnly? Of(PastedRow row) =>
        AreNumbers ? CalendarPeriod.Read(row.Cells[Column], Reading.Order)?.First : Reading.Read(row.Cells[Column]);

    /// <summary>How far apart the days lie; where several share what would be one period, they are days.</summary>
    public static Cadence CadenceOf(IReadOnlyList<DateOnly> days, string header)
    {
        var distinct = days.Distinct().ToList();
        var cadence =
            distinct.Count > 1 ? Cadences.Guess(distinct)
            : header.Contains("month", StringComparison.OrdinalIgnoreCase) ? Cadence.Month
            : header.Contains("year", StringComparison.OrdinalIgnoreCase) ? Cadence.Year
            : Cadence.Week;
        return distinct.Select(day => cadence.PeriodOf(day)).Distinct().Count() < distinct.Count
            ? Cadence.Day
            : cadence;
    }

    static List<int> Those(IReadOnlyList<string> headers, IReadOnlyList<PastedRow> rows, Predicate<string> isDate)
    {
        List<int> found = [];
        for (var i = 0; i < headers.Count; i++)
        {
            var cells = rows.Select(r => r.Cells[i]).Where(c => c.Length > 0).ToList();
            if (cells.Count > 0 && cells.Count(c => isDate(c)) >= Nearly * cells.Count)
                found.Add(i);
        }
        return found;
    }

    static bool GoesOn(IReadOnlyList<PastedRow> rows, int column)
    {
        var days = rows.Select(r => CalendarPeriod.Read(r.Cells[column], DateOrder.DayFirst)?.First)
            .OfType<DateOnly>()
            .ToList();
        return days.SequenceEqual(days.Distinct().Order()) || days.SequenceEqual(days.Distinct().OrderDescending());
    }

    static bool IsNamed(string header) =>
        Array.Exists(Words, word => header.Contains(word, StringComparison.OrdinalIgnoreCase));

    static bool IsNumber(string cell) => default(FileNumbers).TryRead(cell, out _);
}
