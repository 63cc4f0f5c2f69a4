using Heed.People;

namespace Heed.Tests.People;

public sealed class WorkspaceTests
{
    static Workspace In(string zone) =>
        new()
        {
            Name = "Harbor Coffee",
            TimeZone = zone,
            CreatedAt = default,
        };

    [Theory]
    [InlineData("Europe/Vienna", "2035-03-05T22:59:59Z", "2035-03-05")]
    [InlineData("Europe/Vienna", "2035-03-05T23:00:00Z", "2035-03-06")]
    [InlineData("Europe/Vienna", "2035-07-05T22:00:00Z", "2035-07-06")]
    [InlineData("America/New_York", "2035-03-05T04:59:59Z", "2035-03-04")]
    [InlineData("Pacific/Kiritimati", "2035-03-05T10:00:00Z", "2035-03-06")]
    [InlineData("Nowhere/Atlantis", "2035-03-05T23:59:59Z", "2035-03-05")]
    public void A_day_begins_where_the_people_are_and_in_an_unknown_zone_with_utc(string zone, string at, string day) =>
        Assert.Equal(DateOnly.Parse(day), In(zone).DayOf(DateTimeOffset.Parse(at)));

    [Fact]
    public void Today_is_the_day_of_now()
    {
        var clock = new StandingClock();
        clock.MoveTo(new(2035, 3, 5, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(new(2035, 3, 6), In("Europe/Vienna").Today(clock));
        Assert.Equal(new(2035, 3, 5), In("UTC").Today(clock));
    }
}
