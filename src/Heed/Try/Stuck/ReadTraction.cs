using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>
/// Reads whether what is tried moves its outcomes: a state for each metric and team that has attempts. At most six questions
/// of the database, however many metrics.
/// </summary>
public sealed class ReadTraction(HeedDb db, ReadSeries read, ReadTeams teams, Workspace here, TimeProvider clock)
{
    /// <summary>Fewer attempts make no run.</summary>
    const int ShortestRun = 3;

    sealed record Judged(Id<Trial> Trial, DateTimeOffset At, VerdictWord Word, bool PredictionPrecededData);

    /// <summary>Of some metrics, by team.</summary>
    public Task<IReadOnlyList<OutcomeTraction>> Of(IReadOnlyCollection<Id<Metric>> metrics, CancellationToken stop) =>
        Read(db.Trials.Where(t => metrics.Contains(t.MetricId)), stop);

    /// <summary>What is stuck, the dearest first.</summary>
    public Task<IReadOnlyList<OutcomeTraction>> Stuck(CancellationToken stop) => Stuck(db.Trials, stop);

    /// <summary>The same of some teams.</summary>
    public Task<IReadOnlyList<OutcomeTraction>> Stuck(IReadOnlyCollection<Id<Team>> of, CancellationToken stop) =>
        Stuck(db.Trials.Where(t => of.Contains(t.TeamId)), stop);

    async Task<IReadOnlyList<OutcomeTraction>> Stuck(IQueryable<Trial> wanted, CancellationToken stop) =>
        [
            .. (await Read(wanted, stop))
                .Where(o => o.IsStuck && o.Metric.RetiredAt is null)
                .OrderByDescending(o => o.Found.SpinHours ?? -1)
                .ThenByDescending(o => o.Run.Count)
                .ThenBy(o => o.Metric.Name, StringComparer.Ordinal)
                .ThenBy(o => o.TeamId.Value),
        ];

    async Task<IReadOnlyList<OutcomeTraction>> Read(IQueryable<Trial> wanted, CancellationToken stop)
    {
        var trials = await wanted.AsNoTracking().Where(t => t.LockedAt != null).ToListAsync(stop);
        if (trials.Count == 0)
            return [];
        var verdicts = await db
            .TrialVerdicts.AsNoTracking()
            .Where(v => wanted.Any(t => t.Id == v.TrialId))
            .Select(v => new Judged(v.TrialId, v.At, v.Word, v.PredictionPrecededData))
            .ToListAsync(stop);
        var newest = verdicts.GroupBy(v => v.Trial).ToDictionary(g => g.Key, g => g.MaxBy(v => v.At)!);
        var metrics = await read.Metrics([.. trials.Select(t => t.MetricId).Distinct()], stop);
        var names = await teams.Names(stop);
        var today = here.Today(clock);
        var called = trials
            .Where(t => t.ObstacleId is not null)
            .GroupBy(t => t.ObstacleId!.Value)
            .ToDictionary(g => g.Key, g => g.MaxBy(t => t.Id)!.Obstacle);
        var outcomes = trials
            .GroupBy(t => (t.MetricId, t.TeamId))
            .Select(of =>
                (
                    Metric: metrics[of.Key.MetricId],
                    Team: of.Key.TeamId,
                    Tried: (IReadOnlyList<TriedMove>)
                        [
                            .. of.Select(t =>
                                    Tried(t, newest.GetValueOrDefault(t.Id), metrics[t.MetricId].Cadence, today)
                                )
                                .OfType<TriedMove>()
                                .Select(t => t.Trial.ObstacleId is { } named ? t with { Obstacle = called[named] } : t)
                                .OrderBy(t => t.Trial.Start)
                                .ThenBy(t => t.Trial.Id.Value),
                        ]
                )
            )
            .Where(o => o.Tried.Count > 0)
            .ToList();
        var points = await read.Of(
            [.. outcomes.Where(o => NeedsPoints(o.Tried, today)).Select(o => o.Metric).DistinctBy(m => m.Id)],
            stop
        );
        return
        [
            .. outcomes.Select(o =>
                OutcomeTraction.Of(
                    o.Metric,
                    o.Team,
                    names.GetValueOrDefault(o.Team, "a team"),
                    o.Tried,
                    points.GetValueOrDefault(o.Metric.Id) is { } series && !series.Rates.Refused(out _, out var seen)
                        ? seen
                        : null,
                    today
                )
            ),
        ];
    }

    /// <summary>One that was stopped, undone or forgotten without a look is no attempt: nobody knows what it did.</summary>
    static TriedMove? Tried(Trial trial, Judged? judged, Cadence cadence, DateOnly today) =>
        judged is not null
            ? new(
                trial,
                judged.Word,
                judged.Word is not VerdictWord.Improved
                    && trial.Arms is null
                    && today < Verdict.CanBeJudgedFrom(cadence, trial.Start, trial.LagDays),
                judged.PredictionPrecededData
            )
        : trial.State is TrialState.Running && today < trial.Look
            ? new(trial, VerdictWord.NotMeasured, true, !trial.WrittenAfterwards)
        : null;

    static bool NeedsPoints(IReadOnlyList<TriedMove> tried, DateOnly today) =>
        !tried[^1].IsWaiting
        && (tried.Count >= ShortestRun || EffortByMonth.Of([.. tried.Select(t => t.Trial)], today) is not null);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/traction", List)
            .WithName("ListTraction")
            .WithSummary("What is tried again and again and does not move, the dearest first.");
        api.MapGet("/metrics/{id}/traction", One)
            .WithName("ReadTraction")
            .WithSummary("Whether what is tried on a metric moves it, by team.");
    }

    static async Task<Ok<IReadOnlyList<TractionView>>> List(ReadTraction traction, int? take, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<TractionView>>([
            .. (await traction.Stuck(stop)).Take(Part.Size(take)).Select(TractionView.Of),
        ]);

    static async Task<Results<Ok<IReadOnlyList<TractionView>>, ProblemHttpResult>> One(
        Id<Metric> id,
        ReadTraction traction,
        ReadSeries read,
        CancellationToken stop
    )
    {
        if (await read.Metric(id, stop) is null)
            return Refusal.Missing("metric").Problem();
        return TypedResults.Ok<IReadOnlyList<TractionView>>([
            .. (await traction.Of([id], stop)).Select(TractionView.Of),
        ]);
    }
}
