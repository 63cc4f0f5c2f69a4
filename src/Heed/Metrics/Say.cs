using System.Globalization;
using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>Numbers and days as people read them, the same on every machine.</summary>
static class Say
{
    public static string Number(double? value) => value is { } number ? Ui.Reading.Words(number) : "unknown";

    /// <summary>With a set number of decimals, so that the points of a column stand below each other.</summary>
    public static string Number(double value, int decimals) =>
        value.ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>As many decimals as the value that needs most of them.</summary>
    public static int Decimals(IEnumerable<double> values) =>
        values.Select(value => Number(value).Split('.') is [_, var after] ? after.Length : 0).DefaultIfEmpty(0).Max();

    /// <summary>The period that a point stands for: “week of 9 November 2026”, “May 2026”, “2017”.</summary>
    public static string Period(DateOnly on, Cadence cadence) =>
        cadence switch
        {
            Cadence.Week => $"week of {Day(on)}",
            Cadence.Month => on.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            Cadence.Quarter => $"quarter {(on.Month + 2) / 3} of {on.Year}",
            Cadence.Year => on.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => Day(on),
        };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Counted(long count, string one, string? many = null) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A value with its unit: “62 of 100”, “62 %”.</summary>
    public static string Value(double value, string unit) => $"{Number(value)} {unit}";

    /// <summary>Text that stands inside a sentence in quotation marks, short enough to stay readable.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
