using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record CandidateView(
    Id<Candidate> Id,
    string Name,
    Id<Team> Team,
    Id<BusinessCase>? BusinessCase,
    Id<Practice>? Practice,
    EvidenceClass Evidence,
    double? CostOfDelay,
    double? Weeks,
    double? ImportantPercent,
    double? SatisfiedPercent,
    double? Reach,
    double? Impact,
    double? Effort,
    DateTimeOffset? ClosedAt,
    string? ClosedBecause,
    int Version
)
{
    internal static CandidateView Of(Candidate of) =>
        new(
            of.Id,
            of.Name,
            of.TeamId,
            of.BusinessCaseId,
            of.PracticeId,
            of.Evidence,
            of.CostOfDelay,
            of.Weeks,
            of.Important * 100,
            of.Satisfied * 100,
            of.Reach,
            of.Impact,
            of.Effort,
            of.ClosedAt,
            of.ClosedBecause,
            of.Version
        );
}

/// <summary>Reads what waits on a team's list, and in which order it is best done.</summary>
public sealed class ReadOrder(HeedDb db)
{
    public Task<Candidate?> Of(Id<Candidate> id, CancellationToken stop) =>
        db.Candidates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);

    /// <summary>The teams on whose list something waits.</summary>
    public async Task<IReadOnlyList<Id<Team>>> Teams(CancellationToken stop) =>
        await db.Candidates.Where(c => c.ClosedAt == null).Select(c => c.TeamId).Distinct().ToListAsync(stop);

    /// <summary>In the unit that is asked for, or in the one that fits.</summary>
    public async Task<WorkOrder> Run(Id<Team> team, OrderUnit? by, CancellationToken stop)
    {
        var waiting = await db
            .Candidates.AsNoTracking()
            .Where(c => c.TeamId == team && c.ClosedAt == null)
            .OrderBy(c => c.Id)
            .Take(Candidate.MostOfATeam)
            .ToListAsync(stop);
        var cases = await Cases([.. waiting.Select(c => c.BusinessCaseId).OfType<Id<BusinessCase>>()], stop);
        var practices = await Practices([.. waiting.Select(c => c.PracticeId).OfType<Id<Practice>>()], stop);
        return WorkOrder.Of([.. waiting.Select(FiguresOf)], by);

        Figures FiguresOf(Candidate of)
        {
            var (cost, confidence, weeks) = (of.CostOfDelay, Prioritisation.Confidence(of.Evidence), of.Weeks);
            // What is read elsewhere is discounted there by what it rests on.
            if (of.BusinessCaseId is { } one)
                (cost, confidence, weeks) = (AWeek(cases[one]), 1, weeks ?? cases[one].Weeks);
            if (of.PracticeId is { } practice)
                (cost, confidence) = (AWeek(practices[practice]), 1);
            return new(
                of.Id,
                of.Name,
                of.Evidence,
                cost,
                confidence,
                weeks,
                of.Important,
                of.Satisfied,
                of.Reach,
                of.Impact,
                of.Effort
            );
        }
    }

    /// <summary>Null where nothing in it is money.</summary>
    static double? AWeek(BusinessCase of) =>
        of.Benefits.Exists(b => b.IsMoney) && !CaseWorth.Of(of).Refused(out _, out var worth)
            ? worth.AWeek.Likely
            : null;

    /// <summary>The cash that it takes and the hours that somebody is paid for; null where neither is said.</summary>
    static double? AWeek(Practice of)
    {
        var money = of
            .Burden.Select(l => (l.Evidence, Month: l.Ledger == Ledger.Cash ? l.Month : l.InCash))
            .Where(l => l.Month is not null)
            .ToList();
        return money.Count == 0
            ? null
            : money.Sum(l => l.Month!.Value.Likely * Prioritisation.Confidence(l.Evidence)) * Year.Months / Year.Weeks;
    }

    async Task<IReadOnlyDictionary<Id<BusinessCase>, BusinessCase>> Cases(
        IReadOnlyCollection<Id<BusinessCase>> ids,
        CancellationToken stop
    ) =>
        ids.Count == 0
            ? new Dictionary<Id<BusinessCase>, BusinessCase>()
            : await db
                .BusinessCases.AsNoTracking()
                .Include(c => c.Benefits)
                .Where(c => ids.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, stop);

    async Task<IReadOnlyDictionary<Id<Practice>, Practice>> Practices(
        IReadOnlyCollection<Id<Practice>> ids,
        CancellationToken stop
    ) =>
        ids.Count == 0
            ? new Dictionary<Id<Practice>, Practice>()
            : await db
                .Practices.AsNoTracking()
                .Include(p => p.Burden)
                .Where(p => ids.Contains(p.Id))
                .ToDictionaryAsync(p => p.Id, stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/candidates", List)
            .WithName("ListCandidates")
            .WithSummary("What waits on the lists, of one team if it is named; what left a list is left out.");
        api.MapGet("/candidates/{id}", One).WithName("ReadCandidate").WithSummary("One thing on a team's list.");
        api.MapGet("/teams/{id}/work-order", InOrder)
            .WithName("ReadWorkOrder")
            .WithSummary("The order of work of a team, in one unit, with how far each place can be trusted.");
    }

    static async Task<Ok<Listed<CandidateView>>> List(
        HeedDb db,
        CancellationToken stop,
        Id<Candidate>? after = null,
        int? take = null,
        Id<Team>? team = null
    )
    {
        var wanted = db.Candidates.AsNoTracking().Where(c => c.ClosedAt == null);
        if (team is { } owner)
            wanted = wanted.Where(c => c.TeamId == owner);
        if (after is { } last)
            wanted = wanted.Where(c => c.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(c => c.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<CandidateView>.Of([.. rows.Select(CandidateView.Of)], size, c => c.Id.ToString())
        );
    }

    static Task<Results<Ok<CandidateView>, ProblemHttpResult>> One(
        Id<Candidate> id,
        ReadOrder read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("candidate", CandidateView.Of);

    static async Task<Results<Ok<WorkOrder>, ProblemHttpResult>> InOrder(
        Id<Team> id,
        ReadOrder read,
        ReadTeams teams,
        CancellationToken stop,
        OrderUnit? by = null
    ) =>
        await teams.Exists(id, stop)
            ? TypedResults.Ok(await read.Run(id, by, stop))
            : Refusal.Missing("team").Problem();
}
