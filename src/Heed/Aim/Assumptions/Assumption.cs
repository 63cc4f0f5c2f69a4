using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>How much of the objective falls with it.</summary>
public enum Importance
{
    High,
    Medium,
    Low,
}

/// <summary>What an assumption rests on, the least first.</summary>
public enum AssumptionEvidence
{
    None,
    Opinion,
    DataSeen,
    Tested,
}

/// <summary>Something that must be true for an objective to make sense, and what it rests on so far.</summary>
public sealed class Assumption : IInWorkspace, IVersioned
{
    public const int LongestWords = 500;

    /// <summary>More than this nobody tests.</summary>
    public const int Most = 30;

    public Id<Assumption> Id { get; init; } = Id<Assumption>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Objective> ObjectiveId { get; init; }
    public required string Words { get; set; }
    public required Importance Importance { get; set; }
    public required AssumptionEvidence Evidence { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Id<Member> CreatedBy { get; init; }

    /// <summary>Importance times lack of evidence: what to test first. What was tested weighs nothing.</summary>
    public int Risk => (3 - (int)Importance) * (3 - (int)Evidence);

    public static string Word(AssumptionEvidence evidence) =>
        evidence switch
        {
            AssumptionEvidence.None => "no evidence",
            AssumptionEvidence.Opinion => "an opinion",
            AssumptionEvidence.DataSeen => "data seen",
            _ => "tested",
        };

    public static string Word(Importance importance) =>
        importance switch
        {
            Importance.High => "much falls with it",
            Importance.Medium => "some falls with it",
            _ => "little falls with it",
        };
}
