using Heed.People;
using Microsoft.AspNetCore.Identity;

namespace Heed.Tests.People;

/// <summary>The hasher of the product, and how often it compared a password.</summary>
sealed class CountedHashes : IPasswordHasher<Person>
{
    readonly PasswordHasher<Person> _real = new();
    int _verified;

    public int Verified => Volatile.Read(ref _verified);

    public string HashPassword(Person user, string password) => _real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _verified);
        return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

/// <summary>A clock on which no time passes while one works: it notes every wait and ends it at once.</summary>
sealed class NotedWaits : TimeProvider
{
    readonly StandingClock _standing = new();

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _standing.GetUtcNow();

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period == Timeout.InfiniteTimeSpan && dueTime > TimeSpan.Zero)
            lock (Waits)
                Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
