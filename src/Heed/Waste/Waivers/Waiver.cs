using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

public enum WaiverState
{
    Asked,
    Refused,

    /// <summary>Its first day is still to come.</summary>
    Granted,
    Live,
    Expired,
    Renewed,
    MadePermanent,
}

public enum WaiverAct
{
    Grant,
    Refuse,
    Renew,
    MakePermanent,
}

/// <summary>One row of the table: in which states an act may be done.</summary>
public sealed record AllowedWaiverAct(WaiverAct Act, IReadOnlyList<WaiverState> From, string Past);

/// <summary>What may be done with a waiver, and when. Live and expired are its days' work, and nobody's act.</summary>
public static class WaiverActs
{
    public static IReadOnlyList<AllowedWaiverAct> All { get; } =
    [
        new(WaiverAct.Grant, [WaiverState.Asked], "granted"),
        new(WaiverAct.Refuse, [WaiverState.Asked], "refused"),
        new(WaiverAct.Renew, [WaiverState.Live, WaiverState.Expired], "renewed"),
        new(WaiverAct.MakePermanent, [WaiverState.Granted, WaiverState.Live, WaiverState.Expired], "made permanent"),
    ];

    /// <summary>
    /// Nothing follows on these: it is asked for anew, another one has followed on it, or the control itself is another one now.
    /// </summary>
    public static IReadOnlyList<WaiverState> Ends { get; } =
    [WaiverState.Refused, WaiverState.Renewed, WaiverState.MadePermanent];

    public static AllowedWaiverAct Of(WaiverAct act) => All.Single(a => a.Act == act);
}

/// <summary>
/// Leave not to follow a control, in a scope, with something in its place, until a day. It never goes away: what has expired
/// stays to be seen.
/// </summary>
public sealed class Waiver : IInWorkspace
{
    public const int MostMonths = 12;
    public const int MostRenewals = 2;

    public Id<Waiver> Id { get; init; } = Id<Waiver>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }

    /// <summary>Which cases need not follow it.</summary>
    public required string Scope { get; init; }
    public required string Reason { get; init; }

    /// <summary>The compensating control: what is done in its place.</summary>
    public required string Instead { get; init; }

    /// <summary>How many cases a month it covers.</summary>
    public required double Cases { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required Id<Member> AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How many times it was renewed before this one, and which one it renews.</summary>
    public int Renewals { get; init; }
    public Id<Waiver>? Renews { get; init; }
    public Id<Member>? GrantedBy { get; private set; }
    public DateTimeOffset? GrantedAt { get; private set; }
    public Id<Member>? RefusedBy { get; private set; }
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>What whoever granted or refused it wrote.</summary>
    public string? Answer { get; private set; }
    public DateTimeOffset? RenewedAt { get; private set; }
    public Id<Member>? MadePermanentBy { get; private set; }
    public DateTimeOffset? MadePermanentAt { get; private set; }
    public string? MadePermanentBecause { get; private set; }

    public WaiverState State(DateOnly today) =>
        this switch
        {
            { RefusedAt: not null } => WaiverState.Refused,
            { GrantedAt: null } => WaiverState.Asked,
            { MadePermanentAt: not null } => WaiverState.MadePermanent,
            { RenewedAt: not null } => WaiverState.Renewed,
            _ when today < From => WaiverState.Granted,
            _ when today <= Until => WaiverState.Live,
            _ => WaiverState.Expired,
        };

    /// <summary>The days that it may be asked for.</summary>
    public static Refusal? Fault(DateOnly from, DateOnly until, DateOnly today) =>
        until < from ? new Refusal("A waiver ends on or after its first day.").At(nameof(Until))
        : until > from.AddMonths(MostMonths)
            ? new Refusal("A waiver lasts at most 12 months. What is needed for longer is a change of the control.").At(
                nameof(Until)
            )
        : until < today ? new Refusal("This day is over.").At(nameof(Until))
        : null;

    public Outcome<Waiver> Grant(string answer, Id<Member> by, DateTimeOffset at, DateOnly today)
    {
        if (Not(WaiverAct.Grant, today) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(answer))
            return Unsaid(nameof(Answer));
        if (by == AskedBy)
            return Refusal.Forbidden("Whoever asks for a waiver does not grant it. Somebody else grants.");
        if (Until < today)
            return Refusal.Conflict("Its last day is over. Refuse it, and let it be asked for anew.");
        (GrantedBy, GrantedAt, Answer) = (by, at, answer);
        return this;
    }

    /// <summary>Whoever asked may take it back this way.</summary>
    public Outcome<Waiver> Refuse(string answer, Id<Member> by, DateTimeOffset at, DateOnly today)
    {
        if (Not(WaiverAct.Refuse, today) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(answer))
            return Unsaid(nameof(Answer));
        (RefusedBy, RefusedAt, Answer) = (by, at, answer);
        return this;
    }

    /// <summary>The one that follows on it: asked for, and granted by another as the first was.</summary>
    public Outcome<Waiver> Renew(string reason, DateOnly until, Id<Member> by, DateTimeOffset at, DateOnly today)
    {
        if (Not(WaiverAct.Renew, today) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return Unsaid(nameof(Reason));
        if (Renewals >= MostRenewals)
            return Refusal.Conflict("It was renewed twice. Change the control, or follow it.");
        var from = State(today) == WaiverState.Live ? Until.AddDays(1) : today;
        if (Fault(from, until, today) is { } fault)
            return fault;
        return new Waiver
        {
            PracticeId = PracticeId,
            Scope = Scope,
            Reason = reason,
            Instead = Instead,
            Cases = Cases,
            From = from,
            Until = until,
            AskedBy = by,
            AskedAt = at,
            Renewals = Renewals + 1,
            Renews = Id,
        };
    }

    /// <summary>The one that renews it was granted.</summary>
    public void Follow(DateTimeOffset at) => RenewedAt ??= at;

    /// <param name="isChanged">The control itself was lightened, replaced or retired.</param>
    public Outcome<Waiver> MakePermanent(
        bool isChanged,
        string because,
        Id<Member> by,
        DateTimeOffset at,
        DateOnly today
    )
    {
        if (Not(WaiverAct.MakePermanent, today) is { } refusal)
            return refusal;
        if (!isChanged)
            return Refusal.Conflict(
                "A waiver is made permanent by changing its control: lighten, replace or retire it by a trial first."
            );
        if (string.IsNullOrWhiteSpace(because))
            return Unsaid(nameof(Answer));
        (MadePermanentBy, MadePermanentAt, MadePermanentBecause) = (by, at, because);
        return this;
    }

    static Refusal Unsaid(string field) => new Refusal("Say why: whoever asked reads this.").At(field);

    Refusal? Not(WaiverAct act, DateOnly today) =>
        WaiverActs.Of(act).From.Contains(State(today))
            ? null
            : Refusal.Conflict($"This waiver {State(today).Says()}. It cannot be {WaiverActs.Of(act).Past} now.");
}
