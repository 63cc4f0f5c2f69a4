namespace Heed.Tests.Kit;

public class DayTests
{
    static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
    static readonly TimeZoneInfo LosAngeles = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    static DateTimeOffset Utc(string at) => DateTimeOffset.Parse($"{at}:00Z");

    [Theory]
    [InlineData("2035-03-05T10:59", "2035-03-05", "2035-03-05")]
    [InlineData("2035-03-05T11:00", "2035-03-06", "2035-03-05")]
    [InlineData("2035-03-05T07:59", "2035-03-05", "2035-03-04")]
    [InlineData("2035-03-05T08:00", "2035-03-05", "2035-03-05")]
    public void A_day_ends_at_midnight_where_one_stands(string at, string inAuckland, string inLosAngeles)
    {
        Assert.Equal(inAuckland, Format.Iso(Utc(at).DayIn(Auckland)));
        Assert.Equal(inLosAngeles, Format.Iso(Utc(at).DayIn(LosAngeles)));
        Assert.Equal("2035-03-05", Format.Iso(Utc(at).UtcDay()));
    }

    [Theory]
    // Clocks go forward on 11 March and back on 4 November in California.
    [InlineData("2035-03-12T06:59", "2035-03-11")]
    [InlineData("2035-03-12T07:00", "2035-03-12")]
    [InlineData("2035-11-05T07:59", "2035-11-04")]
    [InlineData("2035-11-05T08:00", "2035-11-05")]
    public void A_day_of_23_or_25_hours_ends_at_its_own_midnight(string at, string day) =>
        Assert.Equal(day, Format.Iso(Utc(at).DayIn(LosAngeles)));

    [Theory]
    [InlineData("2035-03-11", "2035-03-11T08:00")]
    [InlineData("2035-03-12", "2035-03-12T07:00")]
    [InlineData("2035-11-04", "2035-11-04T07:00")]
    [InlineData("2035-11-05", "2035-11-05T08:00")]
    public void The_first_instant_of_a_day_is_in_it_and_the_one_before_is_not(string day, string begins)
    {
        var start = DateOnly.Parse(day).BeginsIn(LosAngeles);

        Assert.Equal(Utc(begins), start);
        Assert.Equal(DateOnly.Parse(day), start.DayIn(LosAngeles));
        Assert.Equal(DateOnly.Parse(day).AddDays(-1), start.AddTicks(-1).DayIn(LosAngeles));
    }

    [Theory]
    [InlineData("2035-03-05", "2035-03-05")] // a Monday
    [InlineData("2035-03-06", "2035-03-05")]
    [InlineData("2035-03-11", "2035-03-05")] // a Sunday
    [InlineData("2036-01-01", "2035-12-31")]
    public void A_week_begins_on_its_Monday(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday), DateOnly.Parse(day).Monday());

    [Theory]
    [InlineData("2035-03-05", 0, "2035-03-05")]
    [InlineData("2035-03-05", 2, "2035-03-07")] // from a Monday
    [InlineData("2035-03-08", 2, "2035-03-12")] // from a Thursday, over the weekend
    [InlineData("2035-03-10", 2, "2035-03-13")] // from a Saturday
    [InlineData("2035-03-05", 10, "2035-03-19")]
    public void Working_days_leave_out_Saturdays_and_Sundays(string day, int days, string later) =>
        Assert.Equal(DateOnly.Parse(later), DateOnly.Parse(day).AddWorkingDays(days));

    [Fact]
    public void Where_the_clocks_jump_over_midnight_the_day_begins_later()
    {
        // Until 2019 Brazil put its clocks forward at midnight: 4 November 2018 had no 00:00.
        var saoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

        Assert.Equal(Utc("2018-11-04T03:00"), new DateOnly(2018, 11, 4).BeginsIn(saoPaulo));
    }

    [Fact]
    public void Where_midnight_comes_twice_the_day_begins_with_the_first()
    {
        // Cuba puts its clocks back at one o'clock of 4 November 2035: it is midnight at 04:00 and again at 05:00.
        var havana = TimeZoneInfo.FindSystemTimeZoneById("America/Havana");

        Assert.Equal(Utc("2035-11-04T04:00"), new DateOnly(2035, 11, 4).BeginsIn(havana));
    }
}
