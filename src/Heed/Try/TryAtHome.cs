using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What Try says on Home of trials under way: looks that wait, guardrails that broke meanwhile.</summary>
sealed class TryAtHome(HeedDb db, ReadSeries read, NameMetrics names, Member me, Workspace here, TimeProvider clock)
    : IHomeSource
{
    const int Most = 10;
    const double MinutesOfALook = 1;
    const double BeforeAllElse = 1000;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop) =>
        [.. await Restrained(stop), .. await CreptBack(stop), .. await Waiting(stop)];

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
            $"/try/{trial.Id}"
        )
        {
            Status = mine ? Status.NotKnown : Status.Watch,
            Subject = trial.Change,
            Detail =
                $"{(late == 0 ? "due today" : $"due {Format.Count(late, "day")} ago")} · predicted {trial.Promised}, {(trial.WrittenAfterwards ? "written afterwards" : $"locked {Format.Day(trial.LockedOn!.Value)}")}",
            Weight = late,
            Action = mine ? "Look" : "Open",
            Minutes = mine ? MinutesOfALook : 0,
        };
    }

    /// <summary>Improvements that were kept and are gone again: told of the metric, as what moved.</summary>
    async Task<IEnumerable<HomeSentence>> CreptBack(CancellationToken stop)
    {
        var gone = await db
            .Trials.AsNoTracking()
            .Where(t => t.Watch == WatchState.Relapsed && t.StoppedAt == null && t.UndoneAt == null)
            .OrderByDescending(t => t.WatchSince)
            .Take(Most)
            .ToListAsync(stop);
        var metrics = await names.Of([.. gone.Select(t => t.MetricId).Distinct()], stop);
        return gone.Select(trial => new HomeSentence(
            HomeColumn.Moved,
            $"{metrics[trial.MetricId].Name} crept back after “{trial.Change}”, since about {Format.Day(trial.WatchSince!.Value)}.",
            $"/try/{trial.Id}"
        )
        {
            Status = Status.OffCourse,
            Subject = metrics[trial.MetricId].Name,
            Detail = "It had improved. See whether the change is still done.",
            Weight = BeforeAllElse,
            Supersedes = $"/metrics/{trial.MetricId}",
        });
    }

    /// <summary>Running trials whose guardrail the newest point since their start lies beyond, until they are stopped for it.</summary>
    async Task<IEnumerable<HomeSentence>> Restrained(CancellationToken stop)
    {
        var guarded = await Running().Where(t => t.Guardrail != null).OrderBy(t => t.Id).ToListAsync(stop);
        var newest = await read.Newest([.. guarded.Select(t => t.Guardrail!.MetricId)], stop);
        var broken = guarded
            .Where(t =>
                newest.GetValueOrDefault(t.Guardrail!.MetricId) is { } point
                && point.On >= t.Start
                && t.Guardrail.IsBrokenBy(point.Value)
            )
            .Take(Most)
            .ToList();
        var metrics = await names.Of([.. broken.Select(t => t.Guardrail!.MetricId).Distinct()], stop);
        return broken.Select(trial =>
        {
            var metric = metrics[trial.Guardrail!.MetricId];
            var mine = me.MayWriteFor(trial.TeamId);
            return new HomeSentence(
                mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
                $"{trial.Change} broke its guardrail: {metric.Name} is {trial.Guardrail!.Broken(newest[metric.Id].Value, metric.Unit)}.",
                $"/try/{trial.Id}"
            )
            {
                Status = Status.OffCourse,
                Subject = trial.Change,
                Detail = "Heed stops it within minutes, whatever else gets better.",
                Weight = BeforeAllElse,
                Action = mine ? "Decide" : "Open",
                Minutes = mine ? MinutesOfALook : 0,
            };
        });
    }
}
