using System.Buffers.Text;
using Heed.Files;
using nietras.SeparatedValues;

namespace Heed.Bench;

/// <summary>readers: Heed's reader of records beside Sep, on the same file (docs/decisions/0006).</summary>
static class RecordReaders
{
    const int Rows = 1_000_000;
    const int Recommend = 5;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "readers",
                "one column of 1 million rows × 20 columns, read and added up",
                "none",
                7,
                () =>
                {
                    var path = SurveyFile.Path(Rows);
                    return new([("RecordReader", () => ByHeed(path)), ("Sep", () => BySep(path))]);
                }
            ),
        ];

    static Found ByHeed(string path)
    {
        using var reader = new RecordReader(File.OpenRead(path), ',');
        var (rows, cells, sum) = (0L, 0L, 0L);
        for (reader.Read(); reader.Read(); rows++)
        {
            cells += reader.Cells;
            if (Utf8Parser.TryParse(reader[Recommend], out int point, out _))
                sum += point;
        }
        return $"{rows} {cells} {sum}";
    }

    static Found BySep(string path)
    {
        using var reader = Sep.New(',').Reader(o => o with { HasHeader = true, Unescape = true }).FromFile(path);
        var (rows, cells, sum) = (0L, 0L, 0L);
        foreach (var row in reader)
        {
            rows++;
            cells += row.ColCount;
            if (int.TryParse(row[Recommend].Span, out var point))
                sum += point;
        }
        return $"{rows} {cells} {sum}";
    }
}
