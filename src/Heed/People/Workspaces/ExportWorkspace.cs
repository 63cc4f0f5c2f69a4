using System.IO.Compression;
using System.Text;
using Heed.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Everything that is this workspace's own, as one archive of files, written to the caller as it is read.</summary>
public sealed class ExportWorkspace(Member me, Workspace here, IEnumerable<IExportSource> rooms, TimeProvider clock)
{
    public Outcome<WorkspaceArchive> Run() =>
        me.IsAdmin
            ? new WorkspaceArchive($"heed-{here.Today(clock):yyyy-MM-dd}.zip", Write)
            : Refusal.Forbidden("Only an administrator may take the workspace's data away.");

    async Task Write(Stream to, CancellationToken stop)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, true, Encoding.UTF8, stop);
        foreach (var room in rooms)
        {
            foreach (var file in await room.Files(stop))
            {
                await using var entry = await archive.CreateEntry(file.Name, CompressionLevel.Fastest).OpenAsync(stop);
                await file.Write(entry, stop);
            }
        }
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/export", Get)
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .WithName("ExportWorkspace")
            .WithSummary("All that is the workspace's own, as an archive of JSON and CSV. Administrators only.")
            .OnlyAdministrators();

    internal static void MapFiles(IEndpointRouteBuilder app) =>
        app.MapGet("/workspace/export.zip", Get).RequireAuthorization().ExcludeFromDescription();

    static Results<PushStreamHttpResult, ProblemHttpResult> Get(
        HttpContext context,
        ExportWorkspace export,
        CancellationToken stop
    )
    {
        if (export.Run().Refused(out var refusal, out var archive))
            return refusal.Problem();
        // The heads and ends of the entries: the archive has no other way of writing them.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(to => archive.Write(to, stop), "application/zip", archive.Name);
    }
}

public sealed record WorkspaceArchive(string Name, Func<Stream, CancellationToken, Task> Write);
