using Heed.People;

namespace Heed.Storage;

/// <summary>
/// A name that a program gave to one call, so that it can send the call again without its being carried out twice.
/// The answer is kept for a day.
/// </summary>
public sealed class IdempotencyKey : IInWorkspace
{
    public Id<IdempotencyKey> Id { get; init; } = Id<IdempotencyKey>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body: the same key for another call is a mistake.</summary>
    public required byte[] Call { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Saved in the same transaction as what the call did: a call that died without it did nothing.</summary>
    public DateTimeOffset? CarriedOutAt { get; set; }
    public int? Status { get; init; }
    public string? ContentType { get; init; }
    public string? Location { get; init; }
    public string? ETag { get; init; }
    public byte[]? Body { get; init; }
}

/// <summary>The answer of an operation that holds a secret: it is told once and never kept.</summary>
public sealed class ToldOnce;

/// <summary>Marks what keeps nothing of who called: a key would be a row with the caller, the hour and a hash of what was said.</summary>
public sealed class WithoutTrace;
