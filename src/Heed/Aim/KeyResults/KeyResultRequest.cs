using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Heed.Customers;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>By how much: asked when a key result is written and when its terms change.</summary>
public class TermsRequest
{
    [Required(ErrorMessage = "Choose the metric that shows the behaviour.")]
    public Id<Metric>? Metric { get; set; }

    [Required(ErrorMessage = "Say whether the start is known.")]
    public BaselineState? BaselineState { get; set; }

    /// <summary>Empty with a window: the mean of the metric's points in it.</summary>
    public double? Baseline { get; set; }
    public DateOnly? BaselineFrom { get; set; }
    public DateOnly? BaselineTo { get; set; }
    public double? Target { get; set; }

    /// <summary>Instead of a target: so many percent more or, below zero, fewer than the start.</summary>
    public double? TargetPercent { get; set; }

    /// <summary>The objective's day where it is left empty.</summary>
    public DateOnly? ByWhen { get; set; }

    /// <summary>A place to go to, where it is left empty.</summary>
    public TargetKind? Kind { get; set; }

    /// <summary>The lowest allowed value of a range, whose highest is the target.</summary>
    public double? Low { get; set; }

    /// <summary>Where it would be at its very best; the target stays what it is.</summary>
    public double? Stretch { get; set; }

    /// <summary>What the team means by the target; committed, where it is left empty.</summary>
    public Commitment? Commitment { get; set; }

    /// <summary>What it counts in the mean of its objective; 1 where it is left empty.</summary>
    public double? Weight { get; set; }

    /// <summary>The day before which no signal is expected.</summary>
    public DateOnly? FirstSignalOn { get; set; }

    /// <summary>The steps of a plan that is no straight line: a day and a value, one step a line.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Plan { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Reason { get; set; }

    /// <summary>The terms as they are now, for whoever changes some of them.</summary>
    internal static TermsRequest Of(KeyResult now) =>
        new()
        {
            Metric = now.MetricId,
            BaselineState = now.BaselineState,
            Baseline = now.Baseline,
            BaselineFrom = now.BaselineFrom,
            BaselineTo = now.BaselineTo,
            Target = now.Target,
            ByWhen = now.ByWhen,
            Kind = now.Kind,
            Low = now.Low,
            Stretch = now.Stretch,
            Commitment = now.Commitment,
            Weight = now.Weight == 1 ? null : now.Weight,
            FirstSignalOn = now.FirstSignalOn,
            Plan = now.Plan,
        };
}

/// <summary>A metric that a key result brings along, where none shows it yet.</summary>
public sealed class FreshMetric
{
    public string? Name { get; set; }
    public string? Unit { get; set; }

    /// <summary>Where it stands today: the start. Empty where that has to be measured first.</summary>
    public double? Now { get; set; }
}

/// <summary>Who does what by how much.</summary>
public sealed class KeyResultRequest : TermsRequest
{
    /// <summary>
    /// A group of the list; its name stands for who where that is left empty. A form cannot post “none” of an id, so the
    /// empty id says it.
    /// </summary>
    public Id<CustomerGroup>? CustomerGroup
    {
        get;
        set => field = value == default(Id<CustomerGroup>) ? null : value;
    }

    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Who { get; set; }

    [Required(ErrorMessage = "Say what they will do: a behaviour, not something that you make.")]
    [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? DoesWhat { get; set; }

    /// <summary>Asked on the page only: programs define a metric first.</summary>
    [JsonIgnore]
    public FreshMetric? Fresh { get; set; }

    /// <summary>What must not get worse meanwhile.</summary>
    public Id<Metric>? GuardrailMetric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? GuardrailAtLeast { get; set; }
    public double? GuardrailAtMost { get; set; }
}
