using System.Globalization;
using System.Text;
using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Reads dates in the forms that files of figures have: 2002-01-31, 31/1/2002, 2002-01, Jan 2002, 2002-Q1, 2002-W05, 2002.</summary>
static class SeriesDates
{
    const int FirstYear = 1000;
    const int LastYear = 2199;

    public const string Forms = "2026-03-31, 31/3/2026, 2026-03, Mar 2026, 2026-Q1, 2026-W14, 2026 or 2025/26";

    public static CalendarPeriod? Read(string text, DateOrder order) => Likely(CalendarPeriod.Read(text, order));

    public static CalendarPeriod? Read(string text, ColumnDates dates) => Likely(dates.Read(text));

    static CalendarPeriod? Likely(CalendarPeriod? read) =>
        read is { Cadence: Cadence.Day, First.Year: < FirstYear or > LastYear } ? null : read;

    /// <summary>From two or three cells: year and month, year and quarter, year and week, or year, month and day.</summary>
    public static CalendarPeriod? Read(IReadOnlyList<(string Name, string Text)> cells, DateOrder order)
    {
        if (cells.Count == 1)
            return Read(cells[0].Text, order);
        int? year = null,
            month = null,
            quarter = null,
            week = null,
            day = null;
        foreach (var (name, text) in cells)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (MonthNames.Of(text) is not { } named)
                    return null;
                month = named;
            }
            else if (number is >= FirstYear and <= LastYear)
                year = number;
            else if (name.StartsWith('q') || name.StartsWith('Q'))
                quarter = number;
            else if (name.StartsWith('w') || name.StartsWith('W'))
                week = number;
            else if (month is null && !name.StartsWith('d') && !name.StartsWith('D'))
                month = number;
            else
                day = number;
        }
        return (year, month, quarter, week, day) switch
        {
            ({ } y, { } m and >= 1 and <= 12, null, null, null) => new(new(y, m, 1), Cadence.Month),
            ({ } y, null, { } q and >= 1 and <= 4, null, null) => new(new(y, 3 * q - 2, 1), Cadence.Quarter),
            ({ } y, null, null, { } w, null) => CalendarPeriod.OfWeek(y, w),
            ({ } y, { } m and >= 1 and <= 12, null, null, { } d) when d >= 1 && d <= DateTime.DaysInMonth(y, m) => new(
                new(y, m, d),
                Cadence.Day
            ),
            _ => null,
        };
    }

    public static Refusal Unreadable(DataFile file, int column, string text, DateOnly day, FileDates.Fault fault) =>
        new(
            fault is FileDates.Fault.NotADate
                ? $"Row {file.Row}, column “{file.ColumnName(column)}”: {DataFile.Quoted(text)} is not a day or a month. Write dates as 2026-03-31, 31/3/2026 or 2026-03."
                : $"Row {file.Row}, column “{file.ColumnName(column)}”: {Format.Day(day)} is {(day.Year < 1900 ? "before 1900, which is what spreadsheets make of an empty or broken date" : "too far ahead to be an answer's date")}. Correct it, or leave the cell blank."
        );
}
