namespace Heed.Shell;

/// <summary>
/// Logs hold no address of a person, no query string and no code of a link: the framework's own lines about requests
/// would, so they are shut, whatever the settings say.
/// </summary>
static class Logs
{
    static readonly string[] TellOfRequests =
    [
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.StaticAssets",
        "Microsoft.AspNetCore.HostFiltering",
        "Microsoft.AspNetCore.HttpsPolicy",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.Authorization",
        "Microsoft.AspNetCore.Authentication",
        "Microsoft.AspNetCore.Diagnostics.StatusCodePagesMiddleware",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.EntityFrameworkCore.Database.Command",
        "Heed.People.ApiTokenHandler",
    ];

    public static void Quiet(ILoggingBuilder logging)
    {
        foreach (var category in TellOfRequests)
            logging.AddFilter(category, LogLevel.Warning);
        // Shut altogether: it opens a scope with the path around every line of a request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Keys lie in the database, as safe as the rest of it; the framework warns at every start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
    }
}
