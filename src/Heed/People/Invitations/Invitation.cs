namespace Heed.People;

/// <summary>A single-use way in for one address. Only the hash of its code is kept.</summary>
public sealed class Invitation : IInWorkspace
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Id<Invitation> Id { get; init; } = Id<Invitation>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required string CodeHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required Id<Member> InvitedBy { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>The teams that the newcomer joins; one that is gone by then is left out.</summary>
    public List<Guid> TeamIds { get; init; } = [];
    public DateTimeOffset? AcceptedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;
}
