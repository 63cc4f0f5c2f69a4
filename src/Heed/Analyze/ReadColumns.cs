namespace Heed.Analyze;

/// <summary>Columns of a file as they are needed for computing: NaN where a number is missing, "" where a word is.</summary>
/// <param name="Numbers">One array for each column of numbers.</param>
/// <param name="Words">One array for each column of words.</param>
/// <param name="Rows">The row that each entry stands in, as a spreadsheet counts.</param>
sealed record ColumnsRead(double[][] Numbers, string[][] Words, long[] Rows);

/// <summary>Reads columns of numbers and columns of words in one pass.</summary>
static class ReadColumns
{
    /// <param name="cure">What to do about a cell that is no number, as a sentence.</param>
    public static Outcome<ColumnsRead> Run(
        DataFile file,
        int[] numbers,
        int[] words,
        MissingCodes missing,
        string cure,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        var read = Array.ConvertAll(numbers, _ => new List<double>());
        var said = Array.ConvertAll(words, _ => new List<string>());
        var known = new Dictionary<string, string>();
        List<long> rows = [];
        if (EachRow.Of(file, progress, Row, stop) is { } fault)
            return fault;
        missing.Note([.. numbers.Concat(words).Distinct().Select(file.ColumnName)]);
        return new ColumnsRead(
            Array.ConvertAll(read, column => column.ToArray()),
            Array.ConvertAll(said, column => column.ToArray()),
            [.. rows]
        );

        Refusal? Row()
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                if (missing.Hold(numbers[i], out var number))
                    number = double.NaN;
                else if (double.IsNaN(number))
                    return new Refusal(
                        $"Row {file.Row}, column “{file.ColumnName(numbers[i])}”: {file.NotANumber(numbers[i], $"{DataFile.Quoted(file.Text(numbers[i]))} is not a number. {cure}")}"
                    );
                read[i].Add(number);
            }
            for (var i = 0; i < words.Length; i++)
            {
                var word = missing.Hold(words[i], out _) ? "" : file.Text(words[i]);
                if (!known.TryGetValue(word, out var same))
                    known[word] = same = word;
                said[i].Add(same);
            }
            rows.Add(file.Row);
            return null;
        }
    }
}
