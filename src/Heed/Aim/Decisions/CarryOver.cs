using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CarryOverRequest
{
    [Required(ErrorMessage = "Choose the cycle in which they go on.")]
    public Id<Cycle>? Cycle { get; set; }

    [Required(ErrorMessage = "Choose the key results that go on.")]
    [MaxLength(50, ErrorMessage = "Choose at most 50 key results.")]
    public List<Id<KeyResult>>? KeyResults { get; set; }
}

/// <summary>
/// Takes chosen key results of an objective into a later cycle, as drafts that know where they came from. Nothing goes on by
/// itself: the team reads the draft, agrees and goes live as with any other.
/// </summary>
public sealed class CarryOver(HeedDb db, Member me, JournalWriter journal, SettleTerms settle, TimeProvider clock)
{
    public async Task<Outcome<Objective>> Run(Id<Objective> id, CarryOverRequest asked, CancellationToken stop)
    {
        // Two that carry over at once make one draft.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        var from = await db.Objectives.Include(o => o.Cycle).SingleOrDefaultAsync(o => o.Id == id, stop);
        if (from is null)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(from.TeamId))
            return await TeamPermission.Refuse(db, from.TeamId, stop);
        if (await db.Cycles.SingleOrDefaultAsync(c => c.Id == asked.Cycle, stop) is not { } cycle)
            return Refusal.Missing("cycle").At(nameof(asked.Cycle));
        if (cycle.State == CycleState.Closed || cycle.Start <= from.Cycle!.Start)
            return new Refusal(
                cycle.State == CycleState.Closed
                    ? $"{cycle.Name} is closed. Choose a cycle that is open or being planned."
                    : $"{cycle.Name} does not come after {from.Cycle!.Name}. Choose a later cycle."
            ).At(nameof(asked.Cycle));
        var chosen = asked.KeyResults!.Distinct().ToList();
        var keyResults = await db
            .KeyResults.AsNoTracking()
            .Where(k => k.ObjectiveId == id && k.LeftAt == null && chosen.Contains(k.Id))
            .OrderBy(k => k.CreatedAt)
            .ThenBy(k => k.Id)
            .ToListAsync(stop);
        if (chosen.Count == 0)
            return new Refusal("Choose the key results that go on.").At(nameof(asked.KeyResults));
        if (keyResults.Count < chosen.Count)
            return Refusal.Missing("key result of this objective").At(nameof(asked.KeyResults));
        var there = await db
            .Objectives.Include(o => o.KeyResults)
            .Where(o => o.CarriedFromId == id && o.CycleId == cycle.Id && o.ClosedAt == null)
            .OrderBy(o => o.Id)
            .FirstOrDefaultAsync(stop);
        if (keyResults.Find(k => there?.KeyResults.Any(t => t.CarriedFromId == k.Id) == true) is { } again)
            return Refusal
                .Conflict($"“{again.Name}” is carried over into {cycle.Name} already. Leave it out.")
                .At(nameof(asked.KeyResults));
        var next = there ?? db.Objectives.Add(Draft(from, cycle)).Entity;
        foreach (var keyResult in keyResults)
            if ((await Add(next, keyResult, from.Cycle!, cycle, stop)).Refused(out var refusal))
            {
                db.Forget();
                return refusal;
            }
        journal.Write(
            "carry over",
            id,
            $"{me.Name} carried over into {cycle.Name}: {Format.List([.. keyResults.Select(k => $"“{k.Name}”")])}."
        );
        journal.Write("carry over", next.Id, $"{me.Name} drafted this from what was aimed at in {from.Cycle!.Name}.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return next;
    }

    Objective Draft(Objective from, Cycle cycle) =>
        new()
        {
            TeamId = from.TeamId,
            CycleId = cycle.Id,
            Title = from.Title,
            Why = from.Why,
            ByWhen = cycle.End,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
            CarriedFromId = from.Id,
        };

    /// <summary>Start and target stay, to be looked at again; steps and days of the old cycle do not.</summary>
    async Task<Outcome<Done>> Add(Objective next, KeyResult of, Cycle before, Cycle cycle, CancellationToken stop)
    {
        var keyResult = new KeyResult
        {
            ObjectiveId = next.Id,
            Who = of.Who,
            DoesWhat = of.DoesWhat,
            CustomerGroupId = of.CustomerGroupId,
            Guardrail = of.Guardrail is { } rail
                ? new MetricGuardrail
                {
                    MetricId = rail.MetricId,
                    AtLeast = rail.AtLeast,
                    AtMost = rail.AtMost,
                }
                : null,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
            CarriedFromId = of.Id,
        };
        var asked = TermsRequest.Of(of);
        (asked.ByWhen, asked.Plan, asked.FirstSignalOn) = (cycle.End, null, null);
        var reason = $"carried over from {before.Name}";
        if ((await settle.Run(keyResult.Id, asked, cycle.End, reason, stop)).Refused(out var refusal, out var terms))
            return refusal;
        if (keyResult.Set(terms).Refused(out refusal))
            return refusal;
        db.KeyResults.Add(keyResult);
        journal.Write("carry over", keyResult.Id, $"{me.Name} carried it over from {before.Name}.");
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/objectives/{id}/carry-overs", Post)
            .WithName("CarryOverKeyResults")
            .WithSummary("Takes chosen key results into a later cycle, as drafts with where they came from.");

    static Task<Results<Created<ObjectiveView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        CarryOverRequest asked,
        CarryOver carry,
        CancellationToken stop
    ) => carry.Run(id, asked, stop).Created(o => $"/objectives/{o.Id}", ObjectiveView.Of);
}
