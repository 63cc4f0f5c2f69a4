using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class BusinessCaseTests
{
    // T18: Futurelab, telecom: 100,000 joiners, early churn from 20 to 15 %, lifetime value 960, investment 1.0 M.
    const double Kept = 100_000 * 0.05 * 960;

    static BusinessCase Case(double margin, double rate, params LikelyRange[] years) =>
        BusinessCase
            .Of(
                1_000_000,
                [new("Fewer leave early", BenefitKind.RevenueAtRisk, EvidenceClass.Measured, years)],
                margin,
                rate
            )
            .Value;

    [Fact]
    public void The_naive_case_returns_380_percent()
    {
        Assert.Equal(4_800_000, Kept, 1e-6);
        Assert.Equal(3.80, Case(1, 0, Kept).ReturnOnInvestment!.Value, 1e-9);
    }

    [Fact]
    public void With_margin_and_two_years_it_is_worth_a_quarter_million()
    {
        var sober = Case(0.3, 0.1, Kept / 2, Kept / 2);

        Assert.Equal(249_587, sober.NetPresentValue.Likely, 0.5);
        Assert.Equal(1.389, sober.PaybackYears!.Value, 0.0005);
        Assert.Equal(4.0, 5 * sober.BreakEvenShare!.Value, 0.005); // it pays from 4.0 points of churn on
    }

    [Fact]
    public void What_is_not_money_is_listed_and_never_summed()
    {
        Benefit calm = new("Fewer angry calls", BenefitKind.Experience, EvidenceClass.Measured, [1000]);
        var answer = BusinessCase.Of(10, [calm], 0.3, 0.1).Value;

        Assert.Equal(-10, answer.NetPresentValue.Likely);
        Assert.Equal([calm], answer.NotInMoney);
        Assert.Null(answer.BreakEvenShare);
        Assert.Null(answer.PaybackYears);
    }

    [Fact]
    public void An_opinion_counts_half_and_a_range_stays_one()
    {
        var answer = BusinessCase
            .Of(new(8, 10, 20), [new("Licences", BenefitKind.Cashable, EvidenceClass.Opinion, [new(20, 40, 60)])], 1, 0)
            .Value;
        Assert.Equal(new LikelyRange(10 - 20, 20 - 10, 30 - 8), answer.NetPresentValue);
    }

    [Fact]
    public void A_hockey_stick_is_refused_in_words()
    {
        Assert.Equal(
            "\"Later\" looks 4 years ahead; a case looks 3 at most.",
            BusinessCase.Of(1, [new("Later", BenefitKind.Cashable, EvidenceClass.Opinion, [0, 0, 0, 99])], 1, 0).Because
        );
        Assert.Contains("at least one benefit", BusinessCase.Of(1, [], 1, 0).Because, StringComparison.Ordinal);
    }
}
