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
        Option<int> port = new("--port") { Description = "The port to listen on.", DefaultValueFactory = _ => 5000 };
        Option<string?> data = new("--data") { Description = "The folder of the database (SQLite)." };
        Option<string?> database = new("--database") { Description = "A PostgreSQL connection string." };
        Option<string?> url = new("--public-url") { Description = "The address that people use." };
        Command serve = new("serve", "Starts Heed.") { port, data, database, url };
        serve.SetAction(
            (parsed, stop) =>
                Serve(
                    [
                        $"--urls=http://localhost:{parsed.GetValue(port)}",
                        $"--Heed:PublicUrl={parsed.GetValue(url) ?? $"http://localhost:{parsed.GetValue(port)}"}",
                        .. parsed.GetValue(data) is { } folder ? [$"--Heed:Data={folder}"] : Array.Empty<string>(),
                        .. parsed.GetValue(database) is { } given
                            ? [$"--Heed:Database={given}"]
                            : Array.Empty<string>(),
                    ],
                    stop
                )
        );
        return serve;
    }

    static async Task<int> Serve(string[] settings, CancellationToken stop)
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
            await app.StartAsync(stop);
            using (var scope = app.Services.CreateScope())
            {
                if (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(stop) is { } code)
                    Console.WriteLine(
                        $"Nobody is here yet. Claim this Heed at {app.Services.GetRequiredService<Settings>().PublicUrl}/claim with the one-time code {code}"
                    );
            }
            Console.WriteLine($"Heed is ready at {app.Services.GetRequiredService<Settings>().PublicUrl}");
            await app.WaitForShutdownAsync(stop);
        }
        return 0;
    }
}
