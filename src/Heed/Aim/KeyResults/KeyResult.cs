using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Who does what by how much, made of fields. The sentence is written from them, never the other way round.</summary>
public sealed class KeyResult : IInWorkspace, IVersioned
{
    public Id<KeyResult> Id { get; init; } = Id<KeyResult>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Objective> ObjectiveId { get; init; }
    public Objective? Objective { get; init; }

    /// <summary>The customers whose behaviour is to change.</summary>
    public required string Who { get; init; }

    /// <summary>The customer group, where one of the list is meant.</summary>
    public Id<CustomerGroup>? CustomerGroupId { get; init; }

    /// <summary>What they will do more or less of.</summary>
    public required string DoesWhat { get; init; }
    public Id<Metric> MetricId { get; private set; }
    public BaselineState BaselineState { get; private set; }
    public double? Baseline { get; private set; }
    public DateOnly? BaselineFrom { get; private set; }
    public DateOnly? BaselineTo { get; private set; }
    public double Target { get; private set; }
    public DateOnly ByWhen { get; private set; }

    /// <summary>Whether the target is a place to go to or a limit to keep.</summary>
    public TargetKind Kind { get; private set; }

    /// <summary>The lowest allowed value of a range, whose highest is the target.</summary>
    public double? Low { get; private set; }
    public double? Stretch { get; private set; }
    public double Weight { get; private set; } = 1;

    /// <summary>What the team means by the target.</summary>
    public Commitment Commitment { get; private set; }
    public DateOnly? FirstSignalOn { get; private set; }
    public string? Plan { get; private set; }

    /// <summary>What must not get worse meanwhile.</summary>
    public MetricGuardrail? Guardrail { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    /// <summary>When it was last checked in on, so that what is due is found without reading every check-in.</summary>
    [NotedByHeed]
    public DateTimeOffset? CheckedInAt { get; private set; }
    public List<Terms> History { get; } = [];

    /// <summary>Since when it stands beside the key results, because it is none. Its terms and check-ins stay for the way back.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>As what it ended, where it was discarded at the end of a cycle; then it is no key result any more either.</summary>
    public Ending? DiscardedAs { get; private set; }

    /// <summary>The key result of an earlier cycle that goes on in this one.</summary>
    public Id<KeyResult>? CarriedFromId { get; init; }

    public void Leave(DateTimeOffset at) => LeftAt = at;

    public void Discard(Ending ending, DateTimeOffset at) => (LeftAt, DiscardedAs) = (at, ending);

    public void Return() => (LeftAt, DiscardedAs) = (null, null);

    /// <summary>Sets by how much, for the first time or anew. What was said before stays in <see cref="History"/>.</summary>
    public Outcome<Terms> Set(Terms terms)
    {
        if (History.Count > 0 && string.IsNullOrWhiteSpace(terms.Reason))
            return new Refusal("Say why the terms change: what do you know now that you did not know then?").At(
                nameof(TermsRequest.Reason)
            );
        if (terms.BaselineState == BaselineState.Known)
        {
            if (terms.Baseline is not { } start)
                return new Refusal(
                    "The start is said to be known, and it has no value. Give it, or say that it is being measured."
                ).At(nameof(TermsRequest.Baseline));
            if (terms.BaselineFrom is not { } from || terms.BaselineTo is not { } to)
                return new Refusal(
                    "Say which time the start stands for, from and to: a single month can be a lucky one."
                ).At(nameof(TermsRequest.BaselineFrom));
            if (to < from)
                return new Refusal(
                    $"The window of the start ends on {Format.Day(to)}, before it begins on {Format.Day(from)}."
                ).At(nameof(TermsRequest.BaselineTo));
            if (
                terms.Kind == TargetKind.Reach
                && Progress.Of(start, terms.Target, null).Refused(out var because, out _)
            )
                return new Refusal(because).At(nameof(TermsRequest.Target));
        }
        else if (terms.Baseline is not null)
            return new Refusal(
                "The start is said to be unknown, and it has a value. Say that it is known, or leave it empty."
            ).At(nameof(TermsRequest.Baseline));
        if (!double.IsFinite(terms.Target))
            return new Refusal("The target must be a number.").At(nameof(TermsRequest.Target));
        if (TermsFault.Of(terms) is { } fault)
            return fault;

        (MetricId, Target, ByWhen) = (terms.MetricId, terms.Target, terms.ByWhen);
        (BaselineState, Baseline) = (terms.BaselineState, terms.Baseline);
        (BaselineFrom, BaselineTo) = (terms.BaselineFrom, terms.BaselineTo);
        (Kind, Low, Stretch, Weight) = (terms.Kind, terms.Low, terms.Stretch, terms.Weight);
        (FirstSignalOn, Plan, Commitment) = (terms.FirstSignalOn, terms.Plan, terms.Commitment);
        History.Add(terms);
        return terms;
    }

    public Outcome<CheckIn> CheckIn(
        double? value,
        Confidence confidence,
        string? learned,
        Id<Member> by,
        DateTimeOffset at
    )
    {
        if (DiscardedAs is { } ending)
            return Refusal.Conflict(
                $"This key result was discarded: {Aim.Objective.Word(ending)}. Nothing is checked in on it any more."
            );
        if (LeftAt is not null)
            return Refusal.Conflict(
                "This is no key result any more; it stands beside the others. Make it one again to check in."
            );
        if (Objective!.Cycle!.State == CycleState.Closed)
            return Refusal.Conflict($"{Objective.Cycle.Name} is closed. Reopen it to check in.");
        if (Objective.State != ObjectiveState.Live)
            return Refusal.Conflict(
                Objective.State == ObjectiveState.Closed
                    ? "The objective is closed; its key results are no longer checked in on."
                    : $"The objective is {Objective.Word(Objective.State)}. Check-ins begin when it is live."
            );
        if (value is { } number && !double.IsFinite(number))
            return new Refusal("The value must be a number. Leave it empty when nothing was measured.");
        CheckedInAt = at;
        return new CheckIn
        {
            KeyResultId = Id,
            Value = value,
            Confidence = confidence,
            Learned = string.IsNullOrWhiteSpace(learned) ? null : learned.Trim(),
            By = by,
            At = at,
        };
    }

    /// <summary>“New regulars order again within a month”.</summary>
    public string Name => Named(Who, DoesWhat);

    public static string Named(string who, string doesWhat) =>
        Format.Capital($"{who.Trim()} {doesWhat.Trim().TrimEnd('.')}".Trim());

    /// <summary>“New regulars order again within a month: 62 → 75 of 100 by 31 December 2026”.</summary>
    public string Sentence(string unit) => Say(Who, DoesWhat, Baseline, Target, unit, ByWhen);

    public static string Say(string who, string doesWhat, double? baseline, double target, string unit, DateOnly byWhen)
    {
        var start = baseline is { } known ? Format.Number(known) : "a start not known yet";
        return $"{Named(who, doesWhat)}: {start} → {Format.Number(target)} {unit.Trim()} by {Format.Day(byWhen)}".Replace(
            "  ",
            " ",
            StringComparison.Ordinal
        );
    }
}
