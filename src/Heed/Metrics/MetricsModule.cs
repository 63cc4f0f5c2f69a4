namespace Heed.Metrics;

public static class MetricsModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReadSeries>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<ListMetrics>();
        services.AddScoped<DefineMetric>();
        services.AddScoped<ChangeMetric>();
        services.AddScoped<RetireMetric>();
        services.AddScoped<SetBaseline>();
        services.AddScoped<RecordMeasurements>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        DefineMetric.Map(api);
        ListMetrics.Map(api);
        ReadMetric.Map(api);
        ChangeMetric.Map(api);
        RetireMetric.Map(api);
        SetBaseline.Map(api);
        PutMeasurements.Map(api);
    }
}
