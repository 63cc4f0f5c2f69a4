using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heed.Files;

/// <summary>
/// Writes rows of comma-separated text that spreadsheets open and Heed reads back. No cell of a person's words becomes a
/// formula: an apostrophe stands before what a spreadsheet would run (OWASP ASVS 1.2.10).
/// </summary>
static class CsvWriter
{
    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\r\n\t");

    /// <summary>UTF-8 with its mark, without which a spreadsheet takes the letters for others.</summary>
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static byte[] Bytes(IEnumerable<string> lines) =>
        [.. Encoding.Preamble, .. Encoding.GetBytes(string.Concat(lines))];

    /// <summary>A number in the one form that loses nothing and cannot be read two ways; nothing where it is not known.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One cell for a spreadsheet: safe, and in quotes where it needs them.</summary>
    public static string Cell(string? text)
    {
        text ??= "";
        if (RunsAsFormula(text))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(NeedsQuotes) < 0 ? text : Exact(text);
    }

    /// <summary>One cell for Heed's own reader: the very text, in quotes.</summary>
    public static string Exact(string? text) => $"\"{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Begins as formulas do, with the full-width twins of the signs too; a plain number does not run.</summary>
    static bool RunsAsFormula(string text) =>
        (
            text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]
            || text is ['\t' or '\r' or '\n', ..]
        )
        && !(
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        );
}
