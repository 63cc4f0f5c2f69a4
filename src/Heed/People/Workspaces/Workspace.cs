using Heed.Storage;

namespace Heed.People;

/// <summary>An organisation's own room. Nothing of one workspace is ever seen from another.</summary>
public sealed class Workspace : IVersioned
{
    public Id<Workspace> Id { get; init; } = Id<Workspace>.New();
    public int Version { get; private set; }
    public required string Name { get; set; }

    /// <summary>The IANA zone in which days and weeks of this organisation begin.</summary>
    public required string TimeZone { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the sample organisation was laid in; empty where there is no sample.</summary>
    public DateTimeOffset? SampleSince { get; set; }

    /// <summary>Whether nothing opens here before the second step of one's sign-in is set up.</summary>
    public bool DemandsSecondStep { get; set; }

    public TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day that people here call it.</summary>
    public DateOnly DayOf(DateTimeOffset at) => at.DayIn(Zone);
}
