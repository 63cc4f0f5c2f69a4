namespace Heed.Journal;

public static class JournalModule
{
    public static void Add(IServiceCollection services) => services.AddScoped<JournalWriter>().AddScoped<ReadJournal>();

    public static void Map(IEndpointRouteBuilder api) => ReadJournal.Map(api);
}
