namespace Heed.Metrics;

public static class MetricsModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReadSeries>();
        services.AddScoped<DefineMetric>();
        services.AddScoped<RecordMeasurements>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        DefineMetric.Map(api);
    }
}
