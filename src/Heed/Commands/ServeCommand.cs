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
        serve.SetAction((parsed, stop) => Serve(options.Settings(parsed), stop));
        return serve;
    }

    /// <param name="first">What to do first with the database, and then to say beside the address.</param>
    public static async Task<int> Serve(
        string[] settings,
        CancellationToken stop,
        Func<HeedDb, CancellationToken, Task<Outcome<string>>>? first = null
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
            var says = "";
            if (first is not null && (await Do(first, app, stop)).Refused(out refusal, out says))
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
            if (says.Length > 0)
                Console.WriteLine(says);
            await app.WaitForShutdownAsync(stop);
        }
        return 0;
    }

    static async Task<Outcome<string>> Do(
        Func<HeedDb, CancellationToken, Task<Outcome<string>>> first,
        WebApplication app,
        CancellationToken stop
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await first(scope.ServiceProvider.GetRequiredService<HeedDb>(), stop);
    }

    static async Task SayCode(WebApplication app, string address, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(stop) is { } code)
            Console.WriteLine($"Nobody is here yet. Claim this Heed at {address}/claim?code={code}");
    }
}
