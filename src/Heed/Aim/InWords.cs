using System.Globalization;

namespace Heed.Aim;

/// <summary>Days and numbers as pages and refusals say them.</summary>
static class InWords
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Number(double value) => Ui.Reading.Words(value);

    public static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    /// <summary>A sentence as the second half of another.</summary>
    public static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>As a form posts it: every digit, a point.</summary>
    public static string? Posted(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Posted(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
