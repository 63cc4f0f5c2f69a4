using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>One of them with what only other rooms know: how a health metric held, what a trial says of a hypothesis.</summary>
/// <param name="Trial">The trial of a hypothesis; empty where none is named.</param>
/// <param name="Moves">What the key results are called that it is expected to move.</param>
public sealed record ReadSibling(
    Sibling Of,
    string? Metric,
    HealthRecord? Health,
    DatedChange? Trial,
    IReadOnlyList<(Id<KeyResult> Id, string Name)> Moves
);

public sealed record SiblingView(
    Id<Sibling> Id,
    Id<Objective> Objective,
    SiblingKind Kind,
    string Words,
    Id<Metric>? Metric,
    double? AtLeast,
    double? AtMost,
    GuardrailState? Health,
    int? Held,
    int? Breached,
    int? Unknown,
    double? WorstBreach,
    string? Customer,
    string? WillDo,
    string? Trial,
    VerdictWord? Verdict,
    IReadOnlyList<Id<KeyResult>> Moves,
    string? Link,
    InitiativeState? State,
    string? HowKnown,
    DateOnly? DueOn,
    string? Answer,
    int Version
);

/// <summary>Reads what stands beside the key results of an objective, in a fixed number of queries.</summary>
public sealed class ReadSiblings(HeedDb db, ReadSeries series, ChangesOf changes, Workspace here, TimeProvider clock)
{
    internal static bool IsTrial(DatedChange change) => change.Href.StartsWith("/try/", StringComparison.Ordinal);

    public Task<Sibling?> One(Id<Sibling> id, CancellationToken stop) =>
        db.Siblings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.BackAt == null, stop);

    public async Task<IReadOnlyList<ReadSibling>> Of(Id<Objective> id, CancellationToken stop) =>
        await Read(
            await db
                .Siblings.AsNoTracking()
                .Where(s => s.ObjectiveId == id && s.BackAt == null)
                .OrderBy(s => s.Id)
                .Take(Sibling.Most)
                .ToListAsync(stop),
            stop
        );

    public async Task<IReadOnlyList<ReadSibling>> Read(IReadOnlyList<Sibling> siblings, CancellationToken stop)
    {
        if (siblings.Count == 0)
            return [];
        var expected = siblings.SelectMany(s => s.Expected).Distinct().ToList();
        var moved = await db
            .KeyResults.AsNoTracking()
            .Where(k => expected.Contains(k.Id))
            .ToDictionaryAsync(k => k.Id, stop);
        var kept = siblings
            .Where(s => s.Kind == SiblingKind.HealthMetric)
            .Select(s => s.MetricId)
            .OfType<Id<Metric>>()
            .Distinct()
            .ToList();
        var measured = kept.Count == 0 ? new Dictionary<Id<Metric>, MetricSeries>() : await series.Of(kept, stop);
        var judged = siblings
            .Where(s => s is { Kind: SiblingKind.Hypothesis, Trial: not null })
            .SelectMany(s => s.Expected)
            .Where(moved.ContainsKey)
            .Select(k => moved[k].MetricId)
            .Distinct()
            .ToList();
        var trials = judged.Count == 0 ? [] : (await changes.Metrics(judged, stop)).Where(IsTrial).ToList();
        var today = here.Today(clock);
        return
        [
            .. siblings.Select(s =>
            {
                var points = s.MetricId is { } metric ? measured.GetValueOrDefault(metric) : null;
                return new ReadSibling(
                    s,
                    points?.Metric.Name,
                    s.Limit() is { } limit && points is not null
                        ? HealthRecord.Of(limit, points, here.DayOf(s.CreatedAt), today)
                        : null,
                    trials.FirstOrDefault(t => t.Href == s.Trial),
                    [.. s.Expected.Where(moved.ContainsKey).Select(k => (k, moved[k].Name))]
                );
            }),
        ];
    }

    /// <summary>The trials that could judge a hypothesis on these key results.</summary>
    public async Task<IReadOnlyList<DatedChange>> Trials(
        IReadOnlyCollection<Id<Metric>> metrics,
        CancellationToken stop
    ) => metrics.Count == 0 ? [] : [.. (await changes.Metrics(metrics, stop)).Where(IsTrial)];

    internal async Task<SiblingView> View(Sibling sibling, CancellationToken stop) =>
        View((await Read([sibling], stop))[0]);

    static SiblingView View(ReadSibling read)
    {
        var (s, health) = (read.Of, read.Health?.Record);
        return new(
            s.Id,
            s.ObjectiveId,
            s.Kind,
            s.Words,
            s.MetricId,
            s.AtLeast,
            s.AtMost,
            health?.State,
            health?.Held,
            health?.Breached,
            health?.Unknown,
            health?.WorstBreach,
            s.Customer,
            s.WillDo,
            s.Trial,
            s.Kind != SiblingKind.Hypothesis ? null : read.Trial?.Verdict ?? VerdictWord.NotMeasured,
            s.Expected,
            s.Link,
            s.Kind == SiblingKind.Initiative ? s.State : null,
            s.HowKnown,
            s.DueOn,
            s.Answer,
            s.Version
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/objectives/{id}/siblings", List)
            .WithName("ListSiblings")
            .WithSummary("What stands beside the key results of an objective.");
        api.MapGet("/siblings/{id}", Get)
            .WithName("ReadSibling")
            .WithSummary("One health metric, hypothesis, initiative or learning goal.");
    }

    static Task<Results<Ok<IReadOnlyList<SiblingView>>, ProblemHttpResult>> List(
        Id<Objective> id,
        HeedDb db,
        ReadSiblings read,
        CancellationToken stop
    ) =>
        db
            .Objectives.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == id, stop)
            .ListOrMissing(
                "objective",
                async _ => (IReadOnlyList<SiblingView>)[.. (await read.Of(id, stop)).Select(View)]
            );

    static async Task<Results<Ok<SiblingView>, ProblemHttpResult>> Get(
        Id<Sibling> id,
        ReadSiblings read,
        CancellationToken stop
    ) =>
        await read.One(id, stop) is { } sibling
            ? TypedResults.Ok(await read.View(sibling, stop))
            : Refusal.Missing("health metric, hypothesis, initiative or learning goal").Problem();
}
