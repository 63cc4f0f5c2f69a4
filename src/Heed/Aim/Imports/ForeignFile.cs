namespace Heed.Aim;

/// <summary>The text of a file of another tool: a table as text, or the first sheet of a workbook.</summary>
static class ForeignFile
{
    public static Outcome<string> Text(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!Workbook.Is(bytes))
            return FileText.Of(bytes).Refused(out var unread, out var text) ? unread.At("File") : text.Text;
        // The reader of workbooks reads a file, because a sheet may be larger than memory.
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            using var csv = new MemoryStream();
            return Workbook.Unpack(path, csv, null).Refused(out var refusal)
                ? refusal.At("File")
                : System.Text.Encoding.UTF8.GetString(csv.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
