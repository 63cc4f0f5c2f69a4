namespace Heed.Metrics;

/// <summary>The points of a metric as a file that spreadsheets open and <see cref="MeasurementFile"/> reads back.</summary>
static class MeasurementCsv
{
    static readonly string Head = CsvWriter.Line("date", "value", "count", "low", "high", "note");

    public static byte[] Of(MetricSeries series) =>
        CsvWriter.Bytes([
            Head,
            .. series.Points.Select(point =>
                CsvWriter.Line([.. Numbers(point.On, point.Value, point.Count, point.Low, point.High), point.Note])
            ),
        ]);

    /// <summary>Rows that were read, in the one form that cannot be read two ways.</summary>
    public static string Rows(IReadOnlyList<MeasurementRequest> rows) =>
        Head
        + string.Concat(
            rows.Select(row =>
                $"{string.Join(',', Numbers(row.On!.Value, row.Value, row.Count, row.Low, row.High))},{CsvWriter.Exact(row.Note)}\n"
            )
        );

    static IEnumerable<string> Numbers(DateOnly on, params double?[] numbers) =>
        [CsvWriter.Day(on), .. numbers.Select(CsvWriter.Number)];

    /// <summary>The metric's name as the name of a file, without signs that any system forbids.</summary>
    public static string FileName(Metric metric, string ending)
    {
        var name = new string([.. metric.Name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);
        return $"{string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries))}.{ending}";
    }
}
