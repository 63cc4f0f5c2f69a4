using Heed.Storage;

namespace Heed.Aim;

public static class AimModule
{
    public static Module Room { get; } =
        new("Aim")
        {
            Knows = ["Metrics"],
            Services = Services,
            Api = Api,
            Files = KeyResultsFile.Map,
            Tables = AimTables.Map,
            Links =
            [
                Link.ToAll<Cycle>("/aim/cycles"),
                Link.ToEach<Objective>("/aim/objectives"),
                Link.ToEach<KeyResult>("/aim/key-results"),
                Link.ToEach<Strategy>("/aim/strategy"),
                Link.ToEach<Agenda>("/aim/agendas"),
                Link.ToEach<Dependency>("/aim/dependencies"),
                Link.ToAll<AimImport>("/aim/import"),
            ],
            Navigation =
            [
                new(20, "Aim", "/aim", "aim", "a", "Objectives and key results")
                {
                    Begins =
                    [
                        new(
                            "Write an objective",
                            "/aim/objectives/new",
                            "A change in what customers do, in your team's own words."
                        ),
                    ],
                },
            ],
            Settings = [new(40, "Cycles", "/aim/cycles", "calendar", "The stretches of time in which teams aim")],
            Contributions =
            [
                typeof(AimAtHome),
                typeof(GuardrailsAtHome),
                typeof(ValueAtHome),
                typeof(StrategyAtHome),
                typeof(TripwiresAtHome),
                typeof(LearningAtHome),
                typeof(AgendasAtHome),
                typeof(EndsAtHome),
                typeof(MentionsAtHome),
                typeof(SharingAtHome),
                typeof(DependenciesAtHome),
                typeof(DependencySearch),
                typeof(AimSearch),
                typeof(StrategySearch),
                typeof(AgendaSearch),
                typeof(AimExport),
                typeof(AimErasure),
                typeof(FirstCycle),
                typeof(FirstObjective),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddScoped<PlanCycle>();
        services.AddScoped<TurnCycle>();
        services.AddScoped<WriteObjective>();
        services.AddScoped<TurnObjective>();
        services.AddScoped<PlaceObjective>().AddScoped<ReadFamily>();
        services.AddScoped<WriteStrategy>().AddScoped<ReadStrategies>();
        services.AddScoped<SetTripwire>().AddScoped<WriteAssumption>().AddScoped<ReadAssumptions>();
        services.AddScoped<WriteSibling>().AddScoped<ConvertToSibling>().AddScoped<ReadSiblings>();
        services.AddScoped<ReadAgendas>().AddScoped<OpenAgenda>().AddScoped<VoteOnAgenda>().AddScoped<RevealVotes>();
        services.AddScoped<WriteAgenda>().AddScoped<DecideOnAgenda>().AddScoped<CloseAgenda>();
        services.AddScoped<DecideAtEnd>().AddScoped<CarryOver>().AddScoped<ReadCycleDecisions>();
        services.AddScoped<ShareObjective>().AddScoped<ReadSharing>();
        services.AddScoped<RequestDependency>().AddScoped<MoveDependency>().AddScoped<ReadDependencies>();
        services.AddScoped<CommentOnObjective>().AddScoped<ReadTalk>();
        services.AddScoped<SettleTerms>();
        services.AddScoped<MakeMetric>();
        services.AddScoped<WriteKeyResult>();
        services.AddScoped<PasteKeyResults>();
        services.AddScoped<ReviseKeyResult>();
        services.AddScoped<DismissFinding>();
        services.AddScoped<TakeKeyResults>();
        services.AddScoped<UndoKeyResults>();
        services.AddScoped<RecordCheckIn>();
        services.AddScoped<ReadKeyResults>().AddScoped<ListLiveKeyResults>();
        services.AddScoped<ReadWorkMap>().AddScoped<ReadReport>();
        services.AddScoped<ReadCycleValue>();
        services.AddScoped<DueCheckIns>();
    }

    static void Api(IEndpointRouteBuilder api)
    {
        PlanCycle.Map(api);
        TurnCycle.Map(api);
        WriteObjective.Map(api);
        TurnObjective.Map(api);
        PlaceObjective.Map(api);
        WriteStrategy.Map(api);
        ReadStrategies.Map(api);
        SetTripwire.Map(api);
        WriteAssumption.Map(api);
        WriteSibling.Map(api);
        ConvertToSibling.Map(api);
        ReadSiblings.Map(api);
        ReadAgendas.Map(api);
        OpenAgenda.Map(api);
        VoteOnAgenda.Map(api);
        RevealVotes.Map(api);
        WriteAgenda.Map(api);
        DecideOnAgenda.Map(api);
        CloseAgenda.Map(api);
        DecideAtEnd.Map(api);
        CarryOver.Map(api);
        ShareObjective.Map(api);
        ReadSharing.Map(api);
        RequestDependency.Map(api);
        MoveDependency.Map(api);
        ReadDependencies.Map(api);
        CommentOnObjective.Map(api);
        WriteKeyResult.Map(api);
        ReviseKeyResult.Map(api);
        RecordCheckIn.Map(api);
        ObjectiveProgress.Map(api);
        DismissFinding.Map(api);
        ImportApi.Map(api);
        ReadReport.Map(api);
        AimApi.Map(api);
    }
}
