using System.Globalization;
using System.Text;
using Grain = Heed.Analytics.Evidence.Cadence;

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
        var evidence = new DateEvidence();
        foreach (var cell in cells)
            evidence.Look(Encoding.UTF8.GetBytes(cell), 0);
        return evidence switch
        {
            { DayFirst: { } day, MonthFirst: { } month } => new Refusal(
                $"The dates “{day.Text}” and “{month.Text}” cannot be in one order. Write days as 2026-03-02."
            ),
            { IsOpen: true, Either: { } either } => new Refusal(
                $"The date “{either.Text}” can be read two ways, and no other date of the file tells which. Write days as 2026-03-02."
            ),
            _ => new DateReading(evidence.Order),
        };
    }

    /// <summary>The day; of a month or a quarter its first, of a week its Monday. Null where it is no day at all.</summary>
    public DateOnly? Read(string cell)
    {
        if (CalendarPeriod.Read(cell, Order) is not { Cadence: not Grain.Year } read)
            return null;
        // Two digits may be a year that stands in front (26-03-02): the year is written out, or it is no date.
        return
            cell.Contains(read.First.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || read.Cadence is Grain.Week
            ? read.First
            : null;
    }

    static CalendarPeriod? PartOfAYear(string cell) =>
        CalendarPeriod.Whole(cell) is { Cadence: not Grain.Year } period ? period : null;
}
