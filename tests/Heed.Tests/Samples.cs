using Heed.Aim;
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
        ["measurements"] = (_, _) => Task.FromResult("2035-03-05"),
        ["surveys"] = (s, _) => Saved(s, Survey(), x => x.Id),
        ["scores"] = async (s, _) => await Saved(s, await Question(s), q => q.Id),
        ["cycles"] = (s, _) => Saved(s, Cycle(), c => c.Id),
        ["objectives"] = async (s, who) => await Saved(s, await Objective(s, who), o => o.Id),
        ["key-results"] = async (s, who) => await Saved(s, await KeyResult(s, who), k => k.Id),
        ["trials"] = (s, who) => Trial(s, who),
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

    static CustomerGroup Group() =>
        new()
        {
            Name = "Sample group",
            Kind = CustomerKind.External,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    static Metric Metric() =>
        new()
        {
            Name = "Sample metric",
            Unit = "of 100",
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    static Survey Survey() =>
        new() { Name = $"Sample survey {Id<Survey>.Random()}", CreatedAt = DateTimeOffset.UnixEpoch };

    static async Task<Question> Question(IServiceProvider services)
    {
        var survey = Survey();
        await Saved(services, survey, x => x.Id);
        return new()
        {
            SurveyId = survey.Id,
            Name = "Sample question",
            Kind = QuestionKind.Recommend,
        };
    }

    static Cycle Cycle() =>
        new()
        {
            Name = "Sample cycle",
            Start = new(2035, 1, 1),
            End = new(2035, 3, 31),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    static async Task<Objective> Objective(IServiceProvider services, Cast who)
    {
        var cycle = Cycle();
        await Saved(services, cycle, c => c.Id);
        return new()
        {
            TeamId = who.Team.Id,
            CycleId = cycle.Id,
            Title = "Sample objective",
            Why = "Because",
            ByWhen = new(2035, 3, 31),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    static async Task<KeyResult> KeyResult(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        await Saved(services, objective, o => o.Id);
        var made = new KeyResult
        {
            ObjectiveId = objective.Id,
            Who = "sample customers",
            DoesWhat = "order again",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await Measured(services, made);
        return made;
    }

    static async Task<string> Trial(IServiceProvider services, Cast who)
    {
        var trial = new Trial { TeamId = who.Team.Id, CreatedAt = DateTimeOffset.UnixEpoch };
        await Measured(services, trial);
        return await Saved(services, trial, t => t.Id);
    }

    /// <summary>The metric is set by methods that ask for more than a sample has.</summary>
    static async Task Measured<T>(IServiceProvider services, T thing)
        where T : class
    {
        var metric = Metric();
        await Saved(services, metric, m => m.Id);
        var entry = services.GetRequiredService<HeedDb>().Add(thing);
        entry.Property("MetricId").CurrentValue = metric.Id;
    }
}
