namespace Heed.Aim;

/// <summary>
/// The rows of another tool's file: one for each objective and key result, whether each has a row of its own, a key result
/// names its objective in a column, or several key results stand beside each other on the row of their objective.
/// </summary>
sealed class ReadForeignRows
{
    public const int Most = 20_000;
    readonly ForeignColumns _columns;
    readonly DateReading? _dates;
    readonly List<ForeignRow> _rows = [];
    readonly HashSet<string> _objectives = new(StringComparer.OrdinalIgnoreCase);
    string? _last;

    ReadForeignRows(ForeignColumns columns, DateReading? dates) => (_columns, _dates) = (columns, dates);

    public static Outcome<(ForeignColumns Columns, IReadOnlyList<ForeignRow> Rows)> Of(string text, string? said)
    {
        if (TypedRows.Of(text).Refused(out var refusal, out var typed))
            return refusal.At("File");
        if (typed.All.Count < 2)
            return new Refusal("The file has a head and no row under it, or nothing at all. Export it again.").At(
                "File"
            );
        if (typed.All.Count > Most)
            return new Refusal(
                $"The file has {Format.Count(typed.All.Count, "row")}; {Format.Count(Most)} are the most at once. Part it by period or team."
            ).At("File");
        if (ForeignColumns.Of(typed.All[0].Cells).With(said).Refused(out refusal, out var columns))
            return refusal;
        if (!columns.At.ContainsKey(ForeignField.Title) && !columns.At.ContainsKey(ForeignField.Objective))
            return new Refusal(
                $"No column holds titles; row 1 says: {Format.Shortened(string.Join(", ", typed.All[0].Cells.Where(c => c.Length > 0)), 200)}. Say which one does, such as “Title: Name of the goal”."
            ).At("Columns");
        var rows = typed.All.Skip(1).ToList();
        var days = rows.SelectMany(r =>
                new[] { ForeignField.Start, ForeignField.End, ForeignField.CheckedOn }.Select(f =>
                    (
                        Text: columns.At.TryGetValue(f, out var c) && c < r.Cells.Length ? r.Cells[c] : "",
                        Row: (long)r.Line
                    )
                )
            )
            .Where(d => d.Text.Length > 0 && ForeignCells.IsoDay(d.Text) is null)
            .ToList();
        // An order of days that cannot be told is said row by row, and is no reason to read nothing.
        DateReading? dates = days.Count > 0 && !DateReading.Of(days).Refused(out _, out var told) ? told : null;
        var reader = new ReadForeignRows(columns, dates);
        foreach (var (line, cells) in rows)
            reader.Add(line, cells);
        return (columns, (IReadOnlyList<ForeignRow>)reader._rows);
    }

    string Cell(string[] cells, ForeignField field) =>
        _columns.At.TryGetValue(field, out var at) && at < cells.Length ? cells[at] : "";

    DateOnly? Day(string cell) => cell.Length == 0 ? null : ForeignCells.IsoDay(cell) ?? _dates?.Read(cell);

    void Add(int line, string[] cells)
    {
        var raw = Raw(cells);
        var (objective, title) = (Cell(cells, ForeignField.Objective), Cell(cells, ForeignField.Title));
        var wide = Wide(cells);
        if (title.Length == 0 && objective.Length == 0)
        {
            var odd = new ForeignRow
            {
                Line = line,
                Kind = ForeignKind.Other,
                Title = "",
                Raw = raw,
            };
            odd.Notes.Add("It has no title. Give it one in the other tool, or leave it out.");
            _rows.Add(odd);
            return;
        }
        var kind = Kind(cells, objective, title, wide.Count > 0);
        if (objective.Length > 0 && kind == ForeignKind.KeyResult && _objectives.Add(objective))
            _rows.Add(Row(line, cells, raw, ForeignKind.Objective, objective, []));
        if (kind == ForeignKind.Objective)
            _objectives.Add(title.Length > 0 ? title : objective);
        var row = Row(
            line,
            cells,
            raw,
            kind,
            title.Length > 0 ? title : objective,
            objective.Length > 0 && kind == ForeignKind.KeyResult ? [new(objective, null)] : null
        );
        _rows.Add(row);
        if (kind == ForeignKind.Objective)
            _last = row.Title;
        foreach (var says in wide)
            _rows.Add(WideRow(line, row, says, raw));
    }

    ForeignKind Kind(string[] cells, string objective, string title, bool isWide)
    {
        if (isWide)
            return ForeignKind.Objective;
        var type = ForeignColumns.Folded(Cell(cells, ForeignField.Type));
        if (type is "objective" or "goal" or "okr" or "bigrock")
            return ForeignKind.Objective;
        if (
            type is "keyresult" or "kr" or "milestone" or "metric" or "outcome"
            || type.EndsWith("keyresult", StringComparison.Ordinal)
        )
            return ForeignKind.KeyResult;
        if (type is "deliverable" or "project" or "initiative" or "task" or "action")
            return ForeignKind.Other;
        // Without a word for what it is: what has a target, or names its objective, is a key result.
        return
            objective.Length > 0 && title.Length > 0
            || Cell(cells, ForeignField.To).Length > 0
            || Cell(cells, ForeignField.Parent).Length > 0 && Cell(cells, ForeignField.Progress).Length > 0
            ? ForeignKind.KeyResult
            : ForeignKind.Objective;
    }

    ForeignRow Row(int line, string[] cells, string raw, ForeignKind kind, string title, ForeignParent[]? parents)
    {
        List<string> notes = [];
        double? Number(ForeignField field)
        {
            var cell = Cell(cells, field);
            if (cell.Length == 0)
                return null;
            if (ForeignCells.Number(cell) is { } number)
                return number;
            notes.Add($"“{Format.Shortened(cell)}” in “{_columns.Heads[_columns.At[field]]}” is not a number.");
            return null;
        }
        DateOnly? Date(ForeignField field)
        {
            var cell = Cell(cells, field);
            var day = Day(cell);
            if (cell.Length > 0 && day is null)
                notes.Add(
                    $"“{Format.Shortened(cell)}” in “{_columns.Heads[_columns.At[field]]}” is no day that can be told. Write days as 2026-03-02."
                );
            return day;
        }
        var isKeyResult = kind == ForeignKind.KeyResult;
        var (from, to) = isKeyResult ? (Number(ForeignField.From), Number(ForeignField.To)) : (null, null);
        var (now, progress) = isKeyResult ? (Number(ForeignField.Now), Number(ForeignField.Progress)) : (null, null);
        var unit = Cell(cells, ForeignField.Unit);
        if (isKeyResult && to is null && progress is not null && Cell(cells, ForeignField.To).Length == 0)
        {
            // Only a share of the way is known: it is the metric.
            (from, to, now, unit) = (0, 100, progress, "% done");
            notes.Add("It has no target of its own: the share that is done stands for it. Say which number shows it.");
        }
        var row = new ForeignRow
        {
            Line = line,
            Kind = kind,
            Title = title,
            Raw = raw,
            SourceId =
                kind == ForeignKind.Objective && parents is { Length: 0 }
                    ? null
                    : NullIfEmpty(ForeignCells.Id(Cell(cells, ForeignField.Id))),
            Parents =
                parents is { Length: > 0 } ? parents
                : parents is null ? ParentsOf(cells, kind)
                : [],
            Teams =
            [
                .. Cell(cells, ForeignField.Team)
                    .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ],
            Owner = Cell(cells, ForeignField.Owner),
            Description = Cell(cells, ForeignField.Description),
            Metric = isKeyResult ? Cell(cells, ForeignField.Metric) : "",
            Unit = unit,
            Period = Cell(cells, ForeignField.Period),
            Status = Cell(cells, ForeignField.Status),
            From = from,
            To = to,
            Weight = isKeyResult ? ForeignCells.Number(Cell(cells, ForeignField.Weight)) : null,
            Who = isKeyResult ? Cell(cells, ForeignField.Who) : "",
            TargetKind = Enum.TryParse<TargetKind>(Cell(cells, ForeignField.Kind), true, out var meant)
                ? meant
                : TargetKind.Reach,
            Low = isKeyResult ? Number(ForeignField.Low) : null,
            Stretch = isKeyResult ? Number(ForeignField.Stretch) : null,
            Commitment = ForeignCells.Commitment(Cell(cells, ForeignField.Commitment)),
            Start = Date(ForeignField.Start),
            End = Date(ForeignField.End),
            Values = isKeyResult ? Values(cells, now, notes) : [],
        };
        row.Notes.AddRange(notes);
        return row;
    }

    ForeignParent[] ParentsOf(string[] cells, ForeignKind kind)
    {
        List<ForeignParent> parents = [.. ForeignCells.Parents(Cell(cells, ForeignField.Parent))];
        parents.AddRange(
            Cell(cells, ForeignField.ParentId)
                .Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(id => new ForeignParent("", id))
        );
        // A list whose key results follow their objective says it by the order alone.
        if (parents.Count == 0 && kind == ForeignKind.KeyResult && _last is { } above)
            parents.Add(new(above, null));
        return [.. parents];
    }

    /// <summary>Check-ins take a column each, and all after the first have no head.</summary>
    IReadOnlyList<ForeignCheckIn> Values(string[] cells, double? now, List<string> notes)
    {
        Dictionary<DateOnly, ForeignCheckIn> byDay = [];
        if (_columns.At.TryGetValue(ForeignField.CheckIns, out var first))
            for (var i = first; i < cells.Length; i++)
                if ((i == first || i >= _columns.Heads.Count || _columns.Heads[i].Length == 0) && cells[i].Length > 0)
                {
                    if (ForeignCells.CheckIn(cells[i], Day) is { } checkIn)
                        byDay[checkIn.On] = checkIn;
                    else
                        notes.Add(
                            $"“{Format.Shortened(cells[i])}” is a check-in without a day; it is kept with the row."
                        );
                }
        if (now is { } value && Day(Cell(cells, ForeignField.CheckedOn)) is { } on && !byDay.ContainsKey(on))
            byDay[on] = new(on, value, "");
        else if (now is not null && byDay.Count == 0)
            byDay[DateOnly.MaxValue] = new(DateOnly.MaxValue, now, "");
        return [.. byDay.Values.OrderBy(v => v.On)];
    }

    SortedDictionary<int, Dictionary<string, string>>.ValueCollection Wide(string[] cells)
    {
        SortedDictionary<int, Dictionary<string, string>> found = [];
        for (var i = 0; i < Math.Min(cells.Length, _columns.Heads.Count); i++)
            if (cells[i].Length > 0 && WideKeyResults.Number(_columns.Heads[i]) is { } column)
            {
                if (!found.TryGetValue(column.Number, out var says))
                    found[column.Number] = says = [];
                says.TryAdd(column.Says, cells[i]);
            }
        return found.Values;
    }

    static ForeignRow WideRow(int line, ForeignRow objective, Dictionary<string, string> says, string raw)
    {
        string Said(params string[] names) =>
            names.Select(n => says.GetValueOrDefault(n, "")).FirstOrDefault(s => s.Length > 0) ?? "";
        double? N(params string[] names) => ForeignCells.Number(Said(names));
        var (from, to, now) = (
            N("start", "startvalue", "from", "baseline"),
            N("target", "targetvalue", "to"),
            N("current", "currentvalue", "now")
        );
        var done = N("completion", "progress");
        var isShare = to is null && done is not null;
        var row = new ForeignRow
        {
            Line = line,
            Kind = ForeignKind.KeyResult,
            Title = Said("title", "name"),
            Raw = raw,
            Parents = [new(objective.Title, objective.SourceId)],
            Teams = objective.Teams,
            Owner = objective.Owner,
            Unit = isShare ? "% done" : Said("unit"),
            Period = objective.Period,
            From = isShare ? 0 : from,
            To = isShare ? 100 : to,
            Start = objective.Start,
            End = objective.End,
            Values = (now ?? done) is { } value ? [new(DateOnly.MaxValue, value, "")] : [],
        };
        if (isShare)
            row.Notes.Add(
                "It has no target of its own: the share that is done stands for it. Say which number shows it."
            );
        return row;
    }

    string Raw(string[] cells) =>
        string.Join(
            '\n',
            cells
                .Select((cell, i) => (Head: i < _columns.Heads.Count ? _columns.Heads[i] : "", cell))
                .Where(c => c.cell.Length > 0)
                .Select(c => $"{c.Head}: {c.cell}")
        );

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
