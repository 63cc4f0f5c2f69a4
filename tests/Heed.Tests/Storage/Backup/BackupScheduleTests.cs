using Heed.Storage;

namespace Heed.Tests.Storage;

public sealed class BackupScheduleTests
{
    static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

    static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-07-01T12:00", "2026-07-01T01:15", "2026-07-02T01:15")]
    [InlineData("2026-07-01T01:15", "2026-07-01T01:15", "2026-07-02T01:15")]
    [InlineData("2026-07-01T01:14", "2026-06-30T01:15", "2026-07-01T01:15")]
    [InlineData("2026-12-31T23:30", "2026-12-31T02:15", "2027-01-01T02:15")]
    public void A_time_of_day_is_one_of_the_organisations_clocks(string now, string last, string next)
    {
        var schedule = BackupSchedule.Parse("03:15")!;
        Assert.Equal(Utc(last), schedule.Last(Utc(now), Vienna));
        Assert.Equal(Utc(next), schedule.Next(Utc(now), Vienna));
    }

    [Fact]
    public void When_the_clocks_change_there_is_one_a_day()
    {
        var schedule = BackupSchedule.Parse("2:30")!;
        var due = new List<DateTimeOffset>();
        for (var now = Utc("2026-03-27T12:00"); due.Count < 240; )
            due.Add(now = schedule.Next(now, Vienna));
        Assert.Equal(240, due.Select(d => d.DayIn(Vienna)).Distinct().Count());
        Assert.All(due, d => Assert.Equal(d, schedule.Last(d, Vienna)));
        // 02:30 was jumped over on 29 March, and came twice on 25 October.
        Assert.Contains(Utc("2026-03-29T01:00"), due);
        Assert.Contains(Utc("2026-10-25T00:30"), due);
        Assert.DoesNotContain(Utc("2026-10-25T01:30"), due);
    }

    [Fact]
    public void Hours_are_the_same_for_every_process()
    {
        var schedule = BackupSchedule.Parse("6h")!;
        Assert.Equal(Utc("2026-07-01T12:00"), schedule.Last(Utc("2026-07-01T17:59"), Vienna));
        Assert.Equal(Utc("2026-07-01T18:00"), schedule.Next(Utc("2026-07-01T17:59"), Vienna));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("03:15:00")]
    [InlineData("0h")]
    [InlineData("169h")]
    [InlineData("daily")]
    public void Anything_else_is_none(string text) => Assert.Null(BackupSchedule.Parse(text));
}
