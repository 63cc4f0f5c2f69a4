namespace Heed.Analytics.Evidence;

/// <summary>How far a stretch was attained.</summary>
public enum AttainmentZone
{
    /// <summary>Below the commitment: less than three tenths of the way.</summary>
    Fail,

    /// <summary>From three to seven tenths.</summary>
    Commit,

    /// <summary>From seven tenths on.</summary>
    Target,

    /// <summary>All the way or further.</summary>
    Stretch,
}

/// <summary>
/// Levels of ambition on one way: commitment at 30 %, target at 70 %, stretch at the end (puzzle's OKR tool). Any two of
/// baseline, target and stretch give the third; an offer to people, never filled in silently.
/// </summary>
/// <param name="Baseline">Where it begins.</param>
/// <param name="Stretch">Where it would be at its very best.</param>
public readonly record struct Attainment(double Baseline, double Stretch)
{
    const double CommitShare = 0.3;
    const double TargetShare = 0.7;

    /// <summary>The value that is promised.</summary>
    public double Commit => Baseline + CommitShare * (Stretch - Baseline);

    /// <summary>The value that is aimed at.</summary>
    public double Target => Baseline + TargetShare * (Stretch - Baseline);

    /// <summary>The levels from a baseline and a target.</summary>
    public static Attainment FromTarget(double baseline, double target) =>
        new(baseline, baseline + (target - baseline) / TargetShare);

    /// <summary>The levels from a target and a stretch.</summary>
    public static Attainment FromStretch(double target, double stretch) =>
        new((target - TargetShare * stretch) / (1 - TargetShare), stretch);

    /// <summary>The zone of a value; works for falling metrics too.</summary>
    /// <exception cref="InvalidOperationException">Baseline and stretch are the same.</exception>
    public AttainmentZone ZoneOf(double value)
    {
        if (Baseline == Stretch)
            throw new InvalidOperationException("Baseline and stretch are the same: there is no way between them.");
        return ((value - Baseline) / (Stretch - Baseline)) switch
        {
            >= 1 => AttainmentZone.Stretch,
            >= TargetShare => AttainmentZone.Target,
            >= CommitShare => AttainmentZone.Commit,
            _ => AttainmentZone.Fail,
        };
    }
}
