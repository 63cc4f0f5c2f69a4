using Heed.Storage;

namespace Heed.Metrics;

public static class MetricsModule
{
    public static Module Room { get; } =
        new("Metrics")
        {
            Knows = ["Customers"],
            Services = Services,
            Api = Api,
            Files = MetricFiles.Map,
            Tables = MetricsTables.Map,
            Links = [Link.ToEach<Metric>("/metrics")],
            Navigation =
            [
                new(100, "Metrics", "/metrics", "assess", "m", "Every number with dates")
                {
                    Begins =
                    [
                        new("Define a metric", "/metrics/new", "A number with dates: what every verdict is read from."),
                        new("Paste your numbers", "/metrics/paste", "A table from a sheet or a file becomes metrics."),
                    ],
                },
            ],
            Contributions = [typeof(MetricsAtHome), typeof(MetricSearch), typeof(MetricsExport), typeof(FirstNumbers)],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddScoped<ReadSeries>();
        services.AddScoped<NameMetrics>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<ChangesOf>();
        services.AddScoped<TractionOf>();
        services.AddScoped<ListMetrics>();
        services.AddScoped<OwnerTeams>();
        services.AddScoped<CountedAmong>();
        services.AddScoped<FindUntended>();
        services.AddScoped<NoteLook>();
        services.AddScoped<TakeMetrics>();
        services.AddScoped<DefineMetric>();
        services.AddScoped<ChangeMetric>();
        services.AddScoped<RetireMetric>();
        services.AddScoped<SetBaseline>();
        services.AddScoped<RecordMeasurements>();
        services.AddScoped<VoidMeasurement>();
        services.AddScoped<ReadPasted>();
        services.AddScoped<PasteMetrics>();
        services.AddSingleton<MovementCache>();
    }

    static void Api(IEndpointRouteBuilder api)
    {
        DefineMetric.Map(api);
        ListMetrics.Map(api);
        MetricApi.Map(api);
        ChangeMetric.Map(api);
        RetireMetric.Map(api);
        SetBaseline.Map(api);
        MeasurementApi.Map(api);
    }
}
