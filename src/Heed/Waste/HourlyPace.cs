using System.Threading.RateLimiting;

namespace Heed.Waste;

/// <summary>
/// How often something may be done within an hour, for each key. It is counted in the memory of this process alone and
/// forgotten within the hour: a count that were kept would say who nominated anonymously.
/// </summary>
public abstract class HourlyPace<TKey>(int most) : IDisposable
    where TKey : notnull
{
    readonly PartitionedRateLimiter<TKey> _pace = PartitionedRateLimiter.Create<TKey, TKey>(key =>
        RateLimitPartition.GetFixedWindowLimiter(
            key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromHours(1) }
        )
    );

    public bool Take(TKey key)
    {
        using var turn = _pace.AttemptAcquire(key);
        return turn.IsAcquired;
    }

    public void Dispose()
    {
        _pace.Dispose();
        GC.SuppressFinalize(this);
    }
}
