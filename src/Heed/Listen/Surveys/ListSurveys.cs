using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>A survey in the list: how many answers it holds, and when the last ones came.</summary>
public sealed record SurveyView(
    Id<Survey> Id,
    string Name,
    long Responses,
    int Questions,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastImportAt
);

public sealed record ImportView(
    Id<Import> Id,
    Id<Survey>? SurveyId,
    string Survey,
    string FileName,
    ImportSource Source,
    ImportState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DoneAt,
    long Read,
    long Stored,
    long Known,
    long Rejected,
    string? FailedBecause
)
{
    public static ImportView Of(Import i) =>
        new(
            i.Id,
            i.SurveyId,
            i.SurveyName,
            i.FileName,
            i.Source,
            i.State,
            i.CreatedAt,
            i.DoneAt,
            i.Read,
            i.Stored,
            i.Known,
            i.Rejected,
            i.FailedBecause
        );
}

/// <summary>The surveys and imports of the workspace, newest first, a page at a time.</summary>
public sealed class ListSurveys(HeedDb db)
{
    public async Task<Listed<SurveyView>> Run(Id<Survey>? after, int take, CancellationToken stop)
    {
        var from = after is { } id
            ? await db
                .Surveys.Where(s => s.Id == id)
                .Select(s => (DateTimeOffset?)s.CreatedAt)
                .SingleOrDefaultAsync(stop)
            : null;
        var surveys = await db
            .Surveys.AsNoTracking()
            .Where(s => from == null || s.CreatedAt < from || (s.CreatedAt == from && s.Id < after))
            .OrderByDescending(s => s.CreatedAt)
            .ThenByDescending(s => s.Id)
            .Take(take + 1)
            .Select(s => new SurveyView(
                s.Id,
                s.Name,
                db.Imports.Where(i => i.SurveyId == s.Id && i.State == ImportState.Done).Sum(i => i.Stored),
                s.Questions.Count,
                s.CreatedAt,
                db.Imports.Where(i => i.SurveyId == s.Id && i.State == ImportState.Done).Max(i => i.DoneAt)
            ))
            .ToListAsync(stop);
        return Listed<SurveyView>.Of(surveys, take, s => s.Id.ToString());
    }

    /// <summary>For each survey the question that speaks for it: recommend before satisfaction, effort and mean.</summary>
    public async Task<IReadOnlyDictionary<Id<Survey>, Question>> Leads(
        IReadOnlyCollection<Id<Survey>> surveys,
        CancellationToken stop
    )
    {
        var scored = await db
            .Questions.AsNoTracking()
            .Where(q => surveys.Contains(q.SurveyId) && q.Kind != QuestionKind.Remark)
            .ToListAsync(stop);
        return scored
            .GroupBy(q => q.SurveyId)
            .ToDictionary(g => g.Key, g => g.OrderBy(q => q.Kind).ThenBy(q => q.Name, StringComparer.Ordinal).First());
    }

    public async Task<Listed<ImportView>> Imports(Id<Import>? after, int take, Id<Survey>? of, CancellationToken stop)
    {
        var from = after is { } id
            ? await db
                .Imports.Where(i => i.Id == id)
                .Select(i => (DateTimeOffset?)i.CreatedAt)
                .SingleOrDefaultAsync(stop)
            : null;
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => of == null || i.SurveyId == of)
            .Where(i => from == null || i.CreatedAt < from || (i.CreatedAt == from && i.Id < after))
            .OrderByDescending(i => i.CreatedAt)
            .ThenByDescending(i => i.Id)
            .Take(take + 1)
            .ToListAsync(stop);
        return Listed<ImportView>.Of(imports.ConvertAll(ImportView.Of), take, i => i.Id.ToString());
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/surveys", Get).WithName("ListSurveys").WithSummary("The surveys, the newest first.");
        api.MapGet("/imports", GetImports).WithName("ListImports").WithSummary("The imports, the newest first.");
        api.MapGet("/imports/{id}", GetImport).WithName("ReadImport").WithSummary("One import.");
    }

    static async Task<Ok<Listed<SurveyView>>> Get(
        Id<Survey>? after,
        int? take,
        ListSurveys list,
        CancellationToken stop
    ) => TypedResults.Ok(await list.Run(after, Part.Size(take), stop));

    static async Task<Ok<Listed<ImportView>>> GetImports(
        Id<Import>? after,
        int? take,
        ListSurveys list,
        CancellationToken stop
    ) => TypedResults.Ok(await list.Imports(after, Part.Size(take), null, stop));

    static Task<Results<Ok<ImportView>, ProblemHttpResult>> GetImport(
        Id<Import> id,
        HeedDb db,
        CancellationToken stop
    ) => db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop).OkOrMissing("import", ImportView.Of);
}
