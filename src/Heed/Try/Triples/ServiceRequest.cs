using System.ComponentModel.DataAnnotations;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

/// <summary>A service as it is written down. A form cannot post “none” of an id, so the empty id says it.</summary>
public sealed class ServiceRequest
{
    [Required(ErrorMessage = "Choose the team that it belongs to.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Give the service a name, such as “Coffee at the counter”.")]
    [StringLength(Service.LongestName, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    /// <summary>How customers meet it.</summary>
    public Id<Metric>? Experience
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }

    /// <summary>The least change that would matter, in the metric's unit, without a sign; so for each of the four.</summary>
    public double? ExperienceMatters { get; set; }

    /// <summary>What it delivers.</summary>
    public Id<Metric>? ServiceLevel
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? ServiceLevelMatters { get; set; }

    /// <summary>What it costs.</summary>
    public Id<Metric>? Cost
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? CostMatters { get; set; }

    /// <summary>How those who do it fare.</summary>
    public Id<Metric>? Employees
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? EmployeesMatters { get; set; }

    /// <summary>The first day of the time that is judged, with as much before; empty for the last quarter.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>What changed on that day.</summary>
    [StringLength(Service.LongestReason, ErrorMessage = "Use at most 200 characters.")]
    public string? SinceWhat { get; set; }

    internal IEnumerable<(ServiceLine Line, Id<Metric>? Metric, double? Matters)> Lines =>
        [
            (ServiceLine.Experience, Experience, ExperienceMatters),
            (ServiceLine.ServiceLevel, ServiceLevel, ServiceLevelMatters),
            (ServiceLine.Cost, Cost, CostMatters),
            (ServiceLine.Employees, Employees, EmployeesMatters),
        ];

    internal static ServiceRequest Of(Service service) =>
        new()
        {
            Team = service.TeamId,
            Name = service.Name,
            Experience = service.Experience,
            ExperienceMatters = service.ExperienceMatters,
            ServiceLevel = service.ServiceLevel,
            ServiceLevelMatters = service.ServiceLevelMatters,
            Cost = service.Cost,
            CostMatters = service.CostMatters,
            Employees = service.Employees,
            EmployeesMatters = service.EmployeesMatters,
            Since = service.Since,
            SinceWhat = service.SinceWhat,
        };
}
