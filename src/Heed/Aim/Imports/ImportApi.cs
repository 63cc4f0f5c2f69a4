using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Aim;

public sealed record AimImportView(
    Id<AimImport> Id,
    string FileName,
    string Source,
    Id<Cycle> Cycle,
    Id<Team> Team,
    int Objectives,
    int KeyResults,
    int Known,
    int LeftOut,
    DateTimeOffset At,
    DateTimeOffset? UndoneAt
)
{
    public static AimImportView Of(AimImport i) =>
        new(
            i.Id,
            i.FileName,
            i.Source,
            i.CycleId,
            i.TeamId,
            i.Objectives,
            i.KeyResults,
            i.Known,
            i.LeftOut,
            i.At,
            i.UndoneAt
        );
}

/// <summary>Imports of objectives and key results over the API: the file is the body.</summary>
static class ImportApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/objectives/table/{team}", Put)
            .WithName("ImportKeyResults")
            .WithSummary(
                "Brings in objectives and key results of another tool's file as drafts; dryRun only tells what would be."
            )
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(TakeKeyResults.LargestFile));
        api.MapGet("/key-result-imports", List)
            .WithName("ListKeyResultImports")
            .WithSummary("The imports of key results, in the order in which they were made.");
        api.MapGet("/key-result-imports/{id}", Get)
            .WithName("ReadKeyResultImport")
            .WithSummary("One import of key results.");
        api.MapPost("/key-result-imports/{id}/undoing", Undo)
            .WithName("UndoKeyResultImport")
            .WithSummary("Takes back all that one import made, unless people have worked on with it.");
    }

    static async Task<Results<Ok<TakenKeyResults>, ProblemHttpResult>> Put(
        Id<Team> team,
        Stream body,
        TakeKeyResults take,
        CancellationToken stop,
        Id<Cycle>? cycle = null,
        string? fileName = null,
        string? columns = null,
        bool dryRun = false
    )
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        TakeKeyResultsRequest asked = new()
        {
            Team = team,
            Cycle = cycle,
            Columns = columns,
            FileName = fileName,
        };
        Outcome<TakenKeyResults> outcome = ForeignFile.Text(bytes.ToArray()).Refused(out var refusal, out var text)
            ? refusal
            : await take.Run(asked, text, !dryRun, stop);
        return await Task.FromResult(outcome).Ok();
    }

    static async Task<Ok<Listed<AimImportView>>> List(
        HeedDb db,
        Id<AimImport>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.AimImports.AsNoTracking();
        if (after is { } last)
            wanted = wanted.Where(i => i.Id > last);
        var imports = await wanted.OrderBy(i => i.Id).Take(Part.Size(take) + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<AimImportView>.Of([.. imports.Select(AimImportView.Of)], Part.Size(take), v => v.Id.ToString())
        );
    }

    static Task<Results<Ok<AimImportView>, ProblemHttpResult>> Get(
        Id<AimImport> id,
        HeedDb db,
        CancellationToken stop
    ) =>
        db
            .AimImports.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == id, stop)
            .OkOrMissing("import", AimImportView.Of);

    static Task<Results<Ok<AimImportView>, ProblemHttpResult>> Undo(
        Id<AimImport> id,
        UndoKeyResults undo,
        CancellationToken stop
    ) => undo.Run(id, stop).Ok(AimImportView.Of);
}
