using Heed.People;

namespace Heed.Try;

public sealed partial class Trial
{
    /// <summary>No trial of a team takes more: ten people for five years.</summary>
    public const int MostHours = 100_000;

    public const int LongestActor = 200;
    public const int LongestBehaviour = 300;

    /// <summary>What it cost so far, in hours of the people who tried it, as somebody said; empty where nobody did.</summary>
    public double? Hours { get; private set; }
    public DateOnly? HoursOn { get; private set; }
    public Id<Member>? HoursBy { get; private set; }

    /// <summary>The total so far, in place of what was said before; the journal keeps each.</summary>
    public Outcome<Done> Cost(double hours, DateOnly today, Id<Member> by)
    {
        if (State == TrialState.Planned)
            return Refusal.Conflict("This trial has not started, so it has cost nothing yet. Start it first.");
        if (!double.IsFinite(hours) || hours is < 0 or > MostHours)
            return new Refusal($"Hours go from 0 to {Format.Count(MostHours)}.").At(nameof(Hours));
        (Hours, HoursOn, HoursBy) = (hours, today, by);
        return new Done();
    }

    /// <summary>Who makes the change and what is to be different, where the plan left it open: until the look, and once.</summary>
    public Outcome<Done> SayMove(string? actor, string? behaviour)
    {
        foreach (var (asked, said) in new[] { (Said(actor), Actor), (Said(behaviour), Behaviour) })
            if (asked is not null && asked != said && (said is not null || LookedAt is not null))
                return Refusal.Conflict(
                    said is not null
                        ? $"“{said}” was said of this trial already, and stays."
                        : "Who makes the change, and what is different then, can be said until the look only."
                );
        (Actor, Behaviour) = (Actor ?? Said(actor), Behaviour ?? Said(behaviour));
        return new Done();
    }
}
