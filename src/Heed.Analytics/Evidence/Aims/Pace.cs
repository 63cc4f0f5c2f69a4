namespace Heed.Analytics.Evidence;

/// <summary>Whether progress keeps up with the time that has passed.</summary>
public enum PaceState
{
    /// <summary>The first tenth of the time: no judgement yet.</summary>
    TooEarly,

    /// <summary>At the expected share or beyond.</summary>
    OnTrack,

    /// <summary>Up to a quarter of the way behind.</summary>
    Behind,

    /// <summary>More than a quarter behind.</summary>
    AtRisk,

    /// <summary>Progress is not known.</summary>
    Unknown,
}

/// <summary>A step of a plan: the share that is to be reached by a day.</summary>
/// <param name="On">The day, included.</param>
/// <param name="Share">The share of the way, 0..1.</param>
public readonly record struct PlannedShare(DateOnly On, double Share);

/// <summary>How far a key result should be by now, and whether it is. The limits are those of Viva Goals.</summary>
/// <param name="Expected">The share of the way that is expected today, 0..1.</param>
/// <param name="Gap">How much of the way is missing; below zero when ahead; null when progress is not known.</param>
/// <param name="State">The judgement.</param>
public readonly record struct Pace(double Expected, double? Gap, PaceState State)
{
    const double JudgedFrom = 0.10;
    const double AtRiskBeyond = 0.25;

    /// <summary>
    /// The share of the time that has passed, 0..1. Both ends count and so does today: on day 15 of a month of 30 days it is
    /// one half.
    /// </summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static double Elapsed(DateOnly start, DateOnly end, DateOnly today)
    {
        if (end < start)
            throw new ArgumentException($"The end ({end:O}) is before the start ({start:O}).", nameof(end));
        return Math.Clamp((today.DayNumber - start.DayNumber + 1.0) / (end.DayNumber - start.DayNumber + 1.0), 0, 1);
    }

    /// <summary>Judges progress against the time that has passed.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="start">The first day of the cycle.</param>
    /// <param name="end">The last day of the cycle.</param>
    /// <param name="today">The day of judging.</param>
    /// <param name="plan">Planned steps, oldest first, when progress is not to be even; null for a straight line.</param>
    public static Pace Of(
        Progress progress,
        DateOnly start,
        DateOnly end,
        DateOnly today,
        IReadOnlyList<PlannedShare>? plan = null
    )
    {
        ArgumentNullException.ThrowIfNull(progress);
        var elapsed = Elapsed(start, end, today);
        var expected = plan is { Count: > 0 } ? Planned(plan, start, end, today) : elapsed;
        double? gap = expected - progress.Share;
        var state =
            gap is null ? PaceState.Unknown
            : elapsed < JudgedFrom ? PaceState.TooEarly
            : gap <= 0 ? PaceState.OnTrack
            : gap <= AtRiskBeyond ? PaceState.Behind
            : PaceState.AtRisk;
        return new(expected, gap, state);
    }

    static double Planned(IReadOnlyList<PlannedShare> plan, DateOnly start, DateOnly end, DateOnly today)
    {
        var (from, share) = (start.AddDays(-1), 0.0);
        foreach (var step in plan.Append(new(end, Math.Max(plan[^1].Share, 1))))
        {
            if (step.On <= from)
                continue;
            if (today <= step.On)
                return share
                    + (step.Share - share)
                        * Math.Max(today.DayNumber - from.DayNumber, 0)
                        / (step.On.DayNumber - from.DayNumber);
            (from, share) = (step.On, step.Share);
        }
        return share;
    }
}
