using Heed.Tests.Listen;

namespace Heed.Tests;

/// <summary>
/// One Heed for many tests, each with organisations of its own: its start takes longer than what is done in it. Its clock only
/// goes on, so that a test counts from the moment that it finds.
/// </summary>
public class OneWorld : IAsyncLifetime
{
    int _made;

    public World World { get; private set; } = null!;

    protected virtual Task<World> Start() => World.Start();

    public async ValueTask InitializeAsync() => World = await Start();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Named by a number as well, so that no two tests meet.</summary>
    public Task<Cast> Organisation(string name, string member = "Maya") =>
        World.Organisation($"{name} {Interlocked.Increment(ref _made)}", member);

    public async Task<(World World, Cast Cast)> Story() => (World, await Organisation("Harbor Coffee"));
}

/// <summary>The same, where the test says when somebody works.</summary>
public sealed class IdleWorld : OneWorld
{
    protected override Task<World> Start() => Worlds.WithoutWorker();
}

/// <summary>Classes that share one between them.</summary>
[CollectionDefinition(nameof(IdleWorld))]
public sealed class InIdleWorld : ICollectionFixture<IdleWorld>;
