using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Says to administrators that the cycle of now serves the firm alone.</summary>
sealed class ValueAtHome(HeedDb db, ReadCycleValue read, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const double MinutesOfALook = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return [];
        var today = here.Today(clock);
        var cycle = await db
            .Cycles.AsNoTracking()
            .Where(c => c.OpenedAt != null && c.ClosedAt == null && c.Start <= today && c.End >= today)
            .OrderBy(c => c.Start)
            .FirstOrDefaultAsync(stop);
        return cycle is not null && await read.Sentence(cycle.Id, stop) is { } sentence
            ?
            [
                new HomeSentence(HomeColumn.NeedsMe, sentence, $"/aim?cycle={cycle.Id}")
                {
                    Status = Status.Watch,
                    Subject = cycle.Name,
                    Action = "Open",
                    Minutes = MinutesOfALook,
                },
            ]
            : [];
    }
}
