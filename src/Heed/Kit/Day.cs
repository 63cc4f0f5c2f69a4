namespace Heed.Kit;

/// <summary>
/// Which day an instant falls on is a question of where one stands. What people read goes by their workspace's zone
/// (Workspace.DayOf and Workspace.Today); only what is compared between workspaces or kept for a machine goes by UTC.
/// </summary>
public static class Day
{
    public static DateOnly DayIn(this DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(Clock(TimeZoneInfo.ConvertTime(at, zone)));

    /// <summary>The first instant of a day. Where clocks jump over midnight, it is the first that exists.</summary>
    public static DateTimeOffset BeginsIn(this DateOnly day, TimeZoneInfo zone) => day.At(TimeOnly.MinValue, zone);

    /// <summary>When the clocks of a zone first show this time; where they jump over it, what they show next.</summary>
    public static DateTimeOffset At(this DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(time);
        while (zone.IsInvalidTime(start))
            start = start.AddMinutes(15);
        // A time that comes twice came first with the greater offset.
        var offset = zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start);
        return new DateTimeOffset(start, offset).ToUniversalTime();
    }

    /// <summary>The Monday of its week; weeks begin on Monday (ISO 8601).</summary>
    public static DateOnly Monday(this DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>So many working days later; Saturdays and Sundays are not counted.</summary>
    public static DateOnly AddWorkingDays(this DateOnly day, int days)
    {
        for (var left = days; left > 0; )
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return day;
    }

    /// <summary>The day of the clock that it was written by, such as one in a file. Nothing of ours is dated so.</summary>
    public static DateOnly AsWritten(this DateTimeOffset at) => DateOnly.FromDateTime(Clock(at));

    /// <summary>The day in Greenwich: for what no person reads as a date. Never shown.</summary>
    public static DateOnly UtcDay(this DateTimeOffset at) => at.DayIn(TimeZoneInfo.Utc);

#pragma warning disable RS0030 // The one place that may: it was brought into its zone just before, or is meant as written.
    static DateTime Clock(DateTimeOffset local) => local.DateTime;
#pragma warning restore RS0030
}
