using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

public enum SharingState
{
    /// <summary>The owner asked; the other team has not answered.</summary>
    Asked,
    Shared,
    Declined,
    Ended,
}

/// <summary>
/// An objective that another team has taken on too. Its members check in on the key results beside those of the owner; words
/// and terms stay the owner's, so that two teams never write over each other.
/// </summary>
public sealed class SharedObjective : IInWorkspace, IVersioned
{
    public const int LongestReason = 500;

    public Id<SharedObjective> Id { get; init; } = Id<SharedObjective>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Objective> ObjectiveId { get; init; }
    public Objective? Objective { get; init; }
    public required Id<Team> TeamId { get; init; }
    public SharingState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }

    /// <summary>What was said with the last step; empty where nothing had to be.</summary>
    public string? Reason { get; private set; }

    /// <summary>The steps: Asked → Shared | Declined; Asked, Shared → Ended; Declined, Ended → Asked.</summary>
    public Outcome<Done> Move(SharingState to, string? reason, DateTimeOffset at)
    {
        var may = (State, to) switch
        {
            (SharingState.Asked, not SharingState.Asked) => true,
            (SharingState.Shared, SharingState.Ended) => true,
            (SharingState.Declined or SharingState.Ended, SharingState.Asked) => true,
            _ => false,
        };
        if (!may)
            return Refusal.Conflict($"This objective {Says(State)} with this team already.");
        if (to is SharingState.Declined or SharingState.Ended && string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: the other team reads it.").At(nameof(Reason));
        (State, StateSince, Reason) = (to, at, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        return new Done();
    }

    internal static string Says(SharingState state) =>
        state switch
        {
            SharingState.Asked => "waits to be shared",
            SharingState.Shared => "is shared",
            SharingState.Declined => "was not taken on",
            _ => "is not shared any more",
        };
}
