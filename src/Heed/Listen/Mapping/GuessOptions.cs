using System.Globalization;
using System.Text;

namespace Heed.Listen;

/// <summary>What several columns of one question are together: its options, places given to things, or rows of a matrix.</summary>
static class GuessOptions
{
    const int FewestMarks = 5;
    const double NearlyAll = .95;

    public static void Of(string path, FileShape shape, Dictionary<string, int>[] values, List<Guess> guesses)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (asked, columns) in AskedColumn.Groups(shape.Columns))
        {
            var question = asked;
            for (var again = 2; !names.Add(question); again++)
                question = $"{asked} ({again})";
            if (columns is [var (alone, option)])
            {
                if (AskedColumn.IsOther(option) && IsWords(values[alone]))
                    Say(guesses, alone, ColumnUse.Remark, .7, "What people wrote beside “other”");
            }
            else if (AreOptions(columns, values))
                Options(guesses, question, columns, values);
            else if (
                columns.All(c => IsPlace(values[c.Column], columns.Count))
                && columns.Count > 2
                && AreOrders(path, shape, columns)
            )
                foreach (var (column, _) in columns)
                    guesses[column] = guesses[column] with
                    {
                        Column = new(shape.Columns[column].Name, ColumnUse.Ranking, Scale: $"{columns.Count}-1"),
                        Confidence = .85,
                        Because = $"Places from 1 to {columns.Count}, each given once a row",
                        MayBeScored = false,
                    };
            else
                Rows(guesses, columns);
        }
    }

    static bool AreOptions(IReadOnlyList<(int Column, string Option)> columns, Dictionary<string, int>[] values)
    {
        var marked = columns.Where(c => values[c.Column].Count > 0 && IsMark(values[c.Column], c.Option)).ToList();
        return marked.Count >= 2
            && columns.All(c => IsMark(values[c.Column], c.Option) || AskedColumn.IsOther(c.Option))
            && marked.Exists(c =>
                values[c.Column].Values.Sum() >= FewestMarks || values[c.Column].ContainsKey(c.Option)
            );
    }

    /// <summary>Nothing but one word, or 1 and 0. Yes and no are an answer to each row of a matrix.</summary>
    static bool IsMark(Dictionary<string, int> cells, string option) =>
        cells.Count < 2
        || cells.Count == 2
            && cells.Keys.Count(ChosenOptions.IsNo) == 1
            && !cells.Keys.Any(cell => cell.Length > 0 && char.ToUpperInvariant(cell[0]) == 'N' && cell.Length <= 4)
        || cells.Keys.All(cell => cell.Equals(option, StringComparison.OrdinalIgnoreCase));

    static bool IsWords(Dictionary<string, int> cells) => cells.Count > 2 && cells.Keys.Any(cell => cell.Length > 8);

    static void Options(
        List<Guess> guesses,
        string question,
        IReadOnlyList<(int Column, string Option)> columns,
        Dictionary<string, int>[] values
    )
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, option) in columns)
        {
            var words = AskedColumn.IsOther(option) && IsWords(values[column]);
            // Some exports have a column for the mark and one more for the words.
            if (
                words
                && columns.Any(c =>
                    c.Column < column && option.StartsWith(c.Option, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                Say(guesses, column, ColumnUse.Remark, .7, "What people wrote beside “other”");
                continue;
            }
            var name = option;
            for (var again = 2; !seen.Add(name); again++)
                name = $"{option} ({again})";
            guesses[column] = guesses[column] with
            {
                Column = new(guesses[column].Column.Column, ColumnUse.Choices, question, Option: name, Words: words),
                Confidence = .9,
                Because = $"One of {columns.Count} options of “{Format.Shortened(question, 80)}”",
                MayBeScored = false,
            };
        }
    }

    /// <summary>Rows of a matrix are answered alike: where most are choices, the others are too.</summary>
    static void Rows(List<Guess> guesses, IReadOnlyList<(int Column, string Option)> columns)
    {
        var uses = columns.CountBy(c => guesses[c.Column].Column.Use).ToDictionary();
        if (uses.GetValueOrDefault(ColumnUse.Choice) * 2 < columns.Count)
            return;
        foreach (var (column, _) in columns)
            if (guesses[column].Column.Use is ColumnUse.Attribute or ColumnUse.Share)
                Say(guesses, column, ColumnUse.Choice, .7, guesses[column].Because);
    }

    static void Say(List<Guess> guesses, int column, ColumnUse use, double confidence, string because) =>
        guesses[column] = guesses[column] with
        {
            Column = new(guesses[column].Column.Column, use),
            Confidence = confidence,
            Because = because,
            MayBeScored = false,
        };

    static bool IsPlace(Dictionary<string, int> cells, int places) =>
        cells.Count > 1
        && cells.Keys.All(cell =>
            int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place >= 1
            && place <= places
        );

    /// <summary>No two things have the same place in a row.</summary>
    static bool AreOrders(string path, FileShape shape, IReadOnlyList<(int Column, string Option)> columns)
    {
        var (rows, orders) = (0, 0);
        using var reader = shape.Open(path);
        for (var row = 0; row < GuessMapping.Rows && reader.Read(); row++)
        {
            List<string> places =
            [
                .. columns
                    .Where(c => c.Column < reader.Cells)
                    .Select(c => Encoding.UTF8.GetString(CellText.Trimmed(reader[c.Column])))
                    .Where(place => place.Length > 0),
            ];
            if (places.Count < 2)
                continue;
            rows++;
            orders += places.Distinct().Count() == places.Count ? 1 : 0;
        }
        return rows > 0 && orders >= NearlyAll * rows;
    }
}
