using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>How far a decision is a team's own: the seven levels of delegation (Appelo, Management 3.0, 2011).</summary>
public enum DelegationLevel
{
    Tell = 1,
    Sell,
    Consult,
    Agree,
    Advise,
    Inquire,
    Delegate,
}

/// <summary>
/// What a team may decide itself, up to which limit and until when. It is granted from above, never by the team to itself, ends
/// by itself, and is taken back only with a reason that everybody reads.
/// </summary>
public sealed class DecisionRight : IInWorkspace, IVersioned
{
    public const int LongestTopic = 200;
    public const int LongestUnit = 40;
    public const int LongestLimit = 300;
    public const int MostMonths = 24;

    public Id<DecisionRight> Id { get; init; } = Id<DecisionRight>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Topic { get; set; }
    public required DelegationLevel Level { get; set; }

    /// <summary>Up to how much; empty where the limit is said in words alone.</summary>
    public double? LimitAmount { get; set; }
    public string? LimitUnit { get; set; }
    public string? LimitWords { get; set; }
    public required Id<Team> HolderId { get; init; }
    public required Id<Member> GrantedBy { get; init; }
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Until { get; set; }
    public DateTimeOffset? ReversedAt { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsTeams => Level >= DelegationLevel.Advise;

    public DecisionRightState State(DateOnly today) =>
        ReversedAt is not null ? DecisionRightState.Reversed
        : today > Until ? DecisionRightState.Expired
        : DecisionRightState.Live;

    /// <summary>“up to 2,000 euro per guest”.</summary>
    public string Limit =>
        (LimitAmount, LimitWords) switch
        {
            ({ } amount, null) => $"up to {Format.Value(amount, LimitUnit ?? "")}",
            ({ } amount, { } words) => $"up to {Format.Value(amount, LimitUnit ?? "")}, {words}",
            (null, { } words) => words,
            _ => "without a limit",
        };

    /// <summary>The last day that it may have.</summary>
    public static Refusal? Fault(DateOnly until, DateOnly today) =>
        until < today ? new Refusal("This day is over. Give a day to come.").At(nameof(Until))
        : until > today.AddMonths(MostMonths)
            ? new Refusal(
                "A decision right lasts at most 24 months; then it is looked at anew. Give an earlier day."
            ).At(nameof(Until))
        : null;

    /// <summary>Why it stays as it is: nothing is clawed back quietly, and what was decided was decided by these words.</summary>
    public Refusal? Locked(bool wasUsed, DateOnly today) =>
        State(today) is var state and not DecisionRightState.Live
            ? Refusal.Conflict($"“{Format.Shortened(Topic)}” {state.Says()}, so it stays as it is. Grant a new right.")
        : wasUsed
            ? Refusal.Conflict(
                $"Something was decided by “{Format.Shortened(Topic)}” already, so it stays as it is. Reverse it with a reason, and grant a new right."
            )
        : null;

    /// <summary>One step, by the table. Who may is asked before.</summary>
    public Outcome<DecisionRightMove> Move(
        DecisionRightAct act,
        string? reason,
        DateOnly? until,
        Id<Member> by,
        DateTimeOffset at,
        DateOnly today
    )
    {
        var way = DecisionRightMoves.Of(act);
        var from = State(today);
        if (!way.From.Contains(from))
            return Refusal.Conflict($"“{Format.Shortened(Topic)}” {from.Says()}. {way.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: whoever holds it reads this, and everybody else.").At(
                nameof(DecisionRightMove.Reason)
            );
        if (act != DecisionRightAct.Reverse)
        {
            if (until is not { } day)
                return new Refusal("Say until when it holds now.").At(nameof(Until));
            if (Fault(day, today) is { } fault)
                return fault;
            Until = day;
        }
        ReversedAt = act == DecisionRightAct.Reverse ? at : null;
        return new DecisionRightMove
        {
            DecisionRightId = Id,
            Act = act,
            From = from,
            To = way.To,
            Reason = Format.Shortened(reason.Trim(), DecisionRightMove.LongestReason),
            Until = Until,
            By = by,
            At = at,
        };
    }

    /// <summary>One decision that was taken by it, or why it was not by it.</summary>
    public Outcome<RightUse> Use(RightUseRequest asked, Id<Member> by, DateTimeOffset at, DateOnly today)
    {
        if (State(today) is var state and not DecisionRightState.Live)
            return Refusal.Conflict($"“{Format.Shortened(Topic)}” {state.Says()}. Ask whoever granted it to renew it.");
        if (!IsTeams)
            return Refusal.Conflict(
                $"At the level “{Format.Lower(Level.ToString())}” the team does not decide alone, so nothing is decided by this right."
            );
        if (asked.On > today)
            return new Refusal("This day is still to come. Give the day of the decision.").At(nameof(asked.On));
        if (LimitAmount is { } limit)
        {
            if (asked.Cost is not { } cost)
                return new Refusal($"Say what it cost: this right goes {Limit}.").At(nameof(asked.Cost));
            if (cost > limit)
                return new Refusal(
                    $"This is above the limit: the right goes {Limit}. Let whoever granted it decide, or ask for a wider right."
                ).At(nameof(asked.Cost));
        }
        return new RightUse
        {
            DecisionRightId = Id,
            Case = asked.Case!.Trim(),
            CaseKey = asked.Case.Trim().ToLowerInvariant(),
            Story = asked.Story!.Trim(),
            Cost = asked.Cost,
            CustomerOutcome = string.IsNullOrWhiteSpace(asked.CustomerOutcome) ? null : asked.CustomerOutcome.Trim(),
            On = asked.On ?? today,
            By = by,
            At = at,
        };
    }
}

/// <summary>One decision that a team took by a right. Kept for ever.</summary>
public sealed class RightUse : IInWorkspace
{
    public const int LongestCase = 120;
    public const int LongestStory = 1000;
    public const int LongestOutcome = 500;

    public Id<RightUse> Id { get; init; } = Id<RightUse>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<DecisionRight> DecisionRightId { get; init; }

    /// <summary>What it was about, by which several uses of one case are seen together.</summary>
    public required string Case { get; init; }
    public required string CaseKey { get; init; }
    public required string Story { get; init; }

    /// <summary>Empty where it was not measured.</summary>
    public double? Cost { get; init; }

    /// <summary>What the customer got of it; empty where it is not known.</summary>
    public string? CustomerOutcome { get; init; }
    public required DateOnly On { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}
