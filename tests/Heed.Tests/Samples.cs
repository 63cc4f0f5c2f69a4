using Heed.Aim;
using Heed.Customers;
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
        ["cycles"] = (s, _) => Saved(s, Cycle(), c => c.Id),
        ["objectives"] = (s, who) => Saved(s, Objective(who), o => o.Id),
        ["key-results"] = KeyResult,
        ["check-in"] = KeyResult,
        ["trials"] = (s, who) => Trial(s, who),
        ["try"] = (s, who) => Trial(s, who),
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

    static Cycle Cycle() =>
        new()
        {
            Name = "Sample cycle",
            Start = new(2035, 1, 1),
            End = new(2035, 3, 31),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    static Objective Objective(Cast who)
    {
        var cycle = Cycle();
        return new()
        {
            TeamId = who.Team.Id,
            CycleId = cycle.Id,
            Cycle = cycle,
            Title = "Sample objective",
            Why = "To see it.",
            ByWhen = cycle.End,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    static async Task<string> KeyResult(IServiceProvider services, Cast who)
    {
        var (metric, objective) = (Metric(), Objective(who));
        await Saved(services, metric, m => m.Id);
        var keyResult = new KeyResult
        {
            ObjectiveId = objective.Id,
            Objective = objective,
            Who = "regulars",
            DoesWhat = "come back",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var terms = new Terms
        {
            KeyResultId = keyResult.Id,
            MetricId = metric.Id,
            BaselineState = BaselineState.Measuring,
            Target = 75,
            ByWhen = objective.ByWhen,
            Reason = "as first written",
            SetAt = DateTimeOffset.UnixEpoch,
        };
        Assert.False(keyResult.Set(terms).Refused(out _));
        return await Saved(services, keyResult, k => k.Id);
    }

    static async Task<string> Trial(IServiceProvider services, Cast who)
    {
        var metric = Metric();
        await Saved(services, metric, m => m.Id);
        var trial = new Trial { TeamId = who.Team.Id, CreatedAt = DateTimeOffset.UnixEpoch };
        var planned = trial.Plan(
            new TrialRequest
            {
                Change = "Sample trial",
                Lever = Heed.Analytics.Evidence.Lever.Remove,
                Obstacle = "Something.",
                Predicted = 3,
                Start = new(2035, 3, 12),
                Look = new(2035, 6, 4),
                Undo = "Put it back.",
            },
            metric
        );
        Assert.False(planned.Refused(out _));
        return await Saved(services, trial, t => t.Id);
    }
}
