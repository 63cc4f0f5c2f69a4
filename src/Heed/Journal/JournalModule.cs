namespace Heed.Journal;

public static class JournalModule
{
    public static void Add(IServiceCollection services) => services.AddScoped<Diary>();

    public static void Map(IEndpointRouteBuilder api) { }
}
