namespace Heed.Metrics;

public static class MetricsModule
{
    public static void Add(IServiceCollection services) => services.AddScoped<ReadSeries>();

    public static void Map(IEndpointRouteBuilder api) { }
}
