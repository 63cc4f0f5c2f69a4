using Heed.Storage;

namespace Heed.Shell;

/// <summary>Whether the process lives and whether it can do its work. No details to strangers: <c>heed doctor</c> tells them.</summary>
static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> Ready(HeedDb db, Settings settings, CancellationToken stop) =>
        await IsReady(db, settings, stop)
            ? TypedResults.Text("ready")
            : TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);

    static async Task<bool> IsReady(HeedDb db, Settings settings, CancellationToken stop)
    {
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(stop)).Any()
                && await db.KeyRing.AnyAsync(stop)
                && (settings.UsesPostgres || DiskSpace.Left(settings.Data) > DiskSpace.Least);
        }
        catch (Exception problem)
            when (problem
                    is System.Data.Common.DbException
                        or IOException
                        or InvalidOperationException
                        or TimeoutException
            )
        {
            return false;
        }
    }
}
