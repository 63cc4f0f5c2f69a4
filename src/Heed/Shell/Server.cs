using Heed.Aim;
using Heed.Customers;
using Heed.Demo;
using Heed.Journal;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Shell;

/// <summary>The application, as a table of contents: settings, modules, the way of a request.</summary>
public static class Server
{
    public static Outcome<WebApplication> Build(string[] args, Action<WebApplicationBuilder>? alter = null)
    {
        WebApplicationBuilder builder;
        try
        {
            builder = WebApplication.CreateBuilder(
                new WebApplicationOptions
                {
                    Args = args,
                    ApplicationName = typeof(Server).Assembly.GetName().Name,
                    // The settings and the style sheets lie beside the program, wherever it is started from.
                    ContentRootPath = AppContext.BaseDirectory,
                }
            );
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException)
        {
            return new Refusal($"Heed cannot start: {problem.Message} {problem.InnerException?.Message}".TrimEnd());
        }
        builder
            .Configuration.AddInMemoryCollection(ReadSettings.FromEnvironment(Environment.GetEnvironmentVariables()))
            .AddCommandLine(args);
        builder.WebHost.UseStaticWebAssets();
        if (ReadSettings.From(builder.Configuration).Refused(out var refusal, out var settings))
            return refusal;

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        StorageModule.Add(services, settings);
        PeopleModule.Add(services, settings);
        JournalModule.Add(services);
        CustomersModule.Add(services);
        MetricsModule.Add(services);
        ListenModule.Add(services);
        ListenModule.AddWorker(services);
        AimModule.Add(services);
        TryModule.Add(services);
        DemoModule.Add(services);
        ShellModule.Add(services, settings);
        Proxies.Add(builder, settings);
        Logs.Quiet(builder.Logging);
        builder.WebHost.ConfigureKestrel(RequestGuards.Limits);
        alter?.Invoke(builder);

        var app = builder.Build();
        Proxies.Use(app, settings);
        app.Use(RequestGuards.Headers);
        app.UseExceptionHandler("/trouble", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.Use(Problems.InWords);
        app.UseRouting();
        app.Use(RequestGuards.Size);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<EnterWorkspace>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RequestGuards.Forms);

        app.MapStaticAssets();
        Health.Map(app);
        ShellModule.Map(app);
        var api = app.MapGroup(OutcomeResults.Root)
            .RequireAuthorization(ApiTokenHandler.Policy)
            .AddEndpointFilter(ApiTokenHandler.CheckScope);
        ((IEndpointConventionBuilder)api).Finally(ShellModule.TagByRoom);
        PeopleModule.Map(api);
        JournalModule.Map(api);
        CustomersModule.Map(api);
        MetricsModule.Map(api);
        ListenModule.Map(api);
        AimModule.Map(api);
        TryModule.Map(api);
        MetricsModule.MapFiles(app);
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
