using Heed.People;
using Heed.Storage;

namespace Heed.Customers;

public enum CustomerKind
{
    External,
    Internal,
    Partner,
}

/// <summary>Who is served: people outside, another department, or a partner.</summary>
public sealed class CustomerGroup : IInWorkspace, IVersioned
{
    public Id<CustomerGroup> Id { get; init; } = Id<CustomerGroup>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; set; }
    public required CustomerKind Kind { get; set; }
    public string Description { get; set; } = "";

    /// <summary>The team that they are, where an internal group is one of our own: who serves it serves whom it serves.</summary>
    public Id<Team>? IsTeam { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public Id<Member>? RemovedBy { get; private set; }
    public List<TeamAssignment> Teams { get; } = [];
    public List<JourneyStep> JourneySteps { get; } = [];
    public List<Behaviour> Behaviours { get; } = [];

    /// <summary>Takes it out of every list. What hangs on it stays and comes back with it.</summary>
    public void Remove(Id<Member> by, DateTimeOffset at) => (RemovedAt, RemovedBy) = (at, by);

    public void Restore() => (RemovedAt, RemovedBy) = (null, null);

    /// <summary>The steps of their way, in order. A name that stays keeps its step, and a name that comes back gets it back.</summary>
    public void WalkBy(IReadOnlyList<string> names, DateTimeOffset at) =>
        Follow(JourneySteps, names, at, name => new JourneyStep { CustomerGroupId = Id, Name = name });

    /// <summary>What they do, in order of weight.</summary>
    public void Behave(IReadOnlyList<string> names, DateTimeOffset at) =>
        Follow(Behaviours, names, at, name => new Behaviour { CustomerGroupId = Id, Name = name });

    static void Follow<T>(List<T> have, IReadOnlyList<string> names, DateTimeOffset at, Func<string, T> make)
        where T : class, IInOrder
    {
        foreach (var gone in have.Where(h => !names.Contains(h.Name)))
            gone.RemovedAt ??= at;
        for (var order = 0; order < names.Count; order++)
        {
            var place = have.Find(h => h.Name == names[order]);
            if (place is null)
                have.Add(place = make(names[order]));
            (place.Order, place.RemovedAt) = (order, null);
        }
    }
}

/// <summary>A team serves a customer group.</summary>
public sealed class TeamAssignment : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<CustomerGroup> CustomerGroupId { get; init; }
    public required Id<Team> TeamId { get; init; }
    public required DateTimeOffset Since { get; init; }
}

interface IInOrder
{
    string Name { get; }
    int Order { get; set; }
    DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>Where customers are on their way, such as “orders” or “waits”.</summary>
public sealed class JourneyStep : IInWorkspace, IInOrder
{
    public Id<JourneyStep> Id { get; init; } = Id<JourneyStep>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<CustomerGroup> CustomerGroupId { get; init; }
    public required string Name { get; init; }
    public int Order { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>Something that customers do and that can be counted, such as “order again within a month”.</summary>
public sealed class Behaviour : IInWorkspace, IInOrder
{
    public Id<Behaviour> Id { get; init; } = Id<Behaviour>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<CustomerGroup> CustomerGroupId { get; init; }
    public required string Name { get; init; }
    public int Order { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
}
