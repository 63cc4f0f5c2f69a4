using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>One Heed for all stories of a class, each in an organisation of its own: its start costs more than a story.</summary>
public class OneWorld : IAsyncLifetime
{
    int _stories;

    public World World { get; private set; } = null!;

    protected virtual Task<World> Start() => World.Start();

    public async ValueTask InitializeAsync() => World = await Start();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task<(World World, Cast Cast)> Story() =>
        (World, await World.Organisation($"Harbor Coffee {++_stories}"));
}

/// <summary>The same, where the test says when somebody works.</summary>
public sealed class IdleWorld : OneWorld
{
    protected override Task<World> Start() => Worlds.WithoutWorker();
}

static class StoredHere
{
    /// <summary>How many responses of this organisation lie in the store, counted or not.</summary>
    public static Task<int> Responses(this World world, Cast cast) =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var count = 0;
                foreach (var import in await db.Imports.AsNoTracking().ToListAsync())
                {
                    var (first, last) = (import.FirstSequence, import.LastSequence);
                    count += await db.Responses.CountAsync(r => r.Sequence >= first && r.Sequence < last);
                }
                return count;
            }
        );
}
