using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// One page of the improvement kata (Rother, Toyota Kata, 2009): the challenge, how it is now, the next target condition, and
/// experiments against one obstacle at a time.
/// </summary>
public sealed class Storyboard : IInWorkspace, IVersioned
{
    public const int LongestChallenge = 300;
    public const int LongestCurrent = 1000;

    public Id<Storyboard> Id { get; init; } = Id<Storyboard>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required string Challenge { get; set; }

    /// <summary>How it is now, as those who went and looked say.</summary>
    public required string Current { get; set; }
    public Id<Metric>? MetricId { get; set; }

    /// <summary>The days that the words about now are about.</summary>
    public DateOnly? WindowFrom { get; set; }
    public DateOnly? WindowTo { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
}
