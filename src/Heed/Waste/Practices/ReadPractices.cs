using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>What a practice costs in one ledger, a month.</summary>
public sealed record BurdenView(
    Ledger Ledger,
    double? People,
    double Times,
    Often Often,
    double Low,
    double Likely,
    double High,
    EvidenceClass Evidence,
    bool IsCashable,
    double? HourCost,
    double MonthLow,
    double MonthLikely,
    double MonthHigh
)
{
    internal static BurdenView Of(BurdenLine line) =>
        new(
            line.Ledger,
            line.Ledger == Ledger.Cash ? null : line.People,
            line.Times,
            line.Often,
            line.Low,
            line.Likely,
            line.High,
            line.Evidence,
            line.IsCashable,
            line.HourCost,
            line.MonthLow,
            line.MonthLikely,
            line.MonthHigh
        );
}

public sealed record PracticeView(
    Id<Practice> Id,
    PracticeKind Kind,
    string Name,
    Id<Team> Team,
    string Reason,
    string? Requirement,
    string? Evidence,
    IReadOnlyList<Id<CustomerGroup>> Touches,
    PracticeState State,
    DateTimeOffset StateSince,
    IReadOnlyList<PracticeAct> MayBe,
    IReadOnlyList<BurdenView> Burden,
    int Version
)
{
    internal static PracticeView Of(Practice practice) =>
        new(
            practice.Id,
            practice.Kind,
            practice.Name,
            practice.TeamId,
            practice.Reason,
            practice.Requirement,
            practice.Evidence,
            [.. practice.Touches.Select(t => t.CustomerGroupId)],
            practice.State,
            practice.StateSince,
            PracticeMoves.Choices(practice),
            [.. practice.Burden.OrderBy(l => l.Ledger).Select(BurdenView.Of)],
            practice.Version
        );
}

/// <summary>One step of a practice's story.</summary>
public sealed record PracticeMoveView(
    PracticeAct Act,
    PracticeState From,
    PracticeState To,
    string Reason,
    string? By,
    DateTimeOffset At
);

/// <summary>The removal of a practice, with what was answered before and its trial.</summary>
public sealed record RemovalView(
    string ReliedOn,
    string Prevented,
    string LastCaught,
    Id<Metric> Metric,
    bool CountsHours,
    Id<Metric> GuardrailMetric,
    double? GuardrailAtLeast,
    double? GuardrailAtMost,
    string Undo,
    DateTimeOffset At,
    Id<Trial>? Trial
);

/// <summary>Reads practices, their story and their removal.</summary>
public sealed class ReadPractices(HeedDb db, ReadMembers members)
{
    const int MostMoves = 100;

    public Task<Practice?> Of(Id<Practice> id, CancellationToken stop) =>
        db
            .Practices.AsNoTracking()
            .Include(p => p.Burden)
            .Include(p => p.Touches)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == id, stop);

    /// <summary>The newest removal: earlier ones led to where it was asked about anew.</summary>
    public Task<Removal?> Removal(Id<Practice> id, CancellationToken stop) =>
        Newest(db.Removals.AsNoTracking(), id).FirstOrDefaultAsync(stop);

    internal static IQueryable<Removal> Newest(IQueryable<Removal> removals, Id<Practice> of) =>
        removals.Where(r => r.PracticeId == of).OrderByDescending(r => r.At).ThenByDescending(r => r.Id);

    /// <summary>Its story, the newest first.</summary>
    public async Task<IReadOnlyList<PracticeMoveView>> Moves(Id<Practice> id, CancellationToken stop)
    {
        var moves = await db
            .PracticeMoves.AsNoTracking()
            .Where(m => m.PracticeId == id)
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Take(MostMoves)
            .ToListAsync(stop);
        var who = moves.Select(m => m.By).OfType<Id<Member>>().Distinct().ToList();
        var names = await members.Names(who, stop);
        return
        [
            .. moves.Select(m => new PracticeMoveView(
                m.Act,
                m.From,
                m.To,
                m.Reason,
                m.By is { } by ? names.GetValueOrDefault(by, ForgottenMember.Words) : null,
                m.At
            )),
        ];
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/practices/{id}", One).WithName("ReadPractice").WithSummary("One practice with its burden.");
        api.MapGet("/practices/{id}/moves", Story)
            .WithName("ListMoves")
            .WithSummary("What became of a practice, step by step, the newest first.");
        api.MapGet("/practices/{id}/removal", Going)
            .WithName("ReadRemoval")
            .WithSummary("The newest removal of a practice: what was asked before, and its trial.");
    }

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> One(
        Id<Practice> id,
        ReadPractices read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("practice", PracticeView.Of);

    static async Task<Results<Ok<IReadOnlyList<PracticeMoveView>>, ProblemHttpResult>> Story(
        Id<Practice> id,
        ReadPractices read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is null
            ? Refusal.Missing("practice").Problem()
            : TypedResults.Ok(await read.Moves(id, stop));

    static Task<Results<Ok<RemovalView>, ProblemHttpResult>> Going(
        Id<Practice> id,
        ReadPractices read,
        CancellationToken stop
    ) =>
        read.Removal(id, stop)
            .OkOrMissing(
                "removal",
                r => new RemovalView(
                    r.ReliedOn,
                    r.Prevented,
                    r.LastCaught,
                    r.MetricId,
                    r.CountsHours,
                    r.Guardrail!.MetricId,
                    r.Guardrail.AtLeast,
                    r.Guardrail.AtMost,
                    r.Undo,
                    r.At,
                    r.TrialId
                )
            );
}
