using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>Finds out how a file is to be read, from the file alone.</summary>
static partial class RecogniseFile
{
    const int Sample = 200;
    const int MostColumns = 2000;
    const int LongestName = 300;

    public static Outcome<FileShape> Run(string path, int? headerRows = null)
    {
        if (Encoding(path).Refused(out var refusal, out var encoding))
            return refusal;
        List<string> notes = [];
        if (encoding == FileShape.Windows1252)
            notes.Add(
                "The file is not UTF-8, so it is read as Windows-1252. If letters with accents look wrong below, save it as “CSV UTF-8” and choose it again."
            );
        var delimiter = Delimiter(path, encoding);
        var head = Head(path, encoding, delimiter);
        if (head.Count == 0)
            return new Refusal("The file holds no rows. Choose the file that was exported, and look into it first.");
        var headers = headerRows ?? HeaderRowsOf(head);
        if (head.Count <= headers)
            return new Refusal(
                $"The file has {headers} header {Format.Plural(headers, "row", "rows")} and no answers below. Export it again with its responses."
            );
        if (headers == 0)
            notes.Add(
                "The first row looks like answers, so the columns have no names and are numbered. If it is a header, say so below."
            );
        var columns = Columns(head, headers, notes);
        if (columns.Count > MostColumns)
            return new Refusal(
                $"The file has {columns.Count} columns, and {MostColumns} are the most. Leave out columns that nobody will read."
            );
        return new FileShape(encoding, delimiter, headers, columns, notes);
    }

    static Outcome<string> Encoding(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4096];
        var start = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (start.Length == 0)
            return new Refusal("The file is empty. Choose the file that was exported.");
        if (start.StartsWith("PK\u0003\u0004"u8))
            return new Refusal(
                "This is a workbook or an archive, not a CSV file. Open it in the spreadsheet program and save it as “CSV UTF-8”."
            );
        if (start is [0xFF, 0xFE, ..])
            return "UTF-16";
        if (start is [0xFE, 0xFF, ..])
            return "UTF-16 big-endian";
        var (even, odd) = Zeros(start);
        if (odd > start.Length / 8 && even < odd / 8)
            return "UTF-16";
        if (even > start.Length / 8 && odd < even / 8)
            return "UTF-16 big-endian";
        if (even + odd > 0)
            return new Refusal("This file is not text: it holds zero bytes. Export the answers as CSV.");
        file.Position = 0;
        return IsUtf8(file) ? FileShape.Utf8 : FileShape.Windows1252;
    }

    static (int Even, int Odd) Zeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }
        return (even, odd);
    }

    /// <summary>Looks at the whole file: one letter far below decides.</summary>
    static bool IsUtf8(FileStream file)
    {
        var buffer = new byte[1 << 20];
        var kept = 0;
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
                return kept == 0;
            var data = buffer.AsSpan(0, kept + read);
            // A letter may lie across two reads: its beginning waits.
            var whole = data.Length;
            while (whole > 0 && data.Length - whole < 3 && (data[whole - 1] & 0xC0) == 0x80)
                whole--;
            if (whole > 0 && data[whole - 1] >= 0xC0)
                whole--;
            else
                whole = data.Length;
            if (!System.Text.Unicode.Utf8.IsValid(data[..whole]) && !EndsWithinLetter(data))
                return false;
            kept = data.Length - whole;
            data[whole..].CopyTo(buffer);
        }

        static bool EndsWithinLetter(ReadOnlySpan<byte> data) =>
            data.Length > 4 && System.Text.Unicode.Utf8.IsValid(data[..^1]) && data[^1] >= 0xC0;
    }

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    static char Delimiter(string path, string encoding) =>
        Delimiters
            .Select(delimiter => (delimiter, score: Evenness(Head(path, encoding, delimiter))))
            .MaxBy(candidate => candidate.score)
            .delimiter;

    /// <summary>The share of rows with the commonest number of cells, times that number; zero for a single column.</summary>
    static double Evenness(List<string[]> rows)
    {
        if (rows.Count == 0)
            return 0;
        var commonest = rows.GroupBy(r => r.Length).MaxBy(g => g.Count())!;
        return commonest.Key < 2 ? 0 : Math.Pow(commonest.Count() / (double)rows.Count, 2) * Math.Sqrt(commonest.Key);
    }

    internal static List<string[]> Head(string path, string encoding, char delimiter, int rows = Sample)
    {
        using var reader = new RecordReader(FileShape.OpenUtf8(path, encoding), delimiter);
        List<string[]> head = [];
        while (head.Count < rows && reader.Read())
            head.Add([.. Enumerable.Range(0, reader.Cells).Select(i => reader.Text(i).Trim())]);
        return head;
    }

    internal static int HeaderRowsOf(IReadOnlyList<string[]> head)
    {
        // Qualtrics: names, questions, then {"ImportId":"QID1"} (methods/voice.md 4).
        if (head.Count > 2 && head[2].Any(c => c.Contains("\"ImportId\"", StringComparison.Ordinal)))
            return 3;
        if (head.Count > 1 && head[0][0] == "V1" && head[1][0] == "ResponseID")
            return 2;
        // SurveyMonkey: a second row with “Response”, “Open-Ended Response” or the option under each question.
        if (
            head.Count > 1
            && RespondentId().IsMatch(head[0][0])
            && head[1][0].Length == 0
            && head[1].Any(c => c.Length > 0)
        )
            return 2;
        return LooksLikeAnswers(head) ? 0 : 1;
    }

    static bool LooksLikeAnswers(IReadOnlyList<string[]> head)
    {
        var first = head[0];
        if (first.Length == 0 || head.Count < 2)
            return false;
        var below = head.Skip(1).Take(20).ToList();
        var values = first
            .Index()
            .Count(c => IsValue(c.Item) && below.Any(r => c.Index < r.Length && IsValue(r[c.Index])));
        return values > 0 && values >= first.Count(c => c.Length > 0) / 4.0;
    }

    static bool IsValue(string cell) =>
        cell.Length > 0
        && (
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || FileDates.LooksLikeDate(cell)
        );

    static List<FileColumn> Columns(List<string[]> head, int headers, List<string> notes)
    {
        var width = headers > 0 ? head[0].Length : head.Max(r => r.Length);
        List<FileColumn> columns = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<string> doubled = [];
        var above = "";
        for (var i = 0; i < width; i++)
        {
            var name = headers > 0 ? Clean(head[0][i]) : "";
            var text = headers > 1 && i < head[1].Length ? Clean(head[1][i]) : "";
            // An option of a question with several columns stands under an empty cell.
            if (headers == 2 && name.Length == 0 && text.Length > 0 && above.Length > 0)
                name = $"{above} – {text}";
            else
                above = name.Length > 0 ? name : above;
            if (name.Length == 0)
                name = $"Column {i + 1}";
            if (!taken.Add(name))
            {
                doubled.Add(name);
                var twin = 2;
                while (!taken.Add($"{name} ({twin})"))
                    twin++;
                name = $"{name} ({twin})";
            }
            columns.Add(new(name, text.Length > 0 ? text : name));
        }
        if (doubled.Count > 0)
            notes.Add(
                $"{(doubled.Count == 1 ? "One column name stands" : $"{doubled.Count} column names stand")} twice (“{doubled[0]}”). The later ones are numbered: “{doubled[0]} (2)”."
            );
        return columns;
    }

    /// <summary>Headers of survey tools carry HTML and line breaks.</summary>
    static string Clean(string cell)
    {
        var plain = Spaces().Replace(Tags().Replace(cell, " "), " ").Trim();
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }

    [GeneratedRegex("<[^>]{1,200}>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*Respondent\s*ID\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RespondentId();
}
