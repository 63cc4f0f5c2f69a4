using Heed.Analytics.Evidence;
using Heed.Customers;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public enum PracticeKind
{
    Meeting,
    Report,
    Form,
    Approval,
    Rule,
    Field,
    HandOff,
    Control,
    Metric,
}

/// <summary>Something that is done again and again because it is done: what it costs, who demands it, and whether it must be.</summary>
public sealed class Practice : IInWorkspace, IVersioned
{
    public Id<Practice> Id { get; init; } = Id<Practice>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; set; }
    public required PracticeKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>Why it is done, as those who do it say.</summary>
    public required string Reason { get; set; }

    /// <summary>The law, contract, standard or policy that demands it; empty where none is known.</summary>
    public string? Requirement { get; set; }

    /// <summary>Where it can be seen: an address, here or elsewhere.</summary>
    public string? Evidence { get; set; }
    public PracticeState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    /// <summary>What its ledgers likely say a month, so that the register can stand in their order.</summary>
    public double? StaffHours { get; private set; }
    public double? CustomerHours { get; private set; }
    public double? Cash { get; private set; }

    public double? Likely(Ledger ledger) =>
        ledger switch
        {
            Ledger.StaffHours => StaffHours,
            Ledger.CustomerHours => CustomerHours,
            _ => Cash,
        };

    public List<BurdenLine> Burden { get; } = [];
    public List<CustomersTouched> Touches { get; } = [];

    /// <summary>One step, by the table. Who may is asked before.</summary>
    public Outcome<PracticeMove> Move(PracticeAct act, string? reason, Id<Member>? by, DateTimeOffset at)
    {
        var allowed = PracticeMoves.Of(act);
        if (!allowed.From.Contains(State))
            return Refusal.Conflict($"“{Name}” {State.Says()}. {allowed.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: whoever meets it next reads this.").At(nameof(PracticeMove.Reason));
        // The watch alone sees what nobody did.
        if (by is null && act is not (PracticeAct.Relapse or PracticeAct.Confirm))
            return Refusal.Forbidden("Somebody has to do this.");
        var move = new PracticeMove
        {
            PracticeId = Id,
            Act = act,
            From = State,
            To = allowed.To,
            Reason = Format.Shortened(reason.Trim(), PracticeMove.LongestReason),
            By = by,
            At = at,
        };
        (State, StateSince) = (allowed.To, at);
        return move;
    }

    /// <summary>What the trial of its removal says next of a practice that stands as it does; null where it says nothing new.</summary>
    public (PracticeAct Act, string Reason)? Said(Trial trial, TrialVerdict? newest, WatchState? watch) =>
        (State, trial.State) switch
        {
            (PracticeState.BeingRemoved, TrialState.Running or TrialState.Looked or TrialState.Adopted) => (
                PracticeAct.Begin,
                $"Its trial “{trial.Change}” began."
            ),
            (
                PracticeState.Verifying
                    or PracticeState.Gone
                    or PracticeState.Relapsed,
                TrialState.Undone
                    or TrialState.Stopped
            ) => (
                PracticeAct.Restore,
                $"Its trial was {Trial.Word(trial.State)}{(trial.Decision is { } why ? $": {why}" : ".")}"
            ),
            (PracticeState.Verifying, TrialState.Adopted) when IsProven(newest) => (
                PracticeAct.Confirm,
                $"{newest!.Sentence} The guardrail held."
            ),
            (PracticeState.Gone, TrialState.Adopted) when watch is WatchState.Relapsed => (
                PracticeAct.Relapse,
                $"What “{trial.Change}” had brought crept back."
            ),
            (PracticeState.Relapsed, TrialState.Adopted) when watch is WatchState.Recovered => (
                PracticeAct.Confirm,
                $"What “{trial.Change}” had brought is there again."
            ),
            _ => null,
        };

    /// <summary>Nobody missed it: it got better or stayed as it was, and what must not get worse did not.</summary>
    public static bool IsProven(TrialVerdict? verdict) =>
        verdict is { Word: VerdictWord.Improved or VerdictWord.NoChange, Guardrail: GuardrailState.Holding };

    /// <summary>One rule for board and wall: its trial was adopted, a look proved that nobody missed it, and nothing crept back since.</summary>
    public static bool IsGone(Trial? trial, TrialVerdict? newest) =>
        trial is { State: TrialState.Adopted, Watch: not WatchState.Relapsed } && IsProven(newest);

    /// <summary>Notes what one ledger says, in the place of what it said before.</summary>
    public void Costs(BurdenLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Burden.RemoveAll(l => l.Ledger == line.Ledger);
        Burden.Add(line);
        switch (line.Ledger)
        {
            case Ledger.StaffHours:
                StaffHours = line.MonthLikely;
                break;
            case Ledger.CustomerHours:
                CustomerHours = line.MonthLikely;
                break;
            default:
                Cash = line.MonthLikely;
                break;
        }
    }
}

/// <summary>A customer group that meets the practice.</summary>
public sealed class CustomersTouched : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required Id<CustomerGroup> CustomerGroupId { get; init; }
}
