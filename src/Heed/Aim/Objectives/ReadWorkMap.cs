using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>One screen of what is aimed at: a cycle, its objectives, their key results as they stand.</summary>
public sealed record WorkMap(
    IReadOnlyList<Cycle> Cycles,
    Cycle? Cycle,
    IReadOnlyDictionary<Id<Team>, string> Teams,
    IReadOnlyList<Objective> Objectives,
    ILookup<Id<Objective>, EvaluatedKeyResult> KeyResults,
    ILookup<Id<KeyResult>, CheckIn> CheckIns,
    int All,
    int Page
)
{
    public const int Size = 20;

    IReadOnlyList<EvaluatedKeyResult> Shown => [.. Objectives.SelectMany(o => KeyResults[o.Id])];

    /// <summary>The whole screen in one sentence; where it is one of several, it speaks of this one.</summary>
    public string Finding =>
        Objectives.Count == 0 ? "Nothing is aimed at yet"
        : All > Size ? $"On this page: {Format.Lower(KeyResultSummary.Of(Shown))}"
        : KeyResultSummary.Of(Shown);
}

/// <summary>Key results that are missing something, and that Home counts.</summary>
public enum Lacking
{
    /// <summary>Nobody has checked in for two weeks.</summary>
    CheckIns,

    /// <summary>From where is not known.</summary>
    Start,
}

/// <summary>Reads the work map in a fixed number of queries, whatever its size.</summary>
public sealed class ReadWorkMap(
    HeedDb db,
    ReadKeyResults read,
    DueCheckIns due,
    ReadTeams teams,
    ReadSharing sharing,
    Workspace here,
    TimeProvider clock
)
{
    /// <summary>A year of quarters and then some; an older one is shown to whoever asks for it.</summary>
    const int MostCycles = 24;

    /// <summary>How far the dots of confidence go back.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(91);

    /// <param name="lacking">Only key results that lack this, in whichever cycle they are live.</param>
    public async Task<WorkMap?> Run(
        Id<Cycle>? asked,
        Id<Team>? team,
        Lacking? lacking,
        int page,
        CancellationToken stop
    )
    {
        var cycles = await db.Cycles.AsNoTracking().OrderByDescending(c => c.Start).Take(MostCycles).ToListAsync(stop);
        if (asked is { } older && !cycles.Exists(c => c.Id == older))
            cycles.AddRange(await db.Cycles.AsNoTracking().Where(c => c.Id == older).ToListAsync(stop));
        var cycle = asked is { } id ? cycles.Find(c => c.Id == id) : Now(cycles);
        if (asked is not null && cycle is null)
            return null;
        var keyResults = lacking switch
        {
            Lacking.CheckIns => due.Silent(),
            Lacking.Start => due.WithoutAStart(),
            _ => read.All(),
        };
        var wanted = lacking is null
            ? db.Objectives.AsNoTracking().Where(o => cycle != null && o.CycleId == cycle.Id)
            : db.Objectives.AsNoTracking().Where(o => keyResults.Any(k => k.ObjectiveId == o.Id));
        if (team is { } owner)
        {
            var takenOn = sharing.TakenOn([owner]);
            wanted = wanted.Where(o => o.TeamId == owner || takenOn.Contains(o.Id));
        }
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + WorkMap.Size - 1) / WorkMap.Size));
        var objectives = await wanted
            .OrderBy(o => o.ClosedAt != null)
            .ThenBy(o => o.CreatedAt)
            .ThenBy(o => o.Id)
            .Skip((page - 1) * WorkMap.Size)
            .Take(WorkMap.Size)
            .ToListAsync(stop);
        var ids = objectives.Select(o => o.Id).ToList();
        var readings = await read.Of(
            keyResults
                .Include(k => k.Objective!.Cycle)
                .Where(k => ids.Contains(k.ObjectiveId))
                .OrderBy(k => k.CreatedAt)
                .ThenBy(k => k.Id),
            stop
        );
        var since = clock.GetUtcNow() - Remembered;
        var checkIns = await read.CheckIns([.. readings.Select(r => r.KeyResult.Id)], since, stop);
        return new(
            cycles,
            cycle,
            await teams.Names(stop),
            objectives,
            readings.ToLookup(r => r.KeyResult.ObjectiveId),
            checkIns,
            all,
            page
        );
    }

    /// <summary>The open cycle that holds today; else the newest open one, else the newest.</summary>
    Cycle? Now(List<Cycle> cycles)
    {
        var today = here.Today(clock);
        return cycles.Find(c => c.State == CycleState.Open && c.Start <= today && today <= c.End)
            ?? cycles.Find(c => c.State == CycleState.Open)
            ?? cycles.FirstOrDefault();
    }
}
