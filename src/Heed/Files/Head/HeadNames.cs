using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>The name of each column, from one header row or several.</summary>
static partial class HeadNames
{
    const int LongestName = 300;
    static readonly string[] NoOption = ["", "Response", "Open-Ended Response"];

    public static List<FileColumn> Of(List<string[]> head, int headers, int width, List<string> notes)
    {
        List<FileColumn> columns = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<(string Name, string Numbered)> doubled = [];
        var parts = Parts(head, headers, width);
        for (var i = 0; i < width; i++)
        {
            var (name, text) = parts[i];
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
            columns.Add(new(name, text is "" or "Response" ? name : text));
        }
        if (doubled.DistinctBy(d => d.Name).Count() is > 0 and var names)
            notes.Add(
                $"{(names == 1 ? "One column name stands" : $"{names} column names stand")} more than once (“{doubled[0].Name}”). The later ones are numbered: “{doubled[0].Numbered}”."
            );
        return columns;
    }

    static (string Name, string Text)[] Parts(List<string[]> head, int headers, int width)
    {
        string Cell(int row, int column) => row < headers && column < head[row].Length ? Clean(head[row][column]) : "";
        List<string> Row(int row) => [.. Enumerable.Range(0, width).Select(i => Cell(row, i))];
        if (headers < 2)
            return [.. Row(0).Select(name => (name, ""))];
        var (first, second) = (Row(0), Row(1));
        var isImport = headers > 2 && head[2].Any(c => c.Contains("\"ImportId\"", StringComparison.Ordinal));
        // Names of their own above what was asked, as in Qualtrics; else a question stands above its options.
        var named = headers > 2 || first.TrueForAll(n => n.Length > 0) && first.Distinct().Count() == width;
        if (!named)
            return [.. Asked(first, second).Select((asked, i) => (asked, second[i]))];
        var asks = isImport || headers == 2 ? second : Asked(second, Row(2));
        return [.. first.Select((name, i) => name.Length > 0 ? (name, asks[i]) : (asks[i], ""))];
    }

    /// <summary>A question that goes over several columns has an option in each, the first one too.</summary>
    static List<string> Asked(List<string> questions, List<string> options)
    {
        List<string> asked = [];
        var above = "";
        for (var i = 0; i < questions.Count; i++)
        {
            var follows = i + 1 < questions.Count && (questions[i + 1].Length == 0 || questions[i + 1] == questions[i]);
            var goesOn = questions[i].Length == 0 || questions[i] == above;
            var question = questions[i].Length > 0 ? questions[i] : above;
            above = question;
            var isOption = !NoOption.Contains(options[i]) && options[i] != question;
            asked.Add(
                (follows || goesOn) && isOption && question.Length > 0
                    ? Format.Shortened($"{question} – {options[i]}", 2 * LongestName - 20)
                : questions[i].Length > 0 ? questions[i]
                : goesOn && isOption ? options[i]
                : ""
            );
        }
        return asked;
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
}
