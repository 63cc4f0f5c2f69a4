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

    public static Outcome<MeasurementColumns> Of(string[] first)
    {
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
        foreach (var needed in InOrder[..2])
        {
            if (!columns._at.ContainsKey(needed))
                return new Refusal(
                    $"Row 1 names no column “{needed}”; it says: {Say.Short(string.Join(", ", first))}. Name the columns date and value (and count, low, high, note), or begin with the first date."
                );
        }
        return columns;
    }

    public string Date(string[] cells) => Cell(cells, "date");

    public IEnumerable<string> Numbers(string[] cells) =>
        Numeric.Select(name => Cell(cells, name)).Where(cell => cell.Length > 0);

    /// <summary>A row of a period in which nothing was measured: no number, or words for “no answer” instead.</summary>
    public bool WasNotMeasured(string[] cells) =>
        Numbers(cells).All(cell => NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell)));

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
            return $"has the date “{Say.Short(date)}”, which is not a day. Write days as 2026-03-02.";
        request.On = on;
        foreach (var name in Numeric)
        {
            var cell = Cell(cells, name);
            if (cell.Length == 0)
                continue;
            if (NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell)))
                continue;
            if (!numbers.TryRead(cell, out var number))
                return $"has the {name} “{Say.Short(cell)}”, which is not a number.";
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
