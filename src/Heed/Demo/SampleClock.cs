namespace Heed.Demo;

/// <summary>The clock of the year in which the sample organisation lives, so that every rule about time holds for it too.</summary>
sealed class SampleClock(DateTimeOffset now) : TimeProvider
{
    DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateOnly day, int hour = 9) =>
        _now = new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero);
}
