using System.Buffers;
using System.Text;

namespace Heed.Metrics;

/// <summary>Writes the current points as a file that spreadsheets open and <see cref="MeasurementFile"/> reads back.</summary>
static class WriteMeasurements
{
    static readonly SearchValues<char> NeedsMarks = SearchValues.Create(",;\"\r\n\t");

    public static byte[] Csv(MetricSeries series)
    {
        var text = new StringBuilder("date,value,count,low,high,note\r\n");
        foreach (var point in series.Points)
        {
            text.Append(Format.Iso(point.On));
            foreach (var number in new[] { point.Value, point.Count, point.Low, point.High })
                text.Append(',').Append(Format.Exact(number));
            text.Append(',').Append(Cell(point.Note ?? "")).Append("\r\n");
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Rows that were read, in the one form that cannot be read two ways.</summary>
    public static string Rows(IReadOnlyList<MeasurementRequest> rows)
    {
        var text = new StringBuilder("date,value,count,low,high,note\n");
        foreach (var row in rows)
        {
            text.Append(Format.Iso(row.On));
            foreach (var number in new[] { row.Value, row.Count, row.Low, row.High })
                text.Append(',').Append(Format.Exact(number));
            text.Append(",\"").Append(row.Note?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }
        return text.ToString();
    }

    /// <summary>The metric's name as the name of a file, without signs that any system forbids.</summary>
    public static string FileName(Metric metric, string ending)
    {
        var name = new string([.. metric.Name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);
        return $"{string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries))}.{ending}";
    }

    /// <summary>
    /// Text that a spreadsheet would run as a formula gets an apostrophe before it, full-width twins of the signs too
    /// (OWASP ASVS 1.2.10).
    /// </summary>
    internal static string Cell(string text)
    {
        if (
            text.TrimStart() is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..]
            || text is ['\t' or '\r' or '\n', ..]
        )
            text = "'" + text;
        return text.AsSpan().IndexOfAny(NeedsMarks) < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
