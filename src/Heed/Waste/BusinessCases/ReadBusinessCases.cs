using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>One screen of business cases.</summary>
public sealed record ListedBusinessCases(
    IReadOnlyList<BusinessCase> Items,
    int All,
    int Page,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>Reads business cases, what became of them, and what came of them.</summary>
public sealed class ReadBusinessCases(HeedDb db, ReadTeams teams, ReadMembers members)
{
    const int MostScores = 100;

    public Task<BusinessCase?> Of(Id<BusinessCase> id, CancellationToken stop) =>
        db.BusinessCases.AsNoTracking().Include(c => c.Benefits).SingleOrDefaultAsync(c => c.Id == id, stop);

    /// <summary>The newest first.</summary>
    public async Task<ListedBusinessCases> Page(Id<Team>? team, int page, CancellationToken stop)
    {
        var wanted = Wanted(team);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedBusinessCases.Size - 1) / ListedBusinessCases.Size));
        var rows = await wanted
            .OrderByDescending(c => c.Id)
            .Skip((page - 1) * ListedBusinessCases.Size)
            .Take(ListedBusinessCases.Size)
            .Include(c => c.Benefits)
            .AsSplitQuery()
            .ToListAsync(stop);
        return new(rows, all, page, await teams.Names(stop));
    }

    /// <summary>All of them, for a file.</summary>
    public async Task<IReadOnlyList<BusinessCase>> Everything(Id<Team>? team, CancellationToken stop) =>
        await Wanted(team).OrderByDescending(c => c.Id).Include(c => c.Benefits).AsSplitQuery().ToListAsync(stop);

    /// <summary>Those that count on a practice, the newest first.</summary>
    public async Task<IReadOnlyList<BusinessCase>> OfPractice(Id<Practice> practice, CancellationToken stop) =>
        await db
            .BusinessCases.AsNoTracking()
            .Where(c => c.PracticeId == practice)
            .OrderByDescending(c => c.Id)
            .Take(Part.Usual)
            .ToListAsync(stop);

    IQueryable<BusinessCase> Wanted(Id<Team>? team) =>
        team is { } one ? db.BusinessCases.AsNoTracking().Where(c => c.TeamId == one) : db.BusinessCases.AsNoTracking();

    /// <summary>Its scores, the newest first.</summary>
    public async Task<IReadOnlyList<CaseScore>> Scores(Id<BusinessCase> id, CancellationToken stop) =>
        await db
            .CaseScores.AsNoTracking()
            .Where(s => s.BusinessCaseId == id)
            .OrderByDescending(s => s.At)
            .ThenByDescending(s => s.Id)
            .Take(MostScores)
            .ToListAsync(stop);

    /// <summary>Its story, the newest first.</summary>
    public Task<IReadOnlyList<BusinessCaseMoveView>> Moves(Id<BusinessCase> id, CancellationToken stop) =>
        members.Story(
            db.BusinessCaseMoves.Where(m => m.BusinessCaseId == id),
            (m, by) => new BusinessCaseMoveView(m.Act, m.From, m.To, m.Reason, by, m.At),
            stop
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/business-cases", List)
            .WithName("ListBusinessCases")
            .WithSummary("The business cases, of one team if it is named.");
        api.MapGet("/business-cases/{id}", One)
            .WithName("ReadBusinessCase")
            .WithSummary("One business case with what it brings and what it comes to.");
        api.MapGet("/business-cases/{id}/moves", Story)
            .WithName("ListBusinessCaseMoves")
            .WithSummary("What became of a business case, step by step, the newest first.");
        api.MapGet("/business-cases/{id}/scores", Came)
            .WithName("ListCaseScores")
            .WithSummary("What a business case promised beside what came of it, the newest first.");
    }

    static async Task<Ok<Listed<BusinessCaseView>>> List(
        ReadBusinessCases read,
        CancellationToken stop,
        Id<BusinessCase>? after = null,
        int? take = null,
        Id<Team>? team = null
    ) => TypedResults.Ok(await read.After(after, Part.Size(take), team, stop));

    public async Task<Listed<BusinessCaseView>> After(
        Id<BusinessCase>? after,
        int size,
        Id<Team>? team,
        CancellationToken stop
    )
    {
        var wanted = Wanted(team);
        if (after is { } id)
            wanted = wanted.Where(c => c.Id > id);
        var rows = await wanted
            .OrderBy(c => c.Id)
            .Take(size + 1)
            .Include(c => c.Benefits)
            .AsSplitQuery()
            .ToListAsync(stop);
        return Listed<BusinessCaseView>.Of([.. rows.Select(BusinessCaseView.Of)], size, c => c.Id.ToString());
    }

    static Task<Results<Ok<BusinessCaseView>, ProblemHttpResult>> One(
        Id<BusinessCase> id,
        ReadBusinessCases read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("business case", BusinessCaseView.Of);

    static Task<Results<Ok<IReadOnlyList<BusinessCaseMoveView>>, ProblemHttpResult>> Story(
        Id<BusinessCase> id,
        ReadBusinessCases read,
        CancellationToken stop
    ) => read.Of(id, stop).ListOrMissing("business case", _ => read.Moves(id, stop));

    static async Task<Results<Ok<IReadOnlyList<CaseScoreView>>, ProblemHttpResult>> Came(
        Id<BusinessCase> id,
        ReadBusinessCases read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is null
            ? Refusal.Missing("business case").Problem()
            : TypedResults.Ok<IReadOnlyList<CaseScoreView>>([
                .. (await read.Scores(id, stop)).Select(CaseScoreView.Of),
            ]);
}
