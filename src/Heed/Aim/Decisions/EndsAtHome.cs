using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Towards the end of a cycle, asks my teams to recommit, adjust or discard; when it is over, to close with what was learned.</summary>
sealed class EndsAtHome(HeedDb db, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int DaysBefore = 14;
    const double MinutesOfADecision = 5;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var today = here.Today(clock);
        var soon = today.AddDays(DaysBefore);
        var wanted = db
            .Objectives.AsNoTracking()
            .Where(o =>
                mine.Contains(o.TeamId)
                && o.LiveAt != null
                && o.ClosedAt == null
                && o.Cycle!.ClosedAt == null
                && o.Cycle.End <= soon
            );
        var ending = await wanted
            .OrderBy(o => o.Cycle!.End)
            .ThenBy(o => o.Id)
            .Take(Most + 1)
            .Select(o => new
            {
                o.Id,
                o.Title,
                Cycle = o.Cycle!.Name,
                o.Cycle.End,
                Open = o.KeyResults.Count(k =>
                    k.LeftAt == null && !db.CycleDecisions.Any(d => d.KeyResultId == k.Id && d.CycleId == o.CycleId)
                ),
            })
            .ToListAsync(stop);
        List<HomeSentence> said = [];
        foreach (var o in ending.Take(Most).Where(o => o.Open > 0 || o.End < today))
            said.Add(
                new(
                    HomeColumn.NeedsMe,
                    o.Open > 0
                        ? $"{o.Title}: recommit, adjust or discard {Format.Count(o.Open, "key result")}?"
                        : $"{o.Title}: close it with what you learned.",
                    $"/aim/objectives/{o.Id}"
                )
                {
                    Status = o.End < today ? Status.Watch : Status.NotKnown,
                    Subject = o.Title,
                    Detail =
                        o.End < today
                            ? $"{o.Cycle} ended on {Format.Day(o.End)}"
                            : $"{o.Cycle} ends on {Format.Day(o.End)}",
                    Weight = today.DayNumber - o.End.DayNumber,
                    Action = o.Open > 0 ? "Decide" : "Close",
                    Minutes = MinutesOfADecision,
                }
            );
        if (ending.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More objectives whose cycle ends",
                    "/aim"
                )
            );
        return said;
    }
}
