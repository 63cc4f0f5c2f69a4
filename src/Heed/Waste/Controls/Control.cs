using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What a control becomes by a trial.</summary>
public enum ControlAim
{
    Lighten,
    Replace,
    Retire,
}

/// <summary>
/// What a practice of kind control says besides: the row beside the practice's own, by the same id. State, owner, burden and
/// story are the practice's, so that a control goes by the one table of moves and the one trial of removal.
/// </summary>
public sealed class Control : IInWorkspace
{
    public const int MostWays = 3;

    public required Id<Practice> PracticeId { get; init; }
    public Id<Workspace> WorkspaceId { get; init; }

    /// <summary>What people must do.</summary>
    public required string Asks { get; set; }

    /// <summary>What shows that it works; empty where nothing does.</summary>
    public string? Works { get; set; }

    /// <summary>From which day on its catches are noted; empty where nobody has begun.</summary>
    public DateOnly? WatchedFrom { get; set; }

    /// <summary>How many times it was used since that day.</summary>
    public long? Cases { get; set; }

    /// <summary>What its newest trial makes of it.</summary>
    public ControlAim? Aim { get; set; }
    public List<ControlRequirement> Requirements { get; } = [];
    public List<Catch> Catches { get; } = [];
    public List<LighterWay> Ways { get; } = [];

    /// <summary>Those of the time in which somebody watched.</summary>
    public long Caught => WatchedFrom is { } from ? Catches.Count(c => c.On >= from) : Catches.Count;

    /// <summary>How often it catches something, exactly; nothing where nobody has counted its cases.</summary>
    public ExactRate? Rate =>
        WatchedFrom is not null && Cases is { } cases && !ExactRate.Of(Caught, cases).Refused(out _, out var rate)
            ? rate
            : null;

    /// <summary>How many cases a month it has, by the days on which it was watched.</summary>
    public double? CasesAMonth(DateOnly today) =>
        Cases is { } cases && WatchedFrom is { } from && today > from
            ? cases * Year.Days / Year.Months / (today.DayNumber - from.DayNumber)
            : null;
}

/// <summary>A control serves any number of requirements, and a requirement any number of controls.</summary>
public sealed class ControlRequirement : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required Id<Requirement> RequirementId { get; init; }
}

/// <summary>What a control stopped. Kept for ever.</summary>
public sealed class Catch : IInWorkspace
{
    public Id<Catch> Id { get; init; } = Id<Catch>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required DateOnly On { get; init; }
    public required string Text { get; init; }
    public required Id<Member> By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Another way to the same protection.</summary>
public sealed class LighterWay : IInWorkspace
{
    public Id<LighterWay> Id { get; init; } = Id<LighterWay>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }

    /// <summary>Its place among the three.</summary>
    public required int Place { get; init; }
    public required string What { get; init; }
    public required string Spares { get; init; }
    public DateTimeOffset? ChosenAt { get; set; }
    public Id<Member>? ChosenBy { get; set; }
}
