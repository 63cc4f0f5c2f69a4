using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

public sealed record TieView(
    Id<Tie> Id,
    Id<Metric> Child,
    Id<Metric> Parent,
    bool IsSum,
    Direction Moves,
    int FirstLag,
    int LastLag,
    double? PerUnit,
    string Because,
    DateOnly ClaimedOn,
    TieState State,
    DateOnly? TestedOn,
    bool IsStale,
    DateTimeOffset? WithdrawnAt,
    int Version
)
{
    internal static TieView Of(Tie t, DateOnly today) =>
        new(
            t.Id,
            t.ChildId,
            t.ParentId,
            t.IsSum,
            t.Moves,
            t.FirstLag,
            t.LastLag,
            t.PerUnit,
            t.Because,
            t.ClaimedOn,
            t.State,
            t.TestedOn,
            t.IsStale(today),
            t.WithdrawnAt,
            t.Version
        );
}

public sealed record TieTestView(
    Id<TieTest> Id,
    TieEvidence Evidence,
    int Attempt,
    TieState State,
    string Sentence,
    DateOnly On,
    int BeforeClaim,
    int Points,
    int? Lag,
    double? Correlation,
    double? Limit,
    double? Raw,
    double? Differenced,
    bool IsDirectionUnclear,
    Id<Try.Trial>? Trial
)
{
    internal static TieTestView Of(TieTest t) =>
        new(
            t.Id,
            t.Evidence,
            t.Attempt,
            t.State,
            t.Sentence,
            t.On,
            t.BeforeClaim,
            t.Points,
            t.Lag,
            t.Correlation,
            t.Limit,
            t.Raw,
            t.Differenced,
            t.IsDirectionUnclear,
            t.TrialId
        );
}

/// <summary>A tie with the names of its metrics.</summary>
public sealed record NamedTie(Tie Tie, MetricName Child, MetricName Parent)
{
    public string Name => $"{Child.Name} → {Parent.Name}";
}

public sealed record ListedTies(IReadOnlyList<NamedTie> Ties, int All, int Page)
{
    public const int Size = 50;
}

/// <summary>Whether the parts of a sum add up, period by period.</summary>
/// <param name="Checked">In how many periods all of them were measured.</param>
/// <param name="Off">Those in which they do not add up, the newest first, with the difference.</param>
public sealed record SumCheck(int Parts, int Checked, IReadOnlyList<(DateOnly On, double Sum, double Whole)> Off);

/// <summary>Reads ties, their tests and their sums.</summary>
public sealed class ReadTies(HeedDb db, NameMetrics names, ReadSeries series, Workspace here, TimeProvider clock)
{
    const int MostTests = 100;

    /// <summary>More than this are never drawn at once.</summary>
    internal const int MostDrawn = 2000;

    internal DateOnly Today => here.Today(clock);

    public Task<Tie?> Of(Id<Tie> id, CancellationToken stop) =>
        db.Ties.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop);

    public async Task<NamedTie?> Named(Id<Tie> id, CancellationToken stop) =>
        await Of(id, stop) is { } tie ? (await Name([tie], stop))[0] : null;

    /// <summary>The tests of one, the newest first.</summary>
    public async Task<IReadOnlyList<TieTest>> Tests(Id<Tie> id, CancellationToken stop) =>
        await db
            .TieTests.AsNoTracking()
            .Where(t => t.TieId == id)
            .OrderByDescending(t => t.At)
            .Take(MostTests)
            .ToListAsync(stop);

    /// <summary>Those that are not withdrawn, the newest claim first.</summary>
    public async Task<ListedTies> Page(TieState? state, int page, CancellationToken stop)
    {
        var wanted = db.Ties.AsNoTracking().Where(t => t.WithdrawnAt == null);
        if (state is { } only)
            wanted = wanted.Where(t => t.State == only);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedTies.Size - 1) / ListedTies.Size));
        var ties = await wanted
            .OrderByDescending(t => t.Id)
            .Skip((page - 1) * ListedTies.Size)
            .Take(ListedTies.Size)
            .ToListAsync(stop);
        return new(await Name(ties, stop), all, page);
    }

    /// <summary>All that hold now, for what draws them.</summary>
    public async Task<IReadOnlyList<Tie>> Held(CancellationToken stop) =>
        await db
            .Ties.AsNoTracking()
            .Where(t => t.WithdrawnAt == null)
            .OrderByDescending(t => t.Id)
            .Take(MostDrawn)
            .ToListAsync(stop);

    public async Task<IReadOnlyList<NamedTie>> Name(IReadOnlyCollection<Tie> ties, CancellationToken stop)
    {
        if (ties.Count == 0)
            return [];
        var named = await names.Of([.. ties.SelectMany(t => new[] { t.ChildId, t.ParentId }).Distinct()], stop);
        return [.. ties.Select(t => new NamedTie(t, named[t.ChildId], named[t.ParentId]))];
    }

    /// <summary>Adds up what is tied to a metric as its parts; null where nothing is.</summary>
    public async Task<SumCheck?> Sum(Id<Metric> parent, CancellationToken stop)
    {
        var parts = await db
            .Ties.AsNoTracking()
            .Where(t => t.ParentId == parent && t.IsSum && t.WithdrawnAt == null)
            .Select(t => t.ChildId)
            .ToListAsync(stop);
        if (parts.Count == 0)
            return null;
        var measured = await series.Of([.. parts, parent], stop);
        var whole = measured[parent].Points.ToDictionary(p => p.On, p => p.Value);
        var each = parts.ConvertAll(id => measured[id].Points.ToDictionary(p => p.On, p => p.Value));
        var days = whole.Keys.Where(day => each.TrueForAll(part => part.ContainsKey(day))).OrderDescending().ToList();
        var values = days.SelectMany(day => each.Select(part => part[day]).Append(whole[day]));
        var rounding = 0.5 * Math.Pow(10, -Format.MostDecimals(values));
        return new(
            parts.Count,
            days.Count,
            [
                .. days.Where(day => !LeadLagTest.AddsUp(whole[day], each.ConvertAll(part => part[day]), rounding))
                    .Select(day => (day, each.Sum(part => part[day]), whole[day])),
            ]
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ties", List)
            .WithName("ListTies")
            .WithSummary("The ties between metrics, the newest claim last, those that were withdrawn included.");
        api.MapGet("/ties/{id}", One).WithName("ReadTie").WithSummary("One tie.");
        api.MapGet("/ties/{id}/tests", Kept)
            .WithName("ListTieTests")
            .WithSummary("What each test of a tie said, the newest first.");
    }

    static async Task<Ok<Listed<TieView>>> List(
        HeedDb db,
        ReadTies ties,
        Id<Tie>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Ties.AsNoTracking();
        if (after is { } last)
            wanted = wanted.Where(t => t.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(t => t.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<TieView>.Of([.. rows.Select(t => TieView.Of(t, ties.Today))], size, t => t.Id.ToString())
        );
    }

    static Task<Results<Ok<TieView>, ProblemHttpResult>> One(Id<Tie> id, ReadTies ties, CancellationToken stop) =>
        ties.Of(id, stop).OkOrMissing("tie", t => TieView.Of(t, ties.Today));

    static Task<Results<Ok<IReadOnlyList<TieTestView>>, ProblemHttpResult>> Kept(
        Id<Tie> id,
        ReadTies ties,
        CancellationToken stop
    ) =>
        ties.Of(id, stop)
            .ListOrMissing(
                "tie",
                async _ => (IReadOnlyList<TieTestView>)[.. (await ties.Tests(id, stop)).Select(TieTestView.Of)]
            );
}
