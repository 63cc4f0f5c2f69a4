using System.Text;

namespace Heed.Listen;

/// <summary>What a row of a file says to a question of which several options may be chosen.</summary>
sealed class ChosenOptions
{
    /// <summary>Words of exports for an option that was shown and not chosen.</summary>
    static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase)
    {
        "0",
        "no",
        "n",
        "false",
        "nein",
        "non",
        "off",
        "unchecked",
        "unselected",
        "not selected",
        "not checked",
        "not chosen",
    };

    readonly (int Cell, string Option)[] _options;
    readonly OptionParts? _parts;
    readonly CodeLabels? _labels;
    readonly HashSet<string> _missing;

    ChosenOptions(
        string question,
        string column,
        int cell,
        (int, string)[] options,
        OptionParts? parts,
        CodeLabels? labels,
        IEnumerable<string> missing
    )
    {
        (Question, Column, Cell, _options, _parts, _labels) = (question, column, cell, options, parts, labels);
        _missing = new(missing, StringComparer.OrdinalIgnoreCase);
    }

    public string Question { get; }

    /// <summary>The first of its columns.</summary>
    public string Column { get; }
    public int Cell { get; }

    /// <summary>The options that have a column.</summary>
    public IEnumerable<string> Offered => _options.Select(o => o.Option);

    public static ChosenOptions Of(FileShape shape, IReadOnlyList<ColumnMapping> columns)
    {
        var first = columns[0];
        return new(
            first.Target,
            first.Column,
            shape.IndexOf(first.Column),
            first.IsOption ? [.. columns.Select(c => (shape.IndexOf(c.Column), c.Option!))] : [],
            first.IsOption ? null : new(first.Separator!, first.Whole ?? []),
            first.IsOption ? null : CodeLabels.Of(first.Labels),
            columns.SelectMany(c => c.Missing ?? [])
        );
    }

    /// <summary>Adds the options that a row names; false where the question was not answered at all.</summary>
    public bool Read(RecordReader row, List<string> chosen)
    {
        chosen.Clear();
        if (_parts is not null)
            return Split(_parts, row[Cell], chosen);
        var answered = false;
        foreach (var (cell, option) in _options)
        {
            if (!Says(row[cell], out var mark, out var isAnswer))
                continue;
            if (mark.Equals(option, StringComparison.OrdinalIgnoreCase) || (isAnswer && !No.Contains(mark)))
                chosen.Add(option);
            answered |= isAnswer || chosen.Count > 0;
        }
        return answered;
    }

    bool Split(OptionParts parts, ReadOnlySpan<byte> cell, List<string> chosen)
    {
        if (!Says(cell, out var text, out var isAnswer) || !isAnswer)
            return false;
        foreach (var part in parts.Of(text))
            if ((_labels?.Of(part) ?? part) is var option && !chosen.Contains(option))
                chosen.Add(option);
        return true;
    }

    /// <summary>What stands in a cell, if anything, and whether it is an answer.</summary>
    bool Says(ReadOnlySpan<byte> cell, out string text, out bool isAnswer)
    {
        var trimmed = CellText.Trimmed(cell);
        text = Encoding.UTF8.GetString(trimmed);
        isAnswer = !_missing.Contains(text) && !IsSilent(trimmed);
        return text.Length > 0;
    }

    public static bool IsSilent(ReadOnlySpan<byte> cell) =>
        NoAnswerWords.Hold(cell) && !NoAnswerWords.MayBeChosen(cell);

    /// <summary>Whether the cells of a column look like those of one option: nothing but it, or a mark, or no.</summary>
    public static bool IsNo(string cell) => No.Contains(cell);
}
