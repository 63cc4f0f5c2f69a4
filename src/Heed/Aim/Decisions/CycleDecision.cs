using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>What becomes of a key result or an objective at the end of its cycle.</summary>
public enum CycleChoice
{
    /// <summary>It goes on as it is.</summary>
    Recommit,

    /// <summary>It goes on and aims at something else.</summary>
    Adjust,

    /// <summary>It ends, and is no failure.</summary>
    Discard,
}

/// <summary>
/// One decision at the end of a cycle, with what stood before and after. Decided anew, it is another one: the newest holds and
/// the earlier ones stay to be seen.
/// </summary>
public sealed class CycleDecision : IInWorkspace
{
    public const int LongestReason = 1000;
    public const int LongestAgreed = 300;
    public const int LongestLearned = 2000;
    public const int LongestSaid = 1000;

    public Id<CycleDecision> Id { get; init; } = Id<CycleDecision>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Objective> ObjectiveId { get; init; }

    /// <summary>The key result; empty where the objective itself is meant.</summary>
    public Id<KeyResult>? KeyResultId { get; init; }
    public required Id<Cycle> CycleId { get; init; }
    public required CycleChoice Choice { get; init; }
    public required string Reason { get; init; }

    /// <summary>Who agreed, in the team's own words: leaders and peers need not be members here.</summary>
    public required string AgreedBy { get; init; }

    /// <summary>What was learned, where it is discarded.</summary>
    public string? Learned { get; init; }

    /// <summary>What it was before, in a sentence, and what it is now; the same where it goes on.</summary>
    public required string Before { get; init; }
    public required string After { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required Id<Member> DecidedBy { get; init; }

    public static string Past(CycleChoice choice) =>
        choice switch
        {
            CycleChoice.Recommit => "recommitted",
            CycleChoice.Adjust => "adjusted",
            _ => "discarded",
        };
}
