using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>
/// How to make one of each thing that an address can name, in the workspace that has been entered. A new module adds
/// one line for each: the word before the parameter of its route, and the thing. RouteWalk and RolesTests use them.
/// </summary>
static class Samples
{
    /// <summary>By the word before the parameter: “teams” for /api/v1/teams/{id} and for the page /teams/{Id}.</summary>
    public static readonly Dictionary<string, Func<IServiceProvider, Cast, Task<string>>> Things = new()
    {
        ["teams"] = (s, _) => Saved(s, new Team { Name = "Sample team" }, t => t.Id),
        ["members"] = (s, _) => Somebody(s),
        ["invitations"] = (s, who) => Saved(s, Invitation(who), i => i.Id),
        ["tokens"] = (s, who) => Saved(s, Token(who), t => t.Id),
        ["customer-groups"] = (s, _) => Saved(s, Group(), g => g.Id),
        ["customers"] = (s, _) => Saved(s, Group(), g => g.Id),
        ["servings"] = (_, who) => Task.FromResult(who.Team.Id.ToString()),
        ["metrics"] = (s, _) => Saved(s, Metric(), m => m.Id),
        ["surveys"] = (s, _) => Saved(s, Survey(), survey => survey.Id),
        ["imports"] = (s, _) => Saved(s, Import(), i => i.Id),
        ["cycles"] = (s, _) => Saved(s, Cycle(), c => c.Id),
        ["objectives"] = async (s, who) => (await SampleAim.Objective(s, who)).Id.ToString(),
        ["comments"] = async (s, who) => (await SampleAim.Comment(s, who)).Id.ToString(),
        ["key-results"] = async (s, who) => (await SampleAim.KeyResult(s, who)).Id.ToString(),
        ["check-in"] = async (s, who) => (await SampleAim.KeyResult(s, who)).Id.ToString(),
        ["trials"] = async (s, who) => (await SampleAim.Trial(s, who)).Id.ToString(),
        ["try"] = async (s, who) => (await SampleAim.Trial(s, who)).Id.ToString(),
    };

    /// <summary>Parameters that are values of their thing, not ids: they say nothing about what exists elsewhere.</summary>
    public static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["{date}"] = "2035-01-01",
        ["{question}"] = "NETPRO",
    };

    /// <summary>Questions that an operation cannot do without; “{metrics}” is one of that thing.</summary>
    public static readonly Dictionary<string, string> Questions = new()
    {
        ["GET /trials/sight"] = "?metric={metrics}&predicted=5&start=2035-04-02&look=2035-06-11",
    };

    /// <summary>Bodies that the description of the API cannot tell, by the name of the type.</summary>
    public static readonly Dictionary<string, string> Bodies = new()
    {
        ["TokenRequest"] = """{"name":"Sample","mayWrite":false,"days":30}""",
    };

    public static async Task<string> Make(World world, Cast who, string of)
    {
        Assert.True(
            Things.ContainsKey(of),
            $"There is no sample for “{of}”. Add one line to Samples.Things, so that its routes are walked too."
        );
        return await world.As(who, s => Things[of](s, who));
    }

    static async Task<string> Saved<T, TId>(IServiceProvider services, T thing, Func<T, TId> id)
        where T : class
    {
        var db = services.GetRequiredService<HeedDb>();
        db.Add(thing);
        await db.SaveChangesAsync();
        return id(thing)!.ToString()!;
    }

    static async Task<string> Somebody(IServiceProvider services)
    {
        var name = $"somebody-{Id<Person>.Random()}@sample.example";
        var person = new Person
        {
            Id = Id<Person>.New().Value,
            UserName = name,
            Email = name,
        };
        await services.GetRequiredService<UserManager<Person>>().CreateAsync(person);
        return await Saved(
            services,
            new Member
            {
                PersonId = person.Id,
                Name = "Somebody",
                Role = Role.Viewer,
                JoinedAt = DateTimeOffset.UnixEpoch,
            },
            m => m.Id
        );
    }

    static Invitation Invitation(Cast who) =>
        new()
        {
            Email = "SOMEBODY@SAMPLE.EXAMPLE",
            Role = Role.Viewer,
            CodeHash = Secret.Hash(Secret.New("invitation")),
            InvitedBy = who.Member.Id,
            InvitedAt = who.World.Clock.GetUtcNow(),
            ExpiresAt = who.World.Clock.GetUtcNow().AddDays(7),
        };

    static ApiToken Token(Cast who) =>
        new()
        {
            MemberId = who.Member.Id,
            Name = "Sample",
            Hash = Secret.Hash(Secret.New("api")),
            Scopes = Scopes.Read,
            CreatedAt = who.World.Clock.GetUtcNow(),
            ExpiresAt = who.World.Clock.GetUtcNow().AddDays(1),
        };

    internal static Survey Survey() =>
        new() { Name = $"Sample survey {Id<Survey>.Random()}", CreatedAt = DateTimeOffset.UnixEpoch };

    static Import Import() =>
        new()
        {
            FileName = "sample.csv",
            FileSize = 1,
            FileHash = "none",
            Shape = new FileShape("utf-8", ',', 1, [], []).ToJson(),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    internal static Cycle Cycle() =>
        new()
        {
            Name = $"Sample cycle {Id<Cycle>.Random()}",
            Start = new(2035, 1, 1),
            End = new(2035, 12, 31),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    static CustomerGroup Group() =>
        new()
        {
            Name = "Sample group",
            Kind = CustomerKind.External,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    internal static Metric Metric() =>
        new()
        {
            Name = $"Sample metric {Id<Metric>.Random()}",
            Unit = "of 100",
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
