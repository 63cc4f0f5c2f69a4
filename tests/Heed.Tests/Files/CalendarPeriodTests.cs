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
    [InlineData("Apr-21", "2021-04-01")]
    [InlineData("Apr-2021", "2021-04-01")]
    [InlineData("Apr'21", "2021-04-01")]
    [InlineData("April, 2021", "2021-04-01")]
    [InlineData("2021 Apr", "2021-04-01")]
    [InlineData("2021-avril", "2021-04-01")]
    [InlineData("04/2021", "2021-04-01")]
    [InlineData("Mai 2021", "2021-05-01")]
    [InlineData("déc. 2020", "2020-12-01")]
    [InlineData("enero de 2021", "2021-01-01")]
    [InlineData("kwiecień 2021", "2021-04-01")]
    [InlineData("Dec-99", "1999-12-01")]
    public void A_month_in_words_is_known_in_each_order_and_language(string cell, string first) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(first), Cadence.Month), Read(cell));

    [Theory]
    [InlineData("Q1 2021", "2021-01-01")]
    [InlineData("2021 Q2", "2021-04-01")]
    [InlineData("2021-Q3", "2021-07-01")]
    [InlineData("4Q21", "2021-10-01")]
    [InlineData("Q1-21", "2021-01-01")]
    [InlineData("T2 2021", "2021-04-01")]
    [InlineData("2. Quartal 2021", "2021-04-01")]
    [InlineData("1er trimestre 2021", "2021-01-01")]
    [InlineData("III kw. 2021", "2021-07-01")]
    [InlineData("2021/22 Q1", "2021-04-01")]
    [InlineData("Q4 2021/22", "2022-01-01")]
    public void A_quarter_is_known_in_each_order(string cell, string first) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(first), Cadence.Quarter), Read(cell));

    [Theory]
    [InlineData("W2 2025")]
    [InlineData("2025-W02")]
    [InlineData("KW 2/2025")]
    [InlineData("KW02/25")]
    [InlineData("2. KW 2025")]
    [InlineData("2025 week 2")]
    [InlineData("Week 2, 2025")]
    [InlineData("semaine 2 2025")]
    [InlineData("tydzień 2 2025")]
    public void A_week_is_known_in_each_order(string cell) =>
        Assert.Equal(new CalendarPeriod(new(2025, 1, 6), Cadence.Week), Read(cell));

    [Theory]
    [InlineData("2012/13", 2012)]
    [InlineData("FY2000/01", 2000)]
    [InlineData("1999-00", 1999)]
    [InlineData("2008-2009", 2008)]
    public void A_year_that_ends_in_the_next_one_is_a_year(string cell, int year) =>
        Assert.Equal(new CalendarPeriod(new(year, 4, 1), Cadence.Year), Read(cell));

    [Theory]
    [InlineData("45663", "2025-01-06")]
    [InlineData("46024,10900", "2026-01-02")]
    [InlineData("43290.53487", "2018-07-09")]
    [InlineData("1736121600", "2025-01-06")]
    [InlineData("1736121600000", "2025-01-06")]
    [InlineData("2. März 2026", "2026-03-02")]
    [InlineData("lunes, 2 de marzo de 2026", "2026-03-02")]
    [InlineData("2 mars 2026", "2026-03-02")]
    [InlineData("06-Jan-25", "2025-01-06")]
    public void A_day_is_known_as_machines_and_other_languages_write_it(string cell, string day) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(day), Cadence.Day), Read(cell));

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
    [InlineData("Jui 2026")]
    [InlineData("S2 2025")]
    [InlineData("H2 2025")]
    [InlineData("Apr-5")]
    [InlineData("Q5 2021")]
    [InlineData("KW 53/2025")]
    [InlineData("2012/14")]
    [InlineData("Week 2")]
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
    [InlineData("Okt", 10)]
    [InlineData("März", 3)]
    [InlineData("Mrz.", 3)]
    [InlineData("févr.", 2)]
    [InlineData("AOÛT", 8)]
    [InlineData("juil", 7)]
    [InlineData("jui", null)]
    [InlineData("ene", 1)]
    [InlineData("setiembre", 9)]
    [InlineData("giugno", 6)]
    [InlineData("lug", 7)]
    [InlineData("mrt", 3)]
    [InlineData("mei", 5)]
    [InlineData("março", 3)]
    [InlineData("dez", 12)]
    [InlineData("paź", 10)]
    [InlineData("grudnia", 12)]
    [InlineData("lis", 11)]
    public void A_month_is_named_by_three_of_its_letters_or_more(string text, int? month) =>
        Assert.Equal(month, MonthNames.Of(text));
}
