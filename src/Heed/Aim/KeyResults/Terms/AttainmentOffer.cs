using Heed.Analytics.Evidence;

namespace Heed.Aim;

/// <summary>
/// What two of start, target and stretch say about the third, and the levels between them: 30 % is what is promised, 70 % what is
/// aimed at. An offer to people, never filled in (okr.md 3.4).
/// </summary>
/// <param name="Start">The start that would fit; empty where it is known.</param>
/// <param name="Target">The target that would fit; empty without start or stretch.</param>
/// <param name="Stretch">The stretch that would fit; empty where one is set.</param>
/// <param name="Commit">What would be promised.</param>
public sealed record AttainmentOffer(
    double? Start,
    double? Target,
    double? Stretch,
    double Commit,
    AttainmentZone? Zone
)
{
    internal static AttainmentOffer? Of(KeyResult keyResult, double? level)
    {
        if (keyResult.Kind != TargetKind.Reach)
            return null;
        if (keyResult is { Baseline: { } start, Stretch: { } stretch })
        {
            var levels = new Attainment(start, stretch);
            return new(null, levels.Target, null, levels.Commit, level is { } now ? levels.ZoneOf(now) : null);
        }
        if (keyResult.Stretch is { } best)
        {
            if (best == keyResult.Target)
                return null;
            var levels = Attainment.FromStretch(keyResult.Target, best);
            return new(levels.Baseline, null, null, levels.Commit, null);
        }
        return keyResult.Baseline is { } from && Attainment.FromTarget(from, keyResult.Target) is var offered
            ? new(null, null, offered.Stretch, offered.Commit, null)
            : null;
    }

    public string Sentence =>
        Start is { } start
            ? $"A target at 70 % of the way to the stretch would begin at {Format.Number(start)}. That is an offer: measure the start."
        : Stretch is { } stretch
            ? $"If this target is 70 % of the way, the stretch is {Format.Number(stretch)} and {Format.Number(Commit)} would be promised."
        : $"Promised {Format.Number(Commit)} (30 %), aimed at {Format.Number(Target)} (70 %).{Reached}";

    string Reached =>
        Zone switch
        {
            AttainmentZone.Fail => " Now below what is promised.",
            AttainmentZone.Commit => " Now: what is promised is kept.",
            AttainmentZone.Target => " Now: where it is aimed.",
            AttainmentZone.Stretch => " Now: the stretch is reached.",
            _ => "",
        };
}
