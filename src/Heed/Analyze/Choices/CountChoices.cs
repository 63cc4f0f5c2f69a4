using System.Text;
using Heed.Analytics.Columns;

namespace Heed.Analyze;

/// <summary>What was asked of a column of options.</summary>
/// <param name="Several">A cell may hold several of them.</param>
sealed record ChoiceAsk(string Column, bool Several)
{
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The words that its codes stand for.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>The column that says for how many people each row stands.</summary>
    public string? Weight { get; init; }
}

/// <summary>The options of a column, those that most people chose first.</summary>
/// <param name="Weights">Of those who answered; null where none were asked for.</param>
sealed record ChoiceFindings(
    ChoiceAsk Ask,
    long N,
    long Missing,
    IReadOnlyList<CountedShare> Options,
    SumOfWeights? Weights
);

/// <summary>Counts the cells of a column, then the options in them.</summary>
static class CountChoices
{
    public static Outcome<ChoiceFindings> Run(
        DataFile file,
        ChoiceAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Column).Refused(out var refusal, out var column))
            return refusal;
        RowWeight? weight = null;
        if (ask.Weight is { } named)
        {
            if (file.Column(named).Refused(out refusal, out var weights))
                return refusal;
            weight = new(file, weights);
        }
        var (missing, blank, n, sum) = (new MissingCodes(file, ask.Missing), 0L, 0L, default(SumOfWeights));
        Dictionary<string, (int Count, double Weight)> cells = new(StringComparer.Ordinal);
        if (EachRow.Of(file, progress, Row, stop) is { } fault)
            return fault;
        missing.Note([file.ColumnName(column)]);
        weight?.Note("shares are", "ones");
        if (weight is not null && n > 0 && sum.Total == 0)
            return new Refusal($"The weights of all {Format.Count(n)} answers are zero, so nobody is represented.");
        SumOfWeights? all = weight is null ? null : sum;
        return Options(file, ask, cells, n, all).Refused(out refusal, out var options)
            ? refusal
            : new ChoiceFindings(ask, n, blank, options, all);

        Refusal? Row()
        {
            if (missing.Hold(column, out _) && !NoAnswerWords.MayBeChosen(file[column]))
            {
                blank++;
                return null;
            }
            var counts = 1.0;
            if (weight?.Read(out counts) is { } fault)
                return fault;
            n++;
            sum = sum.With(counts);
            var cell = file.Text(column).Trim();
            var before = cells.GetValueOrDefault(cell);
            cells[cell] = (before.Count + 1, before.Weight + counts);
            return cells.Count > Groups.Most
                ? new Refusal(
                    $"Column “{ask.Column}” has more than {Groups.Most} different values by row {file.Row}: it looks like an id or free words, not like options."
                )
                : null;
        }
    }

    static Outcome<List<CountedShare>> Options(
        DataFile file,
        ChoiceAsk ask,
        Dictionary<string, (int Count, double Weight)> cells,
        long n,
        SumOfWeights? all
    )
    {
        var several = GuessSeparator.Of(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Count));
        if (several is not null && !ask.Several)
            file.Notes.Add($"{ask.Column}: {Format.Lower(several.InWords)}. To count each option, say --kind choices.");
        if (several is null && ask.Several)
            file.Notes.Add($"{ask.Column}: nothing in its cells stands between options, so each cell is one.");
        var parts = ask.Several && several is not null ? new OptionParts(several.Separator, several.Whole) : null;
        var (spellings, labels) = (new Spellings(), CodeLabels.Of(ask.Labels));
        Dictionary<string, (long Count, double Weight)> counts = new(StringComparer.Ordinal);
        foreach (var (cell, (count, weight)) in cells.OrderBy(c => c.Key, StringComparer.Ordinal))
        foreach (var option in (parts?.Of(cell) ?? [cell]).Select(o => spellings.Of(labels?.Of(o) ?? o)).Distinct())
        {
            var before = counts.GetValueOrDefault(option);
            counts[option] = (before.Count + count, before.Weight + weight);
        }
        file.Notes.AddRange(spellings.Notes(ask.Column));
        if (counts.Count > SetColumn.MostOptions)
            return new Refusal(
                $"Column “{ask.Column}” has {Format.Count(counts.Count)} different options; at most {SetColumn.MostOptions} are counted. It looks like free words: heed analyze themes reads those."
            );
        return counts
            .OrderByDescending(o => o.Value.Count)
            .ThenBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => CountedShare.Of(o.Key, o.Value.Count, n) with { Weighted = all?.Share(o.Value.Weight) })
            .ToList();
    }
}
