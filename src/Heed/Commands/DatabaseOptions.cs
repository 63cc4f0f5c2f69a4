using System.CommandLine;
using Heed.Shell;

namespace Heed.Commands;

/// <summary>Which database a command works on; where nothing is said, the one of the settings.</summary>
sealed class DatabaseOptions
{
    readonly Option<string?> _data = new("--data") { Description = "The folder of the database (SQLite)." };
    readonly Option<string?> _database = new("--database") { Description = "A PostgreSQL connection string." };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_database);
    }

    public string[] Settings(ParseResult parsed)
    {
        List<string> settings = [];
        if (parsed.GetValue(_data) is { } data)
            settings.Add($"--Heed:Data={data}");
        if (parsed.GetValue(_database) is { } database)
            settings.Add($"--Heed:Database={database}");
        return [.. settings];
    }

    /// <summary>Opens Heed without serving anybody and runs the act; a refusal goes to the error stream, with exit code 2 or 3.</summary>
    public async Task<int> Run(
        ParseResult parsed,
        Func<IServiceProvider, Task<Outcome<string>>> act,
        CancellationToken stop,
        params string[] others
    )
    {
        if (Server.Build([.. Settings(parsed), .. others]).Refused(out var refusal, out var app))
        {
            await Console.Error.WriteLineAsync(refusal.Because);
            return 2;
        }
        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            string? said = null;
            if (
                (await Server.Prepare(app, stop)).Refused(out refusal)
                || (await act(scope.ServiceProvider)).Refused(out refusal, out said)
            )
            {
                await Console.Error.WriteLineAsync(refusal.Because);
                return 3;
            }
            Console.WriteLine(said);
            return 0;
        }
    }
}
