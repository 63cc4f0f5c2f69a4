using Heed.Storage;

namespace Heed.Listen;

public static class ListenModule
{
    public static Module Room { get; } =
        new("Listen")
        {
            Knows = ["Metrics", "Analyze"],
            Services = Services,
            Api = Api,
            Files = Files,
            Tables = ListenTables.Map,
            Links =
            [
                Link.ToEach<Survey>("/listen/surveys"),
                Link.ToEach<Import>("/listen/imports"),
                Link.ToEach<LifetimeRun>("/listen/lifetime"),
            ],
            Navigation =
            [
                new(10, "Listen", "/listen", "listen", "l", "Surveys, scores and remarks")
                {
                    Begins =
                    [
                        new(
                            "Import a survey",
                            "/listen/import",
                            "Answers from a file become scores with their uncertainty, and metrics."
                        ),
                    ],
                },
            ],
            Settings = [new(70, "Imports", "/listen/imports", "upload", "Files taken in, their receipts, and undo")],
            Jobs = Jobs,
            AtStart = ImportFiles.SweepAtStart,
            Contributions =
            [
                typeof(ListenAtHome),
                typeof(FirstAnswers),
                typeof(ListenSearch),
                typeof(ListenForCustomers),
                typeof(ListenExport),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<LoadedSurveys>();
        services.AddScoped<StoredResponses>();
        services.AddScoped<ReleaseAnswers>();
        services.AddScoped<ChooseWordsBy>();
        services.AddScoped<TakeFile>();
        services.AddScoped<RecallMapping>();
        services.AddScoped<CheckImport>();
        services.AddScoped<MapImport>();
        services.AddScoped<StartImport>();
        services.AddScoped<StoreImport>();
        services.AddScoped<StopImport>();
        services.AddScoped<CleanImport>();
        services.AddScoped<ReadScores>();
        services.AddScoped<ReadChoices>();
        services.AddScoped<MeasureScores>();
        services.AddScoped<ListSurveys>();
        services.AddScoped<ReadRemarks>();
        services.AddScoped<DrawVoices>();
        services.AddScoped<ReceiveResponses>();
        services.AddScoped<LookAtPurchases>().AddScoped<ReadLifetimes>();
        services.AddSingleton<SealedRefusal>();
        // Four fields a column: two hundred columns are more than the framework's thousand.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.ValueCountLimit = 10_000);
    }

    /// <summary>What is done in the background.</summary>
    static IReadOnlyList<JobKind> Jobs =>
        [
            new(
                CheckImport.Kind,
                "Try out a file",
                (s, lease, stop) => s.GetRequiredService<CheckImport>().InBackground(lease, stop)
            )
            {
                IsHere = ImportFiles.AreEnough,
                Address = OfImport,
                GivenUp = (s, lease, because, stop) => s.GetRequiredService<CheckImport>().GiveUp(lease, because, stop),
            },
            new(
                StoreImport.Kind,
                "Store the answers of a file",
                (s, lease, stop) => s.GetRequiredService<StoreImport>().Run(lease, stop)
            )
            {
                IsHere = ImportFiles.AreEnough,
                Address = OfImport,
                GivenUp = (s, lease, because, stop) => s.GetRequiredService<StoreImport>().GiveUp(lease, because, stop),
            },
            new(
                CleanImport.Kind,
                "Remove the answers of an import that does not count",
                (s, lease, stop) => s.GetRequiredService<CleanImport>().Run(lease, stop)
            )
            {
                Address = OfImport,
            },
            new(
                MeasureScores.Kind,
                "Measure the scores of a survey",
                (s, lease, stop) => s.GetRequiredService<MeasureScores>().Run(lease, stop)
            )
            {
                Address = id => $"/listen/surveys/{id:N}",
            },
        ];

    static string OfImport(Guid id) => $"/listen/imports/{id:N}";

    static void Api(IEndpointRouteBuilder api)
    {
        ListSurveys.Map(api);
        ReadScores.Map(api);
        ReadChoices.Map(api);
        ReceiveResponses.Map(api);
        LookAtPurchases.Map(api);
    }

    /// <summary>What a signed-in browser asks for beside the pages.</summary>
    static void Files(IEndpointRouteBuilder app)
    {
        ReceiveFile.Map(app);
        DownloadFiles.Map(app);
        DownloadOptions.Map(app);
    }
}
