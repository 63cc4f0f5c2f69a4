using Heed.Storage;

namespace Heed.People;

/// <summary>A group of members. Teams form a tree without cycles: a company, its departments, their teams.</summary>
public sealed class Team : IInWorkspace, IVersioned
{
    public Id<Team> Id { get; init; } = Id<Team>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; set; }
    public Id<Team>? ParentId { get; private set; }

    /// <summary>Puts this team under another, or at the top.</summary>
    /// <param name="parents">Every team of the workspace with its parent, to look for a cycle.</param>
    public Outcome<Done> MoveUnder(Id<Team>? parent, IReadOnlyDictionary<Id<Team>, Id<Team>?> parents)
    {
        for (var above = parent; above is { } team; above = parents.GetValueOrDefault(team))
        {
            if (team == Id)
                return new Refusal($"{Name} cannot be placed under itself or under a team of its own.").At(
                    nameof(PlaceRequest.ParentId)
                );
        }
        ParentId = parent;
        return new Done();
    }
}

public enum TeamRole
{
    Member,
    Lead,
    Coach,
}

/// <summary>A member's place in a team.</summary>
public sealed class TeamMembership : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Team> TeamId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required TeamRole Role { get; set; }
}
