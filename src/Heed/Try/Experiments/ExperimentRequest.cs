using System.ComponentModel.DataAnnotations;
using Heed.Metrics;

namespace Heed.Try;

public sealed class ExperimentRequest
{
    [Required(ErrorMessage = "Say which step you will take, small enough for days.")]
    [StringLength(ExperimentRecord.LongestStep, ErrorMessage = "Use at most 300 characters.")]
    public string? Step { get; set; }

    /// <summary>What is not known yet, and this step is to tell. Without it, the step is a to-do.</summary>
    [Required(
        ErrorMessage = "Say what you do not yet know. A step that tells nothing new is a to-do, and stands on no storyboard."
    )]
    [StringLength(ExperimentRecord.LongestUnknown, ErrorMessage = "Use at most 500 characters.")]
    public string? Unknown { get; set; }

    /// <summary>By which metric it is seen. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? Metric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }

    [Required(ErrorMessage = "Say what you expect, before you go and see.")]
    [StringLength(ExperimentRecord.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Expected { get; set; }

    [Required(ErrorMessage = "Give the day on which you can go and see.")]
    public DateOnly? GoAndSee { get; set; }

    internal static ExperimentRequest Of(ExperimentRecord record) =>
        new()
        {
            Step = record.Step,
            Unknown = record.Unknown,
            Metric = record.MetricId,
            Expected = record.Expected,
            GoAndSee = record.GoAndSee,
        };
}

public sealed class ResultRequest
{
    [Required(ErrorMessage = "Say whether it was measured. “Not measured” and “I do not know” are results.")]
    [EnumDataType(typeof(ExperimentResult), ErrorMessage = "Choose one of the three.")]
    public ExperimentResult? Result { get; set; }

    /// <summary>What happened, as it was seen, with its numbers.</summary>
    [StringLength(ExperimentRecord.LongestResult, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Happened { get; set; }

    [Required(ErrorMessage = "Say what you learned. That you still do not know is something, too.")]
    [StringLength(ExperimentRecord.LongestResult, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Learned { get; set; }

    /// <summary>The day on which it was seen: not before the expectation was locked.</summary>
    [Required(ErrorMessage = "Give the day on which you went and saw.")]
    public DateOnly? On { get; set; }
}

public sealed class WithdrawalRequest
{
    [Required(ErrorMessage = "Say why it is withdrawn: it stays on the board with this.")]
    [StringLength(ExperimentRecord.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Because { get; set; }
}

public sealed class ExperimentTrialRequest
{
    [Required(ErrorMessage = "Choose the trial that it became.")]
    public Id<Trial>? Trial { get; set; }
}
