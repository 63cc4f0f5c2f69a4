using Heed.Analytics.Evidence;

namespace Heed.Tests.Files;

public sealed class CalendarPeriodTests
{
    static CalendarPeriod? Read(string cell) => CalendarPeriod.Read(cell, DateOrder.DayFirst);

    [Theory]
    [InlineData("2026-01", "2026-01-01")]
    [InlineData("2026/12", "2026-12-01")]
    [InlineData("1/2026", "2026-01-01")]
    [InlineData("12.2026", "2026-12-01")]
    [InlineData("Mar 2026", "2026-03-01")]
    [InlineData("december 2026", "2026-12-01")]
    [InlineData("Jan.-2026", "2026-01-01")]
    public void A_month_is_a_month_however_it_is_written_and_not_its_first_day(string cell, string first) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(first), Cadence.Month), Read(cell));

    [Theory]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2026 w53", "2026-12-28")]
    [InlineData("2025W52", "2025-12-22")]
    public void A_week_begins_on_its_Monday_even_in_the_year_before(string cell, string first) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(first), Cadence.Week), Read(cell));

    [Theory]
    [InlineData("2026Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026 q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2026-W10", "2026-03-02", "2026-03-08")]
    [InlineData("1999", "1999-01-01", "1999-12-31")]
    [InlineData("2/3/2026", "2026-03-02", "2026-03-02")]
    public void A_period_reaches_from_its_first_day_to_its_last(string cell, string first, string last)
    {
        var period = Read(cell)!.Value;
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (period.First, period.Last));
    }

    [Theory]
    [InlineData("2026-00")]
    [InlineData("0/2026")]
    [InlineData("13/2026")]
    [InlineData("2026-W00")]
    [InlineData("2026-Q0")]
    [InlineData("Mai 2026")]
    [InlineData("0999")]
    [InlineData("2026-123")]
    public void A_month_or_week_that_no_year_has_is_no_period(string cell) => Assert.Null(Read(cell));

    [Theory]
    [InlineData("jan", 1)]
    [InlineData("Sept.", 9)]
    [InlineData("DECEMBER", 12)]
    [InlineData("Ma", null)]
    [InlineData("Ma.", null)]
    [InlineData("...", null)]
    [InlineData("Mayor", null)]
    [InlineData("Okt", null)]
    public void A_month_is_named_by_three_of_its_letters_or_more(string text, int? month) =>
        Assert.Equal(month, CalendarPeriod.MonthNamed(text));
}
