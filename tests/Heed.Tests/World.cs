using System.Net;
using Heed.Demo;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Heed.Tests;

/// <summary>A running Heed on a port of its own, with its own database and a clock that stands until it is moved.</summary>
public sealed class World : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly string _folder;

    /// <summary>Where it waits for its next test; null when it is for one alone.</summary>
    WorldShelf? _shelf;

    /// <summary>The visitors of each test come from an address of its own: no test knocks too often for another.</summary>
    IPAddress _caller = IPAddress.Loopback;

    World(WebApplication app, string folder, StandingClock clock) => (_app, _folder, Clock) = (app, folder, clock);

    /// <summary>
    /// As Heed comes, and empty: a new one, or one that an earlier test is done with, since a start takes longer than what
    /// most tests do.
    /// </summary>
    public static Task<World> Start() => Start(WorldShelf.Working, New);

    internal static async Task<World> Start(WorldShelf shelf, Func<Task<World>> start)
    {
        if (!shelf.Take(out var world))
            world = await start();
        world._shelf = shelf;
        world._caller = WorldShelf.NextCaller();
        return world;
    }

    /// <summary>The same, and surely a new one.</summary>
    public static Task<World> New() => Start(Modules.All);

    public StandingClock Clock { get; }
    public IServiceProvider Services => _app.Services;
    public Uri Address =>
        new(
            _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    public static Task<World> Start(Action<IServiceCollection>? replace, params string[] settings) =>
        Start(Modules.All, replace, settings);

    /// <summary>A house of these rooms.</summary>
    public static async Task<World> Start(
        IReadOnlyList<Module> rooms,
        Action<IServiceCollection>? replace = null,
        params string[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("heed-world-").FullName;
        return await Open(
            folder,
            [.. await TestDatabase.New(folder), .. settings],
            new StandingClock(),
            replace,
            rooms
        );
    }

    /// <summary>On a database that is there already.</summary>
    public static Task<World> On(string[] settings) =>
        Open(Directory.CreateTempSubdirectory("heed-world-").FullName, settings, new StandingClock());

    /// <summary>Harbor Coffee as <c>./run</c> shows it, its year lived until today, and its administrator.</summary>
    public static async Task<Cast> OfTheSample(Action<IServiceCollection>? replace = null)
    {
        var folder = Directory.CreateTempSubdirectory("heed-sample-").FullName;
        var settings = await TestDatabase.New(folder);
        if ((await SampleOrganisation.Lay(settings, default)).Refused(out var refusal))
            throw new InvalidOperationException(refusal.Because);
        var clock = new StandingClock();
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        var world = await Open(folder, settings, clock, replace);
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var maya = await db.Members.IgnoreQueryFilters().FirstAsync(m => m.Role == Role.Admin);
        var workspace = await db.Workspaces.FirstAsync(w => w.Id == maya.WorkspaceId);
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(workspace, null);
        var token = await world.Token(db, maya);
        var team = await db.Teams.OrderBy(t => t.Id).FirstAsync();
        return new Cast(world, workspace, maya, team, SampleOrganisation.Email, token)
        {
            Types = SampleOrganisation.Password,
        };
    }

    static async Task<World> Open(
        string folder,
        IEnumerable<string> settings,
        StandingClock clock,
        Action<IServiceCollection>? replace = null,
        IReadOnlyList<Module>? rooms = null
    )
    {
        var built = Server.Build(
            [.. settings, "--urls=http://127.0.0.1:0"],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                // The real hash, a thousandth of its work: a thousand worlds have a password each.
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 100);
                replace?.Invoke(builder.Services);
            },
            rooms ?? Modules.All
        );
        if (built.Refused(out var refusal, out var app) || (await Server.Prepare(app, default)).Refused(out refusal))
            throw new InvalidOperationException(refusal.Because);
        await app.StartAsync();
        return new World(app, folder, clock);
    }

    /// <summary>A token of the member's own that reads and writes for a year.</summary>
    async Task<string> Token(HeedDb db, Member of)
    {
        var token = Secret.New("api");
        db.ApiTokens.Add(
            new ApiToken
            {
                MemberId = of.Id,
                Name = "tests",
                Hash = Secret.Hash(token),
                Scopes = Scopes.Read | Scopes.Write,
                CreatedAt = Clock.GetUtcNow(),
                ExpiresAt = Clock.GetUtcNow().AddYears(1),
            }
        );
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>A browser without scripts: keeps cookies, does not follow redirects by itself.</summary>
    public HttpClient Visitor() => Visitors.Of(Address, _caller);

    /// <summary>A workspace with one administrator, who is also in one team.</summary>
    public async Task<Cast> Organisation(string name, string member = "Maya", string zone = "Europe/Vienna")
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var visit = scope.ServiceProvider.GetRequiredService<Visit>();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{member}@{name.Replace(" ", "", StringComparison.Ordinal)}.example".ToLowerInvariant();
        var person = new Person
        {
            Id = Id<Person>.New().Value,
            UserName = email,
            Email = email,
        };
        Assert.True((await people.CreateAsync(person, Cast.Password)).Succeeded);
        var workspace = new Workspace
        {
            Name = name,
            TimeZone = zone,
            CreatedAt = Clock.GetUtcNow(),
        };
        db.Workspaces.Add(workspace);
        visit.Enter(workspace, null);
        var team = new Team { Name = "Checkout" };
        var maya = new Member
        {
            PersonId = person.Id,
            Name = member,
            Role = Role.Admin,
            JoinedAt = Clock.GetUtcNow(),
        };
        db.AddRange(team, maya);
        await db.SaveChangesAsync();
        db.TeamMemberships.Add(
            new TeamMembership
            {
                TeamId = team.Id,
                MemberId = maya.Id,
                Role = TeamRole.Lead,
            }
        );
        var token = await Token(db, maya);
        return new Cast(this, workspace, maya, team, email, token);
    }

    /// <summary>Another member of the same workspace, with a token and the password of all.</summary>
    public async Task<Cast> Colleague(Cast of, string name, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(of.Workspace, null);
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{name}@{of.Workspace.Name.Replace(" ", "", StringComparison.Ordinal)}.example".ToLowerInvariant();
        var person = new Person
        {
            Id = Id<Person>.New().Value,
            UserName = email,
            Email = email,
        };
        Assert.True((await people.CreateAsync(person, Cast.Password)).Succeeded);
        var member = new Member
        {
            PersonId = person.Id,
            Name = name,
            Role = role,
            JoinedAt = Clock.GetUtcNow(),
        };
        db.Members.Add(member);
        var token = await Token(db, member);
        return new Cast(this, of.Workspace, member, of.Team, email, token);
    }

    /// <summary>Runs a use case or a query as a member, in a scope of its own.</summary>
    public async Task<T> As<T>(Cast who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var visit = scope.ServiceProvider.GetRequiredService<Visit>();
        visit.Enter(who.Workspace, null);
        visit.Enter(who.Workspace, await db.Members.Include(m => m.Teams).SingleAsync(m => m.Id == who.Member.Id));
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shelf is { } shelf && await Empty())
            shelf.Put(this);
        else
            await End();
    }

    /// <summary>As it was when it started; false when something is still at work in it.</summary>
    async Task<bool> Empty()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        // A test that made the database another's keeps it.
        var steps = await db.Database.GetAppliedMigrationsAsync();
        if (steps.Except(db.Database.GetMigrations()).Any() || !await WorldShelf.Rests(db))
            return false;
        await TestDatabase.Empty(db);
        try
        {
            foreach (var entry in new DirectoryInfo(_folder).EnumerateDirectories())
                entry.Delete(recursive: true);
            foreach (
                var note in new DirectoryInfo(_folder)
                    .EnumerateFiles()
                    .Where(f => !f.Name.StartsWith("heed.db", StringComparison.Ordinal))
            )
                note.Delete();
        }
        catch (IOException)
        {
            // A mail is being written there.
            return false;
        }
        Clock.MoveTo(StandingClock.Start);
        foreach (var room in Services.GetRequiredService<IReadOnlyList<Module>>())
            await room.AtStart(scope.ServiceProvider, default);
        return true;
    }

    internal async Task End()
    {
        // First the work, then what it works with, as when Heed is told to end.
        await _app.StopAsync();
        await _app.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A database file may still be closing; the system empties its temporary folder.
        }
    }
}
