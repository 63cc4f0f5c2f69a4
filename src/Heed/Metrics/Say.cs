using System.Globalization;

namespace Heed.Metrics;

/// <summary>Numbers and days as people read them, the same on every machine.</summary>
static class Say
{
    public static string Number(double? value) => value is { } number ? Ui.Reading.Words(number) : "unknown";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Counted(long count, string one, string? many = null) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A value with its unit: “62 of 100”, “62 %”.</summary>
    public static string Value(double value, string unit) => $"{Number(value)} {unit}";

    /// <summary>Text that stands inside a sentence in quotation marks, short enough to stay readable.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
