using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public enum NominationClass
{
    NeverMeant,
    CouldBeBetter,
    NotUnderstood,
}

public enum NominationDecision
{
    Remove,
    Reduce,
    Replace,
    Explain,
    Keep,
}

/// <summary>What whoever nominated says of the written reason.</summary>
public enum ReasonRating
{
    FairEnough,
    StillStupid,
}

/// <summary>
/// “This is stupid because …”. Its id tells no time, and of time it keeps the day alone; of whoever nominated anonymously it
/// keeps nothing but the hash of a receipt.
/// </summary>
public sealed class Nomination : IInWorkspace, IVersioned
{
    /// <summary>GROSS thanks at once and answers soon (Ashton, NEJM 2018).</summary>
    public const int WorkingDaysToAnswer = 2;

    public Id<Nomination> Id { get; init; } = Id<Nomination>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string What { get; init; }
    public string? Why { get; init; }
    public string? Where { get; init; }

    /// <summary>The team that it lands with.</summary>
    public Id<Team>? TeamId { get; init; }

    /// <summary>The address of a thing in Heed that shows it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The obstacle that it started from. Never with an anonymous one: who moved an obstacle is known.</summary>
    public Id<Obstacle>? ObstacleId { get; init; }

    /// <summary>The walk note that it started from. Never with an anonymous one: few may know that note yet.</summary>
    public Id<WalkNote>? WalkNoteId { get; init; }

    /// <summary>The hand-off that both its sides nominate together, and the round whose stories show it.</summary>
    public Id<HandOff>? HandOffId { get; init; }
    public int? HandOffRound { get; init; }

    /// <summary>Whoever told the other side of that hand-off: both own the question.</summary>
    public Id<Member>? JointAuthorId { get; init; }

    /// <summary>Empty for one that was nominated anonymously, for ever.</summary>
    public Id<Member>? AuthorId { get; init; }
    public required string ReceiptHash { get; init; }
    public required DateOnly On { get; init; }
    public required DateOnly AnswerDue { get; init; }
    public NominationState State { get; private set; } = NominationState.Acknowledged;
    public NominationClass? Class { get; private set; }
    public NominationDecision? Decision { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? Reason { get; private set; }
    public ReasonRating? Rating { get; private set; }
    public Id<Trial>? TrialId { get; private set; }
    public Id<Nomination>? MergedInto { get; private set; }

    /// <summary>How many steps it has taken; the next one has this number.</summary>
    public int Steps { get; private set; }

    public bool IsAnonymous => AuthorId is null;

    public bool IsBy(Id<Member> member) => AuthorId == member || JointAuthorId == member;

    /// <summary>Its words are for administrators alone, and for whoever wrote them.</summary>
    public bool IsHidden => State is NominationState.Held or NominationState.SetAside;

    public bool NeedsTrial => Decision is { } decided && !decided.NeedsReason();

    /// <summary>Its first step. Whoever nominated is in it only where they are in the nomination.</summary>
    public NominationStep Begin() => Step(NominationAct.Nominate, AuthorId, null, On);

    /// <summary>What it turned out to be.</summary>
    public Outcome<NominationStep> ClassAs(NominationClass found, string? because, Id<Member> by, DateOnly on)
    {
        var outcome = Move(NominationAct.Class, by, because, on);
        if (!outcome.Refused(out _))
            Class = found;
        return outcome;
    }

    /// <summary>Explaining and keeping need a written reason: who nominated reads it and says what they think of it.</summary>
    public Outcome<NominationStep> Decide(NominationDecision decision, string? because, Id<Member> by, DateOnly on)
    {
        if (Of(NominationAct.Decide) is not null && decision.NeedsReason() && string.IsNullOrWhiteSpace(because))
            return new Refusal(
                $"Write why: whoever nominated reads it, and can say whether it is fair enough. Nothing is {(decision == NominationDecision.Keep ? "kept" : "explained")} without a reason."
            ).At("Because");
        var outcome = Move(NominationAct.Decide, by, because, on);
        if (!outcome.Refused(out _))
            (Decision, Reason, Rating, TrialId) = (decision, Trimmed(because), null, null);
        return outcome;
    }

    public Outcome<NominationStep> Reopen(string? because, Id<Member> by, DateOnly on) =>
        Reopen(NominationAct.Reopen, because, by, on);

    /// <summary>What its trial had brought crept back: it is to be decided anew, and nobody has to notice.</summary>
    public Outcome<NominationStep> Relapse(string? because, DateOnly on) =>
        Reopen(NominationAct.Relapse, because, null, on);

    /// <summary>The trial stays with it, as what was tried, until it is decided anew.</summary>
    Outcome<NominationStep> Reopen(NominationAct act, string? because, Id<Member>? by, DateOnly on)
    {
        var outcome = Move(act, by, because, on);
        if (!outcome.Refused(out _))
            (Decision, Reason, Rating) = (null, null, null);
        return outcome;
    }

    public Outcome<NominationStep> Hold(string? because, Id<Member> by, DateOnly on) =>
        Move(NominationAct.Hold, by, because, on);

    public Outcome<NominationStep> Release(Id<Member> by, DateOnly on) => Move(NominationAct.Release, by, null, on);

    public Outcome<NominationStep> SetAside(string? because, Id<Member> by, DateOnly on) =>
        Move(NominationAct.SetAside, by, because, on);

    /// <param name="by">Empty where it is done by the receipt.</param>
    public Outcome<NominationStep> Withdraw(Id<Member>? by, DateOnly on) => Move(NominationAct.Withdraw, by, null, on);

    public Outcome<NominationStep> MergeInto(Nomination other, Id<Member> by, DateOnly on)
    {
        if (other.Id == Id)
            return new Refusal("This is the nomination itself. Choose the other one.").At("Into");
        if (other.State.IsEnd() || other.IsHidden)
            return Refusal.Conflict("The other one is open no more. Choose one that is.");
        var outcome = Move(NominationAct.Merge, by, null, on);
        if (!outcome.Refused(out _))
            MergedInto = other.Id;
        return outcome;
    }

    /// <summary>The trial by which it is removed, reduced or replaced.</summary>
    public Outcome<Done> KeepTrial(Id<Trial> trial)
    {
        if (State != NominationState.Decided || !NeedsTrial)
            return Refusal.Conflict(
                "A trial belongs to a nomination that is to be removed, reduced or replaced. Decide that first."
            );
        TrialId = trial;
        return new Done();
    }

    public Outcome<Done> Rate(ReasonRating rating)
    {
        if (State != NominationState.Decided || Reason is null)
            return Refusal.Conflict("There is no written reason to say something about yet.");
        Rating = rating;
        return new Done();
    }

    NominationMove? Of(NominationAct act) => NominationMoves.Of(State, act);

    Outcome<NominationStep> Move(NominationAct act, Id<Member>? by, string? because, DateOnly on)
    {
        if (Of(act) is not { } move)
            return NominationMoves.Refused(State, act);
        if (move.NeedsReason && string.IsNullOrWhiteSpace(because))
            return new Refusal($"Say why it is {act.Done()}. The reason stays with it.").At("Because");
        State = move.To ?? WasHeldFrom;
        return Step(act, by, because, on);
    }

    NominationState WasHeldFrom =>
        Decision is not null ? NominationState.Decided
        : Class is not null ? NominationState.Classed
        : NominationState.Acknowledged;

    NominationStep Step(NominationAct act, Id<Member>? by, string? because, DateOnly on) =>
        new()
        {
            NominationId = Id,
            Number = ++Steps,
            Act = act,
            To = State,
            By = by,
            Because = Trimmed(because),
            On = on,
        };

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The last day on which an answer is in time; Saturdays and Sundays are not counted.</summary>
    public static DateOnly DueAfter(DateOnly on) => on.AddWorkingDays(WorkingDaysToAnswer);
}

/// <summary>One step of a nomination: what was done, by whom, why, on which day.</summary>
public sealed class NominationStep : IInWorkspace
{
    public Id<NominationStep> Id { get; init; } = Id<NominationStep>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Nomination> NominationId { get; init; }
    public required int Number { get; init; }
    public required NominationAct Act { get; init; }
    public required NominationState To { get; init; }

    /// <summary>Empty where it was done by the receipt, or anonymously.</summary>
    public Id<Member>? By { get; init; }
    public string? Because { get; init; }
    public required DateOnly On { get; init; }
}

/// <summary>One voice for a nomination: a member's, or that of an anonymous author, who has the receipt.</summary>
public sealed class NominationVote : IInWorkspace
{
    public Id<NominationVote> Id { get; init; } = Id<NominationVote>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Nomination> NominationId { get; set; }
    public Id<Member>? MemberId { get; init; }
}
