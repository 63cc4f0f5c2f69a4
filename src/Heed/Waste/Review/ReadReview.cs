using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>A claim with what a verdict says of it.</summary>
public sealed record ClaimView(
    Id<OutcomeClaim> Id,
    Id<Practice> Practice,
    Id<Metric> Metric,
    string Outcome,
    string Reason,
    string By,
    DateTimeOffset At,
    Id<Trial>? Trial,
    VerdictWord? Word,
    bool? Supports,
    string Says
);

/// <summary>One activity: what it costs and what is known of whether it matters.</summary>
/// <param name="Month">What it takes a month, in the ledger of the review.</param>
/// <param name="IsOnAgenda">Expensive, and nothing shows that it matters.</param>
public sealed record ReviewedActivity(
    Id<Practice> Practice,
    string Name,
    PracticeKind Kind,
    string? Team,
    LikelyRange Month,
    EvidenceClass Evidence,
    ReviewState State,
    bool IsOnAgenda
);

/// <param name="By">The ledger that says what an activity costs.</param>
/// <param name="Others">How many more have a burden than are shown.</param>
/// <param name="ExpensiveFrom">So much a month; empty where too few say what they cost.</param>
public sealed record MetricReview(
    Ledger By,
    IReadOnlyList<ReviewedActivity> Activities,
    int Others,
    double? ExpensiveFrom,
    IReadOnlyList<UntendedMetric> Untended
);

/// <summary>Reads which activities are worth what they cost: cost against the evidence that they matter.</summary>
public sealed class ReadReview(
    HeedDb db,
    ReadTrials trials,
    ReadTeams teams,
    ReadMembers members,
    NameMetrics metrics,
    FindUntended untended
)
{
    public const int Most = 100;
    const int MostClaims = 50;

    /// <summary>One that is held is there for administrators alone, and leaves no trace here.</summary>
    static readonly NominationState[] Open =
    [
        NominationState.Acknowledged,
        NominationState.Classed,
        NominationState.Decided,
    ];

    public async Task<MetricReview> Run(Ledger by, CancellationToken stop)
    {
        var costed = Costed(by);
        var rows = await costed.Take(Most).Include(p => p.Burden).AsSplitQuery().ToListAsync(stop);
        var all = await costed.CountAsync(stop);
        var ids = rows.ConvertAll(p => p.Id);
        var claims = (
            await db.OutcomeClaims.AsNoTracking().Where(c => ids.Contains(c.PracticeId)).ToListAsync(stop)
        ).ToLookup(c => c.PracticeId);
        var evidence = await Evidence([.. claims.SelectMany(c => c)], stop);
        var addresses = ids.ConvertAll(Address);
        var nominated = (
            await db
                .Nominations.Where(n => addresses.Contains(n.Evidence!) && Open.Contains(n.State))
                .Select(n => n.Evidence)
                .ToListAsync(stop)
        ).ToHashSet();
        var names = await teams.Names(stop);
        // Among all of them, not only among those that are shown.
        var from = ActivityReview.LastExpensive(all) is { } last
            ? (await costed.Skip(last).FirstOrDefaultAsync(stop))?.Likely(by)
            : null;
        return new(
            by,
            [
                .. rows.Select(p =>
                {
                    var line = p.Burden.Single(l => l.Ledger == by);
                    var state = ActivityReview.Of(
                        nominated.Contains(Address(p.Id)),
                        [.. claims[p.Id].Select(c => evidence[c.Id].Evidence)]
                    );
                    return new ReviewedActivity(
                        p.Id,
                        p.Name,
                        p.Kind,
                        names.GetValueOrDefault(p.TeamId),
                        line.Month,
                        line.Evidence,
                        state,
                        p.Likely(by) is > 0 and var likely
                            && likely >= from
                            && state is ReviewState.Unexamined or ReviewState.Claimed or ReviewState.Unsupported
                    );
                }),
            ],
            all - rows.Count,
            from,
            await untended.Run(stop)
        );
    }

    /// <summary>Whether any practice says what it costs, in whichever ledger.</summary>
    public Task<bool> Any(CancellationToken stop) =>
        db.Practices.AnyAsync(
            p => p.State != PracticeState.Gone && (p.StaffHours != null || p.CustomerHours != null || p.Cash != null),
            stop
        );

    /// <summary>What has a burden in that ledger, the dearest first.</summary>
    IOrderedQueryable<Practice> Costed(Ledger by)
    {
        var here = db.Practices.AsNoTracking().Where(p => p.State != PracticeState.Gone);
        return (
            by switch
            {
                Ledger.CustomerHours => here.Where(p => p.CustomerHours != null)
                    .OrderByDescending(p => p.CustomerHours),
                Ledger.Cash => here.Where(p => p.Cash != null).OrderByDescending(p => p.Cash),
                _ => here.Where(p => p.StaffHours != null).OrderByDescending(p => p.StaffHours),
            }
        ).ThenBy(p => p.Id);
    }

    /// <summary>Where the evidence of an activity stands; nominations carry it.</summary>
    internal static string Address(Id<Practice> of) => $"/waste/review/{of}";

    /// <summary>What is claimed of one activity, with what verdicts say.</summary>
    public async Task<IReadOnlyList<ClaimView>> Claims(Id<Practice> of, CancellationToken stop)
    {
        var claims = await db
            .OutcomeClaims.AsNoTracking()
            .Where(c => c.PracticeId == of)
            .OrderBy(c => c.Id)
            .Take(MostClaims)
            .ToListAsync(stop);
        var evidence = await Evidence(claims, stop);
        var outcomes = await metrics.Of([.. claims.Select(c => c.MetricId).Distinct()], stop);
        var names = await members.Names([.. claims.Select(c => c.By).Distinct()], stop);
        return
        [
            .. claims.Select(c => new ClaimView(
                c.Id,
                c.PracticeId,
                c.MetricId,
                outcomes[c.MetricId].Name,
                c.Reason,
                names.GetValueOrDefault(c.By, ForgottenMember.Words),
                c.At,
                evidence[c.Id].Trial,
                evidence[c.Id].Evidence.Word,
                evidence[c.Id].Evidence.Supports,
                evidence[c.Id].Says
            )),
        ];
    }

    /// <summary>The trial that a claim names, or the removal of its practice where that was judged on the same outcome.</summary>
    async Task<Dictionary<Id<OutcomeClaim>, (ClaimEvidence Evidence, Id<Trial>? Trial, string Says)>> Evidence(
        IReadOnlyCollection<OutcomeClaim> claims,
        CancellationToken stop
    )
    {
        var practices = claims.Select(c => c.PracticeId).Distinct().ToList();
        var removals = (
            await db
                .Removals.AsNoTracking()
                .Where(r => practices.Contains(r.PracticeId) && r.TrialId != null)
                .ToListAsync(stop)
        )
            .GroupBy(r => r.PracticeId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.At)!.TrialId!.Value);
        var verdicts = await trials.Verdicts(
            [.. claims.Select(c => c.TrialId).OfType<Id<Trial>>().Concat(removals.Values).Distinct()],
            stop
        );
        return claims.ToDictionary(c => c.Id, Of);

        (ClaimEvidence, Id<Trial>?, string) Of(OutcomeClaim claim)
        {
            Id<Trial>? removal = removals.TryGetValue(claim.PracticeId, out var going) ? going : null;
            foreach (var trial in new[] { claim.TrialId, removal }.OfType<Id<Trial>>())
                if (verdicts[trial].FirstOrDefault() is { } verdict && verdict.MetricId == claim.MetricId)
                    return (new(verdict.Word, trial == removal), trial, verdict.Sentence);
            return (
                default,
                claim.TrialId,
                claim.TrialId is null
                    ? "Claimed, not examined: no trial was judged on this outcome."
                    : "Claimed, not examined yet: its trial was not looked at on this outcome."
            );
        }
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/metric-review", Reviewed)
            .WithName("ReadMetricReview")
            .WithSummary("Which activities are worth what they cost, and which metrics nobody tends.");
        api.MapGet("/practices/{id}/claims", OfOne)
            .WithName("ListClaims")
            .WithSummary("Which outcomes a practice is claimed to matter to, with what verdicts say.");
    }

    /// <param name="by">The ledger that says what is expensive: hours of staff where it is left out.</param>
    static async Task<Ok<MetricReview>> Reviewed(ReadReview read, CancellationToken stop, Ledger? by = null) =>
        TypedResults.Ok(await read.Run(by ?? default, stop));

    static async Task<Results<Ok<IReadOnlyList<ClaimView>>, ProblemHttpResult>> OfOne(
        Id<Practice> id,
        ReadReview read,
        ReadPractices practices,
        CancellationToken stop
    ) =>
        await practices.Of(id, stop) is null
            ? Refusal.Missing("practice").Problem()
            : TypedResults.Ok(await read.Claims(id, stop));
}
