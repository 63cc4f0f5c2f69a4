using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>What one run knows and has made.</summary>
sealed class Taking(
    Cycle cycle,
    Team team,
    string source,
    DateTimeOffset at,
    IReadOnlyDictionary<string, Id<Team>> teams,
    IReadOnlyDictionary<string, (Id<Objective>? Objective, Id<KeyResult>? KeyResult)> before
)
{
    public Cycle Cycle => cycle;
    public Team Team => team;
    public string Source => source;

    /// <summary>One moment for all of it, by which what it made is known.</summary>
    public DateTimeOffset At => at;
    public IReadOnlyDictionary<string, Id<Team>> Teams => teams;
    public IReadOnlyDictionary<string, (Id<Objective>? Objective, Id<KeyResult>? KeyResult)> Before => before;
    public Dictionary<string, int> Seen { get; } = [];
    public Dictionary<string, Id<Objective>> ById { get; } = [];
    public Dictionary<string, Id<Objective>> ByTitle { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<Id<Objective>, Objective> Made { get; } = [];
    public List<(
        ForeignRow Row,
        ImportedState State,
        Id<Objective>? Objective,
        Id<KeyResult>? KeyResult,
        Id<Metric>? Metric
    )> Rows { get; } = [];
    public int Findings { get; set; }

    public void LeaveOut(ForeignRow row, string why)
    {
        row.Notes.Insert(0, why);
        Rows.Add((row, ImportedState.LeftOut, null, null, null));
    }

    /// <summary>Whether this file has said the same before.</summary>
    public bool IsTwice(ForeignRow row)
    {
        if (Seen.TryAdd(row.Key(Source), row.Line))
            return false;
        LeaveOut(row, $"It says the same as row {Seen[row.Key(Source)]}, and was taken in once.");
        return true;
    }

    public void Remember(ForeignRow row, Id<Objective> id)
    {
        if (row.SourceId is { } source)
            ById.TryAdd(source, id);
        ByTitle.TryAdd(row.Title, id);
    }
}
