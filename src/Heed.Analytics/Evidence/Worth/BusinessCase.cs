namespace Heed.Analytics.Evidence;

/// <summary>What kind of good a benefit is. Only the first two are money.</summary>
public enum BenefitKind
{
    /// <summary>Money that will not be paid any more.</summary>
    Cashable,

    /// <summary>Revenue that would be lost; its margin is money.</summary>
    RevenueAtRisk,

    /// <summary>Hours that become free for something else.</summary>
    Capacity,

    /// <summary>A danger that gets smaller.</summary>
    Risk,

    /// <summary>Something that gets better for people.</summary>
    Experience,
}

/// <summary>A benefit, year by year.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Kind">What kind of good.</param>
/// <param name="Evidence">What it rests on; opinion counts half, a sample four fifths.</param>
/// <param name="Years">Its size in each year, the first at the end of year one; at most three years.</param>
public sealed record Benefit(string Name, BenefitKind Kind, EvidenceClass Evidence, IReadOnlyList<LikelyRange> Years);

/// <summary>Does it pay, and how sure is that?</summary>
/// <remarks>
/// Margin and not revenue counts, each benefit is discounted by its evidence, and capacity, risk and experience are listed and
/// never summed as cash. A horizon beyond three years is refused: hockey sticks live there.
/// </remarks>
public sealed record BusinessCase
{
    const int LongestHorizon = 3;

    BusinessCase() { }

    /// <summary>What the benefits are worth today, less the investment, in money.</summary>
    public required LikelyRange NetPresentValue { get; init; }

    /// <summary>Undiscounted benefits less the investment, by the investment: 3.8 is 380 %. Null without an investment.</summary>
    public required double? ReturnOnInvestment { get; init; }

    /// <summary>After how many years the likely benefits have paid the investment back; null when they do not.</summary>
    public required double? PaybackYears { get; init; }

    /// <summary>The same where everything comes out at its best: the most that is brought, the least that is paid.</summary>
    public required double? SoonestPaybackYears { get; init; }

    /// <summary>The same where everything comes out at its worst; null when it is never paid back then.</summary>
    public required double? LatestPaybackYears { get; init; }

    /// <summary>
    /// The share of the likely benefits at which the case just pays. Times an input that they grow with, it is that input's
    /// break-even value ("it pays from 4.0 points of churn on"); null when there is no benefit in money.
    /// </summary>
    public required double? BreakEvenShare { get; init; }

    /// <summary>The benefits that are not money: shown beside the sum, never in it.</summary>
    public required IReadOnlyList<Benefit> NotInMoney { get; init; }

    /// <summary>Computes a case.</summary>
    /// <param name="investment">What it costs at the start; 0 or more.</param>
    /// <param name="benefits">What it brings.</param>
    /// <param name="margin">The share of revenue that is left after its direct costs, 0..1.</param>
    /// <param name="discountRate">What a year of waiting costs, 0.1 for 10 %; above −1.</param>
    /// <returns>The case; or a sentence when a horizon is longer than three years or there is no benefit at all.</returns>
    public static Answer<BusinessCase> Of(
        LikelyRange investment,
        IReadOnlyList<Benefit> benefits,
        double margin,
        double discountRate
    )
    {
        ArgumentNullException.ThrowIfNull(benefits);
        ArgumentOutOfRangeException.ThrowIfNegative(investment.Low);
        if (!(margin is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin lies in 0..1.");
        if (!(double.IsFinite(discountRate) && discountRate > -1))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A rate lies above -1.");
        if (benefits.Count == 0)
            return new NoAnswer("A case needs at least one benefit.");
        if (benefits.FirstOrDefault(benefit => benefit.Years.Count > LongestHorizon) is { } far)
            return new NoAnswer(
                $"\"{far.Name}\" looks {far.Years.Count} years ahead; a case looks {LongestHorizon} at most."
            );

        var years = Enumerable.Repeat((LikelyRange)0, LongestHorizon).ToArray();
        foreach (var benefit in benefits)
        {
            var share = Prioritisation.Confidence(benefit.Evidence) * InMoney(benefit.Kind, margin);
            for (var year = 0; year < benefit.Years.Count; year++)
                years[year] += benefit.Years[year] * share;
        }
        LikelyRange present = 0;
        for (var year = 0; year < LongestHorizon; year++)
            present += years[year] * Math.Pow(1 + discountRate, -(year + 1));
        return new BusinessCase
        {
            NetPresentValue = present - investment,
            ReturnOnInvestment =
                investment.Likely > 0 ? (years.Sum(year => year.Likely) - investment.Likely) / investment.Likely : null,
            PaybackYears = Payback(investment.Likely, years, year => year.Likely),
            SoonestPaybackYears = Payback(investment.Low, years, year => year.High),
            LatestPaybackYears = Payback(investment.High, years, year => year.Low),
            BreakEvenShare = present.Likely > 0 ? investment.Likely / present.Likely : null,
            NotInMoney = [.. benefits.Where(benefit => InMoney(benefit.Kind, margin) == 0)],
        };
    }

    static double InMoney(BenefitKind kind, double margin) =>
        kind switch
        {
            BenefitKind.Cashable => 1,
            BenefitKind.RevenueAtRisk => margin,
            _ => 0,
        };

    static double? Payback(double investment, LikelyRange[] years, Func<LikelyRange, double> of)
    {
        var left = investment;
        for (var year = 0; year < years.Length; year++)
        {
            var brought = of(years[year]);
            if (left <= 0)
                return year;
            if (brought >= left)
                return year + left / brought;
            left -= brought;
        }
        return left <= 0 ? years.Length : null;
    }
}
