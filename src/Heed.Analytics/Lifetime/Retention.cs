using Heed.Analytics.Scores;
using static MathNet.Numerics.SpecialFunctions;

namespace Heed.Analytics.Lifetime;

/// <summary>
/// How many of a cohort with a contract stay, period after period, and beyond the last one seen. Retention rises with age
/// not because people grow loyal, but because those likely to leave have left.
/// </summary>
/// <remarks>
/// Shifted beta-geometric: Fader and Hardie, How to project customer retention, Journal of Interactive Marketing 21, 2007.
/// Each customer leaves at every renewal with a chance of their own, and the chances follow a beta distribution.
/// </remarks>
/// <param name="Alpha">First parameter of the chances to leave.</param>
/// <param name="Beta">Second parameter of the chances to leave.</param>
public sealed record Retention(double Alpha, double Beta)
{
    /// <inheritdoc cref="BgNbd.LogLikelihood"/>
    public double LogLikelihood { get; private init; } = double.NaN;

    internal ParameterCloud? Cloud { get; private init; }

    /// <summary>Fits a cohort.</summary>
    /// <param name="staying">How many there were at the start and after each renewal, two renewals or more.</param>
    /// <returns>The model, or a sentence: too short, rising, or nobody left.</returns>
    public static Answer<Retention> Fit(IReadOnlyList<double> staying)
    {
        ArgumentNullException.ThrowIfNull(staying);
        if (staying.Count < 3)
            return new NoAnswer($"A cohort needs its start and two renewals; there are {staying.Count} numbers.");
        if (!double.IsFinite(staying[0]))
            return new NoAnswer("A cohort has a number of people at its start; here is none.");
        for (var period = 1; period < staying.Count; period++)
            if (!(staying[period] >= 0 && staying[period] <= staying[period - 1]))
                return new NoAnswer(
                    $"More were there after renewal {period} than before it. A cohort only loses people; count new ones apart."
                );
        if (staying[^1] == staying[0])
            return new NoAnswer("Nobody has left yet, so nothing can be said about leaving.");
        double At(double[] p) => new Retention(p[0], p[1]).LogChance(staying);
        return Likelihood.Highest(At, 1, 2).Refused(out var because, out var top)
            ? new NoAnswer(because)
            : new Retention(top.Parameters[0], top.Parameters[1])
            {
                LogLikelihood = top.Height,
                Cloud = ParameterCloud.Around(At, top.Parameters),
            };
    }

    /// <summary>The share, 0 to 1, of those who came to renewal <paramref name="period"/> (1, 2, …) that renew.</summary>
    public double Rate(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        return (Beta + period - 1) / (Alpha + Beta + period - 1);
    }

    /// <summary>The share, 0 to 1, of the cohort that is still there after <paramref name="period"/> renewals.</summary>
    public double Staying(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        return Math.Exp(LogStaying(period));
    }

    /// <summary>
    /// How many more payments a customer is expected to make who has renewed <paramref name="renewals"/> times and is about
    /// to come to the next renewal, with later payments discounted.
    /// </summary>
    /// <remarks>Fader and Hardie, Customer-base valuation in a contractual setting, Marketing Science 29, 2010.</remarks>
    /// <param name="renewals">How many renewals lie behind, 0 or more.</param>
    /// <param name="discount">The discount per period, above 0: 0.1 for ten percent.</param>
    public double DiscountedPayments(int renewals, double discount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(discount);
        var age = renewals + 1;
        return Rate(age) * Likelihood.Hypergeometric(1, Beta + age, Alpha + Beta + age, 1 / (1 + discount));
    }

    /// <inheritdoc cref="BgNbd.Range"/>
    public Answer<Estimate> Range(Func<Retention, double> quantity, ulong seed = 1, int draws = 1000)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Cloud is { } cloud
            ? ParameterCloud.Range(
                quantity(this),
                random => cloud.Draw(random) is var p ? quantity(new Retention(p[0], p[1])) : 0,
                seed,
                draws,
                0.95
            )
            : ParameterCloud.Open;
    }

    double LogStaying(int period) =>
        GammaLn(Beta + period) - GammaLn(Alpha + Beta + period) + GammaLn(Alpha + Beta) - GammaLn(Beta);

    double LogChance(IReadOnlyList<double> staying)
    {
        var log = staying[^1] * LogStaying(staying.Count - 1);
        for (var period = 1; period < staying.Count; period++)
            log += (staying[period - 1] - staying[period]) * (LogStaying(period - 1) + Math.Log(1 - Rate(period)));
        return log;
    }
}
