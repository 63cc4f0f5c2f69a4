using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Heed.Waste;
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
        ["teams"] = (s, _) => Saved(s, new Team { Name = $"Sample team {Id<Team>.Random()}" }, t => t.Id),
        ["members"] = (s, _) => Somebody(s),
        ["invitations"] = (s, who) => Saved(s, Invitation(who), i => i.Id),
        ["tokens"] = (s, who) => Saved(s, Token(who), t => t.Id),
        ["customer-groups"] = (s, _) => Saved(s, Group(), g => g.Id),
        ["customers"] = (s, _) => Saved(s, Group(), g => g.Id),
        ["table"] = (_, who) => Task.FromResult(who.Team.Id.ToString()),
        ["servings"] = (_, who) => Task.FromResult(who.Team.Id.ToString()),
        ["metrics"] = (s, _) => Measured(s),
        ["surveys"] = (s, _) => Asked(s),
        ["imports"] = (s, _) => Saved(s, Import(), i => i.Id),
        ["mail"] = Mail,
        ["jobs"] = (s, who) => Saved(s, Job.Of("sample", Guid.Empty, "", who.World.Clock.GetUtcNow()), j => j.Id),
        ["strategies"] = SampleAim.Strategy,
        ["strategy"] = SampleAim.Strategy,
        ["assumptions"] = SampleAim.Assumption,
        ["agendas"] = async (s, who) => (await SampleAim.Agenda(s, who)).ToString(),
        ["agenda-decisions"] = SampleAim.AgendaDecision,
        ["dependencies"] = SampleAim.Dependency,
        ["sharing"] = SampleAim.Sharing,
        ["siblings"] = SampleAim.Sibling,
        ["beside"] = SampleAim.Sibling,
        ["cycles"] = (s, _) => Saved(s, Cycle(), c => c.Id),
        ["objectives"] = async (s, who) => (await SampleAim.Objective(s, who)).Id.ToString(),
        ["comments"] = async (s, who) => (await SampleAim.Comment(s, who)).Id.ToString(),
        ["key-results"] = async (s, who) => (await SampleAim.KeyResult(s, who)).Id.ToString(),
        ["key-result-imports"] = async (s, who) => await SampleAim.Import(s, who),
        ["check-in"] = async (s, who) => (await SampleAim.KeyResult(s, who)).Id.ToString(),
        ["trials"] = async (s, who) => (await SampleAim.Trial(s, who)).Id.ToString(),
        ["practices"] = Practice,
        ["controls"] = Waste.SampleControls.OneControl,
        ["requirements"] = Waste.SampleControls.OneRequirement,
        ["waivers"] = Waste.SampleControls.OneWaiver,
        ["meetings"] = Waste.SampleMeetings.OneCalendar,
        ["meeting-series"] = Waste.SampleMeetings.OneSeries,
        ["resets"] = Waste.SampleMeetings.OneReset,
        ["business-cases"] = Waste.SampleBusinessCases.One,
        ["business-case-benefits"] = Waste.SampleBusinessCases.OneBenefit,
        ["candidates"] = Waste.SampleBusinessCases.OneCandidate,
        ["order"] = Waste.SampleBusinessCases.OneCandidate,
        ["review"] = Practice,
        ["claims"] = Waste.SampleBusinessCases.OneClaim,
        ["spots"] = Waste.SampleNominations.Opened,
        ["nominations"] = Waste.SampleNominations.Waiting,
        ["walks"] = Waste.SampleWalks.One,
        ["walk-notes"] = Waste.SampleWalks.One,
        ["hand-offs"] = Waste.SampleHandOffs.OneHandOff,
        ["asks"] = Waste.SampleHandOffs.OneAsk,
        ["leader-asks"] = Waste.SampleHandOffs.OneAsk,
        ["rights"] = Waste.SampleHandOffs.OneRight,
        ["decision-rights"] = Waste.SampleHandOffs.OneRight,
        ["obstacles"] = Try.SampleBoardRows.Obstacle,
        ["ties"] = Map.SampleTies.One,
        ["customer-outcomes"] = Map.SampleTies.Outcome,
        ["lifetime"] = Listen.SamplePurchases.One,
        ["lifetimes"] = Listen.SamplePurchases.One,
        ["services"] = Try.SampleServices.One,
        ["storyboards"] = Try.SampleBoardRows.Storyboard,
        ["target-conditions"] = Try.SampleBoardRows.Target,
        ["experiments"] = Try.SampleBoardRows.Experiment,
        ["experiment-records"] = Try.SampleBoardRows.Experiment,
        ["journey-steps"] = Try.SampleBoardRows.JourneyStep,
        ["try"] = async (s, who) => (await SampleAim.Trial(s, who)).Id.ToString(),
    };

    /// <summary>Addresses of which one thing must hold the other: a member of that team, a serving of that group.</summary>
    public static readonly Dictionary<string, Func<IServiceProvider, Cast, Task<string>>> Whole = new()
    {
        ["DELETE /teams/{id}/members/{memberId}"] = (s, _) => MemberOfATeam(s),
        ["DELETE /customer-groups/{id}/servings/{teamId}"] = Served,
        ["GET /trials/{id}/counts"] = async (s, who) => $"/trials/{await SampleAim.Counted(s, who)}/counts",
        ["DELETE /trials/{id}/counts/{date}"] = CountedDay,
        ["POST /walk-notes/{id}/reading"] = Waste.SampleWalks.OfAnother,
        ["POST /hand-offs/{id}/acknowledgement"] = Waste.SampleHandOffs.OfTheOtherSide,
    };

    /// <summary>Things of bodies that only their own people write for: the team of the caller, not any team.</summary>
    public static readonly Dictionary<string, Func<Cast, string>> OwnersWrite = new()
    {
        ["teams"] = who => who.Team.Id.ToString(),
    };

    /// <summary>Parameters that are values of their thing, not ids: they say nothing about what exists elsewhere.</summary>
    public static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["{date}"] = "2035-01-01",
    };

    /// <summary>Parameters that are read within another thing. The question of a sample survey has the survey's own id.</summary>
    public static readonly Dictionary<string, string> Within = new(StringComparer.OrdinalIgnoreCase)
    {
        ["{question}"] = "surveys",
    };

    /// <summary>Questions that an operation cannot do without; “{metrics}” is one of that thing.</summary>
    public static readonly Dictionary<string, string> Questions = new()
    {
        ["GET /trials/sight"] = "?metric={metrics}&predicted=5&start=2035-04-02&look=2035-06-11",
    };

    /// <summary>Bodies that the description of the API cannot tell, by the name of the type.</summary>
    public static readonly Dictionary<string, string> Bodies = new()
    {
        ["TieRequest"] =
            """{"child":"00000000000000000000000000000000","parent":"00000000000000000000000000000001","moves":"Up","firstLag":0,"lastLag":1,"because":"Words"}""",
        ["TokenRequest"] = """{"name":"Sample","mayWrite":false,"days":30}""",
    };

    /// <summary>Words that are needed where nothing is chosen in their place, which the description cannot tell.</summary>
    public static readonly Dictionary<string, string[]> OneOfTwo = new()
    {
        ["TrialRequest"] = ["obstacle"],
        ["WalkNoteRequest"] = ["saw", "where"],
        ["DecisionRightRequest"] = ["limitWords"],
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

    static async Task<string> CountedDay(IServiceProvider services, Cast who) =>
        $"/trials/{await SampleAim.Counted(services, who)}/counts/{Values["{date}"]}";

    /// <summary>With a value on the day that addresses name.</summary>
    static async Task<string> Measured(IServiceProvider services)
    {
        var metric = Metric();
        services.GetRequiredService<HeedDb>().Add(metric);
        var on = DateOnly.Parse(Values["{date}"], System.Globalization.CultureInfo.InvariantCulture);
        return await Saved(
            services,
            new Measurement
            {
                MetricId = metric.Id,
                On = metric.Cadence.StartOf(on),
                Value = 62,
                RecordedAt = DateTimeOffset.UnixEpoch,
                Source = MeasurementSource.Manual,
            },
            _ => metric.Id
        );
    }

    /// <summary>With the questions that addresses name: a score by the same id, and a choice that is called so.</summary>
    static async Task<string> Asked(IServiceProvider services)
    {
        var survey = Survey();
        survey.Questions.Add(
            new()
            {
                Id = new Id<Question>(survey.Id.Value),
                SurveyId = survey.Id,
                Name = "NETPRO",
                Kind = QuestionKind.Recommend,
                Scale = "0-10",
            }
        );
        survey.Questions.Add(
            new()
            {
                SurveyId = survey.Id,
                Name = $"{survey.Id}",
                Kind = QuestionKind.Choice,
            }
        );
        return await Saved(services, survey, s => s.Id);
    }

    static async Task<string> MemberOfATeam(IServiceProvider services)
    {
        var team = new Team { Name = $"Sample team {Id<Team>.Random()}" };
        var member = await Somebody(services);
        services.GetRequiredService<HeedDb>().Add(team);
        return await Saved(
            services,
            new TeamMembership
            {
                TeamId = team.Id,
                MemberId = Id<Member>.Parse(member, null),
                Role = TeamRole.Member,
            },
            _ => $"/teams/{team.Id}/members/{member}"
        );
    }

    static async Task<string> Served(IServiceProvider services, Cast who)
    {
        var group = Group();
        services.GetRequiredService<HeedDb>().Add(group);
        return await Saved(
            services,
            new TeamAssignment
            {
                CustomerGroupId = group.Id,
                TeamId = who.Team.Id,
                Since = DateTimeOffset.UnixEpoch,
            },
            _ => $"/customer-groups/{group.Id}/servings/{who.Team.Id}"
        );
    }

    internal static async Task<string> Somebody(IServiceProvider services)
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

    /// <summary>One that stayed here, as where no mail server is set.</summary>
    static async Task<string> Mail(IServiceProvider services, Cast who)
    {
        var id = Id<Job>.Random();
        var message = new MimeKit.MimeMessage
        {
            Subject = "Sample",
            Body = new MimeKit.TextPart("plain") { Text = "Words" },
        };
        await services.GetRequiredService<Heed.Mail.MailFolder>().Keep(who.Workspace.Id, id, message, default);
        return id.ToString();
    }

    static Invitation Invitation(Cast who) =>
        new()
        {
            Email = $"{Id<Invitation>.Random()}@SAMPLE.EXAMPLE",
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
            Name = $"Sample group {Id<CustomerGroup>.Random()}",
            Kind = CustomerKind.External,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    /// <summary>With a removal, which addresses below it name.</summary>
    static async Task<string> Practice(IServiceProvider services, Cast who)
    {
        var practice = new Practice
        {
            TeamId = who.Team.Id,
            Kind = PracticeKind.Report,
            Name = $"Sample practice {Id<Practice>.Random()}",
            Reason = "To be walked",
            StateSince = DateTimeOffset.UnixEpoch,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var metric = Metric();
        services.GetRequiredService<HeedDb>().AddRange(practice, metric);
        return await Saved(
            services,
            new Removal
            {
                PracticeId = practice.Id,
                ReliedOn = "none",
                Prevented = "none",
                LastCaught = "never",
                Undo = "Go back.",
                MetricId = metric.Id,
                Guardrail = new() { MetricId = metric.Id, AtLeast = 50 },
                By = who.Member.Id,
                At = DateTimeOffset.UnixEpoch,
            },
            _ => practice.Id
        );
    }

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
