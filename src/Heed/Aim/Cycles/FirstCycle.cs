using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>The quarter in which a workspace begins, open: the first objective needs no cycle to be laid out before.</summary>
sealed class FirstCycle(HeedDb db, TimeProvider clock) : IFirstDaySource
{
    public void Apply(Workspace workspace, Member first)
    {
        var (now, today) = (clock.GetUtcNow(), workspace.Today(clock));
        var start = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
        var cycle = new Cycle
        {
            Name = $"{Format.Year(start)} Q{(start.Month + 2) / 3}",
            Start = start,
            End = start.AddMonths(3).AddDays(-1),
            CreatedAt = now,
        };
        cycle.Open(first.Id, now);
        db.Cycles.Add(cycle);
    }
}
