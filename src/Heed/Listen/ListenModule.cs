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
            Links = [Link.ToEach<Survey>("/listen/surveys"), Link.ToEach<Import>("/listen/imports")],
            Navigation =
            [
                new(10, "Listen", "/listen", "listen", "l", "Surveys, scores and remarks")
                {
                    Begin = new(
                        "Import a survey",
                        "/listen/import",
                        "Answers from a file become scores with their uncertainty, and metrics."
                    ),
                },
            ],
            Settings = [new(70, "Imports", "/listen/imports", "upload", "Files taken in, their receipts, and undo")],
            Sheets = ["listen.css"],
            Contributions =
            [
                typeof(ListenAtHome),
                typeof(ListenSearch),
                typeof(ListenForCustomers),
                typeof(ListenExport),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ImportBell>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<LoadedSurveys>();
        services.AddScoped<StoredResponses>();
        services.AddScoped<TakeFile>();
        services.AddScoped<CheckImport>();
        services.AddScoped<MapImport>();
        services.AddScoped<StartImport>();
        services.AddScoped<StoreImport>();
        services.AddScoped<StopImport>();
        services.AddScoped<CleanImport>();
        services.AddScoped<ReadScores>();
        services.AddScoped<MeasureScores>();
        services.AddScoped<ListSurveys>();
        services.AddScoped<ReadRemarks>();
        services.AddScoped<ReceiveResponses>();
        services.AddSingleton<SealedRefusal>();
        // Four fields a column: two hundred columns are more than the framework's thousand.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.ValueCountLimit = 10_000);
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(s => s.GetRequiredService<ImportWorker>());
    }

    static void Api(IEndpointRouteBuilder api)
    {
        ListSurveys.Map(api);
        ReadScores.Map(api);
        ReceiveResponses.Map(api);
    }

    /// <summary>What a signed-in browser asks for beside the pages.</summary>
    static void Files(IEndpointRouteBuilder app)
    {
        ReceiveFile.Map(app);
        DownloadFiles.Map(app);
    }
}
