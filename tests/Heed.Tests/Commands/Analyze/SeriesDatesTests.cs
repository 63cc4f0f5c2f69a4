using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class SeriesDatesTests
{
    [Theory]
    [InlineData("2026-03-31", "2026-03-31", Cadence.Day)]
    [InlineData("31/3/2026", "2026-03-31", Cadence.Day)]
    [InlineData("2026-03", "2026-03-01", Cadence.Month)]
    [InlineData("3/2026", "2026-03-01", Cadence.Month)]
    [InlineData("Mar 2026", "2026-03-01", Cadence.Month)]
    [InlineData("2026-Q2", "2026-04-01", Cadence.Quarter)]
    [InlineData("2026-W01", "2025-12-29", Cadence.Week)]
    [InlineData("1871", "1871-01-01", Cadence.Year)]
    public void A_date_is_as_long_as_it_is_written(string text, string first, Cadence grain)
    {
        var dated = SeriesDates.Read(text, DateOrder.DayFirst);

        Assert.Equal(new CalendarPeriod(DateOnly.ParseExact(first, "yyyy-MM-dd"), grain), dated);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("13")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2025-W53")]
    public void What_is_no_date_is_none(string text) => Assert.Null(SeriesDates.Read(text, DateOrder.DayFirst));

    [Fact]
    public void Year_and_month_may_stand_in_two_columns_in_either_order()
    {
        CalendarPeriod march = new(new(2002, 3, 1), Cadence.Month);

        Assert.Equal(march, SeriesDates.Read([("year", "2002"), ("month", "3")], DateOrder.DayFirst));
        Assert.Equal(march, SeriesDates.Read([("month", "March"), ("year", "2002")], DateOrder.DayFirst));
        Assert.Equal(
            new CalendarPeriod(new(2002, 7, 1), Cadence.Quarter),
            SeriesDates.Read([("year", "2002"), ("quarter", "3")], DateOrder.DayFirst)
        );
        Assert.Null(SeriesDates.Read([("year", "2002"), ("month", "13")], DateOrder.DayFirst));
    }
}
