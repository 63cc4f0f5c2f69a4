using System.Globalization;
using Heed.Ui;

namespace Heed.Listen;

/// <summary>The mapping as its form posts it: some fields a column, named by the column's place.</summary>
static class MappingForm
{
    public static string Use(int column) => $"use-{column}";

    public static string Scale(int column) => $"scale-{column}";

    public static string Bands(int column) => $"bands-{column}";

    public static string Missing(int column) => $"missing-{column}";

    public static string Name(int column) => $"name-{column}";

    public static string Separator(int column) => $"separator-{column}";

    public static string Labels(int column) => $"labels-{column}";

    public static string Option(int column) => $"option-{column}";

    public static string Word(int column, int at) => $"word-{column}-{at}";

    public static string Point(int column, int at) => $"point-{column}-{at}";

    public static (Mapping Mapping, string? Survey, FieldError? Wrong) Read(
        IFormCollection posted,
        FileShape shape,
        Mapping before
    )
    {
        List<ColumnMapping> columns = [];
        string? wrong = null;
        (string Field, string Because)? wrongRows = null;
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            if (!Enum.TryParse(posted[Use(i)], out ColumnUse use) || use == ColumnUse.Kept)
                continue;
            var column = new ColumnMapping(shape.Columns[i].Name, use);
            if (column.IsQuestion || use == ColumnUse.Attribute)
                column = column with { Name = Text(Name(i)) };
            if (column.IsScored)
            {
                (var points, var noPoint) = Points(i);
                wrong ??= noPoint is null
                    ? null
                    : $"“{noPoint}” is no point. Write a whole number beside each answer of “{column.Column}”, or nothing.";
                column = column with { Scale = Text(Scale(i)), Missing = Codes(Text(Missing(i))), Points = points };
            }
            if (use == ColumnUse.Number)
                column = column with { Scale = Text(Bands(i)), Missing = Codes(Text(Missing(i))) };
            if (use == ColumnUse.Choices)
                column = Several(i, column);
            if (column is { IsChoice: true, IsOption: false } && Text(Labels(i)) is { } words)
                if (CodeLabels.Parse(words).Refused(out var unread, out var labels))
                    wrong ??= $"“{column.Column}”: {unread.Because}";
                else
                    column = column with { Labels = labels };
            columns.Add(column);
        }
        var day = Text("on");
        var on = DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : (DateOnly?)null;
        var mapping = before with
        {
            Columns = columns,
            DateOrder = Enum.TryParse(posted["order"], out DateOrder order) ? order : DateOrder.ByEvidence,
            Wave = Text("wave"),
            On = on,
            Where = Rows("where"),
            Without = Rows("without"),
            // What was accepted was accepted of another reading.
            AcceptLoss = false,
        };
        var survey = Text("survey-new") ?? Text("survey");
        return (
            mapping,
            survey,
            day is not null && on is null ? new("on", $"“{day}” is not a day. Write it as 2026-03-02.")
            : wrongRows is { } rows ? new(rows.Field, rows.Because)
            : wrong is not null ? new("", wrong)
            : null
        );

        IReadOnlyList<RowFilter> Rows(string name)
        {
            if (Text(name) is not { } written)
                return [];
            var parts = written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (!RowFilter.Parse(parts).Refused(out var refusal, out var rows))
                return rows;
            wrongRows = (name, refusal.Because);
            return [];
        }

        (IReadOnlyDictionary<string, int>? Points, string? NoPoint) Points(int column)
        {
            Dictionary<string, int> points = new(StringComparer.Ordinal);
            for (var at = 0; posted.ContainsKey(Word(column, at)); at++)
                if (Text(Point(column, at)) is { } written)
                    if (
                        int.TryParse(
                            written,
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out var point
                        )
                    )
                        points[posted[Word(column, at)].ToString()] = point;
                    else
                        return (null, written);
            return (points.Count > 0 ? points : null, null);
        }

        // What no field shows stays as it was guessed or said: the options that hold the separator, and the words of “other”.
        ColumnMapping Several(int column, ColumnMapping said)
        {
            var known = before.Columns.FirstOrDefault(c => c.Column == said.Column && c.Use == ColumnUse.Choices);
            var separator = Separators.Read(Text(Separator(column)));
            var option = separator is null ? Text(Option(column)) : null;
            return said with
            {
                Separator = separator,
                Option = option,
                Whole = separator is not null && separator == known?.Separator ? known.Whole : null,
                Words = option is not null && known?.Words == true,
            };
        }

        string? Text(string name) => posted[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    public static Mapping WithCode(Mapping mapping, string column, string code) =>
        mapping with
        {
            Columns =
            [
                .. mapping.Columns.Select(c =>
                    c.Column == column ? c with { Missing = [.. c.Missing ?? [], code] } : c
                ),
            ],
        };

    public static IReadOnlyList<string>? Codes(string? text) =>
        text?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
