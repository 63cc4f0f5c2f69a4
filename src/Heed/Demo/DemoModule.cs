namespace Heed.Demo;

public static class DemoModule
{
    public static void Add(IServiceCollection services) => services.AddScoped<RemoveSample>();
}
