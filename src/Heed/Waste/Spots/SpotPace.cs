using System.Threading.RateLimiting;

namespace Heed.Waste;

/// <summary>How much is said at one spot within an hour; counted in the memory of this process alone.</summary>
public sealed class SpotPace : IDisposable
{
    public const int MostAnHour = 30;

    readonly PartitionedRateLimiter<Id<Spot>> _pace = PartitionedRateLimiter.Create<Id<Spot>, Id<Spot>>(spot =>
        RateLimitPartition.GetFixedWindowLimiter(
            spot,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = MostAnHour, Window = TimeSpan.FromHours(1) }
        )
    );

    public bool Take(Id<Spot> spot)
    {
        using var turn = _pace.AttemptAcquire(spot);
        return turn.IsAcquired;
    }

    public void Dispose() => _pace.Dispose();
}
