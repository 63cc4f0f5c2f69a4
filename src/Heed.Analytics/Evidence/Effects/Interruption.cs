namespace Heed.Analytics.Evidence;

/// <summary>A series cut in two by a dated change.</summary>
/// <remarks>
/// A point dated before the change but in the same period was measured under both, and points within the lag were
/// measured while the effect was still arriving: they belong to neither side.
/// </remarks>
sealed class Interruption
{
    public Interruption(Series series, DateOnly change, InterruptionSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Lag, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Look, 1, nameof(settings));
        Change = change;
        Settings = settings;
        var looked = settings.Window is { } window ? series.In(window) : series;
        var changed = series.Cadence.PeriodOf(change);
        var split = looked.Points.Any(point => point.Date < change && series.Cadence.PeriodOf(point.Date) == changed);
        FirstAfter = changed + (split ? 1 : 0) + settings.Lag;
        Before = looked.Before(series.Cadence.StartOf(changed));
        After = looked.From(series.Cadence.StartOf(FirstAfter));
    }

    public DateOnly Change { get; }
    public InterruptionSettings Settings { get; }
    public Series Before { get; }
    public Series After { get; }

    /// <summary>The first period that counts as after.</summary>
    public int FirstAfter { get; }

    public int Count => Before.Count + After.Count;

    /// <summary>Both sides together, without what belongs to neither.</summary>
    public Series Used => field ??= Series.Of(Before.Points.Concat(After.Points), Before.Cadence).Value;

    public SeasonalWaves Waves =>
        Settings.Seasons switch
        {
            Seasons.None => default,
            Seasons.TwoPairs => new(2, Before.Cadence is Cadence.Day),
            _ => SeasonalWaves.ByRule(Before.Cadence, Count),
        };
}
