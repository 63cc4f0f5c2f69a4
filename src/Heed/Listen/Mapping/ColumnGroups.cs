namespace Heed.Listen;

/// <summary>Columns that mean the same kind of thing, and what to say of them.</summary>
public sealed record ColumnGroup(string Title, string? Hint, IReadOnlyList<int> Columns, bool IsOpen);

/// <summary>The columns of a file in the order in which a person has to look at them: what is counted first.</summary>
static class ColumnGroups
{
    const int Named = 5;

    public static IReadOnlyList<ColumnGroup> Of(FileShape shape, Mapping mapping, IReadOnlyList<Guess> guesses)
    {
        var uses = shape
            .Columns.Select(column => mapping.Columns.FirstOrDefault(c => c.Column == column.Name))
            .ToList();
        var all = Enumerable.Range(0, shape.Columns.Count).ToList();
        var kept = all.FindAll(i => uses[i] is null or { Use: ColumnUse.Kept });
        var maybe = kept.FindAll(i => i < guesses.Count && guesses[i].MayBeScored);
        var (attributes, choices) = (Using(ColumnUse.Attribute), Using(ColumnUse.Choice, ColumnUse.Choices));
        return
        [
            .. Group(all.FindAll(i => uses[i]?.IsScored == true), "is scored", "are scored", null, open: true),
            .. Group(choices, "is a choice", "are choices", Names(choices), open: false),
            .. Group(
                Using(ColumnUse.Number),
                "holds numbers",
                "hold numbers",
                "Their mean is shown, and how many lie in each band. The bands stay as they are when the first answers come.",
                open: true
            ),
            .. Group(
                Using(ColumnUse.Weight, ColumnUse.Date, ColumnUse.Wave, ColumnUse.Identity),
                "says how much, when or who",
                "say how much, when or who",
                "At most one weight, one date, one round of asking and one id.",
                open: true
            ),
            .. Group(
                Using(ColumnUse.Remark),
                "holds remarks",
                "hold remarks",
                "Free words, read one by one.",
                open: true
            ),
            .. Group(attributes, "tells groups apart", "tell groups apart", Names(attributes), open: false),
            .. Group(
                maybe,
                "may be a score, and is left out",
                "may be scores, and are left out",
                Names(maybe),
                open: false
            ),
            .. Group(
                [.. kept.Except(maybe)],
                "is kept raw and counted nowhere",
                "are kept raw and counted nowhere",
                null,
                open: kept.Count == all.Count
            ),
        ];

        List<int> Using(params ColumnUse[] wanted) => all.FindAll(i => uses[i] is { } c && wanted.Contains(c.Use));

        string Names(List<int> of) =>
            string.Join(", ", of.Take(Named).Select(i => shape.Columns[i].Name))
            + (of.Count > Named ? $" and {of.Count - Named} more" : "");
    }

    static IEnumerable<ColumnGroup> Group(
        IReadOnlyList<int> columns,
        string one,
        string many,
        string? hint,
        bool open
    ) =>
        columns.Count switch
        {
            0 => [],
            1 => [new($"One column {one}", hint, columns, open)],
            var n => [new($"{n} columns {many}", hint, columns, open)],
        };
}
