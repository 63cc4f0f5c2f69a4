using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.People;

namespace Heed.Metrics;

/// <summary>What describes a metric, as typed on the page or sent by a program.</summary>
public sealed class MetricRequest
{
    [Required(ErrorMessage = "Give the metric a name, such as “Reorders within a month”.")]
    [StringLength(Metric.LongestName, ErrorMessage = "Use at most 200 characters for the name.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give the unit, such as “of 100”, “minutes” or “points”.")]
    [StringLength(40, ErrorMessage = "Use at most 40 characters for the unit.")]
    public string? Unit { get; set; }

    [Required(ErrorMessage = "Say which way is better: up, down, or inside a range.")]
    public Wanted? Wanted { get; set; }
    public double? WantedLow { get; set; }
    public double? WantedHigh { get; set; }
    public double? LowerBound { get; set; }
    public double? UpperBound { get; set; }

    [Required(ErrorMessage = "Say what kind it is: behaviour, perception, business or system.")]
    public MetricKind? Kind { get; set; }

    [Required(ErrorMessage = "Say whether it moves early (leading) or late (lagging).")]
    public Timing? Timing { get; set; }

    [Required(ErrorMessage = "Say how often it is measured.")]
    public Cadence? Cadence { get; set; }

    [StringLength(400, ErrorMessage = "Use at most 400 characters for the population.")]
    public string? Population { get; set; }

    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters for the formula in words.")]
    public string? Formula { get; set; }

    [StringLength(400, ErrorMessage = "Use at most 400 characters for the source.")]
    public string? Source { get; set; }

    [Range(0, 3650, ErrorMessage = "Give the lag in days, from 0 to 3,650.")]
    public int? LagDays { get; set; }

    [EnumDataType(typeof(ValueTo), ErrorMessage = "Choose customers or the firm, or leave it empty.")]
    public ValueTo? ValueTo { get; set; }
    public Id<Team>? OwnerTeamId { get; set; }

    /// <summary>It counts events, such as complaints a week: their change is told as a ratio, in percent.</summary>
    public bool IsCount { get; set; }

    /// <summary>The metric that counts those among whom the events happen. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? CountedAmong
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }

    public static MetricRequest Of(Metric metric) =>
        new()
        {
            Name = metric.Name,
            Unit = metric.Unit,
            Wanted = metric.Wanted,
            WantedLow = metric.WantedLow,
            WantedHigh = metric.WantedHigh,
            LowerBound = metric.LowerBound,
            UpperBound = metric.UpperBound,
            Kind = metric.Kind,
            Timing = metric.Timing,
            Cadence = metric.Cadence,
            Population = metric.Population,
            Formula = metric.Formula,
            Source = metric.Source,
            LagDays = metric.LagDays,
            ValueTo = metric.ValueTo,
            OwnerTeamId = metric.OwnerTeamId,
            IsCount = metric.IsCount,
            CountedAmong = metric.CountedAmong,
        };
}
