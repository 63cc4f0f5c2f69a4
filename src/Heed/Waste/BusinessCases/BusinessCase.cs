using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>What a change would bring and cost: of a practice that goes or gets lighter, of a trial, or of a free idea.</summary>
public sealed class BusinessCase : IInWorkspace, IVersioned
{
    /// <summary>Hockey sticks live beyond.</summary>
    public const int MostYears = 3;
    public const int MostBenefits = 12;

    public Id<BusinessCase> Id { get; init; } = Id<BusinessCase>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; set; }
    public required string Name { get; set; }

    /// <summary>What is to change, and what makes whoever wrote it think so.</summary>
    public required string Why { get; set; }
    public Id<Practice>? PracticeId { get; set; }
    public Id<Trial>? TrialId { get; set; }

    /// <summary>The first day of the month from which on it brings something.</summary>
    public required DateOnly From { get; set; }
    public required int Years { get; set; }

    /// <summary>The part of revenue that is left after its direct costs, 0..1.</summary>
    public required double Margin { get; set; }

    /// <summary>What a year of waiting costs: 0.1 for 10 %.</summary>
    public required double DiscountRate { get; set; }
    public double OneOffLow { get; private set; }
    public double OneOffLikely { get; private set; }
    public double OneOffHigh { get; private set; }
    public double RunningLow { get; private set; }
    public double RunningLikely { get; private set; }
    public double RunningHigh { get; private set; }

    /// <summary>How long it takes; empty where nobody said.</summary>
    public double? Weeks { get; set; }
    public BusinessCaseState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
    public List<CaseBenefit> Benefits { get; } = [];

    public LikelyRange OneOff
    {
        get => new(OneOffLow, OneOffLikely, OneOffHigh);
        set => (OneOffLow, OneOffLikely, OneOffHigh) = (value.Low, value.Likely, value.High);
    }

    public LikelyRange Running
    {
        get => new(RunningLow, RunningLikely, RunningHigh);
        set => (RunningLow, RunningLikely, RunningHigh) = (value.Low, value.Likely, value.High);
    }

    /// <summary>The months for which it speaks, by their first days.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, Years * (int)Year.Months).Select(From.AddMonths);

    /// <summary>Whether its figures may still change: what was proposed is a promise.</summary>
    public bool IsOpen => State == BusinessCaseState.Draft;

    /// <summary>One step, by the table. Who may is asked before.</summary>
    public Outcome<BusinessCaseMove> Move(BusinessCaseAct act, string? reason, Id<Member> by, DateTimeOffset at)
    {
        var allowed = BusinessCaseMoves.Of(act);
        if (!allowed.From.Contains(State))
            return Refusal.Conflict($"“{Name}” {State.Says()}. {allowed.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: whoever decides next reads this.").At(nameof(BusinessCaseMove.Reason));
        var move = new BusinessCaseMove
        {
            BusinessCaseId = Id,
            Act = act,
            From = State,
            To = allowed.To,
            Reason = reason.Trim(),
            By = by,
            At = at,
        };
        (State, StateSince) = (allowed.To, at);
        return move;
    }
}

/// <summary>A month of one practice that a business case counts on: whoever counts on it next is told so.</summary>
public sealed class ClaimedMonth : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required DateOnly Month { get; init; }
    public required Id<BusinessCase> BusinessCaseId { get; init; }
}
