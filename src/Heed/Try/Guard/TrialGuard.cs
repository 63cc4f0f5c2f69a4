using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

public sealed partial class Trial
{
    /// <summary>
    /// Ends it because its guardrail broke, whatever else got better. Nothing is asked: what must not get worse was promised
    /// before the start. A value of before the start, of after today, or within the limits stops nothing.
    /// </summary>
    public Outcome<Done> StopForBreach(DateOnly on, double value, MetricName guarded, DateTimeOffset at, Workspace here)
    {
        if (State is not (TrialState.Running or TrialState.Looked))
            return Refusal.Conflict($"This trial is {Word(State)}; its guardrail stops only one that runs.");
        if (Guardrail is not { } rail || rail.MetricId != guarded.Id)
            return new Refusal("This trial has no such guardrail.");
        if (on < Start || on > DayOf(at, here) || !rail.IsBrokenBy(value))
            return new Refusal($"The guardrail did not break on {Format.Day(on)}.");
        (StoppedAt, BreachedOn, BreachValue) = (at, on, value);
        Decision =
            $"Stopped by its guardrail: {guarded.Name} was {rail.Broken(value, guarded.Unit)}, on {Format.Day(on)}.";
        return new Done();
    }
}
