using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>How firmly a requirement holds, the firmest first.</summary>
public enum Binding
{
    Law,
    Contract,
    Standard,
    OwnPolicy,
    Habit,
}

/// <summary>What demands a control: a law, a contract, a standard, a policy of one's own, or habit alone.</summary>
public sealed class Requirement : IInWorkspace, IVersioned
{
    public const int LongestName = 200;
    public const int LongestSource = 300;
    public const int LongestClause = 200;

    public Id<Requirement> Id { get; init; } = Id<Requirement>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; set; }

    /// <summary>Where it stands written: the law, the contract, the standard.</summary>
    public string? Source { get; set; }

    /// <summary>The place in its source.</summary>
    public string? Clause { get; set; }

    /// <summary>As it was stated, or as it was last signed.</summary>
    public required Binding Binding { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    /// <summary>Signed, declined or still waiting, in the order in which they were proposed.</summary>
    public List<BindingChange> Changes { get; } = [];

    /// <summary>The letters to whoever made the rule.</summary>
    public List<RuleAsk> Asks { get; } = [];

    /// <summary>What waits for a signature.</summary>
    public BindingChange? Proposed => Changes.Find(c => c.IsOpen);

    /// <summary>How far the newest ask has come; empty where nobody has asked.</summary>
    public RuleAskStep? AskedSoFar => Asks.OrderBy(a => a.At).ThenBy(a => a.Id).LastOrDefault()?.Step;

    public Outcome<BindingChange> Propose(Binding to, string why, Id<Member> by, DateTimeOffset at)
    {
        if (Proposed is { } open)
            return Refusal.Conflict(
                $"A change to {open.To.Lower()} waits for its signature already. It is signed or declined first."
            );
        if (to == Binding)
            return new Refusal($"“{Name}” is held by {to.Lower()} already.").At(nameof(BindingRequest.Binding));
        var change = new BindingChange
        {
            RequirementId = Id,
            From = Binding,
            To = to,
            Why = why,
            ProposedBy = by,
            ProposedAt = at,
        };
        Changes.Add(change);
        return change;
    }

    /// <summary>Whoever proposed it does not sign it, whatever else they may.</summary>
    public Outcome<BindingChange> Sign(Id<Member> by, DateTimeOffset at)
    {
        if (Proposed is not { } open)
            return Refusal.Conflict("No change of the binding waits for a signature.");
        if (open.ProposedBy == by)
            return Refusal.Forbidden("Whoever proposes a change of a binding does not sign it. Somebody else signs.");
        (open.SignedAt, open.SignedBy) = (at, by);
        Binding = open.To;
        return open;
    }

    /// <summary>Whoever proposed it may take it back this way.</summary>
    public Outcome<BindingChange> Decline(string why, Id<Member> by, DateTimeOffset at)
    {
        if (Proposed is not { } open)
            return Refusal.Conflict("No change of the binding waits for a signature.");
        (open.DeclinedAt, open.DeclinedBy, open.DeclinedBecause) = (at, by, why);
        return open;
    }

    /// <summary>One step of the ask to whoever made the law, by the table.</summary>
    public Outcome<RuleAsk> Ask(RuleAskStep step, string text, DateOnly on, Id<Member> by, DateTimeOffset at)
    {
        if (Binding != Binding.Law)
            return Refusal.Conflict(
                $"“{Name}” is held by {Binding.Lower()}, not by a law: here you decide yourselves, or with whom you agreed it."
            );
        if (!RuleAsks.Next(AskedSoFar).Contains(step))
            return Refusal.Conflict(
                $"The ask {(AskedSoFar is { } so ? $"was {so.Lower()}" : "is not drafted yet")}. Next it can be {Format.Some([.. RuleAsks.Next(AskedSoFar).Select(n => n.Lower())])}."
            );
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("Write the words: of the draft, the letter, or the answer.").At(nameof(RuleAsk.Text));
        if (Asks.Count > 0 && on < Asks.Max(a => a.On))
            return new Refusal(
                $"The step before it was on {Format.Day(Asks.Max(a => a.On))}. Give that day or a later one."
            ).At(nameof(RuleAsk.On));
        var ask = new RuleAsk
        {
            RequirementId = Id,
            Step = step,
            Text = text.Trim(),
            On = on,
            By = by,
            At = at,
        };
        Asks.Add(ask);
        return ask;
    }
}

/// <summary>A change of a binding: proposed by one, signed by another. Never taken out of the story.</summary>
public sealed class BindingChange : IInWorkspace
{
    public Id<BindingChange> Id { get; init; } = Id<BindingChange>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Requirement> RequirementId { get; init; }
    public required Binding From { get; init; }
    public required Binding To { get; init; }
    public required string Why { get; init; }
    public required Id<Member> ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public Id<Member>? SignedBy { get; set; }
    public DateTimeOffset? SignedAt { get; set; }
    public Id<Member>? DeclinedBy { get; set; }
    public DateTimeOffset? DeclinedAt { get; set; }
    public string? DeclinedBecause { get; set; }

    public bool IsOpen => SignedAt is null && DeclinedAt is null;
}

/// <summary>How far an ask to a rule-maker has come.</summary>
public enum RuleAskStep
{
    Drafted,
    Sent,
    Answered,
    Changed,
    Refused,
}

/// <summary>The steps of an ask and what may follow each: page, API and tests read this table.</summary>
public static class RuleAsks
{
    static readonly Dictionary<RuleAskStep, RuleAskStep[]> After = new()
    {
        [RuleAskStep.Drafted] = [RuleAskStep.Sent],
        [RuleAskStep.Sent] = [RuleAskStep.Answered],
        [RuleAskStep.Answered] = [RuleAskStep.Changed, RuleAskStep.Refused],
        // What was refused, or changed too little, can be asked again.
        [RuleAskStep.Changed] = [RuleAskStep.Drafted],
        [RuleAskStep.Refused] = [RuleAskStep.Drafted],
    };

    public static IReadOnlyList<RuleAskStep> Next(RuleAskStep? now) =>
        now is { } step ? After[step] : [RuleAskStep.Drafted];
}

/// <summary>One step of an ask to a rule-maker, with its day and its text. Kept for ever.</summary>
public sealed class RuleAsk : IInWorkspace
{
    public Id<RuleAsk> Id { get; init; } = Id<RuleAsk>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Requirement> RequirementId { get; init; }
    public required RuleAskStep Step { get; init; }
    public required string Text { get; init; }
    public required DateOnly On { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A member whom an administrator named to sign for compliance.</summary>
public sealed class Signer : IInWorkspace
{
    public required Id<Member> MemberId { get; init; }
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Member> NamedBy { get; init; }
    public required DateTimeOffset NamedAt { get; init; }
}
