using System.Text;
using Heed.Analytics.Evidence;

namespace Heed.Tests.Files;

public sealed class FileDatesTests
{
    static DateOnly? Read(string cell, DateOrder order = DateOrder.ByEvidence) =>
        FileDates.Read(Encoding.UTF8.GetBytes(cell), order, out var day) is FileDates.Fault.None ? day : null;

    static FileDates.Fault Fault(string cell) =>
        FileDates.Read(Encoding.UTF8.GetBytes(cell), DateOrder.DayFirst, out _);

    [Fact]
    public void Every_day_is_read_in_every_form_that_its_order_allows()
    {
        for (var day = new DateOnly(1900, 1, 1); day.Year < 2079; day = day.AddDays(13))
        {
            foreach (
                var form in new[]
                {
                    "yyyy-MM-dd",
                    "yyyy/MM/dd",
                    "yyyyMMdd",
                    "yyyy-MM-dd HH:mm:ss",
                    "dd.MM.yyyy",
                    "d MMMM yyyy",
                }
            )
                Assert.Equal(day, Read(day.ToDateTime(new(13, 45)).ToString(form)));
            Assert.Equal(day, Read($"{day:d'/'M'/'yyyy}", DateOrder.DayFirst));
            Assert.Equal(day, Read($"{day:M'/'d'/'yyyy}", DateOrder.MonthFirst));
        }
    }

    [Theory]
    [InlineData("3/4/26", 2026)]
    [InlineData("3/4/69", 2069)]
    [InlineData("3/4/70", 1970)]
    public void Two_digits_of_a_year_lie_around_now(string cell, int year) =>
        Assert.Equal(new DateOnly(year, 4, 3), Read(cell, DateOrder.DayFirst));

    [Theory]
    [InlineData("31/12/1899", nameof(FileDates.Fault.BeforeSpreadsheets))]
    [InlineData("1/1/100", nameof(FileDates.Fault.BeforeSpreadsheets))]
    [InlineData("1/1/2079", nameof(FileDates.Fault.TooLate))]
    [InlineData("1/1/9999", nameof(FileDates.Fault.TooLate))]
    [InlineData("31/12/2078", nameof(FileDates.Fault.None))]
    [InlineData("1/1/1900", nameof(FileDates.Fault.None))]
    [InlineData("30/2/2026", nameof(FileDates.Fault.NotADate))]
    [InlineData("2026-13-01", nameof(FileDates.Fault.NotADate))]
    [InlineData("0/0/0", nameof(FileDates.Fault.NotADate))]
    [InlineData("2026-03", nameof(FileDates.Fault.NotADate))]
    [InlineData("1-2/2026", nameof(FileDates.Fault.NotADate))]
    [InlineData("yesterday", nameof(FileDates.Fault.NotADate))]
    [InlineData("12:30:00 AM", nameof(FileDates.Fault.NotADate))]
    [InlineData("٣/٤/٢٠٢٦", nameof(FileDates.Fault.NotADate))]
    [InlineData("", nameof(FileDates.Fault.NotADate))]
    public void What_is_no_day_of_an_answer_says_why(string cell, string fault) =>
        Assert.Equal(fault, $"{Fault(cell)}");

    [Theory]
    [InlineData(DateOrder.DayFirst, false, "3/4/2026", "13/4/2026")]
    [InlineData(DateOrder.MonthFirst, false, "3/4/2026", "3/14/2026")]
    [InlineData(DateOrder.DayFirst, false, "03.04.2026", "3/4/2026")]
    [InlineData(DateOrder.ByEvidence, true, "3/4/2026", "5/6/2026")]
    [InlineData(DateOrder.ByEvidence, false, "13/4/2026", "3/14/2026")]
    [InlineData(DateOrder.ByEvidence, false, "2026-04-03", "4/4/2026", "", "words")]
    public void A_column_says_its_order_by_its_dates(DateOrder order, bool open, params string[] cells)
    {
        var evidence = new DateEvidence();
        foreach (var (i, cell) in cells.Index())
            evidence.Look(Encoding.UTF8.GetBytes(cell), i + 2);
        Assert.Equal((order, open), (evidence.Order, evidence.IsOpen));
        Assert.Equal(cells is ["13/4/2026", ..], evidence.Contradicts);
    }

    [Fact]
    public void Evidence_names_the_first_dates_that_contradict_each_other()
    {
        var evidence = new DateEvidence();
        foreach (var (i, cell) in new[] { "1/2/2026", "13/2/2026", "14/2/2026", "2/13/2026", "2/14/2026" }.Index())
            evidence.Look(Encoding.UTF8.GetBytes(cell), i + 2);
        Assert.True(evidence.Contradicts);
        Assert.Equal(new DateEvidence.Seen("13/2/2026", 3), evidence.DayFirst);
        Assert.Equal(new DateEvidence.Seen("2/13/2026", 5), evidence.MonthFirst);
    }

    [Theory]
    [InlineData("Mar 2, 2026 3:00 PM")]
    [InlineData("2 Mar 26")]
    [InlineData("Monday, March 2, 2026")]
    [InlineData("2026-03-02T23:59:59Z")]
    [InlineData("2026/3/2, 8:15")]
    [InlineData("2/3/26 8:15")]
    public void The_day_is_read_beside_a_time_and_out_of_words(string cell) =>
        Assert.Equal(new DateOnly(2026, 3, 2), Read(cell, DateOrder.DayFirst));

    [Theory]
    [InlineData("2 August")]
    [InlineData("August 2")]
    [InlineData("31 August")]
    [InlineData("12 April 8:15")]
    [InlineData("12 April 8 PM")]
    [InlineData("April 12 3")]
    [InlineData("8:15 PM +0200")]
    public void A_day_without_its_year_is_no_date(string cell) => Assert.Null(Read(cell, DateOrder.DayFirst));

    [Theory]
    [InlineData("Mon, 02 Mar 2026 23:30:00 GMT")]
    [InlineData("2 Mar 2026 23:30 -0500")]
    [InlineData("2 Mar 2026 00:30 +13:00")]
    public void The_day_is_that_of_the_clock_it_was_written_by(string cell) =>
        Assert.Equal(new DateOnly(2026, 3, 2), Read(cell, DateOrder.DayFirst));

    [Theory]
    [InlineData("13/12/2026", DateOrder.DayFirst)]
    [InlineData("12/13/2026", DateOrder.MonthFirst)]
    [InlineData("12/5/2026", DateOrder.ByEvidence)]
    [InlineData("5/12/2026", DateOrder.ByEvidence)]
    [InlineData("13/13/2026", DateOrder.ByEvidence)]
    [InlineData("2026-12-13", DateOrder.ByEvidence)]
    [InlineData("13.12.2026", DateOrder.ByEvidence)]
    public void A_date_says_an_order_where_only_one_number_can_be_a_month(string cell, DateOrder order) =>
        Assert.Equal(order, FileDates.Evidence(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("12/1/2026", true)]
    [InlineData("1/12/2026", true)]
    [InlineData("1-12-26", true)]
    [InlineData("3/3/2026", false)]
    [InlineData("13/1/2026", false)]
    [InlineData("1/13/2026", false)]
    [InlineData("03.04.2026", false)]
    [InlineData("2026-03-04", false)]
    [InlineData("3 of 4", false)]
    public void Day_and_month_could_be_taken_for_each_other(string cell, bool ambiguous) =>
        Assert.Equal(ambiguous, FileDates.IsAmbiguous(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("03.04.2026", true)]
    [InlineData("2026.04.03", false)]
    [InlineData("3/4/2026", false)]
    [InlineData("3.4", false)]
    public void Points_stand_where_the_day_is_first(string cell, bool points) =>
        Assert.Equal(points, FileDates.HasPoints(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("1/2/2026", true)]
    [InlineData("99/99/9999", true)]
    [InlineData("20260302", true)]
    [InlineData("2026-03-02 08:15", true)]
    [InlineData("2026-03-02T08:15", true)]
    [InlineData("2026", false)]
    [InlineData("20260302x", false)]
    [InlineData("203/3/2", false)]
    [InlineData("-1-2", false)]
    [InlineData("1/2", false)]
    [InlineData("1/2/", false)]
    [InlineData("1/2/x", false)]
    [InlineData("1/2/20261", false)]
    [InlineData("1/2/2026x", false)]
    [InlineData("1:2:3", false)]
    public void Three_numbers_with_one_mark_between_are_meant_as_a_date(string cell, bool meant) =>
        Assert.Equal(meant, FileDates.HasThreeNumbers(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData("1/2/26", true)]
    [InlineData("1/2/6", false)]
    [InlineData("13/2/2026", true)]
    [InlineData("2/13/2026", true)]
    [InlineData("30/2/2026", false)]
    [InlineData("2 March 2026", true)]
    [InlineData("March 2, 2026", false)]
    [InlineData("2026-03-02 08:15 Central European Summer", true)]
    [InlineData("2026-03-02 08:15 Central European Summer!", false)]
    [InlineData("10 times", false)]
    [InlineData("1000000", false)]
    public void A_cell_looks_like_a_date_that_begins_with_a_digit_and_is_a_day_in_either_order(
        string cell,
        bool looks
    ) => Assert.Equal(looks, FileDates.LooksLikeDate(cell));

    [Theory]
    [InlineData("2026", "2026-01-01", Cadence.Year)]
    [InlineData("2026-Q3", "2026-07-01", Cadence.Quarter)]
    [InlineData("2026-W10", "2026-03-02", Cadence.Week)]
    [InlineData("3/2026", "2026-03-01", Cadence.Month)]
    [InlineData("Sept. 2026", "2026-09-01", Cadence.Month)]
    [InlineData("2/3/2026", "2026-03-02", Cadence.Day)]
    public void A_period_is_its_first_day_and_how_long_it_is(string cell, string first, Cadence cadence) =>
        Assert.Equal(new CalendarPeriod(DateOnly.Parse(first), cadence), CalendarPeriod.Read(cell, DateOrder.DayFirst));

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2025-W53")]
    [InlineData("1٠٠٠")]
    [InlineData("Ma 2026")]
    [InlineData("3026")]
    public void What_is_no_period_is_none(string cell) => Assert.Null(CalendarPeriod.Read(cell, DateOrder.DayFirst));

    [Fact]
    public void A_period_ends_on_the_day_before_the_next()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), CalendarPeriod.Whole("2024-02")!.Value.Last);
        Assert.Equal(new DateOnly(2026, 12, 31), CalendarPeriod.Whole("2026-Q4")!.Value.Last);
    }
}
