using System.Text;

namespace Heed.Files;

/// <summary>What the first answers of a file say of a column, so that a cell can be told to be one of it.</summary>
sealed class SampleColumn
{
    const double NearlyAll = 0.9;

    readonly HashSet<string> _often;

    SampleColumn(List<string> whole, List<string> all)
    {
        IsCoded = whole.Count > 0 && whole.Count(Coded) >= NearlyAll * whole.Count;
        _often = [.. all.CountBy(cell => cell).Where(cell => cell.Value > 1).Select(cell => cell.Key)];
    }

    /// <summary>The columns of these rows; those that end early count only for what is said more than once.</summary>
    public static List<SampleColumn> Of(List<string[]> rows, int width)
    {
        var whole = rows.FindAll(row => row.Length >= width);
        return
        [
            .. Enumerable
                .Range(0, width)
                .Select(i => new SampleColumn(Filled(whole.Count > 0 ? whole : rows, i), Filled(rows, i))),
        ];
    }

    /// <summary>Nearly all of it is numbers, days or codes.</summary>
    public bool IsCoded { get; }

    /// <summary>The cell is coded as the column is, or stands there more than once.</summary>
    public bool Knows(string cell) => (IsCoded && Coded(cell)) || _often.Contains(cell);

    public static bool IsNoAnswer(string cell) => NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell));

    static List<string> Filled(List<string[]> rows, int column) =>
        [
            .. rows.Where(row => column < row.Length)
                .Select(row => row[column])
                .Where(cell => cell.Length > 0 && !IsNoAnswer(cell)),
        ];

    static bool Coded(string cell) =>
        default(FileNumbers).TryRead(cell, out _)
        || FileDates.LooksLikeDate(cell)
        || (cell.Any(char.IsAsciiDigit) && !cell.Any(char.IsWhiteSpace));
}
