using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Drivers;

/// <summary>How the explained variance is shared among drivers that go together.</summary>
public enum DriverMethod
{
    /// <summary>The mean gain of R² over all orders (Shapley value), for up to 15 drivers.</summary>
    Lmg,

    /// <summary>Johnson's relative weights: nearly the same shares, for any number of drivers.</summary>
    Johnson,
}

/// <summary>One driver's part in the outcome. Association, never cause: a trial tells what a change does.</summary>
/// <param name="Name">The driver.</param>
/// <param name="Share">Its share of the outcome's variance, 0 to R²; the shares of all drivers add up to R².</param>
/// <param name="Low">The lower end of the share's bootstrap interval.</param>
/// <param name="High">The upper end of the share's bootstrap interval.</param>
/// <param name="Correlation">Its correlation with the outcome, -1 to 1.</param>
/// <param name="Coefficient">Its standardised coefficient next to all other drivers.</param>
/// <param name="VarianceInflation">
/// 1 / (1 - R² of this driver on the others): 1 when it stands alone; above 10 its coefficient means little.
/// </param>
public sealed record Driver(
    string Name,
    double Share,
    double Low,
    double High,
    double Correlation,
    double Coefficient,
    double VarianceInflation
)
{
    /// <summary>
    /// Whether it goes one way alone and the other way next to the rest: it mainly corrects other drivers, so its share
    /// must not be read as "more of this is better".
    /// </summary>
    public bool IsSuppressor => Correlation * Coefficient < 0;

    /// <summary>
    /// The share that the same answers dealt out anew at random exceed once in twenty times, 0 to 1. The interval of a share
    /// cannot hold zero, so this and not <see cref="Low"/> tells a driver from noise.
    /// </summary>
    public double NoiseShare { get; internal init; }

    /// <summary>Whether its share is more than what its answers reach when they are dealt out at random.</summary>
    public bool IsMoreThanNoise => Share > NoiseShare;
}

/// <summary>Which drivers go with an outcome, and how surely. It orders questions worth asking; it proves no cause.</summary>
/// <param name="Method">The method.</param>
/// <param name="N">How many respondents answered everything.</param>
/// <param name="Missing">How many were left out because an answer was missing.</param>
/// <param name="RSquared">The share of the outcome's variance that all drivers explain together, 0 to 1.</param>
/// <param name="Drivers">The drivers, in the order given.</param>
public sealed record DriverAnalysis(
    DriverMethod Method,
    int N,
    int Missing,
    double RSquared,
    IReadOnlyList<Driver> Drivers
)
{
    /// <summary>
    /// The R² that as many columns of pure noise exceed once in twenty samples of this size (0 to 1). Below it the drivers
    /// cannot be told from noise.
    /// </summary>
    /// <remarks>R² of noise follows a beta distribution with k/2 and (n - k - 1)/2; n is Kish's effective one.</remarks>
    public double NoiseRSquared { get; private init; }

    /// <summary>
    /// The driver with the largest share and those that cannot be told from it, largest first: the bootstrap interval of the
    /// difference holds zero, allowing for how many are compared with the first.
    /// </summary>
    public IReadOnlyList<Driver> Leading { get; private init; } = [];

    const int FewestRows = 30;
    const int RowsPerDriver = 5;
    const double SameThing = 1e8;

    /// <summary>How many respondents who answered everything so many drivers need.</summary>
    public static int RowsNeeded(int drivers) => Math.Max(FewestRows, RowsPerDriver * drivers);

    /// <summary>Shares the explained variance among the drivers, with percentile bootstrap intervals.</summary>
    /// <param name="data">The answers.</param>
    /// <param name="method">How to share.</param>
    /// <param name="seed">The seed of the resampling; the same one repeats the intervals.</param>
    /// <param name="resamples">How many resamples, 100 or more.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <returns>
    /// The analysis, or a sentence: too few complete rows, more than 15 drivers for LMG, a driver that does not vary, or
    /// drivers of which one follows from the others.
    /// </returns>
    public static Answer<DriverAnalysis> Of(
        DriverData data,
        DriverMethod method = DriverMethod.Lmg,
        ulong seed = 1,
        int resamples = 1000,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        Intervals.Z(level);
        if (data.WhyNot() is { } wrong)
            return new NoAnswer(wrong);
        var drivers = data.Names.Count;
        if (method == DriverMethod.Lmg && drivers > Lmg.MostDrivers)
            return new NoAnswer(
                $"{drivers} drivers can be ordered in too many ways. Choose {Lmg.MostDrivers} or fewer, or use Johnson's weights."
            );
        var (columns, weights, missing) = data.Complete();
        var needed = RowsNeeded(drivers);
        if (weights.Length < needed)
            return new NoAnswer(
                $"{drivers} drivers need {needed} respondents who answered everything; there are {weights.Length}"
                    + (missing > 0 ? $", and {missing} with a gap." : ".")
            );
        if (weights.Sum() <= 0)
            return new NoAnswer("All weights are zero.");
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Max() - columns[c].Min() <= 0)
                return new NoAnswer($"{(c < drivers ? data.Names[c] : "The outcome")} is the same for everybody.");
        return Analyse(data.Names, columns, weights, missing, method, seed, resamples, level);
    }

    static Answer<DriverAnalysis> Analyse(
        IReadOnlyList<string> names,
        double[][] columns,
        double[] weights,
        int missing,
        DriverMethod method,
        ulong seed,
        int resamples,
        double level
    )
    {
        var (size, drivers) = (columns.Length, columns.Length - 1);
        var products = CrossProducts.Of(columns, weights, seed);
        var once = Enumerable.Repeat(1, products.Groups).ToArray();
        if (products.Correlations(once) is not { } correlations)
            return new NoAnswer("With these weights a driver or the outcome is the same for everybody.");
        var between = Matrix<double>.Build.Dense(drivers, drivers, (a, b) => correlations[a * size + b]);
        var withOutcome = Vector<double>.Build.Dense(drivers, a => correlations[a * size + drivers]);
        var inverse = between.Inverse();
        for (var d = 0; d < drivers; d++)
            if (!(inverse[d, d] is > 0 and < SameThing))
                return new NoAnswer($"{names[d]} follows from the other drivers. Leave it or one of them out.");
        var coefficients = inverse * withOutcome;
        var shares = Shares(correlations, size, method);
        var bootstrap = DriverBootstrap.Of(products, size, method, seed, resamples);
        var noise = PermutedDriver.Shares(correlations, size, EffectiveN(weights), method, seed, resamples, level);
        Driver[] found =
        [
            .. names.Select(
                (name, d) =>
                {
                    var (low, high) = bootstrap.Interval(d, level);
                    return new Driver(name, shares[d], low, high, withOutcome[d], coefficients[d], inverse[d, d])
                    {
                        NoiseShare = noise[d],
                    };
                }
            ),
        ];
        var first = Array.IndexOf(shares, shares.Max());
        return new DriverAnalysis(method, weights.Length, missing, coefficients.DotProduct(withOutcome), found)
        {
            NoiseRSquared = Noise(weights, drivers),
            Leading =
            [
                .. found.Where((_, d) => bootstrap.MayLead(d, first, level)).OrderByDescending(driver => driver.Share),
            ],
        };
    }

    static double EffectiveN(double[] weights) =>
        weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);

    static double Noise(double[] weights, int drivers)
    {
        var left = EffectiveN(weights) - drivers - 1;
        return left > 0 ? Beta.InvCDF(drivers / 2.0, left / 2, 0.95) : 1;
    }

    internal static double[] Shares(double[] correlations, int size, DriverMethod method) =>
        method == DriverMethod.Lmg ? Lmg.Shares(correlations, size) : Johnson.Shares(correlations, size);
}
