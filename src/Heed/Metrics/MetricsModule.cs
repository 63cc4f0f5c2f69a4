namespace Heed.Metrics;

public static class MetricsModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReadSeries>();
        services.AddScoped<NameMetrics>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<ChangesOf>();
        services.AddScoped<ListMetrics>();
        services.AddScoped<OwnerTeams>();
        services.AddScoped<DefineMetric>();
        services.AddScoped<ChangeMetric>();
        services.AddScoped<RetireMetric>();
        services.AddScoped<SetBaseline>();
        services.AddScoped<RecordMeasurements>();
        services.AddSingleton<MovesKept>();
        services.AddScoped<ISpeakAtHome, MetricsAtHome>();
        services.AddScoped<ICanBeFound, MetricSearch>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        DefineMetric.Map(api);
        ListMetrics.Map(api);
        MetricApi.Map(api);
        ChangeMetric.Map(api);
        RetireMetric.Map(api);
        SetBaseline.Map(api);
        MeasurementApi.Map(api);
    }

    /// <summary>Files beside the pages: the chart and the points of a metric.</summary>
    public static void MapFiles(IEndpointRouteBuilder app) => MetricFiles.Map(app);
}
