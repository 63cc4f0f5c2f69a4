using System.Text;

namespace Heed.Metrics;

/// <summary>Splits delimited text into rows of cells (RFC 4180: quotation marks hold delimiters, line ends and doubled marks).</summary>
static class DelimitedText
{
    /// <summary>The rows that hold anything, each with the line on which it begins.</summary>
    public static Outcome<List<(int Line, string[] Cells)>> Rows(string text, char delimiter)
    {
        List<(int, string[])> rows = [];
        List<string> cells = [];
        var cell = new StringBuilder();
        var (line, begins, quoted, opened) = (1, 1, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == '\n' || (sign == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
                line++;
            if (quoted)
            {
                if (sign != '"')
                    cell.Append(sign);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (sign == '"' && IsBlank(cell))
            {
                cell.Clear();
                (quoted, opened) = (true, line);
            }
            else if (sign == delimiter)
                EndCell();
            else if (sign is '\n' or '\r')
                EndRow();
            else
                cell.Append(sign);
        }
        if (quoted)
            return new Refusal(
                $"Row {opened} opens a quotation mark that never closes. Close it, or leave it out. Nothing was recorded."
            );
        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(c => c.Length > 0))
                rows.Add((begins, [.. cells]));
            cells.Clear();
            begins = line;
        }
    }

    static bool IsBlank(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (!char.IsWhiteSpace(cell[i]))
                return false;
        }
        return true;
    }
}
