using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// How often something rare happens, with the exact interval of a Poisson count. Holds at a handful of events and at none at all:
/// none in n says only that it is rarer than about 3 in n.
/// </summary>
/// <remarks>
/// The interval is that of Garwood (1936, Biometrika 28), as <c>poisson.test</c> of R gives it. The bound for none at all is
/// one-sided, −ln 0.05 / n, of which “the rule of three” is the round number (Hanley and Lippman-Hand 1983, JAMA 249).
/// It takes events to come independently; where they come in clusters, the bounds are too narrow.
/// </remarks>
/// <param name="Events">How many events there were.</param>
/// <param name="Exposure">In how much: cases, days, customers.</param>
/// <param name="Rate">Events in one of these.</param>
/// <param name="Low">The lower bound of 95 %.</param>
/// <param name="High">The upper bound of 95 %; one-sided where there was no event, for then there is no lower one.</param>
public sealed record ExactRate(long Events, double Exposure, double Rate, double Low, double High)
{
    const double Tail = 0.025;
    const double OneSided = 0.05;

    /// <summary>The rate of what was counted.</summary>
    /// <param name="events">How many events there were.</param>
    /// <param name="exposure">In how much: cases, days, customers; above zero.</param>
    /// <returns>The rate with its interval; or a sentence where nothing was looked at.</returns>
    public static Answer<ExactRate> Of(long events, double exposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        if (!(exposure > 0 && double.IsFinite(exposure)))
            return new NoAnswer("Nothing was looked at, so there is no rate.");
        var (low, high) =
            events == 0
                ? (0, -Math.Log(OneSided))
                : (Gamma.InvCDF(events, 1, Tail), Gamma.InvCDF(events + 1, 1, 1 - Tail));
        return new ExactRate(events, exposure, events / exposure, low / exposure, high / exposure);
    }
}
