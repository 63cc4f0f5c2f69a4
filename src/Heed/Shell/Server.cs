using Heed.Journal;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Shell;

/// <summary>The application, as a table of contents: settings, modules, the way of a request.</summary>
public static class Server
{
    public static Outcome<WebApplication> Build(string[] args, Action<WebApplicationBuilder>? alter = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = typeof(Server).Assembly.GetName().Name }
        );
        builder.Configuration.AddEnvironmentVariables("HEED_").AddCommandLine(args);
        builder.WebHost.UseStaticWebAssets();

        var settings = builder.Configuration.GetSection("Heed").Get<Settings>() ?? new Settings();
        if (settings.Problems() is { Count: > 0 } problems)
            return new Refusal("Heed cannot start with these settings:\n- " + string.Join("\n- ", problems));

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        StorageModule.Add(services, settings);
        PeopleModule.Add(services, settings);
        JournalModule.Add(services);
        MetricsModule.Add(services);
        ListenModule.Add(services);
        ListenModule.AddWorker(services);
        ShellModule.Add(services, settings);
        // Keys lie in the database, as safe as the rest of it; the framework warns at every start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(Guard.Limits);
        alter?.Invoke(builder);

        var app = builder.Build();
        app.Use(Guard.Headers);
        app.UseExceptionHandler("/trouble", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<EnterWorkspace>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        Health.Map(app);
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(ApiTokenHandler.Policy)
            .AddEndpointFilter(ApiTokenHandler.CheckScope);
        PeopleModule.Map(api);
        JournalModule.Map(api);
        MetricsModule.Map(api);
        ListenModule.Map(api);
        ListenModule.MapFiles(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapRazorComponents<App>().RequireAuthorization();
        return app;
    }

    /// <summary>Everything that must be right before the first request.</summary>
    public static async Task<Outcome<Done>> Prepare(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await Schema.Bring(scope.ServiceProvider.GetRequiredService<HeedDb>(), stop);
    }
}
