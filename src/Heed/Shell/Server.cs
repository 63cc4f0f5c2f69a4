using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Shell;

/// <summary>The application, as a table of contents: settings, modules, the way of a request.</summary>
public static class Server
{
    /// <param name="alter">What a test or a bench replaces.</param>
    /// <param name="rooms">The rooms of this house; all of them unless said otherwise.</param>
    public static Outcome<WebApplication> Build(
        string[] args,
        Action<WebApplicationBuilder>? alter = null,
        IReadOnlyList<Module>? rooms = null
    )
    {
        var modules = rooms ?? Modules.All;
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
        services.AddSingleton(modules);
        foreach (var module in modules)
            module.Add(services, settings);
        Proxies.Add(builder, settings);
        Logs.Quiet(builder.Logging);
        builder.WebHost.ConfigureKestrel(RequestGuards.Limits);
        alter?.Invoke(builder);

        var app = builder.Build();
        Proxies.Use(app, settings);
        app.Use(RequestGuards.Headers);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/trouble",
                CreateScopeForErrors = true,
                StatusCodeSelector = Problems.StatusOf,
            }
        );
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.Use(Problems.InWords);
        app.UseRouting();
        app.UseMiddleware<RefusedCalls>();
        app.Use(Problems.Apologise);
        app.Use(RequestGuards.Size);
        app.UseRateLimiter();
        app.Use(FormsOnce.Again);
        app.UseAuthentication();
        app.UseMiddleware<EnterWorkspace>();
        app.UseAuthorization();
        app.Use(Rights.Ask);
        app.UseAntiforgery();
        app.Use(RequestGuards.Forms);
        app.Use(RequestGuards.Texts);
        app.Use(Idempotency.Once);
        app.Use(FormsOnce.Once);

        app.MapStaticAssets().Add(Fonts.KeepForGood);
        Health.Map(app);
        var api = app.MapGroup(OutcomeResults.Root)
            .WithMetadata(new ApiRoute())
            .RequireAuthorization(ApiTokenHandler.Policy)
            .AddEndpointFilterFactory(ConcurrentEdits.Guard);
        foreach (var module in modules)
        {
            module.Api(api.MapGroup("").WithTags(module.Name));
            module.Files(app);
        }
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapRazorComponents<App>().AddAdditionalAssemblies(App.Others(modules)).RequireAuthorization();
        return app;
    }

    /// <summary>Everything that must be right before the first request.</summary>
    public static async Task<Outcome<Done>> Prepare(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var copy = scope.ServiceProvider.GetRequiredService<CopyBeforeUpgrade>();
        if ((await Schema.Bring(db, stop, copy.Run)).Refused(out var refusal))
            return refusal;
        foreach (var room in scope.ServiceProvider.GetRequiredService<IReadOnlyList<Module>>())
            await room.AtStart(scope.ServiceProvider, stop);
        return new Done();
    }
}
