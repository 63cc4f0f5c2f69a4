using System.Diagnostics;
using System.Text.Json;
using Heed.Demo;

namespace Heed.Bench;

/// <summary>The sample organisation, served by a process of its own.</summary>
sealed class SoakHouse : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    SoakHouse(Process process, string data, string address) => (Process, Data, Address) = (process, data, address);

    public Process Process { get; }
    public string Data { get; }
    public string Address { get; }
    public string Token { get; private set; } = "";

    /// <param name="database">A connection string of an empty PostgreSQL database; null for SQLite in the folder.</param>
    public static async Task<SoakHouse> Open(string program, string data, string? database)
    {
        string[] where = database is null ? ["--data", data] : ["--data", data, "--database", database];
        var port = Product.FreePort();
        var address = $"http://127.0.0.1:{port}";
        using var client = new HttpClient { BaseAddress = new(address) };
        var process = Product.Serve(program, client, Patience, ["demo", "--port", $"{port}", .. where]);
        var house = new SoakHouse(process, data, address);
        string[] token =
        [
            "token",
            "create",
            "--member",
            SampleOrganisation.Email,
            "--name",
            "soak",
            "--scopes",
            "read,write",
        ];
        using var made = Product.StartIn(program, [.. token, .. where]);
        var lines = await made.StandardOutput.ReadToEndAsync();
        house.Token = lines
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .First(word => word.StartsWith("heed_", StringComparison.Ordinal));
        return house;
    }

    public HttpClient Client() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(Address), Timeout = Patience };

    public HttpClient Program()
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    /// <summary>The ids of a list of the API.</summary>
    public async Task<IReadOnlyList<string>> Ids(string path)
    {
        using var client = Program();
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/{path}"));
        var list =
            answer.RootElement.ValueKind is JsonValueKind.Array
                ? answer.RootElement
                : answer.RootElement.GetProperty("items");
        return [.. list.EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}
