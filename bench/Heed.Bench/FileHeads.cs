using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Heed.Files;

namespace Heed.Bench;

/// <summary>head: what a file is and how it is to be read, found out from the file alone before anybody sees its page.</summary>
static class FileHeads
{
    const string Goal = "≤ 50 ms";
    const int Rows = 1_000_000;
    const int BookRows = 100_000;
    const int BookColumns = 20;
    const int Tries = 5;

    public static IEnumerable<Benchmark> All =>
        [
            new("head", "how an export is to be read, the slowest of the real ones", Goal, 25, Exports),
            new(
                "head-million",
                "the same for 1 million rows × 20 columns",
                Goal,
                25,
                () => Alone("CSV", SurveyFile.Path(Rows))
            ),
            new(
                "head-book",
                "the same for a workbook of 10 MB, which is unpacked first",
                Goal,
                5,
                () => Alone("XLSX", Book())
            ),
        ];

    /// <summary>The slowest is found first, and measured by its name.</summary>
    static Sides Exports()
    {
        var files = Real().Where(path => !RecogniseFile.Run(path).Refused(out _, out _)).ToList();
        if (files.Count == 0)
            throw new NotHere("the real exports, which are kept beside the project.");
        var slowest = files.MaxBy(path =>
            Enumerable
                .Range(0, Tries)
                .Min(_ =>
                {
                    var began = Stopwatch.GetTimestamp();
                    Recognised(path);
                    return Stopwatch.GetElapsedTime(began);
                })
        )!;
        return Alone($"{Path.GetFileName(slowest)}, of {files.Count}", slowest);
    }

    static Sides Alone(string name, string path) => new([($"Heed: {name}", () => Recognised(path))]);

    static Found Recognised(string path)
    {
        var csv = path;
        if (Workbook.Is(path))
        {
            csv = Path.GetTempFileName();
            using var to = File.Create(csv);
            _ = HeedHere.Given(Workbook.Unpack(path, to, null));
        }
        var shape = HeedHere.Given(RecogniseFile.Run(csv));
        if (csv != path)
            File.Delete(csv);
        return $"{shape.Columns.Count} columns, {shape.HeaderRows} header rows";
    }

    static IEnumerable<string> Real([CallerFilePath] string here = "")
    {
        var data = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared", "data");
        return Directory.Exists(data)
            ? Directory
                .EnumerateFiles(data, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".csv" or ".tsv" or ".txt")
                .Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>A sheet of numbers of many digits, which pack badly: about 10 MB. The same cells each time.</summary>
    static string Book()
    {
        var path = Path.Combine(Path.GetTempPath(), $"heed-bench-book-{BookRows}.xlsx");
        if (File.Exists(path))
            return path;
        var random = new Random(20261122);
        var unfinished = path + ".part";
        using (var book = ZipFile.Open(unfinished, ZipArchiveMode.Create))
        {
            Part(
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
            );
            Part(
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Part(
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            );
            Part(
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            );
            using StreamWriter sheet = new(
                book.CreateEntry("xl/worksheets/sheet1.xml").Open(),
                new UTF8Encoding(false)
            );
            sheet.Write(
                """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">"""
            );
            for (var column = 1; column <= BookColumns; column++)
                sheet.Write($"""<c t="inlineStr"><is><t>q{column}</t></is></c>""");
            sheet.Write("</row>");
            for (var row = 2; row <= BookRows + 1; row++)
            {
                sheet.Write($"""<row r="{row}">""");
                for (var column = 0; column < BookColumns; column++)
                    sheet.Write($"<c><v>{random.Next(1_000_000)}</v></c>");
                sheet.Write("</row>");
            }
            sheet.Write("</sheetData></worksheet>");

            void Part(string name, string text)
            {
                using StreamWriter part = new(book.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(text);
            }
        }
        File.Move(unfinished, path);
        return path;
    }
}
