namespace Heed.Journal;

public static class JournalModule
{
    public static Module Room { get; } =
        new("Journal")
        {
            Services = (services, _) =>
                services.AddSingleton<KindLinks>().AddScoped<JournalWriter>().AddScoped<ReadJournal>(),
            Api = ReadJournal.Map,
            Tables = JournalTables.Map,
            Navigation = [new(120, "Journal", "/journal", "clock", "j", "What happened, line by line")],
            Contributions = [typeof(JournalErasure), typeof(JournalExport)],
        };
}
