using System.IO.Compression;
using System.Text;

namespace Heed.Tests.Files;

/// <summary>A small workbook as spreadsheets write them (ECMA-376), made cell by cell.</summary>
sealed class Book : IDisposable
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    readonly List<(string Name, string Rows, string Merged)> _sheets = [];

    public string Path { get; } =
        System.IO.Path.Combine(Directory.CreateTempSubdirectory("heed-book-").FullName, "answers.xlsx");

    /// <summary>Cells: a text, a number, a date (DateTime), a share (“%0.45”), a formula that shows an error (“#DIV/0!”), null.</summary>
    public Book Sheet(string name, object?[][] rows, string merged = "")
    {
        var xml = new StringBuilder();
        foreach (var (row, cells) in rows.Index())
        {
            xml.Append($"<row r=\"{row + 1}\">");
            foreach (var (column, cell) in cells.Index())
                xml.Append(Cell($"{(char)('A' + column)}{row + 1}", cell));
            xml.Append("</row>");
        }
        _sheets.Add((name, xml.ToString(), merged));
        return this;
    }

    static string Cell(string at, object? value) =>
        value switch
        {
            null => "",
            string text when text.StartsWith('%') => $"<c r=\"{at}\" s=\"2\"><v>{text[1..]}</v></c>",
            string text when text.StartsWith('#') => $"<c r=\"{at}\" t=\"e\"><f>1/0</f><v>{text}</v></c>",
            string text =>
                $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>",
            DateTime day => FormattableString.Invariant($"<c r=\"{at}\" s=\"1\"><v>{day.ToOADate()}</v></c>"),
            _ => FormattableString.Invariant($"<c r=\"{at}\"><v>{value}</v></c>"),
        };

    public string Save()
    {
        using var zip = ZipFile.Open(Path, ZipArchiveMode.Create);
        Add(
            zip,
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
        );
        Add(
            zip,
            "_rels/.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Add(
            zip,
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"/>"))}</sheets></workbook>"
        );
        Add(
            zip,
            "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        // Style 1 is a day, style 2 a share in percent.
        Add(
            zip,
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
        );
        foreach (var (i, (_, rows, merged)) in _sheets.Index())
            Add(
                zip,
                $"xl/worksheets/sheet{i}.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{(merged.Length > 0 ? $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>" : "")}</worksheet>"
            );
        return Path;
    }

    static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
