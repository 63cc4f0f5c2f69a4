using Heed.People;

namespace Heed.Try;

public sealed partial class Trial
{
    /// <summary>Can days of two arms be counted, or taken away, as it stands?</summary>
    public Outcome<Done> MayCount() =>
        Arms is null ? Refusal.Conflict("This trial has no arms, so there is nothing to count by day.")
        : State == TrialState.Planned
            ? Refusal.Conflict(
                "This trial has not started. Start it, which locks the prediction and the arms; then count."
            )
        : State is TrialState.Running or TrialState.Looked ? new Done()
        : Refusal.Conflict($"This trial was {Word(State)}; its counts stay as they are.");

    /// <summary>Is this a day of its two arms?</summary>
    public Outcome<Done> CountOn(ArmCountView day, Workspace here, DateTimeOffset at)
    {
        if (MayCount().Refused(out var refusal))
            return refusal;
        if (day.On < Start)
            return new Refusal($"{Format.Day(day.On)} is before the start on {Format.Day(Start)}.");
        if (day.On > DayOf(at, here))
            return new Refusal($"{Format.Day(day.On)} has not come yet.");
        foreach (var (shown, did) in new[] { (day.ControlShown, day.ControlDid), (day.ChangedShown, day.ChangedDid) })
            if (did < 0 || did > shown || shown > TwoArms.MostPeople / CountArms.MostDays)
                return new Refusal(
                    $"On {Format.Day(day.On)} {Format.Count(did)} of {Format.Count(shown)} cannot be: at most as many did it as were shown it, and at most {Format.Count(TwoArms.MostPeople / CountArms.MostDays)} are shown it in a day."
                );
        return new Done();
    }

    /// <summary>A look at two arms: allowed on any day from the start on, since the test holds at every look. Only a final one asks for a decision.</summary>
    public Outcome<Done> LookAtArms(string whatElseChanged, bool isFinal, Workspace here, DateTimeOffset at)
    {
        if (CannotLook() is { } refusal)
            return refusal;
        if (DayOf(at, here) < Start)
            return Refusal.Conflict($"It starts on {Format.Day(Start)}; before that there is nothing to look at.");
        if (string.IsNullOrWhiteSpace(whatElseChanged))
            return new Refusal("Say what else changed in that time. “None known” is an answer too.");
        WhatElseChanged = whatElseChanged.Trim();
        if (isFinal)
            LookedAt ??= at;
        return new Done();
    }
}
