using Heed.Storage;

namespace Heed.Try;

public static class TryModule
{
    public static Module Room { get; } =
        new("Try")
        {
            Knows = ["Aim"],
            Services = Services,
            Api = Api,
            Tables = TryTables.Map,
            Links =
            [
                Link.ToEach<Trial>("/try"),
                Link.ToEach<Obstacle>("/try/obstacles"),
                Link.ToEach<Storyboard>("/try/storyboards"),
                Link.ToEach<ExperimentRecord>("/try/experiments"),
                Link.ToEach<Service>("/try/services"),
            ],
            Navigation =
            [
                new(30, "Try", "/try", "try", "t", "Small changes with a prediction")
                {
                    Begins =
                    [
                        new(
                            "Plan a trial",
                            "/try/new",
                            "A dated small change; the prediction is locked before it starts."
                        ),
                        new(
                            "Open a storyboard",
                            "/try/storyboards/new",
                            "A challenge, the next target condition, and experiments against one obstacle."
                        ),
                        new(
                            "Name an obstacle",
                            "/try/obstacles/new",
                            "What is in the way: where it was seen, when, how often."
                        ),
                    ],
                },
            ],
            Jobs =
            [
                new(
                    JudgeAgain.Kind,
                    "Judge kept verdicts again by the method of now",
                    (s, lease, stop) => s.GetRequiredService<JudgeAgain>().Run(lease, stop)
                )
                {
                    Address = _ => "/try",
                },
                new(
                    WatchTrials.Kind,
                    "Watch over improvements, once a day",
                    (s, lease, stop) => s.GetRequiredService<WatchTrials>().Run(lease, stop)
                )
                {
                    Address = _ => "/try",
                },
                new(
                    GuardTrials.Kind,
                    "Stop trials whose guardrail broke, every ten minutes",
                    (s, lease, stop) => s.GetRequiredService<GuardTrials>().Run(lease, stop)
                )
                {
                    Address = _ => "/try",
                },
            ],
            AtStart = async (services, stop) =>
            {
                await JudgeAgain.Owe(services, stop);
                await WatchTrials.Owe(services, stop);
                await GuardTrials.Owe(services, stop);
            },
            Contributions =
            [
                typeof(TryAtHome),
                typeof(StoppedAtHome),
                typeof(StuckAtHome),
                typeof(VerdictsAtHome),
                typeof(StoryboardsAtHome),
                typeof(ServicesAtHome),
                typeof(TrySearch),
                typeof(StoryboardSearch),
                typeof(ChangesTried),
                typeof(TractionOnMetrics),
                typeof(TryExport),
                typeof(TryErasure),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        Storyboards.Services(services);
        Triples.Services(services);
        services.AddScoped<PlanTrial>().AddScoped<RedesignAfterTwice>();
        services.AddScoped<SayHours>().AddScoped<CountArms>().AddScoped<ReadArms>();
        services.AddScoped<TakeStage>().AddScoped<ReadStages>().AddScoped<PlanStages>();
        services.AddScoped<StartTrial>();
        services.AddScoped<LookAtTrial>();
        services.AddScoped<JudgeAgain>().AddScoped<WatchTrials>().AddScoped<GuardTrials>();
        services.AddScoped<DecideOnTrial>();
        services.AddScoped<ReadTrials>();
        services.AddScoped<ReadBoard>();
        services.AddScoped<ReadTraction>().AddScoped<OfferMoves>();
    }

    static void Api(IEndpointRouteBuilder api)
    {
        Storyboards.Map(api);
        Triples.Map(api);
        PlanTrial.Map(api);
        StartTrial.Map(api);
        LookAtTrial.Map(api);
        DecideOnTrial.Map(api);
        ReadTrials.Map(api);
        SayHours.Map(api);
        CountArms.Map(api);
        TakeStage.Map(api);
        ReadTraction.Map(api);
    }
}
