using System.Globalization;
using System.Text;
using Grain = Heed.Analytics.Evidence.Cadence;

namespace Heed.Files;

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

    public static Outcome<DateReading> Of(IEnumerable<(string Text, long Row)> cells)
    {
        var evidence = new DateEvidence();
        List<string> all = [];
        foreach (var (text, row) in cells)
        {
            evidence.Look(Encoding.UTF8.GetBytes(text), row);
            all.Add(text);
        }
        if (
            all.Count > 1
            && all.Distinct().Count() > 1
            && all.TrueForAll(text => FinancialYear.Begins(text) is not null)
        )
            return new Refusal(
                $"The dates “{all[0]}” and “{all[1]}” name years that end in the next one, and no months. Write the first day of each, as 2000-04-01."
            );
        return evidence switch
        {
            { DayFirst: { } day, MonthFirst: { } month } => new Refusal(
                $"Row {day.Row} has the date “{day.Text}”, which is day first, and row {month.Row} has “{month.Text}”, which is month first. Others could be either, so none is taken. Write days as 2026-03-02."
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
        var bytes = Encoding.UTF8.GetBytes(cell);
        if (CalendarPeriod.Read(cell, Order) is not { Cadence: not Grain.Year } read)
            return null;
        // Two digits may be a year that stands in front (26-03-02): the year is written out, or it is no date.
        return
            cell.Contains(read.First.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || read.Cadence is not Grain.Day
            || MachineDates.Read(bytes, out _) is not MachineDates.Kind.None
            ? read.First
            : null;
    }

    static CalendarPeriod? PartOfAYear(string cell) =>
        CalendarPeriod.Whole(cell) is { Cadence: not Grain.Year } period ? period : null;
}
