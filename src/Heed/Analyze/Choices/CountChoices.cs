using System.Text;
using Heed.Analytics.Columns;

namespace Heed.Analyze;

/// <summary>What was asked of a column of options.</summary>
/// <param name="Several">A cell may hold several of them.</param>
sealed record ChoiceAsk(string Column, bool Several)
{
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>The options of a column, those that most people chose first.</summary>
sealed record ChoiceFindings(ChoiceAsk Ask, long N, long Missing, IReadOnlyList<CountedShare> Options);

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
        var (missing, blank, n) = (new MissingCodes(file, ask.Missing), 0L, 0L);
        Dictionary<string, int> cells = new(StringComparer.Ordinal);
        if (EachRow.Of(file, progress, Row, stop) is { } fault)
            return fault;
        missing.Note([file.ColumnName(column)]);
        return Options(file, ask, cells, n).Refused(out refusal, out var options)
            ? refusal
            : new ChoiceFindings(ask, n, blank, options);

        Refusal? Row()
        {
            if (missing.Hold(column, out _) && !NoAnswerWords.MayBeChosen(file[column]))
            {
                blank++;
                return null;
            }
            n++;
            var cell = file.Text(column).Trim();
            cells[cell] = cells.GetValueOrDefault(cell) + 1;
            return cells.Count > Groups.Most
                ? new Refusal(
                    $"Column “{ask.Column}” has more than {Groups.Most} different values by row {file.Row}: it looks like an id or free words, not like options."
                )
                : null;
        }
    }

    static Outcome<List<CountedShare>> Options(DataFile file, ChoiceAsk ask, Dictionary<string, int> cells, long n)
    {
        var several = GuessSeparator.Of(cells);
        if (several is not null && !ask.Several)
            file.Notes.Add($"{ask.Column}: {Format.Lower(several.InWords)}. To count each option, say --kind choices.");
        if (several is null && ask.Several)
            file.Notes.Add($"{ask.Column}: nothing in its cells stands between options, so each cell is one.");
        var parts = ask.Several && several is not null ? new OptionParts(several.Separator, several.Whole) : null;
        var spellings = new Spellings();
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var (cell, count) in cells.OrderBy(c => c.Key, StringComparer.Ordinal))
        foreach (var option in (parts?.Of(cell) ?? [cell]).Select(spellings.Of).Distinct())
            counts[option] = counts.GetValueOrDefault(option) + count;
        file.Notes.AddRange(spellings.Notes(ask.Column));
        if (counts.Count > SetColumn.MostOptions)
            return new Refusal(
                $"Column “{ask.Column}” has {Format.Count(counts.Count)} different options; at most {SetColumn.MostOptions} are counted. It looks like free words: heed analyze themes reads those."
            );
        return counts
            .OrderByDescending(o => o.Value)
            .ThenBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => CountedShare.Of(o.Key, o.Value, n))
            .ToList();
    }
}
