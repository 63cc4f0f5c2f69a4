using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Heed.Files;

/// <summary>The sheets of a workbook, and the one that was unpacked.</summary>
sealed record Sheets(IReadOnlyList<string> Names, string Chosen)
{
    /// <summary>What of it could not be unpacked as it stands.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>
/// Makes of a workbook (XLSX, XLS) or of an archive with one file the one kind of file that all others read: CSV in UTF-8,
/// row for row, so that row 7 of the sheet is row 7 of it.
/// </summary>
static class Workbook
{
    /// <summary>What such a file is unpacked into is parted so.</summary>
    public const char Delimiter = ',';

    /// <summary>Told by its first bytes, whatever it is called.</summary>
    public static bool Is(string path)
    {
        Span<byte> start = stackalloc byte[8];
        using var file = FileShape.OpenBytes(path);
        return Is(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    internal static bool Is(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || IsOld(start);

    // The compound files of old Office, and of a workbook with a password.
    static bool IsOld(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <param name="sheet">Its name; null for the first one that holds a table.</param>
    public static Outcome<Sheets> Unpack(string path, Stream csv, string? sheet)
    {
        try
        {
            if (Archive.Look(path).Refused(out var refusal, out var content))
                return refusal;
            if (content.Single is { } single)
                return Archive.Extract(path, single, csv).Refused(out refusal) ? refusal : new Sheets([], "");
            if (Sheet(path, csv, sheet).Refused(out refusal, out var sheets))
                return refusal;
            return content.HasErrors && SheetErrors.Note(path, sheets.Chosen) is { } errors
                ? sheets with
                {
                    Notes = [.. sheets.Notes, errors],
                }
                : sheets;
        }
        catch (InvalidPasswordException)
        {
            return new Refusal(
                "The workbook is locked with a password. Save it without one, or save the sheet as CSV."
            );
        }
        catch (Exception problem)
            when (problem
                    is ExcelReaderException
                        or InvalidDataException
                        or NotSupportedException
                        or ArgumentException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or FormatException
                        or NullReferenceException
                        or OverflowException
                        or System.Xml.XmlException
            )
        {
            return new Refusal(
                "The workbook cannot be opened: it is damaged, or of a kind that is not known here. Open it in the spreadsheet program and save the sheet as “CSV UTF-8”."
            );
        }
    }

    static Outcome<Sheets> Sheet(string path, Stream csv, string? sheet)
    {
        // The letters of old workbooks.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = FileShape.OpenBytes(path);
        using var book = ExcelReaderFactory.CreateReader(file);
        List<(string Name, bool Holds)> sheets = [];
        do sheets.Add((book.Name, book.VisibleState == "visible" && book.FieldCount > 0 && book.RowCount > 1));
        while (book.NextResult());
        var names = sheets.ConvertAll(s => s.Name);
        var chosen = sheet ?? sheets.Find(s => s.Holds).Name ?? names.FirstOrDefault();
        var at = names.FindIndex(name => string.Equals(name, chosen, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            return new Refusal(
                names.Count == 0
                    ? "The workbook has no sheet."
                    : $"The workbook has no sheet “{chosen}”. It has {Format.List([.. names.Select(n => $"“{n}”")])}."
            );
        book.Reset();
        for (var i = 0; i < at; i++)
            book.NextResult();
        using var writer = new StreamWriter(csv, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        return new Sheets(names, names[at]) { Notes = Write(book, writer) };
    }

    static IReadOnlyList<string> Write(IExcelDataReader book, StreamWriter writer)
    {
        var merged = (book.MergeCells ?? [])
            .Where(range => range.ToRow > range.FromRow)
            .ToLookup(range => range.FromColumn);
        var above = new string[book.FieldCount];
        for (var row = 0; book.Read(); row++)
        {
            for (var column = 0; column < book.FieldCount; column++)
            {
                if (column > 0)
                    writer.Write(Delimiter);
                // A label over several rows is the label of each of them.
                if (!merged[column].Any(range => row > range.FromRow && row <= range.ToRow))
                    above[column] = Cell(Text(book, column));
                writer.Write(above[column]);
            }
            writer.Write('\n');
        }
        return merged.Count > 0
            ? ["Cells that are merged over several rows are read as if their text stood in each of the rows."]
            : [];
    }

    static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : CsvWriter.Exact(text);

    /// <summary>The look by which LibreOffice writes yes and no into an XLS, where they are numbers.</summary>
    const string YesOrNo = "\"TRUE\";\"TRUE\";\"FALSE\"";

    static string Text(IExcelDataReader book, int column) =>
        book.GetValue(column) switch
        {
            null => "",
            string text => text,
            DateTime { Year: < 1900 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            bool yes => yes ? "TRUE" : "FALSE",
            double number when book.GetNumberFormatString(column) is YesOrNo => number != 0 ? "TRUE" : "FALSE",
            double number when book.GetNumberFormatString(column)?.Contains('%') == true =>
                $"{Math.Round(number * 100, 10).ToString("R", CultureInfo.InvariantCulture)}%",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
}
