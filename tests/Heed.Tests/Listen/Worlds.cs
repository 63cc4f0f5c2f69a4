using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

static class Worlds
{
    /// <summary>No worker: the test says when somebody works, and who dies.</summary>
    public static Task<World> WithoutWorker() =>
        World.Start(services =>
        {
            foreach (
                var worker in services
                    .Where(s =>
                        s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)
                        && s.ImplementationFactory is not null
                    )
                    .ToList()
            )
                services.Remove(worker);
        });
}
