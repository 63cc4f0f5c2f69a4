using System.Net;
using Heed.Kit;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Heed.Bench;

/// <summary>A Heed in this process, with a database of its own and one administrator.</summary>
sealed class HeedHere : IAsyncDisposable
{
    const string Password = "correct horse battery";
    const string Email = "maya@bench.example";
    readonly WebApplication _app;
    readonly string? _postgres;

    HeedHere(WebApplication app, string folder, string? postgres) =>
        (_app, Folder, _postgres) = (app, folder, postgres);

    public string Folder { get; }
    public Workspace Workspace { get; private set; } = null!;
    public Member Maya { get; private set; } = null!;
    public Team Team { get; private set; } = null!;

    /// <summary>Where PostgreSQL may be used: HEED_BENCH_POSTGRES, or the one of the tests; null when neither is set.</summary>
    public static string? Postgres =>
        Environment.GetEnvironmentVariable("HEED_BENCH_POSTGRES") is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("HEED_TEST_POSTGRES") is { Length: > 0 } tests ? tests
        : null;

    public static async Task<HeedHere> Open(bool postgres = false, bool listening = false)
    {
        var folder = Directory.CreateTempSubdirectory("heed-bench-").FullName;
        List<string> settings = [$"--Heed:Data={folder}", "--urls=http://127.0.0.1:0"];
        string? database = null;
        if (postgres)
        {
            database = $"heed_bench_{Environment.ProcessId}_{Path.GetFileName(folder)[^6..].ToLowerInvariant()}";
            await OnServer($"CREATE DATABASE \"{database}\"");
            settings.Add($"--Heed:Database={Named(database)}");
        }
        if (
            Server
                .Build([.. settings], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning))
                .Refused(out var refusal, out var app)
        )
            throw new InvalidOperationException(refusal.Because);
        if ((await Server.Prepare(app, default)).Refused(out refusal))
            throw new InvalidOperationException(refusal.Because);
        var heed = new HeedHere(app, folder, database);
        await heed.Settle();
        if (listening)
            await app.StartAsync();
        return heed;
    }

    async Task Settle()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var now = TimeProvider.System.GetUtcNow();
        var person = new Person
        {
            Id = Id<Person>.New().Value,
            UserName = Email,
            Email = Email,
        };
        await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password);
        Workspace = new Workspace
        {
            Name = "Bench",
            TimeZone = "Europe/Vienna",
            CreatedAt = now,
        };
        db.Workspaces.Add(Workspace);
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(Workspace, null);
        Team = new Team { Name = "Checkout" };
        Maya = new Member
        {
            PersonId = person.Id,
            Name = "Maya",
            Role = Role.Admin,
            JoinedAt = now,
        };
        db.AddRange(Team, Maya);
        db.TeamMemberships.Add(
            new TeamMembership
            {
                TeamId = Team.Id,
                MemberId = Maya.Id,
                Role = TeamRole.Lead,
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Runs a use case or a query as Maya.</summary>
    public async Task<T> As<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var visit = scope.ServiceProvider.GetRequiredService<Visit>();
        visit.Enter(Workspace, null);
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        visit.Enter(Workspace, await db.Members.Include(m => m.Teams).SingleAsync(m => m.Id == Maya.Id));
        return await act(scope.ServiceProvider);
    }

    public static T Given<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.Refused(out var refusal, out var value) ? throw new InvalidOperationException(refusal.Because) : value;

    /// <summary>A browser in which Maya is signed in.</summary>
    public async Task<HttpClient> Browser()
    {
        var address = _app
            .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address),
        };
        var form = SignInForm.On(await browser.GetStringAsync("/sign-in"), Email, Password)!;
        var answer = await browser.PostAsync("/sign-in", form);
        return answer.StatusCode is HttpStatusCode.Redirect
            ? browser
            : throw new InvalidOperationException($"Maya cannot sign in: {(int)answer.StatusCode}.");
    }

    public static string Named(string database) =>
        new NpgsqlConnectionStringBuilder(Postgres) { Database = database }.ConnectionString;

    public static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (_postgres is not null)
            await OnServer($"DROP DATABASE \"{_postgres}\" WITH (FORCE)");
    }
}
