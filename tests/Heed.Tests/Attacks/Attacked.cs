using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Npgsql;

namespace Heed.Tests.Attacks;

/// <summary>
/// A Heed as an attacker sees it: a process, its addresses, its folder, its command line. It is that of this build, or the
/// heed.dll in the folder that HEED_ATTACKED names.
/// </summary>
sealed partial class Attacked : IAsyncDisposable
{
    public const string Password = "a lamp on the stairs";
    static readonly string? Binary = Environment.GetEnvironmentVariable("HEED_ATTACKED") is { Length: > 0 } folder
        ? Path.GetFullPath(Path.Combine(folder, "heed.dll"))
        : null;

    readonly EmptyDatabase _database;
    readonly string? _connection;
    StartedHeed _process;

    Attacked(EmptyDatabase database, string? connection, string data, StartedHeed process) =>
        (_database, _connection, Data, _process) = (database, connection, data, process);

    public string Data { get; }
    public StartedHeed Process => _process;
    public Uri Address => new($"http://127.0.0.1:{new Uri(_process.Address).Port}");

    /// <summary>Who claimed it.</summary>
    public Caller Maya { get; private set; } = null!;

    /// <summary>The team that Maya leads.</summary>
    public string Team { get; private set; } = "";

    /// <summary>With an organisation, and an administrator who has a browser and a token.</summary>
    public static async Task<Attacked> Start(string? above = null, Func<string, string>? wire = null)
    {
        var heed = await Begin("serve", above, wire);
        var maya = heed.Visitor();
        await heed.Claim(maya);
        heed.Maya = maya;
        var team = await maya.Do("POST", "/api/v1/teams", new { name = "Checkout" });
        heed.Team = team.Text("id");
        await maya.Do("PUT", $"/api/v1/teams/{heed.Team}/members/{maya.Id}", new { role = "Lead" });
        return heed;
    }

    /// <summary>Nothing in it but what the verb lays in.</summary>
    /// <param name="above">Where its folder of data is to be made; a folder of its own if none is named.</param>
    /// <param name="wire">What stands between it and PostgreSQL.</param>
    public static async Task<Attacked> Begin(string verb, string? above = null, Func<string, string>? wire = null)
    {
        var database = await EmptyDatabase.New();
        var data = Path.Combine(above ?? database.Folder, "srv", "heed");
        var connection = TestDatabase.Postgres is null ? null : Pooled(database.Connection);
        if (connection is not null && wire is not null)
            connection = wire(connection);
        var heed = new Attacked(database, connection, data, StartProcess(verb, connection, data));
        await heed._process.IsReady();
        return heed;
    }

    /// <summary>Another process on the same data, when the one before has ended.</summary>
    public async Task Restart()
    {
        await _process.DisposeAsync();
        _process = StartProcess("serve", _connection, Data);
        await _process.IsReady();
    }

    static StartedHeed StartProcess(string verb, string? connection, string data) =>
        StartedHeed.ByBinary([verb], connection, data, binary: Binary);

    static string Pooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A browser that has never been here.</summary>
    public Caller Visitor() => new(Visitors.Of(Address, WorldShelf.NextCaller()));

    async Task Claim(Caller by)
    {
        var code = Code().Match(string.Join('\n', _process.Output)).Value;
        by.Email = "maya@harbor.example";
        using var claimed = await by.Browser.PostForm(
            "/claim",
            "claim",
            new()
            {
                ["Asked.Code"] = code,
                ["Asked.Organisation"] = "Harbor Coffee",
                ["Asked.Name"] = "Maya",
                ["Asked.Email"] = by.Email,
                ["Asked.Password"] = Password,
            }
        );
        Assert.Equal(HttpStatusCode.Redirect, claimed.StatusCode);
        await by.Settle();
    }

    [GeneratedRegex(@"heed_claim_\S+")]
    private static partial Regex Code();

    /// <summary>That nobody has here.</summary>
    public static string NewAddress(string name) =>
        $"{name}-{Interlocked.Increment(ref _addresses)}@harbor.example".ToLowerInvariant();

    static int _addresses;

    /// <summary>Somebody whom Maya invited, and who came.</summary>
    public async Task<Caller> Colleague(string name, string role, params string[] teams)
    {
        var email = NewAddress(name);
        // Who only reads makes no token that writes: the token is from before.
        var first = role == "Viewer" ? "Contributor" : role;
        var made = await Maya.Do(
            "POST",
            "/api/v1/invitations",
            new
            {
                email,
                role = first,
                teamIds = teams,
            }
        );
        var colleague = Visitor();
        colleague.Email = email;
        Assert.True(await colleague.Join(made.Text("link"), name));
        await colleague.Settle();
        if (role != first)
            await Maya.Do("PUT", $"/api/v1/members/{colleague.Id}/role", new { role });
        return colleague;
    }

    /// <summary>A survey of a file that Maya brings; its id.</summary>
    /// <param name="uses">What its columns mean, with the scale of a score: “Mean 1-5”.</param>
    public async Task<string> Survey(string name, string csv, params string[] uses)
    {
        Assert.Equal("Done", (await Import(name, csv, uses)).State);
        return (await Maya.All("/api/v1/surveys"))
            .Single(s => s.GetProperty("name").GetString() == name)
            .GetProperty("id")
            .GetString()!;
    }

    public sealed record Brought(string Page, string State, long Stored);

    /// <summary>A file by the pages under Listen, each step as a browser takes it; where one is not gone, what it answered.</summary>
    public async Task<Brought> Import(string survey, string csv, params string[] uses)
    {
        using var sent = await Uploads.Send(Maya.Browser, await Uploads.Form(Maya.Browser, csv));
        var page = sent.Headers.Location!.ToString();
        var html = await Maya.Browser.Page(page);
        var isKnown = html.QuerySelectorAll("select[name=survey] option").Any(o => o.GetAttribute("value") == survey);
        var field = !isKnown && html.QuerySelector("[name=survey-new]") is not null ? "survey-new" : "survey";
        Dictionary<string, string> map = new() { [field] = survey, ["on"] = Day(0) };
        foreach (var (i, use) in uses.Index())
        {
            map[$"use-{i}"] = use.Split(' ')[0];
            if (use.Contains(' ', StringComparison.Ordinal))
                map[$"scale-{i}"] = use.Split(' ')[1];
        }
        foreach (var (form, fields) in new[] { ("map", map), ("start", []) })
        {
            using var done = await Maya.Browser.PostForm(page, form, fields);
            if (done.StatusCode != HttpStatusCode.Redirect)
                return new(page, $"not gone on from “{form}”, which answered {(int)done.StatusCode}", 0);
        }
        var id = page.Split('/')[^1];
        for (var look = 0; ; look++)
        {
            var import = (await Maya.Do("GET", $"/api/v1/imports/{id}")).Json;
            var state = import.GetProperty("state").GetString()!;
            if (look == 40 || state is not ("Running" or "Checking"))
                return new(page, state, import.GetProperty("stored").GetInt64());
            await Task.Delay(250);
        }
    }

    /// <summary>So many days from today, as everybody writes it.</summary>
    public static string Day(int fromToday) =>
        TimeProvider.System.GetUtcNow().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>One for all rows that do it no harm that lasts.</summary>
public sealed class OneAttacked : IAsyncLifetime
{
    internal Attacked Heed { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Heed = await Attacked.Start();

    public ValueTask DisposeAsync() => Heed?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>One row after the other: what the process computes meanwhile is the row's own.</summary>
[CollectionDefinition(Name)]
public sealed class AttackWalk : ICollectionFixture<OneAttacked>
{
    public const string Name = "The attack walk";
}
