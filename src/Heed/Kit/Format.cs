using System.Globalization;

namespace Heed.Kit;

/// <summary>
/// Numbers, counts and days as people read them, the same on every page, in every refusal and on the command line. What
/// is known to an interval is rounded to the place that the interval supports; every other number to three significant
/// digits, whole digits never given up. A half goes away from zero, by the digits as they would be written out.
/// </summary>
public static class Format
{
    /// <summary>Beyond these a row of digits says less than a power of ten.</summary>
    const double Huge = 1e15;
    const double Tiny = 1e-6;
    const int MostPlaces = 6;

    /// <summary>“−8.33”, “71.3”, “12,346”, “0.123”; “not known” where there is none.</summary>
    public static string Number(double? value) =>
        value is not { } number ? "not known"
        : IsPlain(number) ? Written(number, Places(number), "#,0.########")
        : Power(number);

    /// <summary>With a set number of decimals, so that the points of a column stand below each other.</summary>
    public static string Number(double value, int places) =>
        !double.IsFinite(value) || Math.Abs(value) >= Huge
            ? Power(value)
            : Written(value, places, places > 0 ? $"#,0.{new string('0', places)}" : "#,0");

    /// <summary>To the place that three significant digits of a number of this size reach: for what stands beside it.</summary>
    public static string Beside(double value, double size) => Number(value, Math.Min(MostPlaces, Places(size)));

    /// <summary>“+2.5”, “−2.5”, “0”.</summary>
    public static string WithSign(double value) => Sign(value, Number(value));

    public static string WithSign(double value, int places) => Sign(value, Number(value, places));

    /// <summary>As many decimals as the value that needs most of them.</summary>
    public static int MostDecimals(IEnumerable<double> values) => values.Select(Decimals).DefaultIfEmpty(0).Max();

    /// <summary>A value with its unit: “62 of 100”, “62 %”.</summary>
    public static string Value(double value, string unit) => $"{Number(value)} {unit}".TrimEnd();

    /// <summary>What values are counted in: “in minutes”, and “of 100” as it stands.</summary>
    public static string InUnit(string unit) =>
        unit.StartsWith("of ", StringComparison.OrdinalIgnoreCase)
        || unit.StartsWith("per ", StringComparison.OrdinalIgnoreCase)
            ? unit
            : $"in {unit}";

    /// <summary>A share of one: “62 %”.</summary>
    public static string Percent(double share, int places = 0) => $"{Number(share * 100, places)} %";

    /// <summary>What is allowed: “at least 6.5”, “at most 4”, “4 to 6”.</summary>
    public static string Limits(double? atLeast, double? atMost) =>
        (atLeast, atMost) switch
        {
            ({ } low, { } high) => $"{Number(low)} to {Number(high)}",
            ({ } low, null) => $"at least {Number(low)}",
            (null, { } high) => $"at most {Number(high)}",
            _ => "no limit",
        };

    /// <summary>
    /// A number with its 95 % interval: “71.0 [66.5, 75.5]”. All three are rounded to the same place, and the interval's
    /// width chooses it: two significant digits of the half-width (JCGM 100:2008, 7.2.6), so that no digit claims more
    /// than is known.
    /// </summary>
    public static string Interval(double value, double low, double high) =>
        $"{Number(value, low, high)} {Interval(low, high)}";

    /// <summary>The ends alone: “[5.1, 12.0]”.</summary>
    public static string Interval(double low, double high) => $"[{Number(low, low, high)}, {Number(high, low, high)}]";

    /// <summary>The ends in a sentence: “5.1 to 12.0”.</summary>
    public static string Ends(double low, double high) => $"{Number(low, low, high)} to {Number(high, low, high)}";

    /// <summary>The ends of a change: “−1.2 to +3.4”.</summary>
    public static string SignedEnds(double low, double high) =>
        $"{WithSign(low, low, high)} to {WithSign(high, low, high)}";

    /// <summary>A change with its sign: “+8.6 [5.1, 12.0]”.</summary>
    public static string Change(double value, double low, double high) =>
        $"{WithSign(value, low, high)} {Interval(low, high)}";

    /// <summary>A value to the place that its interval supports, without the interval.</summary>
    public static string Number(double value, double low, double high) => Number(value, Places(low, high));

    public static string WithSign(double value, double low, double high) => Sign(value, Number(value, low, high));

    /// <summary>As a form posts and a file holds it: every digit, a point, a plain hyphen.</summary>
    public static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Exact(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that was computed, as a form offers it: whole, or with four digits, which are more than anybody means.</summary>
    public static string? Offered(double? value) =>
        value is { } v && v != 0 && double.IsFinite(v)
            ? Exact(Math.Round(v, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(v))), 0, 15)))
            : Exact(value);

    /// <summary>A number that somebody typed, with the digits that they typed.</summary>
    public static string Typed(double? value) =>
        value is { } number && (number == 0 || Math.Abs(number) is >= 1e-10 and < Huge)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture).Replace('-', '−')
            : Number(value);

    /// <summary>“1,204”.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>“1 row”, “1,204 rows”.</summary>
    public static string Count(long count, string one, string? many = null) =>
        $"{Count(count)} {Plural(count, one, many ?? one + "s")}";

    /// <summary>The word that fits the count: “is” for one, “are” for none and for many.</summary>
    public static string Plural(long count, string one, string many) => count == 1 ? one : many;

    /// <summary>“once”, “3 times”.</summary>
    public static string Times(long count) => count == 1 ? "once" : $"{Count(count)} times";

    static readonly string[] Words =
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
    public static string InWords(int count) => count >= 0 && count < Words.Length ? Words[count] : Count(count);

    /// <summary>“reach, price and taste”.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>The first few of many names.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        names.Count <= 4 ? List(names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} others";

    /// <summary>At the beginning of a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A sentence as the second half of another.</summary>
    public static string Lower(string sentence) =>
        sentence.Length == 0 ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>Text that stands inside a sentence in quotation marks, short enough to stay readable.</summary>
    public static string Shortened(string text, int most = 60) =>
        text.Length <= most
            ? text
            // Not through the middle of a sign of two halves, such as 🙂.
            : text[..(most > 1 && char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    /// <summary>“9 November 2026”.</summary>
    public static string Day(DateOnly day) => Written(day, "d MMMM yyyy");

    /// <summary>“9 Nov 2026”, where there is little room.</summary>
    public static string ShortDay(DateOnly day) => Written(day, "d MMM yyyy");

    /// <summary>“9 Nov”, where the year is plain.</summary>
    public static string DayOfYear(DateOnly day) => Written(day, "d MMM");

    /// <summary>“Nov”, on a scale.</summary>
    public static string ShortMonth(DateOnly day) => Written(day, "MMM");

    /// <summary>“Monday 9 November”.</summary>
    public static string Weekday(DateOnly day) => Written(day, "dddd d MMMM");

    /// <summary>“November 2026”.</summary>
    public static string Month(DateOnly day) => Written(day, "MMMM yyyy");

    /// <summary>“quarter 4 of 2026”.</summary>
    public static string Quarter(DateOnly day) => $"quarter {(day.Month + 2) / 3} of {Year(day)}";

    public static string Year(DateOnly day) => Written(day, "yyyy");

    /// <summary>“31 August to 29 November 2026”: the year once where it is the same.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        from == to ? Day(to)
        : from.Year == to.Year ? $"{Written(from, "d MMMM")} to {Day(to)}"
        : $"{Day(from)} to {Day(to)}";

    /// <summary>“14:05” where the clocks of the zone stood.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>“9 Nov 2026, 14:05” where the clocks of the zone stood.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        $"{ShortDay(at.DayIn(zone))}, {Time(at, zone)}";

    /// <summary>As a form posts and a file holds it: “2026-11-09”.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static bool IsPlain(double value) => value == 0 || Math.Abs(value) is >= Tiny and < Huge;

    static int Places(double value) =>
        value == 0 || !double.IsFinite(value) ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);

    static int Places(double low, double high)
    {
        var half = Math.Abs(high - low) / 2;
        return half > 0 && double.IsFinite(half)
            ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, MostPlaces)
            : Math.Clamp(Decimals(low), 0, MostPlaces);
    }

    /// <summary>An interval without width says how exactly it is known by its own digits.</summary>
    static int Decimals(double value) => Number(value).Split('.') is [_, var after] ? after.Length : 0;

    /// <summary>A decimal keeps the digits that a reader sees: 2.675 is 2.68, though its double lies a hair below the half.</summary>
    static string Written(double value, int places, string format)
    {
        var rounded = Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0m : rounded).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>“1.23 × 10^18”.</summary>
    static string Power(double value)
    {
        if (double.IsNaN(value))
            return "not known";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        var parts = value.ToString("0.##E+0", CultureInfo.InvariantCulture).Replace('-', '−').Split('E');
        return $"{parts[0]} × 10^{parts[1].TrimStart('+')}";
    }

    /// <summary>What rounds to nothing has no sign.</summary>
    static string Sign(double value, string words) =>
        value > 0 && words.Any(c => c is >= '1' and <= '9') ? "+" + words : words;
}
