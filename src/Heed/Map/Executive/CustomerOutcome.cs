using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Map;

/// <summary>A metric that executives watch, with the value that customers get when it moves the wanted way.</summary>
public sealed class CustomerOutcome : IInWorkspace
{
    public const int LongestValue = 300;

    public Id<CustomerOutcome> Id { get; init; } = Id<CustomerOutcome>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Metric> MetricId { get; init; }

    /// <summary>“They are home before their children sleep.” An outcome that says nothing of the kind is the firm's alone.</summary>
    public required string Value { get; init; }
    public required Id<Member> NamedBy { get; init; }
    public required DateTimeOffset NamedAt { get; init; }
}
