namespace Heed.Listen;

public static class ListenModule
{
    public static void Add(IServiceCollection services)
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
        services.AddScoped<ISpeakAtHome, ListenAtHome>();
        services.AddScoped<ISpeakForCustomers, ListenForCustomers>();
        services.AddScoped<ICanBeFound, FindSurveys>();
        services.AddSingleton<SealedRefusal>();
        // Four fields a column: two hundred columns are more than the framework's thousand.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.ValueCountLimit = 10_000);
    }

    /// <summary>The part that only a server does: going round what is to be done.</summary>
    public static void AddWorker(IServiceCollection services)
    {
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(s => s.GetRequiredService<ImportWorker>());
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ListSurveys.Map(api);
        ReadScores.Map(api);
        ReceiveResponses.Map(api);
    }

    /// <summary>What a signed-in browser asks for beside the pages.</summary>
    public static void MapFiles(IEndpointRouteBuilder app)
    {
        ReceiveFile.Map(app);
        DownloadFiles.Map(app);
    }
}
