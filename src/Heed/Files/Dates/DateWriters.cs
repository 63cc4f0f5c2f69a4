using System.Text;

namespace Heed.Files;

/// <summary>Which other column of a file tells those who write the day first from those who write the month first.</summary>
static class DateWriters
{
    const int MostValues = 12;

    /// <summary>
    /// Of the rows whose date can only be in one order: a column of few values, none of which stands beside dates of both. Null
    /// where there is none.
    /// </summary>
    public static string? Column(FileShape shape, string path, int date)
    {
        using var reader = shape.Open(path);
        var values = new Dictionary<string, DateOrder>?[shape.Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = i == date ? null : new(StringComparer.Ordinal);
        var rows = 0;
        while (reader.Read())
        {
            if (date >= reader.Cells)
                continue;
            var cell = CellText.Trimmed(reader[date]);
            var order = FileDates.HasPoints(cell) ? DateOrder.DayFirst : FileDates.Evidence(cell);
            if (order is DateOrder.ByEvidence)
                continue;
            rows++;
            for (var i = 0; i < Math.Min(values.Length, reader.Cells); i++)
                if (values[i] is { } known)
                {
                    var value = FoldedText.Of(Encoding.UTF8.GetString(CellText.Trimmed(reader[i])));
                    if (
                        value.Length == 0
                        || known.Count >= MostValues
                        || !(known.TryAdd(value, order) || known[value] == order)
                    )
                        values[i] = null;
                }
        }
        var tells = values
            .Index()
            .Where(v => v.Item is { Count: > 1 } known && known.Count < rows && known.Values.Distinct().Count() == 2)
            .OrderBy(v => v.Item!.Count)
            .Select(v => v.Index)
            .DefaultIfEmpty(-1)
            .First();
        if (tells < 0)
            return null;
        string Of(DateOrder order) => values[tells]!.First(v => v.Value == order).Key;
        return $"“{shape.Columns[tells].Name}” tells them apart: “{Of(DateOrder.DayFirst)}” writes the day first, “{Of(DateOrder.MonthFirst)}” the month. Take each for itself, with --where and --dates, or write all dates as 2026-03-31.";
    }
}
