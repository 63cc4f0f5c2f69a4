using Heed.People;

namespace Heed.Aim;

public sealed class TakeKeyResultsRequest
{
    /// <summary>The cycle into which they come; the newest that is not closed where it is left empty.</summary>
    public Id<Cycle>? Cycle { get; set; }

    /// <summary>The team of whatever names no team that is here.</summary>
    public Id<Team>? Team { get; set; }

    /// <summary>Which column means what, where it was read otherwise: “To: Goal value”, one a line.</summary>
    public string? Columns { get; set; }
    public string? FileName { get; set; }
}

/// <param name="Row">As a sheet counts: the head is row 1.</param>
/// <param name="Says">What is worth knowing; empty where it was taken over as it is.</param>
public sealed record TakenRow(int Row, string Kind, string Title, ImportedState State, string Says);

/// <summary>What a file would add, or has added.</summary>
/// <param name="Import">Empty for a dry run.</param>
/// <param name="Columns">Which column was taken for what.</param>
/// <param name="Unread">Columns that mean nothing here; what they hold is kept with each row.</param>
/// <param name="Owners">Whom the file calls owners. A team owns an objective here: they are to be looked at by hand.</param>
/// <param name="Findings">How many key results are worth a second look.</param>
public sealed record TakenKeyResults(
    Id<AimImport>? Import,
    string Source,
    string Columns,
    IReadOnlyList<string> Unread,
    int Objectives,
    int KeyResults,
    int Known,
    int LeftOut,
    int Findings,
    IReadOnlyList<string> Owners,
    IReadOnlyList<TakenRow> Rows
)
{
    internal static TakenKeyResults Of(
        AimImport import,
        Taking take,
        ForeignColumns columns,
        IReadOnlyList<ForeignRow> rows
    )
    {
        return new(
            import.Id,
            take.Source,
            columns.Written,
            columns.Unread,
            import.Objectives,
            import.KeyResults,
            import.Known,
            import.LeftOut,
            take.Findings,
            [.. rows.Select(r => r.Owner).Where(o => o.Length > 0).Distinct().Order(StringComparer.Ordinal).Take(100)],
            [
                .. take
                    .Rows.OrderBy(r => r.Row.Line)
                    .Select(r => new TakenRow(
                        r.Row.Line,
                        r.Row.Kind == ForeignKind.Objective ? "objective"
                            : r.Row.Kind == ForeignKind.KeyResult ? "key result"
                            : "other",
                        Format.Shortened(r.Row.Title, 500),
                        r.State,
                        string.Join(' ', r.Row.Notes)
                    )),
            ]
        );
    }
}
