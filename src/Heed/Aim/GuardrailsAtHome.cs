using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>Says on Home where the newest point of what must not get worse lies beyond its limit.</summary>
sealed class GuardrailsAtHome(DueCheckIns due, ReadSeries read, NameMetrics names, Member me) : IHomeSource
{
    const int Most = 5;
    const double BeforeAllElse = 1000;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var guarded = await due.Live()
            .Where(k => k.Guardrail != null)
            .OrderBy(k => k.Id)
            .Select(k => new { k.Id, Rail = k.Guardrail! })
            .ToListAsync(stop);
        var newest = await read.Newest([.. guarded.Select(g => g.Rail.MetricId)], stop);
        var beyond = guarded
            .Where(g => newest.GetValueOrDefault(g.Rail.MetricId) is { } point && g.Rail.IsBrokenBy(point.Value))
            .Take(Most)
            .Select(g => g.Id)
            .ToList();
        var broken = await due.Live()
            .Where(k => beyond.Contains(k.Id))
            .OrderBy(k => k.Id)
            .Select(k => new { KeyResult = k, k.Objective!.TeamId })
            .ToListAsync(stop);
        var metrics = await names.Of([.. broken.Select(b => b.KeyResult.Guardrail!.MetricId).Distinct()], stop);
        return
        [
            .. broken.Select(b =>
            {
                var (keyResult, metric) = (b.KeyResult, metrics[b.KeyResult.Guardrail!.MetricId]);
                var mine = me.MayWriteFor(b.TeamId);
                return new HomeSentence(
                    mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                    $"{metric.Name} broke its guardrail: {keyResult.Guardrail!.Broken(newest[metric.Id].Value, metric.Unit)}.",
                    $"/aim/key-results/{keyResult.Id}"
                )
                {
                    Status = Status.OffCourse,
                    Subject = metric.Name,
                    Detail = $"it guards “{keyResult.Name}”",
                    Weight = BeforeAllElse,
                    Action = "Open",
                    Minutes = mine ? 1 : 0,
                };
            }),
        ];
    }
}
