using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>A trial by what it is called and what it hangs on.</summary>
public sealed record TrialLine(Id<Trial> Id, string Change, Id<KeyResult> KeyResultId, Id<Team> TeamId);

/// <summary>Reads trials and their kept verdicts.</summary>
public sealed class ReadTrials(HeedDb db, ReadSeries read, ReadHistory history)
{
    public Task<Trial?> Of(Id<Trial> id, CancellationToken stop) =>
        db.Trials.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop);

    /// <summary>Those of a team that have not ended without being kept, the newest plan first.</summary>
    public async Task<IReadOnlyList<Trial>> OfTeam(Id<Team> team, int most, CancellationToken stop) =>
        await db
            .Trials.AsNoTracking()
            .Where(t => t.TeamId == team && t.StoppedAt == null && t.UndoneAt == null)
            .OrderByDescending(t => t.Id)
            .Take(most)
            .ToListAsync(stop);

    /// <summary>Those on one obstacle, the newest plan first.</summary>
    public async Task<IReadOnlyList<Trial>> On(Id<Obstacle> obstacle, int most, CancellationToken stop) =>
        await db
            .Trials.AsNoTracking()
            .Where(t => t.ObstacleId == obstacle)
            .OrderByDescending(t => t.Id)
            .Take(most)
            .ToListAsync(stop);

    public async Task<IReadOnlyDictionary<Id<Trial>, Trial>> Of(
        IReadOnlyCollection<Id<Trial>> ids,
        CancellationToken stop
    ) => await db.Trials.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, stop);

    /// <summary>The newest plans first.</summary>
    public async Task<IReadOnlyList<Trial>> Newest(int most, CancellationToken stop) =>
        await db.Trials.AsNoTracking().OrderByDescending(t => t.Id).Take(most).ToListAsync(stop);

    /// <summary>The verdicts of some trials, newest first.</summary>
    public async Task<ILookup<Id<Trial>, TrialVerdict>> Verdicts(
        IReadOnlyCollection<Id<Trial>> ids,
        CancellationToken stop
    ) =>
        (
            await db
                .TrialVerdicts.AsNoTracking()
                .Where(v => ids.Contains(v.TrialId))
                .OrderByDescending(v => v.At)
                .ToListAsync(stop)
        ).ToLookup(v => v.TrialId);

    /// <summary>What is planned, runs or was kept for some key results, by what it is called: the newest plans first.</summary>
    public async Task<IReadOnlyList<TrialLine>> UnderWay(
        IReadOnlyCollection<Id<KeyResult>> keyResults,
        int most,
        CancellationToken stop
    ) =>
        await db
            .Trials.AsNoTracking()
            .Where(t =>
                t.KeyResultId != null
                && keyResults.Contains(t.KeyResultId.Value)
                && t.StoppedAt == null
                && t.UndoneAt == null
            )
            .OrderByDescending(t => t.Id)
            .Take(most)
            .Select(t => new TrialLine(t.Id, t.Change, t.KeyResultId!.Value, t.TeamId))
            .ToListAsync(stop);

    /// <summary>The newest trial whose last verdict says that it improved the metric, with that verdict; nothing where there is none.</summary>
    public async Task<(Trial Trial, TrialVerdict Verdict)?> LastThatImproved(Id<Metric> metric, CancellationToken stop)
    {
        var last = db.TrialVerdicts.AsNoTracking().Where(v => v.MetricId == metric);
        var verdict = await last.Where(v =>
                v.Word == VerdictWord.Improved && !last.Any(later => later.TrialId == v.TrialId && later.At > v.At)
            )
            .OrderByDescending(v => v.At)
            .FirstOrDefaultAsync(stop);
        return verdict is null || await Of(verdict.TrialId, stop) is not { } trial ? null : (trial, verdict);
    }

    /// <summary>What became of the points under verdicts since they were judged; nothing where a verdict rests on none.</summary>
    public async Task<IReadOnlyDictionary<Id<TrialVerdict>, ChangedSince>> Since(
        IEnumerable<TrialVerdict> verdicts,
        CancellationToken stop
    )
    {
        var looks = verdicts.Where(v => v is { WindowFrom: not null, WindowTo: not null }).ToList();
        if (looks.Count == 0)
            return new Dictionary<Id<TrialVerdict>, ChangedSince>();
        var since = await history.Since(
            looks.ConvertAll(v => (v.MetricId, v.WindowFrom!.Value, v.WindowTo!.Value, v.JudgedAt ?? v.At)),
            stop
        );
        return looks.Zip(since).ToDictionary(pair => pair.First.Id, pair => pair.Second);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/trials", List)
            .WithName("ListTrials")
            .WithSummary("The trials, the newest plan last, by key result or team if one is named.");
        api.MapGet("/trials/{id}", One).WithName("ReadTrial").WithSummary("One trial.");
        api.MapGet("/trials/{id}/verdicts", Kept)
            .WithName("ListVerdicts")
            .WithSummary("What each look at a trial found.");
        api.MapGet("/trials/sight", CouldBeSeen)
            .WithName("ForeseeSight")
            .WithSummary("Whether an effect of that size could be seen at all by the day of the look.");
    }

    /// <summary>Trials, the newest plan last; the next page begins after the last id of this one.</summary>
    static async Task<Ok<Listed<TrialView>>> List(
        HeedDb db,
        Id<KeyResult>? keyResult,
        Id<Team>? team,
        Id<Trial>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Trials.AsNoTracking();
        if (keyResult is { } one)
            wanted = wanted.Where(t => t.KeyResultId == one);
        if (team is { } owner)
            wanted = wanted.Where(t => t.TeamId == owner);
        if (after is { } last)
            wanted = wanted.Where(t => t.Id > last);
        var size = Part.Size(take);
        var trials = await wanted.OrderBy(t => t.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<TrialView>.Of([.. trials.Select(TrialView.Of)], size, t => t.Id.ToString()));
    }

    static Task<Results<Ok<TrialView>, ProblemHttpResult>> One(
        Id<Trial> id,
        ReadTrials trials,
        CancellationToken stop
    ) => trials.View(id, stop).OkOrMissing("trial");

    async Task<TrialView?> View(Id<Trial> id, CancellationToken stop)
    {
        if (await Of(id, stop) is not { } trial)
            return null;
        var view = TrialView.Of(trial);
        if (trial is not { Arms: not null, State: TrialState.Adopted })
            return view;
        var newest = (await Verdicts([id], stop))[id].FirstOrDefault();
        return await read.Of(trial.MetricId, stop) is { } measured
            ? view with
            {
                NotWatched = ArmsWatch.Because(trial, newest, measured),
            }
            : view;
    }

    static async Task<Results<Ok<IReadOnlyList<VerdictView>>, ProblemHttpResult>> Kept(
        Id<Trial> id,
        ReadTrials trials,
        CancellationToken stop
    )
    {
        if (await trials.Of(id, stop) is null)
            return Refusal.Missing("trial").Problem();
        var verdicts = await trials.Verdicts([id], stop);
        var since = await trials.Since(verdicts[id], stop);
        return TypedResults.Ok<IReadOnlyList<VerdictView>>([
            .. verdicts[id].Select(v => VerdictView.Of(v) with { Since = since.GetValueOrDefault(v.Id) }),
        ]);
    }

    static Task<Results<Ok<Sight>, ProblemHttpResult>> CouldBeSeen(
        Id<Metric> metric,
        double predicted,
        DateOnly start,
        DateOnly look,
        int? lagDays,
        ReadTrials trials,
        CancellationToken stop
    ) => trials.Sight(metric, predicted, start, look, lagDays, stop).OkOrMissing("metric");

    public async Task<Sight?> Sight(
        Id<Metric> metric,
        double predicted,
        DateOnly start,
        DateOnly look,
        int? lagDays,
        CancellationToken stop
    ) =>
        await read.Of(metric, stop) is { } measured
            ? Try.Sight.Of(measured, predicted, start, look, lagDays ?? measured.Metric.LagDays)
            : null;
}
