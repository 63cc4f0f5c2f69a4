using System.CommandLine;
using Heed.People;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed serve</c>: the web application.</summary>
static class ServeCommand
{
    public static Command Build()
    {
        var options = new ServeOptions();
        Command serve = new("serve", "Starts Heed.");
        options.AddTo(serve);
        serve.SetAction((parsed, stop) => Serve(options.Settings(parsed), ready: null, stop));
        return serve;
    }

    /// <param name="ready">What to say once it is ready, beside the address.</param>
    /// <param name="whereNobodyIs">What to do first in a database that has no workspace yet.</param>
    public static async Task<int> Serve(
        string[] settings,
        string? ready,
        CancellationToken stop,
        Func<Task<Outcome<bool>>>? whereNobodyIs = null
    )
    {
        if (Server.Build(settings).Refused(out var refusal, out var app))
        {
            await Console.Error.WriteLineAsync(refusal.Because);
            return 2;
        }
        await using (app)
        {
            if ((await Server.Prepare(app, stop)).Refused(out refusal))
            {
                await Console.Error.WriteLineAsync(refusal.Because);
                return 3;
            }
            if (whereNobodyIs is not null && await Nobody(app, stop) && (await whereNobodyIs()).Refused(out refusal))
            {
                await Console.Error.WriteLineAsync(refusal.Because);
                return 3;
            }
            try
            {
                await app.StartAsync(stop);
            }
            catch (IOException problem)
            {
                await Console.Error.WriteLineAsync(
                    $"Heed cannot listen: {problem.Message} Choose another port with --port."
                );
                return 4;
            }
            var address = app.Services.GetRequiredService<Settings>().PublicUrl;
            await SayCode(app, address, stop);
            Console.WriteLine($"Heed is ready at {address}");
            if (ready is not null)
                Console.WriteLine(ready);
            await app.WaitForShutdownAsync(stop);
        }
        return 0;
    }

    static async Task<bool> Nobody(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<HeedDb>().Workspaces.AnyAsync(stop);
    }

    static async Task SayCode(WebApplication app, string address, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(stop) is { } code)
            Console.WriteLine($"Nobody is here yet. Claim this Heed at {address}/claim with the one-time code {code}");
    }
}
