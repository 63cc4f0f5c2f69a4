namespace Heed.Analytics.Evidence;

/// <summary>What a judgement rests on. Confidence is not typed in: it follows from this.</summary>
public enum EvidenceClass
{
    /// <summary>Somebody thinks so: 50 %.</summary>
    Opinion,

    /// <summary>A sample says so: 80 %.</summary>
    Sampled,

    /// <summary>It was measured: 100 %.</summary>
    Measured,
}

/// <summary>Something that waits to be done.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Duration">How long it takes, in weeks; above zero.</param>
/// <param name="CostOfDelay">What each week of waiting costs, in money; 0 or more.</param>
public readonly record struct WaitingWork(string Name, double Duration, double CostOfDelay);

/// <summary>
/// The arithmetic of "what first?". Money first: cost of delay by duration (CD3: Reinertsen, <i>The Principles of Product
/// Development Flow</i>). Without money: the opportunity score (Ulwick). RICE only inside one team. A list has one unit:
/// never mix scores.
/// </summary>
public static class Prioritisation
{
    /// <summary>The confidence that evidence carries, 0..1.</summary>
    public static double Confidence(EvidenceClass evidence) =>
        evidence switch
        {
            EvidenceClass.Opinion => 0.5,
            EvidenceClass.Sampled => 0.8,
            EvidenceClass.Measured => 1.0,
            _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
        };

    /// <summary>Cost of delay divided by duration: what a week spent on it saves. Relative points (WSJF) divide alike.</summary>
    /// <param name="costOfDelay">In money a week, or in points; 0 or more.</param>
    /// <param name="duration">In weeks, or in points; above zero.</param>
    public static double PerDuration(double costOfDelay, double duration)
    {
        NotNegative(costOfDelay);
        Positive(duration);
        return costOfDelay / duration;
    }

    /// <summary>The cheapest order to do things one after another: the highest cost of delay by duration first.</summary>
    public static IReadOnlyList<WaitingWork> Cheapest(IEnumerable<WaitingWork> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return [.. work.OrderByDescending(one => PerDuration(one.CostOfDelay, one.Duration))];
    }

    /// <summary>What waiting costs when things are done one after another in this order, in money.</summary>
    public static double WaitingCost(IEnumerable<WaitingWork> inOrder)
    {
        ArgumentNullException.ThrowIfNull(inOrder);
        var (cost, start) = (0.0, 0.0);
        foreach (var work in inOrder)
        {
            NotNegative(work.CostOfDelay);
            Positive(work.Duration);
            cost += work.CostOfDelay * start;
            start += work.Duration;
        }
        return cost;
    }

    /// <summary>
    /// The opportunity score, 0..20: importance + what importance exceeds satisfaction by, each ten times a top-two-box share.
    /// Means instead of shares are the classic error.
    /// </summary>
    /// <param name="important">The share of people for whom it is important (top two boxes), 0..1.</param>
    /// <param name="satisfied">The share who are satisfied with it (top two boxes), 0..1.</param>
    public static double Opportunity(double important, double satisfied)
    {
        Share(important);
        Share(satisfied);
        return 10 * (important + Math.Max(important - satisfied, 0));
    }

    /// <summary>RICE: reach × impact × confidence / effort (Intercom). For ranking inside one team only.</summary>
    /// <param name="reach">How many people a period; 0 or more.</param>
    /// <param name="impact">How much it does for each, usually 0.25 to 3; 0 or more.</param>
    /// <param name="evidence">What reach and impact rest on.</param>
    /// <param name="effort">Person-months; above zero.</param>
    public static double Rice(double reach, double impact, EvidenceClass evidence, double effort)
    {
        NotNegative(reach);
        NotNegative(impact);
        Positive(effort);
        return reach * impact * Confidence(evidence) / effort;
    }

    static void NotNegative(double value)
    {
        if (!(double.IsFinite(value) && value >= 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Must be zero or more.");
    }

    static void Positive(double value)
    {
        if (!(double.IsFinite(value) && value > 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Must be above zero.");
    }

    static void Share(double value)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies in 0..1.");
    }
}
