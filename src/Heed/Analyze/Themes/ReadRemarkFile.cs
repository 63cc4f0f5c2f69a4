using Heed.Analytics;

namespace Heed.Analyze;

/// <summary>The remarks of a file, and for each column that was asked for the group of each remark.</summary>
/// <param name="Texts">One for each row; blank where nothing is said in it.</param>
/// <param name="Silent">Rows with a remark that says nothing: “nil”, “no comment”, a dot.</param>
sealed record RemarkFile(IReadOnlyList<string> Texts, IReadOnlyList<RemarkColumn> By, int Silent)
{
    /// <summary>Remarks in other languages, which are not among the texts any more.</summary>
    public IReadOnlyList<(string Name, int Count)> Others { get; init; } = [];
}

/// <summary>A column that parts the remarks into groups.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its cell for each remark.</param>
sealed record RemarkColumn(string Name, IReadOnlyList<string> Values);

/// <summary>One pass over the file.</summary>
static class ReadRemarkFile
{
    public static Outcome<RemarkFile> Run(
        DataFile file,
        ThemesAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Text).Refused(out var refusal, out var text))
            return refusal;
        var by = new int[ask.By.Count];
        for (var i = 0; i < by.Length; i++)
            if (file.Column(ask.By[i]).Refused(out refusal, out by[i]))
                return refusal;
        if (Groups.Twice(file, by) is { } twice)
            return twice;
        List<string> texts = [];
        var silent = 0;
        var groups = by.Select(_ => new List<string>()).ToArray();
        var known = by.Select(_ => new Dictionary<string, string>()).ToArray();
        if (EachRow.Of(file, progress, Row, stop) is { } fault)
            return fault;
        return texts.Count == 0
            ? new Refusal($"{file.Name} has a header and no rows, so there is no remark to read.")
            : new RemarkFile(
                texts,
                [.. by.Select((column, i) => new RemarkColumn(file.ColumnName(column), groups[i]))],
                silent
            );

        Refusal? Row()
        {
            var remark = SilentRemarks.Plain(file.Text(text));
            var says = remark.Length > 0 && !NoAnswerWords.Hold(file[text]) && !SilentRemarks.Hold(remark);
            silent += says || file[text].IsEmpty ? 0 : 1;
            texts.Add(says ? remark : "");
            for (var i = 0; i < by.Length; i++)
            {
                var cell = file.Text(by[i]);
                // One string a group, not one a row.
                groups[i].Add(known[i].TryGetValue(cell, out var same) ? same : known[i][cell] = cell);
                if (known[i].Count > Groups.Most)
                    return new Refusal(
                        $"Column “{file.ColumnName(by[i])}” has more than {Groups.Most} different values by row {file.Row}: it looks like an id or free words, not like groups. Choose another column for --by."
                    );
            }
            return null;
        }
    }
}
