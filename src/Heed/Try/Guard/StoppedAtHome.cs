using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>Tells of trials that their guardrail stopped, for two weeks: whoever made the change has to take it back.</summary>
sealed class StoppedAtHome(HeedDb db, NameMetrics names, Member me, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int NewsForDays = 14;
    const double MinutesToTakeItBack = 5;
    const double BeforeAllElse = 1000;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-NewsForDays);
        var stopped = await db
            .Trials.AsNoTracking()
            .Where(t => t.BreachedOn != null && t.StoppedAt >= since)
            .OrderByDescending(t => t.StoppedAt)
            .Take(Most)
            .ToListAsync(stop);
        var metrics = await names.Of([.. stopped.Select(t => t.Guardrail!.MetricId).Distinct()], stop);
        return
        [
            .. stopped.Select(trial =>
            {
                var metric = metrics[trial.Guardrail!.MetricId];
                var mine = me.MayWriteFor(trial.TeamId) || me.Id == trial.CreatedBy || me.Id == trial.StartedBy;
                return new HomeSentence(
                    mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                    $"{trial.Change} was stopped by its guardrail: {metric.Name} was {trial.Guardrail!.Broken(trial.BreachValue!.Value, metric.Unit)}, on {Format.Day(trial.BreachedOn!.Value)}.",
                    $"/try/{trial.Id}"
                )
                {
                    Status = Status.OffCourse,
                    Subject = trial.Change,
                    Detail = $"To take it back: {trial.Undo}",
                    Weight = BeforeAllElse,
                    Action = mine ? "Take it back" : "Open",
                    Minutes = mine ? MinutesToTakeItBack : 0,
                };
            }),
        ];
    }
}
