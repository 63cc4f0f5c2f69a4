using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public sealed record CycleDecisionView(
    Id<CycleDecision> Id,
    Id<Objective> Objective,
    Id<KeyResult>? KeyResult,
    Id<Cycle> Cycle,
    CycleChoice Choice,
    string Reason,
    string AgreedBy,
    string? Learned,
    string Before,
    string After,
    Id<Member> DecidedBy,
    DateTimeOffset DecidedAt
)
{
    internal static CycleDecisionView Of(CycleDecision d) =>
        new(
            d.Id,
            d.ObjectiveId,
            d.KeyResultId,
            d.CycleId,
            d.Choice,
            d.Reason,
            d.AgreedBy,
            d.Learned,
            d.Before,
            d.After,
            d.DecidedBy,
            d.DecidedAt
        );
}

/// <summary>Where an objective came from that was carried over.</summary>
public sealed record CameFrom(Objective Objective, Cycle Cycle);

public sealed class ReadCycleDecisions(HeedDb db, Workspace here, TimeProvider clock)
{
    /// <summary>On an objective and its key results, the newest first.</summary>
    public async Task<IReadOnlyList<CycleDecision>> Of(Id<Objective> id, CancellationToken stop) =>
        await db
            .CycleDecisions.AsNoTracking()
            .Where(d => d.ObjectiveId == id)
            .OrderByDescending(d => d.DecidedAt)
            .ThenByDescending(d => d.Id)
            .Take(Part.Most)
            .ToListAsync(stop);

    /// <summary>Whether the end of its cycle is near enough to decide.</summary>
    public bool IsDue(Objective objective) =>
        objective.State == ObjectiveState.Live
        && here.Today(clock) >= objective.Cycle!.End.AddDays(-DecideAtEnd.DaysBefore);

    public async Task<CameFrom?> CameFrom(Objective objective, CancellationToken stop) =>
        objective.CarriedFromId is { } from
        && await db.Objectives.AsNoTracking().Include(o => o.Cycle).SingleOrDefaultAsync(o => o.Id == from, stop)
            is { } before
            ? new CameFrom(before, before.Cycle!)
            : null;

    /// <summary>The cycles into which something of this one can be carried over, the next first.</summary>
    public async Task<IReadOnlyList<Cycle>> Next(Cycle cycle, CancellationToken stop) =>
        await db
            .Cycles.AsNoTracking()
            .Where(c => c.Start > cycle.Start && c.ClosedAt == null)
            .OrderBy(c => c.Start)
            .Take(Part.Usual)
            .ToListAsync(stop);
}
