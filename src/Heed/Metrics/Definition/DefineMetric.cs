using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>Gives a number a name, a unit and a wanted way, so that it can be measured, aimed at and judged.</summary>
public sealed class DefineMetric(HeedDb db, Visit visit, JournalWriter journal, Limits limits, TimeProvider clock)
{
    /// <summary>What is wrong with a description that no form has asked for, such as one that was guessed.</summary>
    public static Refusal? Fault(MetricRequest asked) => RequestFaults.Of(asked).FirstOrDefault();

    public async Task<Outcome<Metric>> Run(MetricRequest asked, CancellationToken stop)
    {
        if ((await Apply(asked, stop)).Refused(out var refusal, out var metric))
            return refusal;
        await db.SaveChangesAsync(stop);
        return metric;
    }

    /// <summary>The same for whoever makes several, or something else with it, and saves all of it.</summary>
    public async Task<Outcome<Metric>> Apply(MetricRequest asked, CancellationToken stop)
    {
        if (visit.Member is { MayWrite: false })
            return Refusal.Forbidden("You may read metrics here, not define them. Ask an administrator.");
        if (Metric.Define(asked, clock.GetUtcNow()).Refused(out var refusal, out var metric))
            return refusal;
        if (await NameTaken(db, metric.Name, metric.Id, stop))
            return Taken(metric.Name);
        if (await OwnerFault(db, visit, metric.OwnerTeamId, null, stop) is { } because)
            return because;
        if (await AmongFault(db, metric, null, stop) is { } among)
            return among;
        var begun = db.ChangeTracker.Entries<Metric>().Count(m => m.State == EntityState.Added);
        if (limits.Metrics(await db.Metrics.CountAsync(m => m.RetiredAt == null, stop) + begun + 1) is { } full)
            return full;
        journal.Write("define", metric.Id, $"{visit.Member?.Name ?? "Heed"} defined the metric “{metric.Name}”.");
        db.Metrics.Add(metric);
        return metric;
    }

    /// <summary>
    /// The metric that is computed from this, such as one score of one survey: the one that is there, or a new one. Its
    /// name is shortened to what a name may have, and gets a number behind it where another metric already has it. What computes it tells the journal, and saves.
    /// </summary>
    public async Task<Outcome<Metric>> Apply(string computedFrom, MetricRequest asked, CancellationToken stop)
    {
        if (await db.Metrics.SingleOrDefaultAsync(m => m.ComputedFrom == computedFrom, stop) is { } there)
            return there;
        if (Metric.Define(asked, clock.GetUtcNow(), computedFrom).Refused(out var refusal, out var metric))
            return refusal;
        metric.Name = Format.Shortened(metric.Name, Metric.LongestName);
        var stem = Format.Shortened(metric.Name, Metric.LongestName - " (999)".Length);
        var begins = stem[..^1];
        var alike = await db
            .Metrics.Where(m => m.RetiredAt == null && m.Name.StartsWith(begins))
            .Select(m => m.Name)
            .ToListAsync(stop);
        var taken = alike.Concat(db.Metrics.Local.Select(m => m.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 2; taken.Contains(metric.Name); i++)
            metric.Name = $"{stem} ({i})";
        db.Metrics.Add(metric);
        return metric;
    }

    /// <summary>The metric in use that is called so, in whatever capitals.</summary>
    internal static Task<Metric?> Named(HeedDb db, string name, CancellationToken stop)
    {
        var lower = name.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where case is the database's.
        return db
            .Metrics.OrderBy(m => m.Id)
            .FirstOrDefaultAsync(m => m.RetiredAt == null && (m.Name == name || m.Name.ToLower() == lower), stop);
#pragma warning restore CA1304, CA1311, CA1862
    }

    internal static Task<bool> NameTaken(HeedDb db, string name, Id<Metric> but, CancellationToken stop)
    {
        var lower = name.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where case is the database's.
        return db.Metrics.AnyAsync(
            m => m.Id != but && m.RetiredAt == null && (m.Name == name || m.Name.ToLower() == lower),
            stop
        );
#pragma warning restore CA1304, CA1311, CA1862
    }

    internal static Refusal Taken(string name) =>
        Refusal
            .Conflict($"There is already a metric “{name}”. Use that one, or choose a name that tells them apart.")
            .At(nameof(MetricRequest.Name));

    /// <summary>Nobody gives a metric to a team that is not theirs: it would then be that team's to change.</summary>
    internal static async Task<Refusal?> OwnerFault(
        HeedDb db,
        Visit visit,
        Id<Team>? owner,
        Id<Team>? before,
        CancellationToken stop
    )
    {
        if (owner is not { } team || owner == before)
            return null;
        if (!await new ReadTeams(db).Exists(team, stop))
            return Refusal.Missing("team").At(nameof(MetricRequest.OwnerTeamId));
        return visit.Member is { } me && !me.IsAdmin && !me.MayWriteFor(team)
            ? Refusal
                .Forbidden("You are not in that team. Choose a team of yours, or leave the owner open.")
                .At(nameof(MetricRequest.OwnerTeamId))
            : null;
    }

    /// <summary>Those among whom events are counted are another metric here, one point as often.</summary>
    internal static async Task<Refusal?> AmongFault(
        HeedDb db,
        Metric metric,
        Id<Metric>? before,
        CancellationToken stop
    )
    {
        if (metric.CountedAmong is not { } id)
            return null;
        Refusal? At(Refusal refusal) => refusal.At(nameof(MetricRequest.CountedAmong));
        if (id == metric.Id)
            return At(new Refusal("A metric is not counted among itself. Choose another one, or nobody."));
        if (await db.Metrics.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is not { } among)
            return At(Refusal.Missing("metric"));
        if (among.RetiredAt is not null && id != before)
            return At(Refusal.Conflict($"“{among.Name}” is retired. Choose a metric that is still measured."));
        return among.Cadence != metric.Cadence
            ? At(
                new Refusal(
                    $"“{among.Name}” has one point a {among.Cadence.Name()}, and this one has one a {metric.Cadence.Name()}. Choose a metric that is measured as often."
                )
            )
            : null;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/metrics", Post).WithName("DefineMetric").WithSummary("Defines a metric.");

    static Task<Results<Created<MetricView>, ProblemHttpResult>> Post(
        MetricRequest asked,
        DefineMetric define,
        CancellationToken stop
    ) => define.Run(asked, stop).Created(metric => $"/metrics/{metric.Id}", MetricView.Of);
}
