using System.Text;

namespace Heed.Files;

/// <summary>What a row of a file was taken for.</summary>
public enum RowRole
{
    /// <summary>A title or a blank above the table.</summary>
    Above,
    Header,
    Answer,

    /// <summary>It counts the others.</summary>
    Total,
}

public sealed record HeadLine(RowRole Role, IReadOnlyList<string> Cells);

/// <summary>The first rows of a file and its totals, each with what it was taken for: a picture to be agreed to.</summary>
static class HeadPicture
{
    const int Answers = 3;
    const int MostAbove = 6;

    public static IReadOnlyList<HeadLine> Of(string path, FileShape shape, int columns)
    {
        List<HeadLine> lines = [];
        var reader = new RecordReader(FileShape.OpenUtf8(path, shape.Encoding), shape.Delimiter);
        using (reader)
        {
            for (var row = 0; row < shape.RowsAbove + shape.HeaderRows + Answers && reader.Read(); row++)
            {
                if (row >= shape.RowsAbove)
                    lines.Add(new(row < shape.RowsAbove + shape.HeaderRows ? RowRole.Header : RowRole.Answer, Cells()));
                else if (row < MostAbove)
                    lines.Add(new(RowRole.Above, Cells()));
            }
        }
        foreach (var total in shape.Totals)
        {
            reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(total)), shape.Delimiter);
            using (reader)
            {
                if (reader.Read())
                    lines.Add(new(RowRole.Total, Cells()));
            }
        }
        return lines;

        List<string> Cells() =>
            [
                .. Enumerable
                    .Range(0, Math.Min(reader.Cells, columns))
                    .Select(i => Format.Shortened(Encoding.UTF8.GetString(CellText.Trimmed(reader[i])))),
            ];
    }
}
