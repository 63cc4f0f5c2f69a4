using Heed.People;
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
    /// <summary>
    /// Administrators see how many rows a file had: they hold the file, or may export it. Everybody else, and of what
    /// programs send administrators too, sees what the releases show: nobody watches single answers come.
    /// </summary>
    /// <param name="shown">How many of its rows the releases show.</param>
    internal static ImportView Of(Import i, long shown, Member me)
    {
        var counts = me.IsAdmin && i.Source == ImportSource.File;
        var told = counts || shown >= ReleaseAnswers.Fewest;
        return new(
            i.Id,
            i.SurveyId,
            i.SurveyName,
            i.FileName,
            i.Source,
            i.State,
            ToTheDay(i.CreatedAt)!.Value,
            ToTheDay(i.DoneAt),
            counts || (told && i.Source == ImportSource.File) ? i.Read
                : told ? shown
                : 0,
            counts ? i.Stored
                : told ? shown
                : 0,
            told ? i.Known : 0,
            told ? i.Rejected : 0,
            me.IsAdmin ? i.FailedBecause : null
        );

        // The first answer that a program sent began its import.
        DateTimeOffset? ToTheDay(DateTimeOffset? at) =>
            at is { } time && i.Source == ImportSource.Api ? time - time.TimeOfDay : at;
    }
}

/// <summary>The surveys and imports of the workspace, newest first, a page at a time.</summary>
public sealed class ListSurveys(HeedDb db, Member me, ReleaseAnswers release)
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
                db.ReleasedRows.Where(r => r.SurveyId == s.Id).Sum(r => r.Last - r.First + 1),
                s.Questions.Count,
                s.CreatedAt,
                db.Imports.Where(i =>
                        i.SurveyId == s.Id
                        && i.State == ImportState.Done
                        && db.ReleasedRows.Any(r => r.ImportId == i.Id)
                    )
                    .Max(i => i.DoneAt)
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
            .Where(q => surveys.Contains(q.SurveyId) && q.Scale != "")
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
            // That programs have begun to send is said when something is shown.
            .Where(i => i.Source == ImportSource.File || db.ReleasedRows.Any(r => r.ImportId == i.Id))
            .Where(i => from == null || i.CreatedAt < from || (i.CreatedAt == from && i.Id < after))
            .OrderByDescending(i => i.CreatedAt)
            .ThenByDescending(i => i.Id)
            .Take(take + 1)
            .ToListAsync(stop);
        var shown = await release.Shown([.. imports.Select(i => i.Id)], stop);
        return Listed<ImportView>.Of(
            imports.ConvertAll(i => ImportView.Of(i, shown.GetValueOrDefault(i.Id), me)),
            take,
            i => i.Id.ToString()
        );
    }

    /// <summary>One import, as this member may see it.</summary>
    public async Task<ImportView?> Import(Id<Import> id, CancellationToken stop)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return null;
        var shown = (await release.Shown([id], stop)).GetValueOrDefault(id);
        return import.Source == ImportSource.Api && shown == 0 ? null : ImportView.Of(import, shown, me);
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
        ListSurveys list,
        CancellationToken stop
    ) => list.Import(id, stop).OkOrMissing("import");
}
