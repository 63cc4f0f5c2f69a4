using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What Try says on Home of trials under way: looks that wait, guardrails that broke meanwhile.</summary>
sealed class TryAtHome(HeedDb db, ReadSeries read, NameMetrics names, Member me, Workspace here, TimeProvider clock)
    : ISpeakAtHome
{
    const int Most = 10;
    const double MinutesOfALook = 1;
    const double BeforeAllElse = 1000;

    public async Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop) =>
        [.. await Restrained(stop), .. await Waiting(stop)];

    IQueryable<Trial> Running() =>
        db
            .Trials.AsNoTracking()
            .Where(t => t.LockedAt != null && t.LookedAt == null && t.StoppedAt == null && t.UndoneAt == null);

    async Task<List<HomeSentence>> Waiting(CancellationToken stop)
    {
        var today = here.Today(clock);
        var due = Running().Where(t => t.Look <= today).OrderBy(t => t.Look).ThenBy(t => t.Id);
        var waiting = await due.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> told = [.. waiting.Take(Most).Select(t => Look(t, today))];
        if (waiting.Count > Most)
        {
            var more = await due.CountAsync(stop) - Most;
            told.Add(
                HomeSentence.Rest(
                    HomeColumn.Stuck,
                    more,
                    $"{Format.Number(more)} more {Format.Plural(more, "trial", "trials")} past the look",
                    "/try"
                )
            );
        }
        return told;
    }

    HomeSentence Look(Trial trial, DateOnly today)
    {
        var late = today.DayNumber - trial.Look.DayNumber;
        var mine = me.MayWriteFor(trial.TeamId);
        return new HomeSentence(
            mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
            mine ? $"Look at the trial “{trial.Change}”" : $"Nobody has looked at the trial “{trial.Change}”.",
            $"/try/{trial.Id}",
            mine ? Status.NotKnown : Status.Watch,
            $"{(late == 0 ? "due today" : $"due {Format.Count(late, "day")} ago")} · predicted {Format.WithSign(trial.Predicted)}, locked {Format.Day(here.DayOf(trial.LockedAt!.Value))}",
            Weight: late,
            Action: mine ? "Look" : "Open",
            Minutes: mine ? MinutesOfALook : 0,
            Subject: trial.Change
        );
    }

    /// <summary>Running trials whose guardrail the newest point since their start lies beyond.</summary>
    async Task<IEnumerable<HomeSentence>> Restrained(CancellationToken stop)
    {
        var points = read.Current();
        var broken = await Running()
            .Where(t => t.GuardrailMetricId != null)
            .Select(t => new
            {
                Trial = t,
                Last = points
                    .Where(p => p.MetricId == t.GuardrailMetricId && p.On >= t.Start)
                    .OrderByDescending(p => p.On)
                    .Select(p => (double?)p.Value)
                    .FirstOrDefault(),
            })
            .Where(b => b.Last < b.Trial.GuardrailAtLeast || b.Last > b.Trial.GuardrailAtMost)
            .OrderBy(b => b.Trial.Id)
            .Take(Most)
            .ToListAsync(stop);
        var metrics = await names.Of([.. broken.Select(b => b.Trial.GuardrailMetricId!.Value).Distinct()], stop);
        return broken.Select(b =>
        {
            var (trial, metric) = (b.Trial, metrics[b.Trial.GuardrailMetricId!.Value]);
            var mine = me.MayWriteFor(trial.TeamId);
            return new HomeSentence(
                mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                $"{trial.Change} broke its guardrail: {metric.Name} is {Format.Number(b.Last!.Value)} {metric.Unit}, {Format.Limits(trial.GuardrailAtLeast, trial.GuardrailAtMost)} was promised.",
                $"/try/{trial.Id}",
                Status.OffCourse,
                "Stop or undo it, whatever else gets better.",
                Weight: BeforeAllElse,
                Action: mine ? "Decide" : "Open",
                Minutes: mine ? MinutesOfALook : 0,
                Subject: trial.Change
            );
        });
    }
}
