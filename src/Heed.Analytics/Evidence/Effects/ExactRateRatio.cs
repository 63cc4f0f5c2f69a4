using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Two rates of rare events, compared exactly: how many times as often it happens after a change as before. Holds at a handful of
/// events and at none at all, where no regression does.
/// </summary>
/// <remarks>
/// Given all events, how many of them fall after the change is binomial (Przyborowski and Wilenski 1940, Biometrika 31); the bounds
/// are those of Clopper and Pearson (1934), and p adds up all that is no likelier than what was seen, as <c>poisson.test</c> of R
/// does. It takes events to come independently; where they come in clusters, the bounds are too narrow.
/// </remarks>
/// <param name="EventsBefore">How many events there were before.</param>
/// <param name="EventsAfter">How many events there were after.</param>
/// <param name="Ratio">The rate after over the rate before; null where none happened before.</param>
/// <param name="Low">The lower bound of 95 %.</param>
/// <param name="High">The upper bound; null where there is none, because none happened before.</param>
/// <param name="P">The exact p-value of no difference.</param>
public sealed record ExactRateRatio(
    long EventsBefore,
    long EventsAfter,
    double? Ratio,
    double Low,
    double? High,
    double P
)
{
    const double Tail = 0.025;
    const double Rounding = 1 + 1e-7;

    /// <summary>Compares the two sides of a change.</summary>
    /// <param name="eventsBefore">Events before.</param>
    /// <param name="exposureBefore">Over how much: periods, customers, sales; above zero.</param>
    /// <param name="eventsAfter">Events after.</param>
    /// <param name="exposureAfter">Over how much after.</param>
    /// <returns>The ratio; or a sentence where nothing happened on either side, or a side was not looked at.</returns>
    public static Answer<ExactRateRatio> Of(
        long eventsBefore,
        double exposureBefore,
        long eventsAfter,
        double exposureAfter
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(eventsBefore);
        ArgumentOutOfRangeException.ThrowIfNegative(eventsAfter);
        if (!(exposureBefore > 0 && exposureAfter > 0))
            return new NoAnswer("A side of the change was not looked at.");
        var all = eventsBefore + eventsAfter;
        if (all == 0)
            return new NoAnswer("Nothing happened before or after the change, so no rates can be compared.");
        var share = exposureAfter / (exposureBefore + exposureAfter);
        double Odds(double part) => part / (1 - part) * exposureBefore / exposureAfter;
        var low = eventsAfter == 0 ? 0 : Odds(Beta.InvCDF(eventsAfter, eventsBefore + 1, Tail));
        double? high = eventsBefore == 0 ? null : Odds(Beta.InvCDF(eventsAfter + 1, eventsBefore, 1 - Tail));
        return new ExactRateRatio(
            eventsBefore,
            eventsAfter,
            eventsBefore == 0 ? null : eventsAfter / exposureAfter / (eventsBefore / exposureBefore),
            low,
            high,
            Chance(share, all, eventsAfter)
        );
    }

    static double Chance(double share, long all, long after)
    {
        var seen = Binomial.PMF(share, (int)all, (int)after) * Rounding;
        var sum = 0.0;
        for (var k = 0; k <= all; k++)
            if (Binomial.PMF(share, (int)all, k) is var p && p <= seen)
                sum += p;
        return Math.Min(1, sum);
    }
}
