using Heed.Storage;

namespace Heed.Waste;

public static class WasteModule
{
    public static Module Room { get; } =
        new("Waste")
        {
            Knows = ["Try", "Listen"],
            Services = Services,
            Api = Api,
            Files = Files,
            Tables = WasteTables.Map,
            Links =
            [
                Link.ToEach<Nomination>("/waste/nominations"),
                Link.ToEach<Spot>("/waste/spots"),
                Link.ToEach<Practice>("/waste/practices"),
                Link.ToEach<BusinessCase>("/waste/business-cases"),
                Link.ToAll<Candidate>("/waste/order"),
                Link.ToEach<WalkNote>("/waste/walks"),
                Link.ToEach<HandOff>("/waste/hand-offs"),
                Link.ToEach<LeaderAsk>("/waste/asks"),
                Link.ToEach<DecisionRight>("/waste/rights"),
                Link.ToEach<Requirement>("/waste/requirements"),
                Link.ToAll<Reset>("/waste/meetings"),
            ],
            Navigation =
            [
                new(15, "Waste", "/waste", "waste", "w", "Work that serves nobody")
                {
                    Begins =
                    [
                        new("Say what is stupid", "/waste", "A form, a rule, a report, a meeting that serves nobody."),
                        new(
                            "Name a practice",
                            "/waste/practices/new",
                            "A meeting, report, form, approval or rule: what it costs and who demands it."
                        ),
                        new(
                            "Note what a walk has shown",
                            "/waste/walks/new",
                            "What you saw and heard where the work is done, in a minute."
                        ),
                    ],
                },
            ],
            Contributions =
            [
                typeof(NominationsAtHome),
                typeof(NominationSearch),
                typeof(NominationsExport),
                typeof(PracticesAtHome),
                typeof(PracticeSearch),
                typeof(PracticesExport),
                typeof(FollowTrials),
                typeof(ReopenByRelapse),
                typeof(ControlsAtHome),
                typeof(ControlSearch),
                typeof(ControlsExport),
                typeof(ResetsAtHome),
                typeof(ResetChanges),
                typeof(MeetingsExport),
                typeof(BusinessCasesAtHome),
                typeof(BusinessCaseSearch),
                typeof(BusinessCasesExport),
                typeof(OrderExport),
                typeof(ReviewExport),
                typeof(WalksAtHome),
                typeof(WalkSearch),
                typeof(WalksExport),
                typeof(HandOffsAtHome),
                typeof(HandOffSearch),
                typeof(HandOffsExport),
                typeof(LeaderAsksAtHome),
                typeof(LeaderAskSearch),
                typeof(LeaderAsksExport),
                typeof(RightsAtHome),
                typeof(RightSearch),
                typeof(RightsExport),
                typeof(WasteErasure),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        Nominations.Services(services);
        Controls.Services(services);
        Meetings.Services(services);
        BusinessCases.Services(services);
        Order.Services(services);
        Review.Services(services);
        Walks.Services(services);
        HandOffs.Services(services);
        LeaderAsks.Services(services);
        Rights.Services(services);
        services.AddScoped<ReadPractices>().AddScoped<ListPractices>().AddScoped<WritePractice>();
        services.AddScoped<SayBurden>().AddScoped<DecideOnPractice>();
        services.AddScoped<RemovePractice>().AddScoped<TakeTrial>().AddScoped<FollowTrials>();
        services.AddScoped<ReadGone>().AddScoped<ReadPhoto>();
        services.AddSingleton<SpotPace>();
        services.AddScoped<OpenSpot>().AddScoped<NominateHere>();
    }

    static void Files(IEndpointRouteBuilder app)
    {
        PracticesFile.Map(app);
        BusinessCasesFile.Map(app);
        OrderFile.Map(app);
        ReadPhoto.Map(app);
    }

    static void Api(IEndpointRouteBuilder api)
    {
        Nominations.Map(api);
        Controls.Map(api);
        Meetings.Map(api);
        BusinessCases.Map(api);
        Order.Map(api);
        Review.Map(api);
        Walks.Map(api);
        HandOffs.Map(api);
        LeaderAsks.Map(api);
        Rights.Map(api);
        ListPractices.Map(api);
        ReadPractices.Map(api);
        WritePractice.Map(api);
        SayBurden.Map(api);
        DecideOnPractice.Map(api);
        RemovePractice.Map(api);
        TakeTrial.Map(api);
        ReadGone.Map(api);
        OpenSpot.Map(api);
    }
}
