using System.Text;

namespace Heed.Metrics;

/// <summary>Which column of a file means what.</summary>
sealed class MeasurementColumns
{
    static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = "date",
        ["on"] = "date",
        ["day"] = "date",
        ["week"] = "date",
        ["month"] = "date",
        ["period"] = "date",
        ["value"] = "value",
        ["score"] = "value",
        ["count"] = "count",
        ["n"] = "count",
        ["low"] = "low",
        ["high"] = "high",
        ["note"] = "note",
    };
    static readonly string[] InOrder = ["date", "value", "count", "low", "high", "note"];

    static readonly string[] Numeric = ["value", "count", "low", "high"];

    readonly Dictionary<string, int> _at = [];

    public bool IsNamed { get; private init; }

    /// <summary>What a value of which only a side is known counts as.</summary>
    public Censored? Choice { get; set; }
    public CensoredCount Censored { get; } = new();

    /// <summary>A value was refused that a choice would make a number.</summary>
    public bool Asks { get; private set; }

    /// <param name="rows">All of them, the first one perhaps a head.</param>
    /// <param name="metric">What the values are of.</param>
    public static Outcome<MeasurementColumns> Of(IReadOnlyList<string[]> rows, string? metric)
    {
        var first = rows[0];
        var named = !first.Any(cell => DateReading.LooksLikeADate(cell));
        var columns = new MeasurementColumns { IsNamed = named };
        if (!named)
        {
            for (var i = 0; i < Math.Min(first.Length, InOrder.Length); i++)
                columns._at[InOrder[i]] = i;
        }
        for (var i = 0; named && i < first.Length; i++)
        {
            if (Known.TryGetValue(first[i].Trim(), out var meaning) && !columns._at.TryAdd(meaning, i))
                return new Refusal(
                    $"Two columns of the head mean the {meaning}: “{first[columns._at[meaning]]}” and “{first[i]}”. Keep one."
                );
        }
        if (named && columns.Find(rows, metric) is { } unclear)
            return unclear;
        foreach (var needed in InOrder[..2])
        {
            if (!columns._at.ContainsKey(needed))
                return new Refusal(
                    $"Row 1 names no column “{needed}”; it says: {Format.Shortened(string.Join(", ", first))}. Name the columns date and value (and count, low, high, note), or begin with the first date."
                );
        }
        return columns;
    }

    /// <summary>
    /// Under whatever words: where nothing else holds dates, or numbers, that is the column. “Week, Calls” needs no other
    /// name. Of several columns of numbers the one that is called as the metric is.
    /// </summary>
    Refusal? Find(IReadOnlyList<string[]> rows, string? metric)
    {
        var head = rows[0];
        var free = Enumerable.Range(0, head.Length).Except(_at.Values).ToList();
        if (!_at.ContainsKey("date") && free.FindAll(i => Holds(i, DateReading.LooksLikeADate)) is [var only])
            _at["date"] = only;
        if (_at.ContainsKey("value"))
            return null;
        var numbers = free.FindAll(i =>
            !_at.ContainsValue(i)
            && Holds(
                i,
                cell =>
                    default(FileNumbers).TryRead(cell, out _) && !HasThreeNumbers(cell)
                    || CensoredNumber.TryRead(cell, default, out _)
            )
        );
        var meant =
            numbers.Count == 1
                ? numbers
                : numbers.FindAll(i => string.Equals(head[i].Trim(), metric, StringComparison.OrdinalIgnoreCase));
        if (meant is [var value])
            _at["value"] = value;
        else if (numbers.Count > 1)
            return new Refusal(
                $"{Format.Some([.. numbers.Select(i => $"“{Format.Shortened(head[i])}”")])} {(numbers.Count == 2 ? "both" : "all")} hold numbers. Name the one of this metric “value”, or paste the whole table under Metrics, “Paste your numbers”."
            );
        return null;

        bool Holds(int column, Predicate<string> what)
        {
            var cells = rows.Skip(1)
                .Select(row => column < row.Length ? row[column].Trim() : "")
                .Where(cell => cell.Length > 0 && !NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell)))
                .ToList();
            return cells.Count > 0 && cells.TrueForAll(what);
        }
    }

    static bool HasThreeNumbers(string cell) => FileDates.HasThreeNumbers(Encoding.UTF8.GetBytes(cell));

    public string Date(string[] cells) => Cell(cells, "date");

    public IEnumerable<string> Numbers(string[] cells) =>
        Numeric.Select(name => Cell(cells, name)).Where(cell => cell.Length > 0);

    /// <summary>A row of a period in which nothing was measured: no number, or words for “no answer” instead.</summary>
    public bool WasNotMeasured(string[] cells) =>
        Numbers(cells).All(cell => NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell)));

    /// <summary>A row of which only a side of the value is known.</summary>
    public bool IsCensored(string[] cells) => CensoredNumber.TryRead(Cell(cells, "value"), default, out _);

    /// <summary>One row, or what is wrong with it.</summary>
    public string? Read(
        string[] cells,
        int line,
        DateReading dates,
        FileNumbers numbers,
        out MeasurementRequest request
    )
    {
        request = new MeasurementRequest
        {
            Row = line,
            Note = Cell(cells, "note") is { Length: > 0 } note ? note : null,
        };
        var date = Cell(cells, "date");
        if (date.Length == 0)
            return "has no date.";
        if (dates.Read(date) is not { } on)
            return $"has the date “{Format.Shortened(date)}”, which is not a day. Write days as 2026-03-02.";
        request.On = on;
        foreach (var name in Numeric)
        {
            var cell = Cell(cells, name);
            if (cell.Length == 0)
                continue;
            if (NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell)))
                continue;
            if (!numbers.TryRead(cell, out var number))
            {
                if (!CensoredNumber.TryRead(cell, numbers, out var censored))
                    return $"has the {name} “{Format.Shortened(cell)}”, which is not a number.";
                Asks = true;
                if (Choice is not { } choice)
                    return $"has the {name} “{Format.Shortened(cell)}”, which {censored.Says}. Choose what such values count as.";
                if (censored.As(choice) is not { } counted)
                    return $"has the {name} “{Format.Shortened(cell)}”, which names no limit: such values can only be left out.";
                Censored.Add(censored, cell);
                if (double.IsNaN(counted))
                    continue;
                number = counted;
            }
            switch (name)
            {
                case "value":
                    request.Value = number;
                    break;
                case "count":
                    request.Count = number;
                    break;
                case "low":
                    request.Low = number;
                    break;
                default:
                    request.High = number;
                    break;
            }
        }
        return request.Value is null
            ? "has no value. Leave the row out when it was not measured: unknown is not zero."
            : null;
    }

    string Cell(string[] cells, string name) =>
        _at.TryGetValue(name, out var i) && i < cells.Length ? cells[i].Trim() : "";
}
