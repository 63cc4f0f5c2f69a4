using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Which way is better.</summary>
public enum Wanted
{
    Up,
    Down,

    /// <summary>Inside <see cref="Metric.WantedLow"/>..<see cref="Metric.WantedHigh"/>.</summary>
    Range,
}

public enum MetricKind
{
    Behaviour,
    Perception,
    Business,
    System,
}

/// <summary>Who gains when it moves the wanted way. “You want to value them, not just get value from them.”</summary>
public enum ValueTo
{
    Customer,
    Firm,
}

public enum Timing
{
    Leading,
    Lagging,
}

/// <summary>A number with dates: the spine of Heed. Everything that asks “did it move?” asks it of one of these.</summary>
public sealed class Metric : IInWorkspace, IVersioned
{
    public Id<Metric> Id { get; init; } = Id<Metric>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string Name { get; set; }
    public required string Unit { get; set; }
    public required Wanted Wanted { get; set; }
    public double? WantedLow { get; set; }
    public double? WantedHigh { get; set; }

    /// <summary>What the number can never go below or above, such as 0 and 100 for a share.</summary>
    public double? LowerBound { get; set; }
    public double? UpperBound { get; set; }
    public required MetricKind Kind { get; set; }
    public required Timing Timing { get; set; }

    /// <summary>How far apart its points lie; a longer distance is a gap.</summary>
    public required Cadence Cadence { get; set; }
    public string Population { get; set; } = "";
    public string Formula { get; set; } = "";
    public string Source { get; set; } = "";

    /// <summary>Days until an act can be seen in it.</summary>
    public int LagDays { get; set; }

    /// <summary>Who gains when it moves the wanted way; empty where nobody has said.</summary>
    public ValueTo? ValueTo { get; set; }
    public Id<Team>? OwnerTeamId { get; set; }

    /// <summary>It counts events: never below zero, and what changes is told as a ratio of rates.</summary>
    public bool IsCount { get; set; }

    /// <summary>The metric that counts those among whom the events happen, such as complaints among sales; empty where it is not known.</summary>
    public Id<Metric>? CountedAmong { get; set; }

    /// <summary>
    /// The day of the workspace on which somebody last looked at its page; empty until it is first looked at after it was
    /// made. Who is never noted.
    /// </summary>
    [NotedByHeed]
    public DateOnly? LookedAtOn { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; private set; }
    public Id<Member>? RetiredBy { get; private set; }

    /// <summary>What computes this metric by itself, such as one score of one survey; empty when people or programs put the values.</summary>
    public string? ComputedFrom { get; init; }

    public const int LongestName = 200;

    /// <summary>A new metric, or what is wrong with the description.</summary>
    public static Outcome<Metric> Define(MetricRequest asked, DateTimeOffset at, string? computedFrom = null)
    {
        var metric = new Metric
        {
            Name = "",
            Unit = "",
            Wanted = default,
            Kind = default,
            Timing = default,
            Cadence = default,
            CreatedAt = at,
            ComputedFrom = computedFrom,
        };
        return metric.Describe(asked).Refused(out var refusal) ? refusal : metric;
    }

    /// <summary>Takes over a description, whole or not at all.</summary>
    public Outcome<Done> Describe(MetricRequest asked)
    {
        if (Fault(asked) is { } refusal)
            return refusal;
        (Name, Unit) = (asked.Name!.Trim(), asked.Unit!.Trim());
        Wanted = asked.Wanted!.Value;
        (WantedLow, WantedHigh) = Wanted is Wanted.Range ? (asked.WantedLow, asked.WantedHigh) : (null, null);
        (LowerBound, UpperBound) = (asked.LowerBound, asked.UpperBound);
        (Kind, Timing, Cadence) = (asked.Kind!.Value, asked.Timing!.Value, asked.Cadence!.Value);
        Population = asked.Population?.Trim() ?? "";
        Formula = asked.Formula?.Trim() ?? "";
        Source = asked.Source?.Trim() ?? "";
        LagDays = asked.LagDays ?? 0;
        ValueTo = asked.ValueTo;
        OwnerTeamId = asked.OwnerTeamId == default(Id<Team>) ? null : asked.OwnerTeamId;
        (IsCount, CountedAmong) = (asked.IsCount, asked.CountedAmong);
        return new Done();
    }

    /// <summary>Which way is better; empty where a range is wanted.</summary>
    public Direction? WantedWay =>
        Wanted switch
        {
            Wanted.Up => Direction.Up,
            Wanted.Down => Direction.Down,
            _ => null,
        };

    /// <summary>Whether a move goes the wanted way; for a range, whether it ends inside.</summary>
    public bool Wants(Direction direction, double value) =>
        Ui.Charts.SeriesLine.IsWanted(direction, value, WantedWay, WantedRange) is true;

    /// <summary>Between which it is wanted; empty where a direction is.</summary>
    (double Low, double High)? WantedRange => (WantedLow, WantedHigh) is ({ } low, { } high) ? (low, high) : null;

    /// <summary>Whether this member may change it: its owner team and administrators; everyone who writes where nobody owns it.</summary>
    public bool IsFor(Member me) => me.IsAdmin || (OwnerTeamId is { } team ? me.MayWriteFor(team) : me.MayWrite);

    public Refusal NotFor(string act) =>
        Refusal.Forbidden(
            OwnerTeamId is null
                ? $"You may read “{Name}”, not {act}. Ask an administrator."
                : $"“{Name}” belongs to another team: ask them, or an administrator, to {act}."
        );

    public void Retire(Id<Member> by, DateTimeOffset at) => (RetiredAt, RetiredBy) = (RetiredAt ?? at, RetiredBy ?? by);

    public void Restore() => (RetiredAt, RetiredBy) = (null, null);

    static Refusal? Fault(MetricRequest asked)
    {
        if (string.IsNullOrWhiteSpace(asked.Name))
            return new Refusal("A metric needs a name, such as “Reorders within a month”.").At(nameof(asked.Name));
        if (string.IsNullOrWhiteSpace(asked.Unit))
            return new Refusal("A metric needs a unit, such as “of 100”, “minutes” or “points”.").At(
                nameof(asked.Unit)
            );
        if (
            asked is { Wanted: null } or { Kind: null } or { Timing: null } or { Cadence: null }
            || !(Enum.IsDefined(asked.Wanted.Value) && Enum.IsDefined(asked.Kind.Value))
            || !(Enum.IsDefined(asked.Timing.Value) && Enum.IsDefined(asked.Cadence.Value))
        )
            return new Refusal("A metric needs a wanted direction, a kind, a timing and how often it is measured.");
        double?[] numbers = [asked.WantedLow, asked.WantedHigh, asked.LowerBound, asked.UpperBound];
        if (numbers.Any(n => n is { } number && !double.IsFinite(number)))
            return new Refusal("A bound must be a finite number; leave it empty where there is none.");
        if (asked.LowerBound >= asked.UpperBound)
            return new Refusal(
                $"The lowest possible value ({Format.Typed(asked.LowerBound)}) must be below the highest ({Format.Typed(asked.UpperBound)})."
            ).At(nameof(asked.LowerBound));
        if (asked is { IsCount: false, CountedAmong: not null })
            return new Refusal(
                "Only a count of events is counted among others. Say that it is a count, or choose nobody."
            ).At(nameof(asked.CountedAmong));
        if (asked is { IsCount: true, LowerBound: < 0 })
            return new Refusal(
                "A count cannot be below zero: choose 0 as the lowest possible value, or leave it empty."
            ).At(nameof(asked.LowerBound));
        return asked.Wanted is Wanted.Range ? RangeFault(asked) : null;
    }

    static Refusal? RangeFault(MetricRequest asked)
    {
        if (asked is { WantedLow: null } or { WantedHigh: null })
            return new Refusal("A wanted range needs both of its ends.").At(
                asked.WantedLow is null ? nameof(asked.WantedLow) : nameof(asked.WantedHigh)
            );
        if (asked.WantedLow >= asked.WantedHigh)
            return new Refusal(
                $"The wanted range begins at {Format.Typed(asked.WantedLow)} and ends at {Format.Typed(asked.WantedHigh)}: its low end must be below its high end."
            ).At(nameof(asked.WantedLow));
        if (asked.WantedLow < asked.LowerBound || asked.WantedHigh > asked.UpperBound)
            return new Refusal(
                $"The wanted range {Format.Typed(asked.WantedLow)} to {Format.Typed(asked.WantedHigh)} reaches beyond what the metric can be. Move the range or the bounds."
            ).At(asked.WantedLow < asked.LowerBound ? nameof(asked.WantedLow) : nameof(asked.WantedHigh));
        return null;
    }
}
