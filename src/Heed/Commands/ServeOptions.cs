using System.CommandLine;

namespace Heed.Commands;

/// <summary>What can be said when Heed is started; the rest is in appsettings.json and in variables such as HEED_LARGEST_IMPORT.</summary>
sealed class ServeOptions
{
    readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen on.",
        DefaultValueFactory = _ => 5000,
    };
    readonly Option<string?> _data = new("--data") { Description = "The folder of the database (SQLite)." };
    readonly Option<string?> _database = new("--database") { Description = "A PostgreSQL connection string." };
    readonly Option<string?> _url = new("--public-url") { Description = "The address that people use." };

    public ServeOptions() =>
        _port.Validators.Add(given =>
        {
            if (given.Tokens is [var typed] && int.TryParse(typed.Value, out var port) && port is < 1 or > 65535)
                given.AddError($"--port is {port}. Give a port from 1 to 65535.");
        });

    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_data);
        command.Options.Add(_database);
        command.Options.Add(_url);
    }

    public string[] Settings(ParseResult parsed)
    {
        List<string> settings = [$"--urls=http://localhost:{parsed.GetValue(_port)}"];
        if (parsed.GetValue(_url) is { } url)
            settings.Add($"--Heed:PublicUrl={url}");
        if (parsed.GetValue(_data) is { } data)
            settings.Add($"--Heed:Data={data}");
        if (parsed.GetValue(_database) is { } database)
            settings.Add($"--Heed:Database={database}");
        return [.. settings];
    }
}
