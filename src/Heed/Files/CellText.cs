namespace Heed.Files;

/// <summary>Cells as people see them.</summary>
static class CellText
{
    /// <summary>Without what cannot be seen at its ends: blanks, tabs, line breaks, no-break spaces.</summary>
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell)
    {
        while (cell.Length > 0)
        {
            if (IsBlank(cell[0]))
                cell = cell[1..];
            else if (cell.StartsWith("\u00a0"u8))
                cell = cell[2..];
            else
                break;
        }
        while (cell.Length > 0)
        {
            if (IsBlank(cell[^1]))
                cell = cell[..^1];
            else if (cell.EndsWith("\u00a0"u8))
                cell = cell[..^2];
            else
                break;
        }
        return cell;
    }

    static bool IsBlank(byte sign) => sign is (byte)' ' or >= (byte)'\t' and <= (byte)'\r';
}
