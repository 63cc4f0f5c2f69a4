using Heed.People;

namespace Heed.Journal;

/// <summary>One line of history: who did what to which thing, when, in a sentence. Never edited.</summary>
public sealed class Entry : IInWorkspace
{
    public Id<Entry> Id { get; init; } = Id<Entry>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required DateTimeOffset At { get; init; }
    public Id<Member>? MemberId { get; init; }

    /// <summary>The act as a word of the product, such as “check-in” or “rebase”.</summary>
    public required string Act { get; init; }

    /// <summary>The kind of thing, such as “metric”, and its id.</summary>
    public required string Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Sentence { get; init; }
}
