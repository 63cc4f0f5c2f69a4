using System.Text;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Reads a pasted table by the reader of all files, from a place of its own for as long as that takes.</summary>
public sealed class ReadPasted(Settings settings)
{
    const string Name = "the table";

    /// <param name="censored">What “&lt;1” counts as; empty where nobody said.</param>
    public Outcome<PastedTable> Of(string? text, Censored? censored = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("Choose a file, or paste a table: a column of dates, and columns of numbers beside it.");
        var folder = OwnFolder.Create(Path.Combine(settings.Data, "pasted", Id<PastedTable>.New().ToString()));
        var path = Path.Combine(folder, Name);
        try
        {
            using (var file = OwnFolder.Write(path, FileMode.CreateNew))
                file.Write(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));
            return Read(path, censored).Refused(out var refusal, out var table)
                ? refusal with
                {
                    Because = Format.Capital(
                        refusal
                            .Because.Replace($"{path}: ", "", StringComparison.Ordinal)
                            .Replace(path, Name, StringComparison.Ordinal)
                    ),
                }
                : table;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Outcome<PastedTable> Read(string path, Censored? censored)
    {
        if (DataFile.Open(path).Refused(out var refusal, out var file))
            return refusal;
        using (file)
        {
            List<PastedRow> rows = [];
            while (true)
            {
                if (file.Next().Refused(out refusal, out var more))
                    return refusal;
                if (!more)
                    break;
                string[] cells = [.. file.Shape.Columns.Select((_, column) => file.Text(column))];
                if (cells.Any(cell => cell.Length > 0))
                    rows.Add(new(file.Row, cells));
            }
            return rows.Count == 0
                ? new Refusal("The table has a head and no rows. Give one row a period: a date, and numbers beside it.")
                : PastedTable.Of(
                    [.. file.Shape.Columns.Select(c => c.Name)],
                    rows,
                    file.Shape.Delimiter,
                    file.Notes,
                    censored
                );
        }
    }
}
