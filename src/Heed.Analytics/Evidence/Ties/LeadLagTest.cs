using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>What is known of a claim that one metric feeds another.</summary>
public enum TieState
{
    /// <summary>Said, not tested.</summary>
    Claimed,

    /// <summary>The parent is a formula of its children: it holds by arithmetic.</summary>
    Arithmetic,

    /// <summary>Tested: the parent follows the child inside the declared window, or followed it in a trial.</summary>
    Supported,

    /// <summary>Tested: nothing was seen inside the declared window.</summary>
    Unsupported,

    /// <summary>A trial moved the child, and the parent demonstrably did not follow.</summary>
    Refuted,
}

/// <summary>A claim that one metric feeds another, declared before the data are looked at.</summary>
/// <param name="Moves">Up: the parent moves with the child. Down: against it.</param>
/// <param name="FirstLag">The fewest periods until the parent follows; 0 or more.</param>
/// <param name="LastLag">The most periods; not below the first.</param>
/// <param name="Attempt">The how-manieth test of this claim it is, from 1: each attempt makes the next one harder.</param>
public readonly record struct TieClaim(Direction Moves, int FirstLag, int LastLag, int Attempt = 1);

/// <summary>
/// Whether a functional metric really feeds an executive one: the correlation of their changes, after what each could know
/// from its own past is taken out (prewhitening: Box and Jenkins, <i>Time Series Analysis</i>).
/// </summary>
/// <remarks>
/// Two series that merely both wander look related: of independent random walks of 40 points, almost two thirds correlate
/// "significantly". So both are differenced, an AR model is fitted to the child and filters both, and only the lags that were
/// declared beforehand are looked at, with the limit 1.96/√n tightened by Bonferroni for every lag and every attempt. A season
/// that both share would look like a tie, so months, quarters, weekdays and the year's waves are taken out of both first, and
/// n counts what is left.
/// </remarks>
public sealed record LeadLagTest
{
    const int FewestChanges = 30;
    const int QuartersUntilStale = 2;

    LeadLagTest() { }

    /// <summary>Supported or unsupported.</summary>
    public required TieState State { get; init; }

    /// <summary>The lag with the strongest correlation of the declared sign, in periods.</summary>
    public required int Lag { get; init; }

    /// <summary>The correlation there, −1..1, after prewhitening.</summary>
    public required double Correlation { get; init; }

    /// <summary>The size that a correlation must exceed, for the lags and attempts declared.</summary>
    public required double Limit { get; init; }

    /// <summary>The size that would do for a single lag tried once: 1.96/√n, n less the columns of season.</summary>
    public required double SingleLimit { get; init; }

    /// <summary>The correlation at each lag of the window and, mirrored, before zero: child leads at positive lags.</summary>
    public required IReadOnlyDictionary<int, double> Correlations { get; init; }

    /// <summary>The correlation of the values themselves in the same period, −1..1: what misleads, for two series that wander look related.</summary>
    public required double Raw { get; init; }

    /// <summary>The correlation of the bare changes at the same lag as <see cref="Correlation"/>, −1..1, before season and prewhitening.</summary>
    public required double Differenced { get; init; }

    /// <summary>Whether the parent leads the child as strongly as the child leads it: then neither feeds the other for sure.</summary>
    public required bool IsDirectionUnclear { get; init; }

    /// <summary>The order of the autoregression that was filtered out.</summary>
    public required int Order { get; init; }

    /// <summary>How many filtered changes there were.</summary>
    public required int Points { get; init; }

    /// <summary>How many columns of season were taken out of both: 11 for months, 0 where the run was too short for one.</summary>
    public required int SeasonColumns { get; init; }

    /// <summary>The finding in words.</summary>
    public required string Sentence { get; init; }

    /// <summary>Tests a claim.</summary>
    /// <param name="child">The metric that is said to lead.</param>
    /// <param name="parent">The metric that is said to follow.</param>
    /// <param name="claim">Sign, lag window and attempt, declared beforehand.</param>
    /// <param name="season">
    /// Whether to take the season out of both. False only for figures whose periods are no weeks, months or days of a calendar.
    /// </param>
    /// <returns>The finding; or a sentence when fewer than 30 changes in a row were measured in both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The claim's window or attempt makes no sense.</exception>
    public static Answer<LeadLagTest> Test(Series child, Series parent, TieClaim claim, bool season = true)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentOutOfRangeException.ThrowIfNegative(claim.FirstLag);
        ArgumentOutOfRangeException.ThrowIfLessThan(claim.LastLag, claim.FirstLag);
        ArgumentOutOfRangeException.ThrowIfLessThan(claim.Attempt, 1);
        if (child.Cadence != parent.Cadence)
            return new NoAnswer("Both metrics must be measured equally often.");
        var (leading, following, starts) = Prewhitening.SharedRun(child, parent);
        var changes = Math.Max(leading.Length - 1, 0);
        if (changes < FewestChanges + claim.LastLag)
            return new NoAnswer(
                $"Too few points: needs {FewestChanges + claim.LastLag + 1} periods in a row in which both were measured, has {leading.Length}."
            );
        var columns = season ? SharedSeason.Of(child.Cadence, starts[1..]) : [];
        if (
            Prewhitening.Of(
                SharedSeason.Without(Prewhitening.Differences(leading), columns),
                SharedSeason.Without(Prewhitening.Differences(following), columns)
            )
            is not var (x, y, order)
        )
            return new NoAnswer(
                "One of the metrics does not change at all but with the season, so nothing can follow it."
            );
        // Season and filter are fitted to the same points: counted, independent seasonal series are tied in 2.5 %, else in 3.2 %.
        var free = columns.Count == 0 ? x.Length : x.Length - columns.Count - order;

        var sign = claim.Moves is Direction.Up ? 1 : -1;
        var correlations = new SortedDictionary<int, double>();
        for (var lag = claim.FirstLag; lag <= claim.LastLag; lag++)
        {
            correlations[lag] = Prewhitening.CrossCorrelation(x, y, lag);
            correlations[-lag] = Prewhitening.CrossCorrelation(x, y, -lag);
        }
        var tried = claim.LastLag - claim.FirstLag + 1;
        var best = Enumerable.Range(claim.FirstLag, tried).MaxBy(lag => sign * correlations[lag]);
        var strength = correlations[best];
        var limit = Normal.InvCDF(0, 1, 1 - 0.025 / (tried * claim.Attempt)) / Math.Sqrt(free);
        var backwards = correlations
            .Where(pair => pair.Key < 0)
            .Select(pair => Math.Abs(pair.Value))
            .DefaultIfEmpty(0)
            .Max();
        var supported = sign * strength > limit;
        var unclear = supported && backwards >= Math.Abs(strength);
        return new LeadLagTest
        {
            State = supported ? TieState.Supported : TieState.Unsupported,
            Lag = best,
            Correlation = strength,
            Limit = limit,
            SingleLimit = 1.959963984540054 / Math.Sqrt(free),
            Correlations = correlations,
            Raw = Prewhitening.CrossCorrelation(leading, following, 0),
            Differenced = Prewhitening.CrossCorrelation(
                Prewhitening.Differences(leading),
                Prewhitening.Differences(following),
                best
            ),
            IsDirectionUnclear = unclear,
            Order = order,
            Points = x.Length,
            SeasonColumns = columns.Count,
            Sentence =
                (supported ? "Supported" : "Unsupported")
                + $": the strongest correlation of changes is {Wording.Number(strength)} at a lag of {best} {child.Cadence.Name(best)}, "
                + $"{(supported ? "beyond" : "within")} the limit of {Wording.Number(limit)}."
                + (unclear ? " Direction unclear: the parent leads the child as strongly." : "")
                + (
                    !season || SharedSeason.CoverAYear(child.Cadence, changes)
                        ? ""
                        : " A season of the year could not be taken out of less than a year: if both have one, this may be it."
                ),
        };
    }

    /// <summary>
    /// What a trial says of a claim; it outranks correlation. The child improved and so did the parent after its lag: supported.
    /// The child improved and the parent, which could have shown the prediction, did not change: refuted. Otherwise: nothing new.
    /// </summary>
    public static TieState FromTrial(VerdictWord child, VerdictWord parent, TieState before) =>
        (child, parent) switch
        {
            (VerdictWord.Improved, VerdictWord.Improved) => TieState.Supported,
            (VerdictWord.Improved, VerdictWord.NoChange) => TieState.Refuted,
            _ => before,
        };

    /// <summary>Whether a test is so old (two quarters) that it should be made again.</summary>
    public static bool IsStale(DateOnly testedOn, DateOnly today) =>
        today >= testedOn.AddMonths(3 * QuartersUntilStale);

    /// <summary>Whether a parent that is said to be the sum of its children really is, within the rounding of its figures.</summary>
    /// <param name="parent">The parent's value.</param>
    /// <param name="children">The children's values.</param>
    /// <param name="rounding">Half the last digit that is shown, for each figure; 0 or more.</param>
    public static bool AddsUp(double parent, IReadOnlyCollection<double> children, double rounding)
    {
        ArgumentNullException.ThrowIfNull(children);
        ArgumentOutOfRangeException.ThrowIfNegative(rounding);
        return Math.Abs(parent - children.Sum()) <= rounding * (children.Count + 1) * (1 + 1e-9);
    }
}
