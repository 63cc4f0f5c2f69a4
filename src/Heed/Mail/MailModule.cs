using Heed.Storage;

namespace Heed.Mail;

public static class MailModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<MailFolder>().AddSingleton<UnsubscribeLink>();
        services.AddScoped<SendMail>().AddScoped<Unsubscribe>().AddScoped<ReadSuppressions>();
        services.AddScoped<RemoveSuppression>();
        services.AddSingleton(
            new JobKind(
                Outbox.Kind,
                "Send a mail",
                (s, lease, stop) => s.GetRequiredService<SendMail>().Run(lease, stop)
            )
            {
                AtOnce = SendMail.AtOnce,
            }
        );
    }

    /// <summary>What mail programs post to beside the pages.</summary>
    public static void MapLinks(IEndpointRouteBuilder app) => Unsubscribe.Map(app);
}
