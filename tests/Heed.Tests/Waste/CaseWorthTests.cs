using Heed.Analytics.Evidence;
using Heed.Waste;
using BusinessCase = Heed.Waste.BusinessCase;

namespace Heed.Tests.Waste;

public sealed class CaseWorthTests
{
    static BenefitRequest Asked(BenefitKind kind, Ledger ledger, double low, double likely, double high) =>
        new()
        {
            Name = $"{kind}",
            Kind = kind,
            Ledger = ledger,
            Low = low,
            Likely = likely,
            High = high,
            Evidence = EvidenceClass.Measured,
        };

    static BusinessCase With(int years, params BenefitRequest[] benefits)
    {
        var one = BusinessCaseMovesTests.New();
        one.Years = years;
        foreach (var asked in benefits)
        {
            Assert.False(CaseBenefit.Of(one.Id, asked).Refused(out var refusal, out var benefit), refusal?.Because);
            one.Benefits.Add(benefit);
        }
        return one;
    }

    [Fact]
    public void What_is_soft_is_never_summed_as_cash()
    {
        var one = With(
            1,
            Asked(BenefitKind.Capacity, Ledger.StaffHours, 10, 20, 30),
            Asked(BenefitKind.Experience, Ledger.CustomerHours, 100, 200, 300),
            Asked(BenefitKind.Risk, Ledger.Cash, 1, 2, 3)
        );
        one.OneOff = 500;
        var worth = CaseWorth.Of(one).Value;
        Assert.Equal(-500, worth.Discounted.NetPresentValue.Likely);
        Assert.Equal(new LikelyRange(120, 240, 360), worth.StaffHours);
        Assert.Equal(new LikelyRange(1200, 2400, 3600), worth.CustomerHours);
        Assert.Equal(0, worth.FirstYear.High);
        Assert.Equal(0, worth.Naive);
        Assert.Null(worth.LeastCertain);
        Assert.Null(worth.Discounted.PaybackYears);
    }

    [Fact]
    public void Cashable_hours_are_money_by_their_tariff_and_the_same_hours_in_their_ledger()
    {
        var asked = Asked(BenefitKind.Cashable, Ledger.StaffHours, 10, 10, 10);
        asked.Each = 50;
        var worth = CaseWorth.Of(With(1, asked)).Value;
        Assert.Equal(10 * 12 * 50, worth.Discounted.NetPresentValue.Likely, 1e-9);
        Assert.Equal(120, worth.StaffHours.Likely);
        Assert.Equal(6000 / 52.0, worth.AWeek.Likely, 1e-9);
    }

    [Fact]
    public void An_opinion_counts_half_beside_what_it_would_be_if_it_were_measured()
    {
        var asked = Asked(BenefitKind.Cashable, Ledger.Cash, 50, 100, 150);
        asked.Evidence = EvidenceClass.Opinion;
        var worth = CaseWorth.Of(With(2, asked)).Value;
        Assert.Equal((100, 200), (worth.Discounted.NetPresentValue.Likely, worth.Undiscounted.NetPresentValue.Likely));
    }

    [Fact]
    public void The_least_certain_input_is_the_widest_one_and_its_break_even_is_said_in_words()
    {
        var sure = Asked(BenefitKind.Cashable, Ledger.Cash, 90, 100, 110);
        var wide = Asked(BenefitKind.RevenueAtRisk, Ledger.Cash, 1, 5, 9);
        (wide.Name, wide.Unit, wide.Each, wide.Evidence) = (
            "Fewer leave",
            "points of churn",
            100,
            EvidenceClass.Sampled
        );
        var one = With(1, sure, wide);
        (one.Margin, one.OneOff) = (0.5, 144);
        // 100 of the sure one, and 40 of each point: 100 × 50 % × 80 %.
        var least = CaseWorth.Of(one).Value.LeastCertain!;
        Assert.Equal(1.1, least.Needed!.Value, 1e-9);
        Assert.Equal("It pays if “Fewer leave” is at least 1.1 points of churn; 5 are likely.", least.Says);
        one.OneOff = 500;
        Assert.Equal(
            "It pays only if “Fewer leave” is at least 10 points of churn, and more than 9 is not thought possible.",
            CaseWorth.Of(one).Value.LeastCertain!.Says
        );
        one.OneOff = 99;
        Assert.Equal("It pays even if “Fewer leave” brings nothing.", CaseWorth.Of(one).Value.LeastCertain!.Says);
    }

    [Fact]
    public void Customers_who_stay_compound_month_by_month()
    {
        var asked = Asked(BenefitKind.RevenueAtRisk, Ledger.Cash, 1, 2, 3);
        (asked.Customers, asked.LossPercent, asked.Each) = (1000, 5, 10);
        var one = With(2, asked);
        var months = Enumerable.Range(1, 24).Sum(m => 10_000 * (Math.Pow(0.97, m) - Math.Pow(0.95, m)));
        Assert.Equal(months, CaseWorth.Of(one).Value.Discounted.NetPresentValue.Likely, 1e-6);
        Assert.Equal(CaseBenefit.PointsOfLoss, one.Benefits[0].Unit);
    }

    [Fact]
    public void Running_costs_are_paid_each_year_and_nothing_is_said_where_nothing_is_brought()
    {
        var one = With(2, Asked(BenefitKind.Cashable, Ledger.Cash, 100, 100, 100));
        one.Running = new(10, 20, 30);
        Assert.Equal(new LikelyRange(140, 160, 180), CaseWorth.Of(one).Value.Discounted.NetPresentValue);
        Assert.Equal("Say first what it brings.", CaseWorth.Of(With(1)).Because);
    }

    [Theory]
    [InlineData(BenefitKind.Cashable, Ledger.CustomerHours, null, "not paid for their hours")]
    [InlineData(BenefitKind.Cashable, Ledger.StaffHours, null, "what an hour costs")]
    [InlineData(BenefitKind.Capacity, Ledger.Cash, null, "hours that become free")]
    [InlineData(BenefitKind.Capacity, Ledger.StaffHours, 50.0, "never money")]
    [InlineData(BenefitKind.Experience, Ledger.Cash, 50.0, "never money")]
    [InlineData(BenefitKind.RevenueAtRisk, Ledger.StaffHours, 50.0, "ledger of cash")]
    public void What_would_make_money_of_the_soft_is_refused_in_words(
        BenefitKind kind,
        Ledger ledger,
        double? each,
        string because
    )
    {
        var asked = Asked(kind, ledger, 1, 2, 3);
        asked.Each = each;
        Assert.True(CaseBenefit.Of(Id<BusinessCase>.New(), asked).Refused(out var refusal));
        Assert.Contains(because, refusal.Because, StringComparison.Ordinal);
        Assert.NotNull(refusal.Field);
    }

    [Fact]
    public void A_guess_is_never_one_number_and_no_more_stay_than_leave()
    {
        var asked = Asked(BenefitKind.RevenueAtRisk, Ledger.Cash, 5, 5, 5);
        asked.Evidence = EvidenceClass.Opinion;
        Assert.True(CaseBenefit.Of(Id<BusinessCase>.New(), asked).Refused(out var one));
        Assert.Contains("never one number", one.Because, StringComparison.Ordinal);
        (asked.Evidence, asked.Customers) = (EvidenceClass.Measured, 100);
        Assert.True(CaseBenefit.Of(Id<BusinessCase>.New(), asked).Refused(out var three));
        Assert.Contains("three numbers", three.Because, StringComparison.Ordinal);
        (asked.LossPercent, asked.Each) = (4, 10);
        Assert.True(CaseBenefit.Of(Id<BusinessCase>.New(), asked).Refused(out var more));
        Assert.Contains("No more points", more.Because, StringComparison.Ordinal);
        Assert.True(
            CaseBenefit
                .Of(Id<BusinessCase>.New(), Asked(BenefitKind.Cashable, Ledger.Cash, 5, 4, 6))
                .Refused(out var order)
        );
        Assert.Contains("comes before likely", order.Because, StringComparison.Ordinal);
    }
}
