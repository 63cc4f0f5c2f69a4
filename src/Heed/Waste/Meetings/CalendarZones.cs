using System.Globalization;
using Ical.Net;

namespace Heed.Waste;

/// <summary>
/// Which zone a file means. Names of the world's list and of Windows are known; a name of the file's own is taken for the
/// place it says, or for a zone whose clocks stand as it describes.
/// </summary>
sealed class CalendarZones(TimeZoneInfo here, int year)
{
    readonly Dictionary<string, string?> _known = new(StringComparer.OrdinalIgnoreCase);

    public string Here => here.Id;

    /// <summary>A name that is understood; null where there is none.</summary>
    public string? Of(string id, IReadOnlyDictionary<string, CalendarZone> described)
    {
        if (_known.TryGetValue(id, out var known))
            return known;
        var zone =
            Named(id)
            ?? (
                described.GetValueOrDefault(id) is { } own
                    ? (own.Location is { } place ? Named(place) : null) ?? Alike(own)
                    : null
            );
        return _known[id] = zone;
    }

    static string? Named(string id)
    {
        try
        {
            return TimeZoneResolvers.Default(id)?.Id;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    string? Alike(CalendarZone own)
    {
        if (Offset(own.Standard) is not { } standard)
            return null;
        var summer = Offset(own.Daylight) ?? standard;
        var north = own.DaylightFrom is null or < 7;
        var (january, july) = north ? (standard, summer) : (summer, standard);
        return TimeZoneInfo
            .GetSystemTimeZones()
            .OrderBy(z => z.Id != here.Id)
            .ThenBy(z => z.Id, StringComparer.Ordinal)
            .Where(z => At(z, 1) == january && At(z, 7) == july)
            .Select(z => Named(z.Id))
            .FirstOrDefault(z => z is not null);
    }

    TimeSpan At(TimeZoneInfo zone, int month) =>
        zone.GetUtcOffset(new DateTimeOffset(year, month, 15, 12, 0, 0, default));

    /// <summary>“+0530”, “-080000”.</summary>
    static TimeSpan? Offset(string? text) =>
        text is ['+' or '-', ..]
        && text.Length >= 5
        && int.TryParse(text.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1)
            : null;
}
