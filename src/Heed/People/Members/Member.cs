using Heed.Storage;

namespace Heed.People;

/// <summary>What a member may do in the whole workspace.</summary>
public enum Role
{
    /// <summary>Reads everything that is not private.</summary>
    Viewer,

    /// <summary>Also writes: voices, trials, check-ins; objectives of the own teams.</summary>
    Contributor,

    /// <summary>Also members, teams, tokens, settings, imports. Not: other teams' objectives.</summary>
    Admin,
}

/// <summary>A person in a workspace.</summary>
public sealed class Member : IInWorkspace, IVersioned
{
    public Id<Member> Id { get; init; } = Id<Member>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public Guid PersonId { get; init; }
    public required string Name { get; set; }
    public required Role Role { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }
    public DateTimeOffset? DeactivatedAt { get; private set; }
    public List<TeamMembership> Teams { get; } = [];

    public bool IsActive => DeactivatedAt is null;
    public bool IsAdmin => Role == Role.Admin;
    public bool MayWrite => Role >= Role.Contributor;

    /// <summary>Teams write their own: an administrator who is not of the team may not.</summary>
    public bool MayWriteFor(Id<Team> team) => MayWrite && Teams.Any(t => t.TeamId == team);

    public void Deactivate(DateTimeOffset at) => DeactivatedAt ??= at;

    public void Reactivate() => DeactivatedAt = null;
}
