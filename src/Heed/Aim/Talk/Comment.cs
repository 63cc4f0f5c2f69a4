using Heed.People;

namespace Heed.Aim;

/// <summary>A question about an objective, or its answer. Whoever may write may ask; nothing said is edited.</summary>
public sealed class Comment : IInWorkspace
{
    public Id<Comment> Id { get; init; } = Id<Comment>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Objective> ObjectiveId { get; init; }

    /// <summary>The comment that this one answers.</summary>
    public Id<Comment>? Answers { get; init; }
    public required string Text { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}
