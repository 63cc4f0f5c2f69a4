using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What Try says on Home of trials that were looked at: verdicts of the last two weeks, and what is to be decided.</summary>
sealed class VerdictsAtHome(HeedDb db, ReadSeries read, ReadTrials trials, Member me, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int NewsForDays = 14;
    const double MinutesOfADecision = 1;

    /// <summary>What moved is told as moved and still waits for a decision; what did not move is told once.</summary>
    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-NewsForDays);
        var newest = db
            .TrialVerdicts.AsNoTracking()
            .Where(v => !db.TrialVerdicts.Any(later => later.TrialId == v.TrialId && later.At > v.At))
            .Join(db.Trials, v => v.TrialId, t => t.Id, (v, t) => new { Verdict = v, Trial = t });
        var news = await newest
            .Where(n => n.Verdict.At >= since)
            .OrderByDescending(n => n.Verdict.At)
            .Take(Most)
            .ToListAsync(stop);
        var open = await newest
            .Where(n =>
                n.Trial.LookedAt != null
                && n.Trial.AdoptedAt == null
                && n.Trial.StoppedAt == null
                && n.Trial.UndoneAt == null
            )
            .OrderBy(n => n.Verdict.At)
            .Take(Most * 2)
            .ToListAsync(stop);
        var mine = open.Where(n => me.MayWriteFor(n.Trial.TeamId)).ToList();
        var waits = mine.Select(n => n.Trial.Id).ToHashSet();
        var measured = await read.Of([.. news.Select(n => n.Trial.MetricId).Distinct()], stop);
        var changed = await trials.Since(mine.Concat(news).Select(n => n.Verdict).DistinctBy(v => v.Id), stop);
        string Behind(TrialVerdict verdict) => changed.GetValueOrDefault(verdict.Id).Behind;
        return
        [
            .. mine.Select(n => Decide(n.Verdict, n.Trial, Behind(n.Verdict))),
            .. news.Where(n => Moved(n.Verdict) || !waits.Contains(n.Trial.Id))
                .Select(n => News(n.Verdict, n.Trial, measured[n.Trial.MetricId], Behind(n.Verdict))),
        ];
    }

    HomeSentence Decide(TrialVerdict verdict, Trial trial, string behind)
    {
        var days = (int)(clock.GetUtcNow() - verdict.At).TotalDays;
        return new(HomeColumn.NeedsMe, $"Decide what becomes of “{trial.Change}”", $"/try/{trial.Id}")
        {
            Status = verdict.Guardrail == GuardrailState.Breached ? Status.OffCourse : Status.NotKnown,
            Subject = trial.Change,
            Detail =
                $"{Format.Lower(verdict.Word())}{(verdict.Effect is null ? "" : $", {verdict.Detail()}")} · looked {(days == 0 ? "today" : $"{Format.Count(days, "day")} ago")}{behind}",
            Weight = days,
            Action = "Decide",
            Minutes = MinutesOfADecision,
        };
    }

    static bool Moved(TrialVerdict verdict) => verdict.Word is VerdictWord.Improved or VerdictWord.Worsened;

    /// <summary>What moved is told of the metric and names the trial as the cause; what did not is told of the trial.</summary>
    static HomeSentence News(TrialVerdict verdict, Trial trial, MetricSeries measured, string behind)
    {
        var (metric, moved) = (measured.Metric, Moved(verdict));
        return new HomeSentence(
            moved ? HomeColumn.Moved : HomeColumn.Stuck,
            moved
                ? $"{metric.Name}: {Format.Lower(verdict.Word())} after “{trial.Change}”."
                : $"{trial.Change}: {Format.Lower(verdict.Word())} in “{metric.Name}”.",
            $"/try/{trial.Id}"
        )
        {
            Status = verdict.Word switch
            {
                VerdictWord.Improved => Status.Held,
                VerdictWord.Worsened => Status.OffCourse,
                _ => Status.NotKnown,
            },
            Subject = moved ? metric.Name : trial.Change,
            Detail = $"{verdict.Detail()} {metric.Unit}{behind}",
            Spark = Sparks.Of(measured),
            Weight = verdict is { Effect: { } effect, MinimumDetectable: { } least and > 0 }
                ? Math.Abs(effect / least)
                : 0,
            Action = moved ? null : "Open",
            Supersedes = moved ? $"/metrics/{metric.Id}" : null,
            About = moved ? null : $"/try/{trial.Id}",
        };
    }
}
