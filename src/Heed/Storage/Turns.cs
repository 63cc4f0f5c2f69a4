namespace Heed.Storage;

/// <summary>
/// Many that save the same at once and each try again at once are only in each other's way: of hundreds, one gets through
/// a round. From its second try on each waits for its turn here; other things go on beside. Other processes are not waited for.
/// </summary>
public sealed class Turns
{
    readonly SemaphoreSlim[] _lines = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits until nobody of this process is at work on it. Disposing lets the next one in.</summary>
    public async Task<IDisposable> Take<T>(T thing, CancellationToken stop)
        where T : notnull
    {
        var line = _lines[(uint)thing.GetHashCode() % _lines.Length];
        await line.WaitAsync(stop);
        return new Turn(line);
    }

    sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
