using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Heed.Storage;
using Heed.Tests;

[assembly: AssemblyFixture(typeof(WorldShelves))]

namespace Heed.Tests;

/// <summary>Worlds of one kind whose test is over, emptied, for the next test.</summary>
sealed class WorldShelf
{
    /// <summary>As Heed comes.</summary>
    public static WorldShelf Working { get; } = new();

    /// <summary>Those in which the test says when somebody works.</summary>
    public static WorldShelf Idle { get; } = new();

    static int _callers;
    readonly ConcurrentBag<World> _waiting = [];

    public bool Take([NotNullWhen(true)] out World? world) => _waiting.TryTake(out world);

    public void Put(World world) => _waiting.Add(world);

    public async Task End()
    {
        while (Take(out var world))
            await world.End();
    }

    /// <summary>127.1.0.1 and onwards: all of 127.0.0.0/8 is this machine.</summary>
    public static IPAddress NextCaller()
    {
        var number = Interlocked.Increment(ref _callers);
        return new IPAddress([127, (byte)(1 + (number >> 16)), (byte)(number >> 8), (byte)number]);
    }

    /// <summary>Nothing runs in the background, or will soon be done.</summary>
    public static async Task<bool> Rests(HeedDb db)
    {
        for (var look = 0; look < 40; look++)
        {
            if (
                !await db
                    .Jobs.IgnoreQueryFilters()
                    .AnyAsync(j => j.LeaseOwner != null && j.DoneAt == null && j.FailedAt == null)
            )
                return true;
            await Task.Delay(25);
        }
        return false;
    }
}

/// <summary>At the end of the tests, the worlds that wait for none.</summary>
public sealed class WorldShelves : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await WorldShelf.Working.End();
        await WorldShelf.Idle.End();
    }
}
