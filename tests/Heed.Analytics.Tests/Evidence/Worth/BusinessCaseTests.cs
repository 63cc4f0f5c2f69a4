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

    static Answer<BusinessCase> Try(double investment, double margin, double rate, params LikelyRange[] years) =>
        BusinessCase.Of(
            investment,
            [new("Licences", BenefitKind.Cashable, EvidenceClass.Measured, years)],
            margin,
            rate
        );

    [Theory]
    [InlineData(0, 0.0)] // nothing to pay back
    [InlineData(50, 0.5)]
    [InlineData(100, 1.0)]
    [InlineData(150, 1.5)]
    [InlineData(200, 2.0)]
    [InlineData(300, 3.0)]
    [InlineData(301, null)]
    public void An_investment_is_paid_back_when_the_years_reach_it(double investment, double? years) =>
        Assert.Equal(years, Try(investment, 1, 0, 100, 100, 100).Value.PaybackYears);

    [Fact]
    public void A_year_that_costs_delays_the_payback()
    {
        Assert.Equal(2.5, Try(50, 1, 0, 0, 0, 100).Value.PaybackYears);
        Assert.Equal(2.7, Try(50, 1, 0, -20, 0, 100).Value.PaybackYears!.Value, 1e-12);
    }

    [Fact]
    public void Three_years_are_discounted_each_by_its_own_power()
    {
        var answer = Try(100, 1, 0.25, 125, 156.25, 195.3125).Value;
        Assert.Equal(200, answer.NetPresentValue.Likely, 1e-9);
        Assert.Equal(1 / 3.0, answer.BreakEvenShare!.Value, 1e-12);
        Assert.Equal((125 + 156.25 + 195.3125 - 100) / 100, answer.ReturnOnInvestment!.Value, 1e-12);
        Assert.Null(Try(0, 1, 0, 5).Value.ReturnOnInvestment);
        Assert.Null(Try(5, 1, 0, 0).Value.BreakEvenShare);
    }

    [Fact]
    public void Only_the_margin_of_revenue_is_money_and_a_sample_counts_four_fifths()
    {
        Benefit Of(BenefitKind kind) => new($"{kind}", kind, EvidenceClass.Sampled, [100]);
        Benefit[] all = [.. Enum.GetValues<BenefitKind>().Select(Of)];
        var answer = BusinessCase.Of(0, all, 0.25, 0).Value;

        Assert.Equal(80 + 20, answer.NetPresentValue.Likely, 1e-9);
        Assert.Equal(["Capacity", "Risk", "Experience"], answer.NotInMoney.Select(benefit => benefit.Name));
        // Without a margin revenue is no money either.
        Assert.Equal(4, BusinessCase.Of(0, all, 0, 0).Value.NotInMoney.Count);
    }

    [Theory]
    [InlineData(-1, 0.5, 0)]
    [InlineData(1, -0.1, 0)]
    [InlineData(1, 1.1, 0)]
    [InlineData(1, double.NaN, 0)]
    [InlineData(1, 0.5, -1)]
    [InlineData(1, 0.5, double.NaN)]
    [InlineData(1, 0.5, double.PositiveInfinity)]
    public void What_no_case_can_rest_on_is_a_mistake(double investment, double margin, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Try(investment, margin, rate, 1));

    [Fact]
    public void The_ends_of_a_margin_and_three_years_are_fine()
    {
        Assert.True(Try(0, 0, -0.99, 1, 1, 1).IsGiven);
        Assert.True(Try(0, 1, 0, 1, 1, 1).IsGiven);
        Assert.Equal("A case needs at least one benefit.", BusinessCase.Of(1, [], 1, 0).Because);
    }

    [Fact]
    public void The_payback_has_a_best_and_a_worst()
    {
        var answer = BusinessCase
            .Of(
                new(50, 100, 200),
                [new("Licences", BenefitKind.Cashable, EvidenceClass.Measured, [new(20, 50, 100), new(20, 50, 100)])],
                1,
                0
            )
            .Value;
        Assert.Equal((0.5, 2.0, null), (answer.SoonestPaybackYears, answer.PaybackYears, answer.LatestPaybackYears));
    }
}
