using System.ComponentModel.DataAnnotations;
using Heed.Aim;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

public sealed class TrialRequest
{
    [Required(ErrorMessage = "Choose the team that tries it.")]
    public Id<Team>? Team { get; set; }
    public Id<KeyResult>? KeyResult { get; set; }

    /// <summary>The trial that this one goes on from.</summary>
    public Id<Trial>? Extends { get; set; }

    /// <summary>The move of the unstuck library that it comes from, by its key.</summary>
    [StringLength(UnstuckMove.LongestKey, ErrorMessage = "Use at most 60 characters.")]
    public string? Move { get; set; }

    [Required(ErrorMessage = "Say what you will change, small enough to take back.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Change { get; set; }

    [Required(ErrorMessage = "Choose the kind of action.")]
    public Lever? Lever { get; set; }

    /// <summary>What is in the way, where it is none of the obstacles of the team.</summary>
    [SaidOrChosen(nameof(ObstacleId), ErrorMessage = "Say what is in the way, in the words of those who meet it.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Obstacle { get; set; }

    /// <summary>One of the team's obstacles; its words are taken. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Obstacle>? ObstacleId
    {
        get;
        set => field = value == default(Id<Obstacle>) ? null : value;
    }

    /// <summary>By whom the change is to be made.</summary>
    [StringLength(Trial.LongestActor, ErrorMessage = "Use at most 200 characters.")]
    public string? Actor { get; set; }

    /// <summary>Who does what differently, if it works.</summary>
    [StringLength(Trial.LongestBehaviour, ErrorMessage = "Use at most 300 characters.")]
    public string? Behaviour { get; set; }

    [Required(ErrorMessage = "Choose the metric on which the effect will be seen.")]
    public Id<Metric>? Metric { get; set; }

    /// <summary>The expected effect, signed, in the metric's unit; in percent where the metric counts events (−10: a tenth fewer).</summary>
    [Required(ErrorMessage = "Say by how much the metric will move: the prediction makes it a trial.")]
    public double? Predicted { get; set; }

    /// <summary>The day by which it should have moved; the look where it is left empty.</summary>
    public DateOnly? PredictedFor { get; set; }

    /// <summary>Days until the effect can be seen; the metric's own where it is left empty.</summary>
    [Range(0, 730, ErrorMessage = "The lag goes from 0 to 730 days.")]
    public int? LagDays { get; set; }

    /// <summary>What must not get worse meanwhile. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? GuardrailMetric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? GuardrailAtLeast { get; set; }
    public double? GuardrailAtMost { get; set; }

    /// <summary>Other metrics that do not get the change and are measured as often: three to ten, or none. Locked with the prediction.</summary>
    public List<Id<Metric>>? ComparedWith { get; set; }

    /// <summary>
    /// From which day some of the compared metrics get the change too, by their ids; the others do not get it before the look.
    /// Needs five compared metrics or more, and one of them without a day. Locked with the prediction.
    /// </summary>
    public Dictionary<Id<Metric>, DateOnly?>? ReachedFrom { get; set; }

    /// <summary>Of two arms: how many of 100 people get the change. Locked with the prediction, as the next two are.</summary>
    public double? ArmShare { get; set; }

    /// <summary>Of two arms: the variance of the differences thought possible, in squared shares; 0.0001 where it is left empty.</summary>
    public double? ArmTauSquared { get; set; }

    /// <summary>Of two arms: how many people in both end it.</summary>
    public long? ArmHorizon { get; set; }

    /// <summary>To how many it is given, one stage after the other; none, or two to eight. Locked with the prediction.</summary>
    public List<StagePlan>? Stages { get; set; }

    /// <summary>The same as text, one stage a line: the share in percent, and the day of its look.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? StageLines { get; set; }

    [Required(ErrorMessage = "Give the day on which it starts.")]
    public DateOnly? Start { get; set; }

    /// <summary>The change was made already: a start before today is taken, and the trial says “written afterwards” for ever.</summary>
    public bool WrittenAfterwards { get; set; }

    [Required(ErrorMessage = "Give the day on which you will look.")]
    public DateOnly? Look { get; set; }

    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? WhatElseChanged { get; set; }

    [Required(ErrorMessage = "Say how you would take it back.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Undo { get; set; }

    /// <summary>The compared metrics that get the change too; a form posts an empty day for each that does not.</summary>
    internal IReadOnlyDictionary<Id<Metric>, DateOnly> Reached() =>
        (ReachedFrom ?? []).Where(day => day.Value is not null).ToDictionary(day => day.Key, day => day.Value!.Value);

    /// <summary>The plan as it stands, to be changed in its form.</summary>
    internal static TrialRequest Of(Trial trial, IReadOnlyList<TrialStage>? stages = null) =>
        new()
        {
            Team = trial.TeamId,
            KeyResult = trial.KeyResultId,
            Extends = trial.Extends,
            Move = trial.Move,
            Change = trial.Change,
            Lever = trial.Lever,
            Obstacle = trial.Obstacle,
            ObstacleId = trial.ObstacleId,
            Actor = trial.Actor,
            Behaviour = trial.Behaviour,
            ArmShare = trial.Arms?.Share,
            ArmTauSquared = trial.Arms?.TauSquared,
            ArmHorizon = trial.Arms?.Horizon,
            Metric = trial.MetricId,
            Predicted = trial.Predicted,
            PredictedFor = trial.PredictedFor,
            LagDays = trial.LagDays,
            GuardrailMetric = trial.Guardrail?.MetricId,
            GuardrailAtLeast = trial.Guardrail?.AtLeast,
            GuardrailAtMost = trial.Guardrail?.AtMost,
            ComparedWith = [.. trial.Others],
            ReachedFrom = trial.Reached.ToDictionary(other => other.Metric, other => (DateOnly?)other.From),
            Start = trial.Start,
            WrittenAfterwards = trial.WrittenAfterwards,
            Look = trial.Look,
            WhatElseChanged = trial.WhatElseChanged,
            Undo = trial.Undo,
            StageLines = StagePlan.Lines(stages ?? []),
        };

    /// <summary>A new trial that goes on from this one: its days are still to be chosen.</summary>
    internal static TrialRequest After(Trial trial)
    {
        var plan = Of(trial);
        (plan.Extends, plan.WrittenAfterwards) = (trial.Id, false);
        (plan.Start, plan.Look, plan.PredictedFor, plan.WhatElseChanged) = (null, null, null, null);
        (plan.ReachedFrom, plan.Move) = (null, null);
        return plan;
    }
}
