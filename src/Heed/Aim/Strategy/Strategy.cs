using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>What the organisation is up against for a stretch of time, what it believes about that, and what it leaves. One at a time.</summary>
public sealed class Strategy : IInWorkspace, IVersioned
{
    public const int LongestWords = 2000;

    public Id<Strategy> Id { get; init; } = Id<Strategy>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required DateOnly Start { get; set; }

    /// <summary>The last day; it belongs to the strategy.</summary>
    public required DateOnly End { get; set; }

    /// <summary>What is in the way of what the organisation is for.</summary>
    public required string Challenge { get; set; }

    /// <summary>What we believe about it, which may turn out wrong.</summary>
    public required string Opinion { get; set; }

    /// <summary>What we leave, though it would be good.</summary>
    public required string NotDoing { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Id<Member> CreatedBy { get; init; }

    public bool Holds(DateOnly day) => Start <= day && day <= End;

    /// <summary>“1 January to 31 December 2035”.</summary>
    public string Period => Format.Span(Start, End);
}

/// <summary>Whose strategy it is.</summary>
public static class Organisation
{
    /// <summary>The one team that stands above all others, where there is one: it is the organisation.</summary>
    public static Id<Team>? Of(IReadOnlyList<TeamView> tree) =>
        tree.Count > 1 && tree.Count(t => t.Depth == 0) == 1 ? tree[0].Id : null;
}
