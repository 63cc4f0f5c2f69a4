using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Heed.Tests.Listen;

static class Worlds
{
    /// <summary>No worker: the test says when somebody works, and who dies.</summary>
    public static Task<World> WithoutWorker() => World.Start(WorldShelf.Idle, () => World.Start(Idle));

    public static void Idle(IServiceCollection services)
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
    }

    /// <summary>The act is committed here, by the machine's clock; the work is done by processes over the same database.</summary>
    public static Task<World> BesideProcesses(params string[] settings) =>
        World.Start(
            services =>
            {
                Idle(services);
                services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
            },
            settings
        );

    /// <summary>Heed as a process of its own over the database of a world, ready.</summary>
    public static async Task<StartedHeed> Process(
        this World world,
        IEnumerable<KeyValuePair<string, string>>? environment = null
    )
    {
        var settings = world.Services.GetRequiredService<Settings>();
        var heed = StartedHeed.ByBinary(
            ["serve"],
            settings.Database.Length > 0 ? settings.Database : null,
            settings.Data,
            environment
        );
        await heed.IsReady();
        return heed;
    }

    /// <summary>Runs the open job of a thing now, once it is altered as the test likes; false when its time has not come.</summary>
    public static Task<bool> Work<T>(
        this World world,
        Cast cast,
        string kind,
        Id<T> subject,
        Action<IServiceProvider>? alter = null
    ) =>
        world.As(
            cast,
            s =>
            {
                alter?.Invoke(s);
                return s.GetRequiredService<RunJob>().Now(s, kind, subject, default);
            }
        );

    /// <summary>Everything that is owed, to its end.</summary>
    public static Task Work(this World world) => world.Services.GetRequiredService<JobWorker>().Go(default);
}
