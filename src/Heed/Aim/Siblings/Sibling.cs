using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>What stands beside key results because it is none.</summary>
public enum SiblingKind
{
    /// <summary>A number that is to keep to a limit.</summary>
    HealthMetric,

    /// <summary>We believe that doing something will get customers to do something.</summary>
    Hypothesis,

    /// <summary>Work, with the key results that it is expected to move.</summary>
    Initiative,

    /// <summary>A question to be answered by a day.</summary>
    LearningGoal,
}

/// <summary>Where an initiative stands. It has no progress: doing it moves nothing by itself.</summary>
public enum InitiativeState
{
    Open,
    Done,
    Dropped,
}

/// <summary>
/// A health metric, a hypothesis, an initiative or a learning goal of an objective. One row whatever its kind: it becomes
/// another one by one click, and what the other kind knew is there on the way back.
/// </summary>
public sealed class Sibling : IInWorkspace, IVersioned
{
    public const int LongestWords = 500;
    public const int LongestAnswer = 1000;

    /// <summary>Beside one objective.</summary>
    public const int Most = 50;

    public Id<Sibling> Id { get; init; } = Id<Sibling>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Objective> ObjectiveId { get; init; }
    public required SiblingKind Kind { get; set; }
    public required string Words { get; set; }

    public Id<Metric>? MetricId { get; set; }
    public double? AtLeast { get; set; }
    public double? AtMost { get; set; }

    /// <summary>Whom a hypothesis is about, and what they will do.</summary>
    public string? Customer { get; set; }
    public string? WillDo { get; set; }

    /// <summary>The trial that judges a hypothesis, by its address: the verdict is taken from there, never typed.</summary>
    public string? Trial { get; set; }

    /// <summary>The key results that it is expected to move, as ids.</summary>
    public string? Moves { get; private set; }

    public string? Link { get; set; }
    public InitiativeState State { get; set; }
    public string? HowKnown { get; set; }
    public DateOnly? DueOn { get; set; }
    public string? Answer { get; set; }

    /// <summary>The key result that it was, for the way back.</summary>
    public Id<KeyResult>? WasId { get; init; }

    /// <summary>When it became that key result again.</summary>
    public DateTimeOffset? BackAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Id<Member> CreatedBy { get; init; }

    public IReadOnlyList<Id<KeyResult>> Expected
    {
        get =>
            [
                .. (Moves ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(id => Id<KeyResult>.Parse(id, null)),
            ];
        set => Moves = value.Count == 0 ? null : string.Join(' ', value);
    }

    /// <summary>What a health metric keeps to; empty until metric and limit are said.</summary>
    public MetricGuardrail? Limit() =>
        MetricId is { } metric && (AtLeast ?? AtMost) is not null
            ? new()
            {
                MetricId = metric,
                AtLeast = AtLeast,
                AtMost = AtMost,
            }
            : null;
}

static class SiblingWords
{
    public static string Word(this SiblingKind kind) =>
        kind switch
        {
            SiblingKind.HealthMetric => "health metric",
            SiblingKind.Hypothesis => "hypothesis",
            SiblingKind.Initiative => "initiative",
            _ => "learning goal",
        };

    /// <summary>With its article.</summary>
    public static string A(this SiblingKind kind) => (kind == SiblingKind.Initiative ? "an " : "a ") + kind.Word();

    public static string Means(this SiblingKind kind) =>
        kind switch
        {
            SiblingKind.HealthMetric => "A number that must keep to a limit while we aim at something else.",
            SiblingKind.Hypothesis => "We believe that doing this will get customers to do that. A trial judges it.",
            SiblingKind.Initiative => "Something that we do, and the key results that it should move.",
            _ => "A question that we answer by a day.",
        };
}
