using System.Globalization;

namespace Heed.Analyze;

/// <summary>Numbers, dates and cells as they are written in sentences.</summary>
static class Said
{
    const int LongestCell = 40;

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Times(long count) => count == 1 ? "once" : $"{Count(count)} times";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As many digits as the size of the numbers beside it deserves.</summary>
    public static string Number(double value, double size)
    {
        var digits = size switch
        {
            >= 1000 => 0,
            >= 100 => 1,
            >= 10 => 2,
            > 0 => Math.Min(10, 2 - (int)Math.Floor(Math.Log10(size)) + 1),
            _ => 0,
        };
        var text = value.ToString($"N{digits}", CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.', ',').Length == 0 ? text.TrimStart('-') : text;
    }

    public static string Number(double value) => Number(value, Math.Abs(value));

    /// <summary>A number as somebody typed it.</summary>
    public static string Typed(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Signed(double value, double size) => (value > 0 ? "+" : "") + Number(value, size);

    public static string Cell(string text)
    {
        var plain = text.Length > LongestCell ? text[..LongestCell] + "…" : text;
        return plain.Length == 0 ? "a blank" : $"“{plain.ReplaceLineEndings(" ")}”";
    }

    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>The first few of many names.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        names.Count <= 4 ? List(names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} others";
}
