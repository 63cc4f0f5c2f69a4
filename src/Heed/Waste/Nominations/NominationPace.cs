using System.Threading.RateLimiting;
using Heed.People;

namespace Heed.Waste;

/// <summary>
/// How often one member may nominate. It is counted in the memory of this process alone and forgotten within the hour:
/// a count that were kept would say who nominated anonymously.
/// </summary>
public sealed class NominationPace : IDisposable
{
    public const int MostAnHour = 20;

    readonly PartitionedRateLimiter<Id<Member>> _pace = PartitionedRateLimiter.Create<Id<Member>, Id<Member>>(member =>
        RateLimitPartition.GetFixedWindowLimiter(
            member,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = MostAnHour, Window = TimeSpan.FromHours(1) }
        )
    );

    public bool Take(Id<Member> member)
    {
        using var turn = _pace.AttemptAcquire(member);
        return turn.IsAcquired;
    }

    public void Dispose() => _pace.Dispose();
}
