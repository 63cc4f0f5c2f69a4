namespace Heed.Analytics.Evidence;

/// <summary>
/// One method for all lengths, the mean effect; the published ones where they are asked for. It says no where the points cannot
/// carry an effect.
/// </summary>
static class ChooseMethod
{
    /// <summary>What a published method needs that fits a trend to each side.</summary>
    public const int ForSlopes = 12;

    /// <summary>What any effect needs.</summary>
    public const int Fewest = 8;

    public static Answer<EffectMethod> For(Interruption cut)
    {
        var asked = cut.Settings.Method ?? EffectMethod.MeanEffect;
        var (before, after) = (cut.Before.Count, cut.After.Count);
        if (asked is EffectMethod.QuasiPoisson or EffectMethod.QuasiPoissonStepOnly && !cut.Settings.Counts)
            return new NoAnswer("Quasi-Poisson is for counts of events, and these values are not said to be counts.");
        if (asked is EffectMethod.StepOnly && cut.Settings.Seasons is Seasons.TwoPairs)
            return new NoAnswer(
                "A difference of two means cannot allow for the time of year: leave the method or the season to the rule."
            );
        var needed = asked
            is EffectMethod.SegmentedNeweyWest
                or EffectMethod.SegmentedAutoregressive
                or EffectMethod.QuasiPoisson
            ? ForSlopes
            : Fewest;
        return before < needed || after < needed ? Needs(needed, before, after) : asked;
    }

    /// <summary>The published method whose opinion is given beside the mean effect; null where the points are too few for it.</summary>
    public static EffectMethod? Second(Interruption cut) =>
        cut.Before.Count < ForSlopes || cut.After.Count < ForSlopes ? null
        : cut.Settings.Counts ? EffectMethod.QuasiPoisson
        : EffectMethod.SegmentedNeweyWest;

    static NoAnswer Needs(int needed, int before, int after) =>
        new(
            (before < needed, after < needed) switch
            {
                (true, true) =>
                    $"Needs {needed} points before the change and {needed} after, has {before} and {after}.",
                (true, false) => $"Needs {needed} points before the change, has {before}.",
                _ => $"Needs {needed} points after the change, has {after}.",
            }
        );
}
