using System.Globalization;

namespace Heed.Listen;

/// <summary>The mapping as its form posts it: four fields a column, named by the column's place.</summary>
static class MappingForm
{
    public static string Use(int column) => $"use-{column}";

    public static string Scale(int column) => $"scale-{column}";

    public static string Missing(int column) => $"missing-{column}";

    public static string Name(int column) => $"name-{column}";

    public static (Mapping Mapping, string? Survey, string? Wrong) Read(
        IFormCollection posted,
        FileShape shape,
        Mapping before
    )
    {
        List<ColumnMapping> columns = [];
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            if (!Enum.TryParse(posted[Use(i)], out ColumnUse use) || use == ColumnUse.Kept)
                continue;
            var column = new ColumnMapping(shape.Columns[i].Name, use);
            if (column.IsQuestion || use == ColumnUse.Attribute)
                column = column with { Name = Text(Name(i)) };
            if (column.IsScored)
                column = column with { Scale = Text(Scale(i)), Missing = Codes(Text(Missing(i))) };
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
        };
        var survey = Text("survey-new") ?? Text("survey");
        return (
            mapping,
            survey,
            day is not null && on is null ? $"“{day}” is not a day. Write it as 2026-03-02." : null
        );

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
