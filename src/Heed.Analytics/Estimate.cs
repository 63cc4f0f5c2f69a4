using MathNet.Numerics.Distributions;

namespace Heed.Analytics;

/// <summary>A number from a sample, with the range in which the truth probably lies.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
/// <param name="StandardError">Its standard error; for a ratio, that of its natural logarithm.</param>
public readonly record struct Estimate(double Value, double Low, double High, double StandardError)
{
    /// <summary>
    /// How often noise alone would lead at least as far from no effect (0; for a ratio 1): two-sided, from the same
    /// distribution as the interval, so below 0.05 when the interval excludes no effect. Null when it was not estimated.
    /// </summary>
    public double? PValue { get; private init; }

    /// <summary>An estimate with value ± t · error, t from Student's distribution; the normal one when degrees are infinite.</summary>
    internal static Estimate Around(
        double value,
        double error,
        double degrees = double.PositiveInfinity,
        double confidence = 0.95
    )
    {
        var reach = Quantile(degrees, confidence) * error;
        return new(value, value - reach, value + reach, error)
        {
            PValue = error > 0 ? Tails(value / error, degrees) : null,
        };
    }

    /// <summary>An estimate whose interval was found otherwise than by adding and taking away the same.</summary>
    internal static Estimate Between(double value, double low, double high, double error, double pValue) =>
        new(value, low, high, error) { PValue = pValue };

    /// <summary>The same estimate told as a ratio, when it was made on the scale of logarithms.</summary>
    internal Estimate AsRatio() => this with { Value = Math.Exp(Value), Low = Math.Exp(Low), High = Math.Exp(High) };

    static double Tails(double distance, double degrees) =>
        double.IsPositiveInfinity(degrees)
            ? 2 * Normal.CDF(0, 1, -Math.Abs(distance))
            : 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(distance));

    /// <summary>How many standard errors an interval of this confidence reaches to each side.</summary>
    internal static double Quantile(double degrees, double confidence = 0.95) =>
        !double.IsPositiveInfinity(degrees) ? StudentT.InvCDF(0, 1, degrees, (1 + confidence) / 2)
        : confidence == 0.95 ? 1.959963984540054
        : Normal.InvCDF(0, 1, (1 + confidence) / 2);
}
