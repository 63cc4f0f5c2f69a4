using Heed.Aim;
using Heed.Storage;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>An objective, a key result and a trial for routes to name, made by the use cases themselves.</summary>
static class SampleAim
{
    public static async Task<Objective> Objective(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var cycle = Samples.Cycle();
        db.Add(cycle);
        await db.SaveChangesAsync();
        return await Done(
            services
                .GetRequiredService<WriteObjective>()
                .Run(
                    new()
                    {
                        Team = who.Team.Id,
                        Cycle = cycle.Id,
                        Title = "Sample",
                        Why = "To be walked",
                    },
                    default
                )
        );
    }

    public static async Task<Comment> Comment(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        return await Done(
            services.GetRequiredService<CommentOnObjective>().Run(objective.Id, new() { Text = "Why?" }, default)
        );
    }

    public static async Task<KeyResult> KeyResult(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        return await Done(
            services
                .GetRequiredService<WriteKeyResult>()
                .Run(
                    objective.Id,
                    new()
                    {
                        Who = "guests",
                        DoesWhat = "come again",
                        Metric = await Metric(services),
                        BaselineState = BaselineState.Measuring,
                        Target = 20,
                    },
                    default
                )
        );
    }

    static int _strategies;

    /// <summary>Each of a year of its own, far from any other.</summary>
    public static async Task<string> Strategy(IServiceProvider services, Cast who)
    {
        var year = 2100 + Interlocked.Increment(ref _strategies) % 5000;
        var db = services.GetRequiredService<HeedDb>();
        var strategy = new Strategy
        {
            Start = new(year, 1, 1),
            End = new(year, 12, 31),
            Challenge = "Sample",
            Opinion = "Sample",
            NotDoing = "Sample",
            CreatedAt = who.World.Clock.GetUtcNow(),
            CreatedBy = who.Member.Id,
        };
        db.Strategies.Add(strategy);
        await db.SaveChangesAsync();
        return strategy.Id.ToString();
    }

    static int _months;

    /// <summary>Each of a month of its own: there is one a team and month.</summary>
    public static async Task<Id<Agenda>> Agenda(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var agenda = new Agenda
        {
            TeamId = who.Team.Id,
            Month = new DateOnly(2100, 1, 1).AddMonths(Interlocked.Increment(ref _months) % 50_000),
            OpenedAt = who.World.Clock.GetUtcNow(),
            OpenedBy = who.Member.Id,
        };
        db.Agendas.Add(agenda);
        await db.SaveChangesAsync();
        return agenda.Id;
    }

    public static async Task<string> AgendaDecision(IServiceProvider services, Cast who)
    {
        AgendaDecisionRequest asked = new() { Words = "Sample", Who = who.Member.Id };
        var agenda = await Agenda(services, who);
        return (await Done(services.GetRequiredService<DecideOnAgenda>().Run(agenda, asked, default))).Id.ToString();
    }

    public static async Task<string> Assumption(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        AssumptionRequest asked = new()
        {
            Words = "Sample",
            Importance = Importance.High,
            Evidence = AssumptionEvidence.None,
        };
        return (
            await Done(services.GetRequiredService<WriteAssumption>().Run(objective.Id, asked, default))
        ).Id.ToString();
    }

    /// <summary>Of the caller's team on both sides, so that every act is theirs.</summary>
    public static async Task<string> Dependency(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        var now = who.World.Clock.GetUtcNow();
        var dependency = new Dependency
        {
            ObjectiveId = objective.Id,
            FromTeamId = who.Team.Id,
            ToTeamId = who.Team.Id,
            Needs = "Sample",
            ByWhen = new(2035, 6, 30),
            StateSince = now,
            RequestedAt = now,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.Dependencies.Add(dependency);
        await db.SaveChangesAsync();
        return dependency.Id.ToString();
    }

    public static async Task<string> Sharing(IServiceProvider services, Cast who)
    {
        var shared = new SharedObjective
        {
            ObjectiveId = (await Objective(services, who)).Id,
            TeamId = who.Team.Id,
            StateSince = who.World.Clock.GetUtcNow(),
        };
        var db = services.GetRequiredService<HeedDb>();
        db.SharedObjectives.Add(shared);
        await db.SaveChangesAsync();
        return shared.Id.ToString();
    }

    public static async Task<string> Sibling(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        SiblingRequest asked = new() { Kind = SiblingKind.Initiative, Words = "Sample" };
        return (
            await Done(services.GetRequiredService<WriteSibling>().Run(objective.Id, asked, default))
        ).Id.ToString();
    }

    public static async Task<string> Import(IServiceProvider services, Cast who)
    {
        var objective = await Objective(services, who);
        var taken = await Done(
            services
                .GetRequiredService<TakeKeyResults>()
                .Run(
                    new() { Team = who.Team.Id, Cycle = objective.CycleId },
                    $"objective,key result,from,to\nSample,Order again {Id<Objective>.New()},1,2\n",
                    sure: true,
                    default
                )
        );
        return $"{taken.Import}";
    }

    public static async Task<Trial> Trial(IServiceProvider services, Cast who)
    {
        var today = who.Workspace.Today(who.World.Clock);
        return await Done(
            services
                .GetRequiredService<PlanTrial>()
                .Run(
                    new()
                    {
                        Team = who.Team.Id,
                        Change = "Sample",
                        Lever = Heed.Analytics.Evidence.Lever.Environment,
                        Obstacle = "none",
                        Metric = await Metric(services),
                        Predicted = 5,
                        Start = today.AddDays(7),
                        Look = today.AddDays(77),
                        Undo = "Go back.",
                    },
                    default
                )
        );
    }

    /// <summary>With two arms, running, and the day counted that addresses name.</summary>
    public static async Task<Id<Trial>> Counted(IServiceProvider services, Cast who)
    {
        var today = who.Workspace.Today(who.World.Clock);
        var db = services.GetRequiredService<HeedDb>();
        var planned = await Done(
            services
                .GetRequiredService<PlanTrial>()
                .Run(
                    new()
                    {
                        Team = who.Team.Id,
                        Change = "Sample",
                        Lever = Heed.Analytics.Evidence.Lever.Environment,
                        Obstacle = "none",
                        Metric = await Metric(services),
                        Predicted = 5,
                        ArmShare = 50,
                        ArmHorizon = 1_000,
                        Start = today,
                        Look = today.AddDays(77),
                        Undo = "Go back.",
                    },
                    default
                )
        );
        await Done(services.GetRequiredService<StartTrial>().Run(planned.Id, default));
        db.ArmCounts.Add(
            new()
            {
                TrialId = planned.Id,
                On = DateOnly.Parse(Samples.Values["{date}"], System.Globalization.CultureInfo.InvariantCulture),
                ControlShown = 10,
                ControlDid = 1,
                ChangedShown = 10,
                ChangedDid = 2,
                At = who.World.Clock.GetUtcNow(),
                By = who.Member.Id,
            }
        );
        await db.SaveChangesAsync();
        return planned.Id;
    }

    static async Task<Id<Heed.Metrics.Metric>> Metric(IServiceProvider services)
    {
        var db = services.GetRequiredService<HeedDb>();
        var metric = Samples.Metric();
        db.Add(metric);
        await db.SaveChangesAsync();
        return metric.Id;
    }

    static async Task<T> Done<T>(Task<Outcome<T>> act)
        where T : notnull =>
        (await act).Refused(out var refusal, out var value)
            ? throw new InvalidOperationException(refusal.Because)
            : value;
}
