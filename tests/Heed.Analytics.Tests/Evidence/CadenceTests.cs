using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class CadenceTests
{
    [Theory]
    [InlineData(Cadence.Day, "2026-03-08")]
    [InlineData(Cadence.Week, "2026-03-02")]
    [InlineData(Cadence.Month, "2026-03-01")]
    [InlineData(Cadence.Quarter, "2026-01-01")]
    [InlineData(Cadence.Year, "2026-01-01")]
    public void A_Sunday_in_March_lies_in_the_period_that_begins(Cadence cadence, string first) =>
        Assert.Equal(DateOnly.Parse(first), cadence.StartOf(new DateOnly(2026, 3, 8)));

    [Theory]
    [InlineData(Cadence.Day, 10, 10)]
    [InlineData(Cadence.Week, 14, 2)]
    [InlineData(Cadence.Week, 15, 3)]
    [InlineData(Cadence.Month, 30, 1)]
    [InlineData(Cadence.Month, 31, 2)]
    [InlineData(Cadence.Quarter, 92, 2)]
    [InlineData(Cadence.Year, 365, 1)]
    [InlineData(Cadence.Week, 0, 0)]
    public void A_lag_counts_a_begun_period_whole(Cadence cadence, int days, int periods) =>
        Assert.Equal(periods, cadence.PeriodsIn(days));

    [Theory]
    [InlineData(Cadence.Week, 55, 7)]
    [InlineData(Cadence.Week, 56, 8)]
    [InlineData(Cadence.Month, 62, 2)]
    [InlineData(Cadence.Year, 364, 0)]
    public void Between_two_days_only_whole_periods_count(Cadence cadence, int days, int periods) =>
        Assert.Equal(periods, cadence.PeriodsBetween(new(2026, 1, 5), new DateOnly(2026, 1, 5).AddDays(days)));

    [Fact]
    public void A_period_is_named_for_one_and_for_many()
    {
        Assert.Equal("week", Cadence.Week.Name());
        Assert.Equal("quarters", Cadence.Quarter.Name(0));
        Assert.Equal("years", Cadence.Year.Name(2));
    }
}
