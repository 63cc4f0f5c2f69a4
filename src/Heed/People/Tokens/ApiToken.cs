namespace Heed.People;

[Flags]
public enum Scopes
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>Lets a program act as a member. Shown once; only its hash is kept.</summary>
public sealed class ApiToken : IInWorkspace
{
    public Id<ApiToken> Id { get; init; } = Id<ApiToken>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required string Name { get; init; }
    public required string Hash { get; init; }
    public required Scopes Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The day of the last use; a finer time would be a record of somebody's working hours.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}
