using Heed.People;

namespace Heed.Mail;

public enum SuppressionReason
{
    Unsubscribed,

    /// <summary>The mail server said for good that there is no such address.</summary>
    Bounced,
}

/// <summary>An address that gets nothing from this workspace but what it asks for itself.</summary>
public sealed class Suppression : IInWorkspace
{
    public Id<Suppression> Id { get; init; } = Id<Suppression>.Random();
    public Id<Workspace> WorkspaceId { get; init; }

    /// <summary>In small letters.</summary>
    public required string Address { get; init; }
    public required SuppressionReason Because { get; init; }
    public required DateTimeOffset At { get; init; }

#pragma warning disable CA1308 // An address is read by people, and they write small letters.
    public static string Normal(string address) => address.Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
