namespace Heed.Try;

/// <summary>Fills the form of a plan from what is there.</summary>
static class Plans
{
    public static TrialRequest Of(Trial trial) =>
        new()
        {
            Team = trial.TeamId,
            KeyResult = trial.KeyResultId,
            Extends = trial.Extends,
            Change = trial.Change,
            Lever = trial.Lever,
            Obstacle = trial.Obstacle,
            Metric = trial.MetricId,
            Predicted = trial.Predicted,
            PredictedFor = trial.PredictedFor,
            LagDays = trial.LagDays,
            GuardrailMetric = trial.Guardrail?.MetricId,
            GuardrailAtLeast = trial.Guardrail?.AtLeast,
            GuardrailAtMost = trial.Guardrail?.AtMost,
            Start = trial.Start,
            Look = trial.Look,
            WhatElseChanged = trial.WhatElseChanged,
            Undo = trial.Undo,
        };

    /// <summary>A new trial that goes on from this one: its days are still to be chosen.</summary>
    public static TrialRequest After(Trial trial)
    {
        var plan = Of(trial);
        plan.Extends = trial.Id;
        (plan.Start, plan.Look, plan.PredictedFor, plan.WhatElseChanged) = (null, null, null, null);
        return plan;
    }
}
