using Heed.Storage;

namespace Heed.Shell;

/// <summary>Whether the process lives and whether it can do its work. No details to strangers.</summary>
static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> Ready(HeedDb db, CancellationToken stop)
    {
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(stop)).Any()
                ? TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Text("ready");
        }
        catch (System.Data.Common.DbException)
        {
            return TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
