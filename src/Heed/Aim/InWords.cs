using System.Globalization;

namespace Heed.Aim;

/// <summary>Days and numbers as pages and refusals say them.</summary>
static class InWords
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Number(double value) => Ui.Reading.Words(value);

    public static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    /// <summary>“31 August to 29 November 2026”: the year once where it is the same.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        from.Year == to.Year
            ? $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} to {Day(to)}"
            : $"{Day(from)} to {Day(to)}";

    public static string Percent(double share) => $"{Number(Math.Round(share * 100))} %";

    static readonly string[] Counts =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>A count as a word up to twelve: “two”, “1,204”.</summary>
    public static string Count(int count) =>
        count >= 0 && count < Counts.Length ? Counts[count] : count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A sentence as the second half of another.</summary>
    public static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>As a form posts it: every digit, a point.</summary>
    public static string? Posted(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number that was computed, as a form offers it: six digits are more than anybody means.</summary>
    public static string? Offered(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture);

    public static string? Posted(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
