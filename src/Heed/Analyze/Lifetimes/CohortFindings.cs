using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>One period of a cohort: what was seen and what the model says, in shares of the start.</summary>
sealed record CohortPeriod(int Period, double? Observed, double Staying, Estimate? Range, double? Rate);

/// <summary>How a cohort melts; or, in a sentence, why that cannot be told.</summary>
sealed record CohortFound(Cohort Cohort, Retention? Model, string? Because)
{
    /// <summary>Why there are no ranges; null when there are.</summary>
    public string? RangeBecause { get; init; }
    public Estimate? Alpha { get; init; }
    public Estimate? Beta { get; init; }
    public IReadOnlyList<CohortPeriod> Periods { get; init; } = [];

    /// <summary>The share of those who come to the next renewal that renew.</summary>
    public Estimate? NextRate { get; init; }

    /// <summary>What the renewals of a new customer are worth.</summary>
    public Estimate? Value { get; init; }

    public int Seen => Cohort.Staying.Count - 1;
}

/// <summary>What cohorts of customers with a contract say.</summary>
sealed record CohortFindings(LifetimeAsk Ask, IReadOnlyList<CohortFound> Cohorts)
{
    const double UsualDiscount = 0.1;

    public double Discount => Ask.Discount is > 0 ? Ask.Discount.Value : UsualDiscount;

    public static CohortFindings Of(LifetimeAsk ask, IReadOnlyList<Cohort> cohorts)
    {
        var found = new CohortFindings(ask, []);
        return found with { Cohorts = [.. cohorts.Select(found.One)] };
    }

    CohortFound One(Cohort cohort)
    {
        var counts = cohort.Staying;
        // Shares say how a cohort melts, but not how surely: 24.1 % of 30 is another thing than of 30,000.
        var areShares = Ask.StartedWith is null && counts is [1 or 100, ..];
        if (Ask.StartedWith is { } start && counts is [> 0, ..])
            counts = [.. counts.Select(count => count / cohort.Staying[0] * start)];
        if (Retention.Fit(counts).Refused(out var because, out var model))
            return new CohortFound(cohort, null, because);
        Estimate? Range(Func<Retention, double> of) =>
            areShares ? null
            : model.Range(of) is { IsGiven: true } range ? range.Value
            : null;
        var (seen, ahead) = (counts.Count - 1, Ask.Ahead ?? counts.Count - 1);
        return new CohortFound(cohort, model, null)
        {
            RangeBecause = areShares
                ? $"“{cohort.Name}” begins with {Format.Typed(counts[0])}, so it holds shares: how surely they are known hangs on how many customers there were. Add --started-with."
                : model.Range(one => one.Alpha).Because,
            Alpha = Range(one => one.Alpha),
            Beta = Range(one => one.Beta),
            NextRate = Range(one => one.Rate(seen + 1)),
            Value = Ask.Payment is { } payment ? Worth(model, payment, areShares) : null,
            Periods =
            [
                .. Enumerable
                    .Range(0, seen + ahead + 1)
                    .Select(period => new CohortPeriod(
                        period,
                        period <= seen ? counts[period] / counts[0] : null,
                        model.Staying(period),
                        period == 0 ? null : Range(one => one.Staying(period)),
                        period == 0 ? null : model.Rate(period)
                    )),
            ],
        };
    }

    Estimate Worth(Retention model, double payment, bool areShares)
    {
        var value = payment * model.DiscountedPayments(0, Discount);
        return areShares || LifetimeValue.WithContract(model, payment, Discount).Refused(out _, out var range)
            ? new(value, double.NaN, double.NaN, double.NaN)
            : range;
    }
}
