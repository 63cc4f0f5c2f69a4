using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// Where a code hangs at the wall: whoever stands there says what is stupid, without signing in. The code opens a box to
/// write in and nothing to read, so it may hang in the open; closed, it opens nothing.
/// </summary>
public sealed class Spot : IInWorkspace, IVersioned
{
    /// <summary>Forty random bits: enough that nobody meets one by chance where tries are counted.</summary>
    public const int CodeLength = 8;
    public const int LongestReason = 500;

    public Id<Spot> Id { get; init; } = Id<Spot>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; init; }

    /// <summary>The team with which lands what is said there; empty for no team in particular.</summary>
    public Id<Team>? TeamId { get; init; }
    public required string Code { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required Id<Member> OpenedBy { get; init; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Id<Member>? ClosedBy { get; private set; }
    public string? ClosedBecause { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>A closed spot stays closed: its code may still hang somewhere.</summary>
    public Outcome<Done> Close(string? because, Id<Member> by, DateTimeOffset at)
    {
        if (!IsOpen)
            return Refusal.Conflict($"“{Name}” is closed already. Open a new spot, and hang up its code.");
        if (string.IsNullOrWhiteSpace(because))
            return new Refusal("Say why it is closed: whoever finds the sheet asks.").At(
                nameof(SpotClosureRequest.Because)
            );
        (ClosedAt, ClosedBy, ClosedBecause) = (at, by, because.Trim());
        return new Done();
    }
}
