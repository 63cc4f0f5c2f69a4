using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>Finds out how a file is to be read, from the file alone.</summary>
static partial class RecogniseFile
{
    const int MostColumns = 2000;
    const int LongestName = 300;

    public static Outcome<FileShape> Run(string path, int? headerRows = null)
    {
        using var whole = FileShape.OpenBytes(path);
        if (FileEncoding.Of(whole).Refused(out var refusal, out var encoding))
            return refusal;
        List<string> notes = [];
        if (encoding == FileEncoding.Windows1252)
            notes.Add(FileEncoding.Note);
        var delimiter = FileDelimiter.Of(() => FileShape.OpenUtf8(path, encoding));
        var (cells, more) = FileDelimiter.Width(FileShape.OpenUtf8(path, encoding), delimiter);
        if (cells > MostColumns)
            return new Refusal(
                $"Row 1 of the file has {cells:#,0} cells{(more ? " and more" : "")}, parted by {FileDelimiter.InWords(delimiter)}s, and {MostColumns:#,0} columns are the most. Leave out columns that nobody will read."
            );
        var head = FileDelimiter.Head(FileShape.OpenUtf8(path, encoding), delimiter);
        if (head.Count == 0)
            return new Refusal("The file holds no rows. Choose the file that was exported, and look into it first.");
        var headers = headerRows ?? HeaderRowsOf(head);
        if (head.Count <= headers)
            return new Refusal(
                $"The file has {headers} header {Format.Plural(headers, "row", "rows")} and no answers below. Export it again with its responses."
            );
        if (headers == 0)
            notes.Add(
                "The first row looks like answers, so the columns have no names and are numbered. If it is a header, set the number of header rows to 1."
            );
        var columns = Columns(head, headers, notes);
        return new FileShape(encoding, delimiter, headers, WithNumbers(columns, head[headers..], delimiter), notes);
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
        cell.Length > 0 && (default(FileNumbers).TryRead(cell, out _) || FileDates.LooksLikeDate(cell));

    /// <summary>
    /// How the numbers of each column are written, by its own; where they leave it open, by those of all columns, unless
    /// commas part the cells: then “1,3” elsewhere may be a list of two choices.
    /// </summary>
    static List<FileColumn> WithNumbers(List<FileColumn> columns, List<string[]> rows, char delimiter)
    {
        var all = new NumberEvidence(delimiter);
        var each = columns.ConvertAll(_ => new NumberEvidence(delimiter));
        foreach (var row in rows)
            for (var i = 0; i < Math.Min(row.Length, each.Count); i++)
            {
                each[i].Look(row[i]);
                all.Look(row[i]);
            }
        return
        [
            .. columns.Select(
                (column, i) =>
                    column with
                    {
                        DecimalComma = (each[i].Settles || delimiter == ',' || !all.Settles ? each[i] : all)
                            .Decided
                            .DecimalComma,
                    }
            ),
        ];
    }

    static List<FileColumn> Columns(List<string[]> head, int headers, List<string> notes)
    {
        var width = headers > 0 ? head[0].Length : Math.Min(head.Max(r => r.Length), MostColumns);
        List<FileColumn> columns = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<(string Name, string Numbered)> doubled = [];
        var above = "";
        for (var i = 0; i < width; i++)
        {
            var name = headers > 0 ? Clean(head[0][i]) : "";
            var text = headers > 1 && i < head[1].Length ? Clean(head[1][i]) : "";
            // An option of a question with several columns stands under an empty cell.
            if (headers == 2 && name.Length == 0 && text.Length > 0 && above.Length > 0)
                name = Format.Shortened($"{above} – {text}", 2 * LongestName - 20);
            else
                above = name.Length > 0 ? name : above;
            if (name.Length == 0)
                name = $"Column {i + 1}";
            if (!taken.Add(name))
            {
                var twin = 2;
                while (!taken.Add($"{name} ({twin})"))
                    twin++;
                doubled.Add((name, $"{name} ({twin})"));
                name = doubled[^1].Numbered;
            }
            columns.Add(new(name, text.Length > 0 ? text : name));
        }
        if (doubled.DistinctBy(d => d.Name).Count() is > 0 and var names)
            notes.Add(
                $"{(names == 1 ? "One column name stands" : $"{names} column names stand")} more than once (“{doubled[0].Name}”). The later ones are numbered: “{doubled[0].Numbered}”."
            );
        return columns;
    }

    /// <summary>Headers of survey tools carry HTML and line breaks.</summary>
    static string Clean(string cell)
    {
        var plain = Spaces().Replace(Tags().Replace(PlainText.Of(cell), " "), " ").Trim();
        if (plain.Length <= LongestName)
            return plain;
        // Not through the middle of a letter that takes two places.
        return plain[..(char.IsHighSurrogate(plain[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    [GeneratedRegex("<[^>]{1,200}>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*Respondent\s*ID\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RespondentId();
}
