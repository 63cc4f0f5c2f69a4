using Heed.Kit;

namespace Heed.Tests.Kit;

/// <summary>Days and moments as people write them.</summary>
public class FormatDaysTests
{
    [Theory]
    [InlineData("2026-08-31", "2026-11-29", "31 August to 29 November 2026")]
    [InlineData("2026-11-29", "2027-01-03", "29 November 2026 to 3 January 2027")]
    [InlineData("2026-11-29", "2026-11-29", "29 November 2026")]
    public void A_span_says_the_year_once_where_it_is_the_same(string from, string to, string words) =>
        Assert.Equal(words, Format.Span(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void A_day_is_as_long_as_its_place_allows()
    {
        var day = new DateOnly(2026, 11, 9);

        Assert.Equal(
            [
                "9 November 2026",
                "9 Nov 2026",
                "9 Nov",
                "Monday 9 November",
                "November 2026",
                "Nov",
                "quarter 4 of 2026",
                "2026",
                "2026-11-09",
            ],
            [
                Format.Day(day),
                Format.ShortDay(day),
                Format.DayOfYear(day),
                Format.Weekday(day),
                Format.Month(day),
                Format.ShortMonth(day),
                Format.Quarter(day),
                Format.Year(day),
                Format.Iso(day)!,
            ]
        );
    }

    [Fact]
    public void A_moment_is_told_by_the_clocks_of_its_zone()
    {
        var at = new DateTimeOffset(2026, 11, 9, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal("12:30", Format.Time(at, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")));
        Assert.Equal("23:30", Format.Time(at, TimeZoneInfo.Utc));
        Assert.Equal("10 Nov 2026, 12:30", Format.Moment(at, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")));
    }
}
