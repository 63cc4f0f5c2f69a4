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
        services.AddScoped<MapImport>();
        services.AddScoped<StartImport>();
        services.AddScoped<StoreImport>();
        services.AddScoped<StopImport>();
        services.AddScoped<CleanImport>();
        services.AddScoped<ReadScores>();
        services.AddScoped<MeasureScores>();
    }

    /// <summary>The part that only a server does: going round what is to be done.</summary>
    public static void AddWorker(IServiceCollection services)
    {
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(s => s.GetRequiredService<ImportWorker>());
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadScores.Map(api);
    }
}
