namespace Heed.Try;

/// <summary>What services serve.</summary>
static class Triples
{
    public static void Services(IServiceCollection services) =>
        services.AddScoped<ReadServices>().AddScoped<WriteService>().AddScoped<RetireService>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadServices.Map(api);
        WriteService.Map(api);
        RetireService.Map(api);
    }
}
