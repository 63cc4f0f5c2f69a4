namespace Heed.Files;

/// <summary>
/// Which of the first rows are titles, which are headers, and where answers begin. A row is a header where its cells do not
/// look like the cells below them: words where numbers or dates stand.
/// </summary>
static class HeadRows
{
    const int MostHeaders = 3;
    const int MostTitles = 20;
    const int Below = 50;
    const int FewestBelow = 3;
    const double Typed = 0.8;

    /// <summary>How many rows above the header belong to no table: titles, days of export, blank ones.</summary>
    public static int Above(IReadOnlyList<string[]> head)
    {
        if (head.Count < 3)
            return 0;
        var width = head.Select(Filled).Order().ElementAt(head.Count / 2);
        if (width < 2)
            return 0;
        // One line of a title, or a cell or two of a wide table: a header names its columns.
        var most = Math.Max(1, Math.Min(3, width / 4));
        var above = head.Take(MostTitles).TakeWhile(row => Filled(row) <= most).Count();
        // A header and an answer must be left.
        return above < Math.Min(head.Count - 1, MostTitles) ? above : 0;
    }

    static int Filled(string[] row) => row.Count(cell => cell.Length > 0);

    public static int Headers(IReadOnlyList<string[]> head)
    {
        // Qualtrics: names, questions, then {"ImportId":"QID1"} (methods/voice.md 4).
        if (head.Count > 2 && head[2].Any(c => c.Contains("\"ImportId\"", StringComparison.Ordinal)))
            return 3;
        if (head.Count > 1 && head[0][0] == "V1" && head[1][0] == "ResponseID")
            return 2;
        if (LooksLikeAnswers(head))
            return 0;
        var headers = 1;
        while (headers < MostHeaders && headers < head.Count - 1 && IsHeader(head, headers))
            headers++;
        return headers;
    }

    static bool IsHeader(IReadOnlyList<string[]> head, int row)
    {
        // SurveyMonkey: “Response”, “Open-Ended Response” or the option under each question, and nothing under the id.
        if (row == 1 && IsId(head[0][0]) && Cell(head, 1, 0).Length == 0 && Filled(head[1]) > 0)
            return true;
        var (words, values, again) = (0, 0, 0);
        for (var column = 0; column < head[row].Length; column++)
        {
            var cell = head[row][column];
            if (cell.Length == 0 || IsNoAnswer(cell) || !HoldsValues(head, row + 1, column))
                continue;
            if (IsValue(cell))
                values++;
            else
                words++;
            again += cell == Cell(head, 0, column) ? 1 : 0;
        }
        return values == 0 && (words > 1 || again > 0);
    }

    /// <summary>Nearly all cells below are numbers or dates.</summary>
    static bool HoldsValues(IReadOnlyList<string[]> head, int from, int column)
    {
        var (filled, values) = (0, 0);
        for (var row = from; row < Math.Min(head.Count, from + Below); row++)
            if (Cell(head, row, column) is { Length: > 0 } cell && !IsNoAnswer(cell))
            {
                filled++;
                values += IsValue(cell) ? 1 : 0;
            }
        return filled >= FewestBelow && values >= Typed * filled;
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

    static string Cell(IReadOnlyList<string[]> head, int row, int column) =>
        row < head.Count && column < head[row].Length ? head[row][column] : "";

    static bool IsValue(string cell) =>
        cell.Length > 0 && (default(FileNumbers).TryRead(cell, out _) || FileDates.LooksLikeDate(cell));

    static bool IsNoAnswer(string cell) => NoAnswerWords.Hold(System.Text.Encoding.UTF8.GetBytes(cell));

    static bool IsId(string cell) =>
        cell.Replace(" ", "", StringComparison.Ordinal).Equals("RespondentID", StringComparison.OrdinalIgnoreCase);
}
