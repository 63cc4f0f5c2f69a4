using Heed.Analytics.Evidence;

namespace Heed.Aim;

/// <summary>The columns in which objectives and key results leave; each is read back by the import.</summary>
enum KeyResultShape
{
    /// <summary>All that Heed knows of them, under its own words.</summary>
    Heed,

    /// <summary>The columns of an export of Viva Goals, for what reads those; who and how sure have no place there.</summary>
    Viva,
}

/// <summary>What a row is made of.</summary>
/// <param name="Parent">The objective that an objective serves, or that a key result belongs to.</param>
sealed record ExportedRow(
    Objective Objective,
    EvaluatedKeyResult? KeyResult,
    string Team,
    Objective? Parent,
    DateOnly CreatedOn,
    DateOnly? CheckedInOn
)
{
    public string Id => $"{KeyResult?.KeyResult.Id.ToString() ?? Objective.Id.ToString()}";
    public string Title => KeyResult?.KeyResult.DoesWhat ?? Objective.Title;
    public DateOnly ByWhen => KeyResult?.KeyResult.ByWhen ?? Objective.ByWhen;
    public string Status => Objective.Ending is { } ending ? Objective.Word(ending) : Objective.Word(Objective.State);
}

static class KeyResultShapes
{
    /// <summary>Values beyond this many stay in the metric's own file: a spreadsheet ends at some 16,000 columns.</summary>
    public const int MostValues = 400;

    static readonly string[] Heed =
    [
        "Id",
        "Type",
        "Title",
        "Who",
        "Parent",
        "Parent ID",
        "Team",
        "Period",
        "Start date",
        "End date",
        "Description",
        "Metric",
        "Unit",
        "From",
        "To",
        "Low",
        "Stretch",
        "Target kind",
        "Commitment",
        "Weight",
        "Now",
        "Last check-in",
        "Progress %",
        "Status",
        "What the data say",
        "Check-ins",
    ];

    static readonly string[] Viva =
    [
        "Id",
        "Title",
        "Tag",
        "Team",
        "Creator",
        "Owner",
        "Period",
        "Start Date",
        "End Date",
        "Description",
        "Aligned To (weight, Objective ID)",
        "Metric Name",
        "Unit",
        "Target",
        "Object Type",
        "Goal Type",
        "Start",
        "Created At",
        "Last Check-in",
        "Progress %",
        "Actual Progress",
        "Status",
        "Last Check-in Note",
        "Score",
        "Checkins",
    ];

    public static string[] Head(this KeyResultShape shape) => shape is KeyResultShape.Viva ? Viva : Heed;

    public static IEnumerable<string?> Cells(this KeyResultShape shape, ExportedRow row) =>
        (shape is KeyResultShape.Viva ? OfViva(row) : OfHeed(row)).Concat(Values(row));

    static IEnumerable<string?> OfHeed(ExportedRow row)
    {
        var k = row.KeyResult?.KeyResult;
        return
        [
            row.Id,
            k is null ? "objective" : "key result",
            row.Title,
            k?.Who,
            row.Parent?.Title,
            row.Parent?.Id.ToString(),
            row.Team,
            row.Objective.Cycle!.Name,
            CsvWriter.Day(row.Objective.Cycle.Start),
            CsvWriter.Day(row.ByWhen),
            k is null ? row.Objective.Why : null,
            row.KeyResult?.Metric.Name,
            row.KeyResult?.Metric.Unit,
            CsvWriter.Number(k?.Baseline),
            CsvWriter.Number(k?.Target),
            CsvWriter.Number(k?.Low),
            CsvWriter.Number(k?.Stretch),
            k?.Kind.ToString(),
            k?.Commitment.ToString(),
            CsvWriter.Number(k?.Weight),
            CsvWriter.Number(row.KeyResult?.Now?.Value),
            row.CheckedInOn is { } on ? CsvWriter.Day(on) : null,
            Progress(row),
            row.Status,
            row.KeyResult?.Status.Word,
        ];
    }

    static IEnumerable<string?> OfViva(ExportedRow row)
    {
        var k = row.KeyResult?.KeyResult;
        return
        [
            row.Id,
            k is null ? row.Title : k.Name,
            null,
            row.Team,
            null,
            // A team owns it: nobody is named, and nobody's own list can be made of it.
            null,
            row.Objective.Cycle!.Name,
            CsvWriter.Day(row.Objective.Cycle.Start),
            CsvWriter.Day(row.ByWhen),
            k is null ? row.Objective.Why : null,
            row.Parent is { } parent ? $"{parent.Title}(weight: 100%, Id: {parent.Id})" : null,
            row.KeyResult?.Metric.Name,
            row.KeyResult?.Metric.Unit,
            CsvWriter.Number(k?.Target),
            k is null ? "Objective" : "Key result",
            GoalType(k?.Commitment),
            CsvWriter.Number(k?.Baseline),
            CsvWriter.Day(row.CreatedOn),
            row.CheckedInOn is { } on ? CsvWriter.Day(on) : null,
            Progress(row),
            CsvWriter.Number(row.KeyResult?.Now?.Value),
            row.Objective.State is ObjectiveState.Closed ? "Closed"
            : row.Objective.State is ObjectiveState.Live ? VivaStatus(row.KeyResult)
            : "Not Started",
            null,
            null,
        ];
    }

    /// <summary>Viva Goals knows two; what is meant to be learned is no promise, so it is not called committed there.</summary>
    static string? GoalType(Commitment? commitment) =>
        commitment switch
        {
            null => null,
            Commitment.Committed => "Committed Goal",
            _ => "Aspirational Goal",
        };

    /// <summary>Their words for the data's own course; what cannot be told is not called on track.</summary>
    static string VivaStatus(EvaluatedKeyResult? reading) =>
        reading?.Course.Is switch
        {
            Status.OnCourse or Status.Held => "On Track",
            Status.Watch => "Behind",
            Status.OffCourse => "At Risk",
            _ => "Not Started",
        };

    /// <summary>What is not known stays empty: it is not 0 %.</summary>
    static string? Progress(ExportedRow row) =>
        row.KeyResult?.Progress?.Share is { } share ? CsvWriter.Number(Math.Round(share * 100, 4)) : null;

    /// <summary>A column for each value, as Viva Goals writes check-ins: the first has a head, the others none.</summary>
    static IEnumerable<string?> Values(ExportedRow row) =>
        row.KeyResult is not { } reading
            ? []
            : reading
                .Measured.Points.TakeLast(MostValues)
                .Select(p =>
                    $"Checkin Date: {CsvWriter.Day(p.On)}; Metric Name: {Flat(reading.Metric.Name)}; Current Value: {CsvWriter.Number(p.Value)}; Note: {Flat(p.Note)};"
                );

    static string Flat(string? words) => (words ?? "").Replace(';', ',').ReplaceLineEndings(" ");
}
