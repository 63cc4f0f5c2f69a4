namespace Heed.Storage;

/// <summary>When backups are due: each day when the clocks show a time, or every so many hours.</summary>
public sealed class BackupSchedule
{
    readonly TimeOnly? _at;
    readonly TimeSpan _every;

    BackupSchedule(TimeOnly? at, TimeSpan every) => (_at, _every) = (at, every);

    /// <summary>After that much without one something is wrong: it was missed twice.</summary>
    public TimeSpan Late => _every * 2;

    /// <summary>“03:15” or “6h”; null where it is neither.</summary>
    public static BackupSchedule? Parse(string text) =>
        TimeOnly.TryParseExact(text, "H:mm", out var at) ? new(at, TimeSpan.FromDays(1))
        : text.EndsWith('h') && int.TryParse(text[..^1], out var hours) && hours is >= 1 and <= 168
            ? new(null, TimeSpan.FromHours(hours))
        : null;

    /// <summary>The last moment up to now at which one was due: the same for every process that asks.</summary>
    public DateTimeOffset Last(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (_at is not { } time)
            return new DateTimeOffset(now.UtcTicks - now.UtcTicks % _every.Ticks, TimeSpan.Zero);
        var today = now.DayIn(zone).At(time, zone);
        return today <= now ? today : now.DayIn(zone).AddDays(-1).At(time, zone);
    }

    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (_at is not { } time)
            return Last(now, zone) + _every;
        var today = now.DayIn(zone).At(time, zone);
        return today > now ? today : now.DayIn(zone).AddDays(1).At(time, zone);
    }
}
