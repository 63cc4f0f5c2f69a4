using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Notes the day on which somebody last looked at the page of a metric: never who, and once a day.</summary>
public sealed class NoteLook(HeedDb db, Workspace here, TimeProvider clock)
{
    public async Task Run(Metric metric, CancellationToken stop)
    {
        var today = here.Today(clock);
        if (metric.LookedAtOn != today)
            await Faults.NoteIfItCan(() =>
                db
                    .Metrics.Where(m => m.Id == metric.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.LookedAtOn, today), stop)
            );
    }
}
