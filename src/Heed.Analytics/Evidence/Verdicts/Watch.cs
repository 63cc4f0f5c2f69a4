namespace Heed.Analytics.Evidence;

/// <summary>What became of an improvement that is kept under watch.</summary>
public enum WatchState
{
    /// <summary>Too few periods have passed to say.</summary>
    Waiting,

    /// <summary>Nothing moved back towards the old level.</summary>
    Held,

    /// <summary>A signal moved back towards the old level.</summary>
    Relapsed,

    /// <summary>There is no band to compare with, or nothing was measured since.</summary>
    CannotTell,
}

/// <summary>The watch over a held improvement: does it creep back?</summary>
/// <param name="State">Held or relapsed, or why neither can be said.</param>
/// <param name="Sentence">The state in words.</param>
/// <param name="Signal">The first signal back towards the old level; null unless relapsed.</param>
/// <param name="Band">The noise band of the improved level.</param>
public sealed record Watch(WatchState State, string Sentence, Signal? Signal, NoiseBand Band)
{
    /// <summary>
    /// Looks at what came after an improvement, against the noise band of the improved level. Said after 8 periods, or after
    /// 2 when a point leaves the limits.
    /// </summary>
    /// <param name="series">The measurements, the improved ones and those since.</param>
    /// <param name="improved">The window of the improved level: the points after the change, up to the verdict.</param>
    /// <param name="wanted">Which way is better; a signal the other way is a relapse.</param>
    /// <param name="settings">How the band is computed; null for Wheeler's constants.</param>
    public static Watch Of(Series series, Window improved, Direction wanted, BandSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        var band = NoiseBand.Of(series, improved, settings);
        if (!band.HasLimits)
            return new(WatchState.CannotTell, $"Cannot tell: {Wording.InASentence(band.InWords)}", null, band);
        var since = series.From(improved.To.AddDays(1));
        if (since.Count == 0)
            return new(WatchState.CannotTell, "Cannot tell: nothing was measured since the verdict.", null, band);
        var periods = since.PeriodAt(since.Count - 1) - series.Cadence.PeriodOf(improved.To);
        var back = Signals.In(since, band).Where(signal => signal.Direction != wanted).ToList();
        var left = back.Exists(signal => signal.Rule is SignalRule.Outside);
        if (periods < Verdict.PeriodsToJudge && !(left && periods >= Verdict.PeriodsWhenOutside))
        {
            var until = series.Cadence.StartOf(series.Cadence.PeriodOf(improved.To) + Verdict.PeriodsToJudge + 1);
            return new(WatchState.Waiting, $"Watching: it can be said from {Wording.Day(until)} on.", null, band);
        }
        return back is [var first, ..]
            ? new(
                WatchState.Relapsed,
                $"Relapsed: {first.InWords} of the improved level, {Wording.Day(first.FromDate)} to {Wording.Day(first.ToDate)}.",
                first,
                band
            )
            : new(
                WatchState.Held,
                $"Held: {since.Count} points since, none of them back towards the old level.",
                null,
                band
            );
    }
}
