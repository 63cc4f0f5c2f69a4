using Heed.Storage;

namespace Heed.Mail;

public static class MailModule
{
    public static Module Room { get; } =
        new("Mail")
        {
            Knows = ["People"],
            Services = Services,
            Files = Unsubscribe.Map,
            Tables = MailTables.Map,
            Links = [Link.ToAll<Suppression>("/mail")],
            Settings = [new(67, "Mail", "/mail", "info", "How mail goes out, what stayed here, and who declined it")],
            Contributions = [typeof(MailExport), typeof(MailErasure)],
            Jobs =
            [
                new(Outbox.Kind, "Send a mail", (s, lease, stop) => s.GetRequiredService<SendMail>().Run(lease, stop))
                {
                    AtOnce = SendMail.AtOnce,
                },
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddSingleton<MailFolder>().AddSingleton<UnsubscribeLink>();
        services.AddScoped<SendMail>().AddScoped<Unsubscribe>();
        services.AddScoped<ReadSuppressions>().AddScoped<RemoveSuppression>();
    }
}
