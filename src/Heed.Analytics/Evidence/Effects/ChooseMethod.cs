using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>The one rule that chooses how an effect is estimated, and says no where the points cannot carry one.</summary>
static class ChooseMethod
{
    public const int ForSlopes = 12;
    public const int ForAStep = 8;

    /// <summary>A step alone looks at no more than this many points before: a longer past is sure to hold a run somewhere.</summary>
    public const int RecentPoints = 24;

    public static Answer<EffectMethod> For(Interruption cut)
    {
        var counts = cut.Settings.Counts;
        var asked = cut.Settings.Method;
        var (before, after) = (cut.Before.Count, cut.After.Count);
        var step = asked is EffectMethod.StepOnly or EffectMethod.QuasiPoissonStepOnly;
        if (asked is EffectMethod.QuasiPoisson or EffectMethod.QuasiPoissonStepOnly && !counts)
            return new NoAnswer("Quasi-Poisson is for counts of events, and these values are not said to be counts.");
        if (step || before < ForSlopes || after < ForSlopes)
        {
            if (asked is not null && !step)
                return Needs(ForSlopes, before, after);
            if (before < ForAStep || after < ForAStep)
                return Needs(ForAStep, before, after);
            if (!step && TrendBefore(cut.WithRecentBefore(RecentPoints).Before, counts) is { } trend)
                return new NoAnswer(
                    $"{trend}, so a step alone would mistake the trend for an effect; "
                        + $"a model with a trend needs {ForSlopes} points on each side, has {before} before and {after} after."
                );
            return counts ? EffectMethod.QuasiPoissonStepOnly : EffectMethod.StepOnly;
        }
        return asked ?? (counts ? EffectMethod.QuasiPoisson : EffectMethod.SegmentedNeweyWest);
    }

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

    static string? TrendBefore(Series before, bool counts)
    {
        var values = counts && before[0].Population is not null ? before.AsRates().Value : before;
        var band = NoiseBand.Of(values);
        if (Signals.In(values, band).FirstOrDefault(signal => signal.Rule is SignalRule.RunOnOneSide) is { } run)
            return $"The points before the change already moved ({run.InWords}, {Wording.Day(run.FromDate)} to {Wording.Day(run.ToDate)})";
        var rows = new double[values.Count][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = [1, values.PeriodAt(i) - values.PeriodAt(0)];
        if (LeastSquares.Fit(rows, values.Values) is not { } line || line.Error(1) == 0)
            return null;
        var t = line.Coefficients[1] / line.Error(1);
        return Math.Abs(t) < 2
            ? null
            : $"The points before the change already {(t > 0 ? "rose" : "fell")} (t of the slope {t.ToString("0.0", CultureInfo.InvariantCulture)})";
    }
}
