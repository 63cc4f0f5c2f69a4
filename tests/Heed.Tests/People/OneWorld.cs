using Heed.Tests.Listen;

namespace Heed.Tests.People;

/// <summary>
/// One world for many tests, each with organisations of its own: to start one takes longer than what is done in it. Its
/// clock only goes on, so that a test counts from the moment that it finds.
/// </summary>
public sealed class OneWorld : IAsyncLifetime
{
    int _made;

    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync() => World = await World.Start(Worlds.Idle);

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>Named by a number as well, so that no two tests meet.</summary>
    public Task<Cast> Organisation(string name, string member = "Maya") =>
        World.Organisation($"{name} {Interlocked.Increment(ref _made)}", member);
}

[CollectionDefinition(nameof(OneWorld))]
public sealed class InOneWorld : ICollectionFixture<OneWorld>;
