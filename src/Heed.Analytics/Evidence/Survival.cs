namespace Heed.Analytics.Evidence;

/// <summary>How long something lasted.</summary>
/// <param name="Time">How long it was watched, in any unit; 0 or more.</param>
/// <param name="Ended">Whether it ended then; false when it still lasts, or was lost from sight.</param>
public readonly record struct Lifetime(double Time, bool Ended);

/// <summary>The share that still lasts after a time.</summary>
/// <param name="Time">The time at which something ended.</param>
/// <param name="Share">The share that lasts beyond it, 0..1.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="AtRisk">How many were still watched just before.</param>
/// <param name="Ended">How many ended then.</param>
public readonly record struct SurvivalStep(double Time, double Share, double Low, double High, int AtRisk, int Ended);

/// <summary>
/// The survival of removals (do things that were taken away stay away?): Kaplan and Meier 1958, with Greenwood's variance and
/// intervals on the log-log scale, which stay inside 0..1.
/// </summary>
/// <param name="Steps">One step for each time at which something ended.</param>
/// <param name="Watched">How many were watched.</param>
public sealed record Survival(IReadOnlyList<SurvivalStep> Steps, int Watched)
{
    /// <summary>The time after which half or fewer last; null when more than half still do.</summary>
    public double? Median => Steps.Where(step => step.Share <= 0.5).Select(step => (double?)step.Time).FirstOrDefault();

    /// <summary>The share that lasts beyond a time, 0..1.</summary>
    public double At(double time) =>
        Steps.LastOrDefault(step => step.Time <= time) is { AtRisk: > 0 } step ? step.Share : 1;

    /// <summary>Computes the curve.</summary>
    /// <returns>The curve; or a sentence when nothing was watched or a time is below zero.</returns>
    public static Answer<Survival> Of(IEnumerable<Lifetime> lifetimes)
    {
        ArgumentNullException.ThrowIfNull(lifetimes);
        Lifetime[] all = [.. lifetimes.OrderBy(lifetime => lifetime.Time)];
        if (all.Length == 0)
            return new NoAnswer("Nothing was watched, so nothing is known of how long it lasts.");
        if (all.Any(lifetime => !(double.IsFinite(lifetime.Time) && lifetime.Time >= 0)))
            return new NoAnswer("A time must be a number of zero or more.");
        var steps = new List<SurvivalStep>();
        var (share, greenwood, atRisk) = (1.0, 0.0, all.Length);
        foreach (var together in all.GroupBy(lifetime => lifetime.Time))
        {
            var ended = together.Count(lifetime => lifetime.Ended);
            if (ended > 0)
            {
                share *= 1 - (double)ended / atRisk;
                greenwood += atRisk == ended ? 0 : (double)ended / atRisk / (atRisk - ended);
                var (low, high) = Interval(share, greenwood);
                steps.Add(new(together.Key, share, low, high, atRisk, ended));
            }
            atRisk -= together.Count();
        }
        return new Survival(steps, all.Length);
    }

    static (double Low, double High) Interval(double share, double greenwood)
    {
        if (share <= 0)
            return (0, 0);
        var reach = 1.959963984540054 * Math.Sqrt(greenwood) / Math.Abs(Math.Log(share));
        return (Math.Pow(share, Math.Exp(reach)), Math.Pow(share, Math.Exp(-reach)));
    }
}
