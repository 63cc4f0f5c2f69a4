using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>Says on Home where the newest point of what must not get worse lies beyond its limit.</summary>
sealed class GuardrailsAtHome(DueCheckIns due, ReadSeries read, NameMetrics names, Member me) : ISpeakAtHome
{
    const int Most = 5;
    const double BeforeAllElse = 1000;

    public async Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop)
    {
        var points = read.Current();
        var broken = await due.Live()
            .Where(k => k.GuardrailMetricId != null)
            .Select(k => new
            {
                KeyResult = k,
                k.Objective!.TeamId,
                Last = points
                    .Where(p => p.MetricId == k.GuardrailMetricId)
                    .OrderByDescending(p => p.On)
                    .Select(p => (double?)p.Value)
                    .FirstOrDefault(),
            })
            .Where(b => b.Last < b.KeyResult.GuardrailAtLeast || b.Last > b.KeyResult.GuardrailAtMost)
            .OrderBy(b => b.KeyResult.Id)
            .Take(Most)
            .ToListAsync(stop);
        var metrics = await names.Of([.. broken.Select(b => b.KeyResult.GuardrailMetricId!.Value).Distinct()], stop);
        return
        [
            .. broken.Select(b =>
            {
                var (keyResult, metric) = (b.KeyResult, metrics[b.KeyResult.GuardrailMetricId!.Value]);
                var mine = me.MayWriteFor(b.TeamId);
                return new HomeSentence(
                    mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                    $"{metric.Name} broke its guardrail: {Format.Number(b.Last!.Value)} {metric.Unit}, {Format.Limits(keyResult.GuardrailAtLeast, keyResult.GuardrailAtMost)} was promised.",
                    $"/aim/key-results/{keyResult.Id}",
                    Status.OffCourse,
                    $"it guards “{keyResult.Who} {keyResult.DoesWhat}”",
                    Weight: BeforeAllElse,
                    Action: "Open",
                    Minutes: mine ? 1 : 0,
                    Subject: metric.Name
                );
            }),
        ];
    }
}
