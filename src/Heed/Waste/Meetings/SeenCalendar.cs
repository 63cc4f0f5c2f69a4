using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Heed.Waste;

/// <summary>A meeting that comes again, as it will be kept.</summary>
sealed record SeenSeries(string Uid, string? Title, double People, double Minutes, double TimesAWeek, bool IsLately)
{
    public double HoursAWeek => People * Minutes / 60 * TimesAWeek;
}

sealed record SeenWeek(DateOnly Monday, double Hours);

/// <summary>What was read and will be kept: shown before, and then taken in without reading the files again.</summary>
sealed record SeenCalendar(
    int Events,
    int People,
    IReadOnlyList<SeenWeek> Weeks,
    IReadOnlyList<SeenSeries> Series,
    int Seldom,
    int Small,
    string? LeftOut
)
{
    internal const int MostSeries = 500;

    /// <summary>A meeting of fewer is a talk: it counts, and is not listed, because its title tells of two people.</summary>
    internal const int FewestListed = 3;

    /// <summary>The weeks that say how often it comes: the last four whole ones and the four ahead.</summary>
    const int WeeksOfNow = 8;

    public static SeenCalendar Of(CalendarReading reading, DateOnly today, bool leaveTitlesOut)
    {
        var now = today.Monday().AddDays(-7 * (WeeksOfNow - ReadCalendar.WeeksAhead));
        var standing = reading.Meetings.Where(m => m.IsStanding).ToList();
        var listed = standing.Where(m => Middle(m.Held.Select(h => (double)h.People)) >= FewestListed).ToList();
        return new(
            reading.Events,
            reading.People,
            [.. reading.Weeks(today).Select(w => new SeenWeek(w.Monday, w.Hours))],
            [
                .. listed
                    .Select(m =>
                    {
                        var lately = m.Held.Where(h => h.On >= now).ToList();
                        return new SeenSeries(
                            m.Uid,
                            leaveTitlesOut ? null : Named(m.Title),
                            Middle(m.Held.Select(h => (double)h.People)),
                            Middle(m.Held.Select(h => h.Hours * 60)),
                            lately.Count / (double)WeeksOfNow,
                            lately.Exists(h => h.On >= today.Monday().AddDays(-7))
                        );
                    })
                    .OrderByDescending(s => s.HoursAWeek)
                    .ThenBy(s => s.Uid, StringComparer.Ordinal)
                    .Take(MostSeries),
            ],
            reading.Meetings.Count - standing.Count,
            standing.Count - listed.Count,
            reading.LeftOut.Says()
        );
    }

    /// <summary>A title with an address in it would tell who is meant.</summary>
    static string? Named(string? title) =>
        title is null || title.Contains('@', StringComparison.Ordinal) ? null : Format.Shortened(title, 200);

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>Carries what was seen through the browser to the second step, unreadable and unchangeable on the way.</summary>
sealed class SealedCalendar(IDataProtectionProvider protection)
{
    readonly IDataProtector _seal = protection.CreateProtector("heed.calendar");

    public string Seal(SeenCalendar seen)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(gzip, seen);
        return Convert.ToBase64String(_seal.Protect(packed.ToArray()));
    }

    public SeenCalendar? Read(string? text)
    {
        try
        {
            if (string.IsNullOrEmpty(text))
                return null;
            using var packed = new MemoryStream(_seal.Unprotect(Convert.FromBase64String(text)));
            using var gzip = new GZipStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<SeenCalendar>(gzip);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>What a series is known by: the same in every upload, and read back by nobody.</summary>
    public static string KeyOf(string uid, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(uid)));
}
