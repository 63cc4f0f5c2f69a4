using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>One of the up to four metrics of a service. Employees are the fourth: what they can do shapes what customers meet.</summary>
public enum ServiceLine
{
    Experience,
    ServiceLevel,
    Cost,
    Employees,
}

/// <summary>
/// Something that a team does for customers, with what it is seen by: how it is met, what it delivers, what it costs and how those
/// who do it fare. All are judged over the same days, since one of them alone can be bought with another.
/// </summary>
public sealed class Service : IInWorkspace, IVersioned
{
    public const int LongestName = 200;
    public const int LongestReason = 200;

    public Id<Service> Id { get; init; } = Id<Service>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required string Name { get; set; }
    public Id<Metric>? Experience { get; set; }
    public Id<Metric>? ServiceLevel { get; set; }
    public Id<Metric>? Cost { get; set; }
    public Id<Metric>? Employees { get; set; }

    /// <summary>Of each the least change that would matter, in its unit; empty where nobody said, and then “no change” cannot be said.</summary>
    public double? ExperienceMatters { get; set; }
    public double? ServiceLevelMatters { get; set; }
    public double? CostMatters { get; set; }
    public double? EmployeesMatters { get; set; }

    /// <summary>The first day of the time that is judged; empty for the last quarter.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>What changed on that day.</summary>
    public string? SinceWhat { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }
    public DateTimeOffset? RetiredAt { get; private set; }
    public Id<Member>? RetiredBy { get; private set; }

    public Id<Metric>? MetricOf(ServiceLine line) =>
        line switch
        {
            ServiceLine.Experience => Experience,
            ServiceLine.ServiceLevel => ServiceLevel,
            ServiceLine.Cost => Cost,
            _ => Employees,
        };

    public double? Matters(ServiceLine line) =>
        line switch
        {
            ServiceLine.Experience => ExperienceMatters,
            ServiceLine.ServiceLevel => ServiceLevelMatters,
            ServiceLine.Cost => CostMatters,
            _ => EmployeesMatters,
        };

    public IEnumerable<Id<Metric>> Metrics => Enum.GetValues<ServiceLine>().Select(MetricOf).OfType<Id<Metric>>();

    /// <summary>The days that are judged: from the day on, with as much before.</summary>
    public ServiceWindow Window(DateOnly today)
    {
        var since = Since ?? today.AddMonths(-3);
        return new(since.AddDays(since.DayNumber - today.DayNumber), since, today);
    }

    public void Retire(Id<Member> by, DateTimeOffset at) => (RetiredAt, RetiredBy) = (at, by);

    public void Restore() => (RetiredAt, RetiredBy) = (null, null);
}

/// <param name="Since">The first day of the time after; what comes before it is compared with.</param>
public readonly record struct ServiceWindow(DateOnly From, DateOnly Since, DateOnly To);
