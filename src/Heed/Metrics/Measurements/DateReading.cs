using System.Globalization;
using System.Text;

namespace Heed.Metrics;

/// <summary>How the dates of one file are written: decided once for all of it; a file that can be read two ways is refused.</summary>
readonly record struct DateReading(DateOrder Order)
{
    public string InWords =>
        Order switch
        {
            DateOrder.DayFirst => "dates as day, month, year",
            DateOrder.MonthFirst => "dates as month, day, year",
            _ => "dates as year, month, day",
        };

    public static bool LooksLikeADate(string cell) =>
        FileDates.HasThreeNumbers(Encoding.UTF8.GetBytes(cell))
        || FileDates.LooksLikeDate(cell)
        || PartOfAYear(cell) is not null;

    public static Outcome<DateReading> Of(IEnumerable<string> cells)
    {
        string? dayFirst = null,
            monthFirst = null,
            either = null;
        foreach (var cell in cells)
        {
            var bytes = Encoding.UTF8.GetBytes(cell);
            var evidence = FileDates.Evidence(bytes);
            if (evidence is DateOrder.DayFirst || FileDates.HasPoints(bytes))
                dayFirst ??= cell;
            else if (evidence is DateOrder.MonthFirst)
                monthFirst ??= cell;
            else if (FileDates.IsAmbiguous(bytes))
                either ??= cell;
        }
        return (dayFirst, monthFirst, either) switch
        {
            ({ } day, { } month, _) => new Refusal(
                $"The dates “{day}” and “{month}” cannot be in one order. Write days as 2026-03-02."
            ),
            (null, null, { } cell) => new Refusal(
                $"The date “{cell}” can be read two ways, and no other date of the file tells which. Write days as 2026-03-02."
            ),
            ({ }, null, _) => new DateReading(DateOrder.DayFirst),
            (null, { }, _) => new DateReading(DateOrder.MonthFirst),
            _ => new DateReading(DateOrder.ByEvidence),
        };
    }

    /// <summary>The day; of a month or a quarter its first, of a week its Monday. Null where it is no day at all.</summary>
    public DateOnly? Read(string cell)
    {
        if (PartOfAYear(cell) is { } period)
            return period.First;
        if (FileDates.Read(Encoding.UTF8.GetBytes(cell), Order, out var day) is FileDates.Fault.NotADate)
            return null;
        // Two digits may be a year that stands in front (26-03-02): the year is written out, or it is no date.
        return cell.Contains(day.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? day
            : null;
    }

    static CalendarPeriod? PartOfAYear(string cell) =>
        CalendarPeriod.Whole(cell) is { Cadence: not Heed.Analytics.Evidence.Cadence.Year } period ? period : null;
}
