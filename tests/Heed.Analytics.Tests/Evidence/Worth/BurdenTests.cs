using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class BurdenTests
{
    [Fact] // T14: Standard Cost Model
    public void Time_by_people_by_frequency_by_tariff_is_the_published_cost() =>
        Assert.Equal(
            3_744_000,
            Burden.InCash(Burden.Hours(each: 6, people: 20, times: 52), tariff: 600, isCashable: true).Value.Likely
        );

    [Fact] // T14: GROSS, Hawaii Pacific Health: 24 seconds, 1,700 hours a month
    public void Seconds_add_up_to_hours() => Assert.Equal(1700, Burden.Hours(24 / 3600.0, 255_000, 1).Likely, 1e-9);

    [Fact]
    public void What_is_not_known_exactly_stays_a_range()
    {
        var hours = Burden.Hours(new(0.1, 0.25, 0.5), new(10, 20, 20), 4);
        Assert.Equal(new LikelyRange(4, 20, 40), hours);
    }

    [Fact]
    public void Hours_that_are_paid_anyway_are_not_cash() =>
        Assert.Contains(
            "show them as hours",
            Burden.InCash(10, 50, isCashable: false).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Ledgers_are_added_one_by_one()
    {
        var both = new Burden(10, 2, 100) + new Burden(new(1, 2, 3), 0, 50);

        Assert.Equal(new LikelyRange(11, 12, 13), both.StaffHours);
        Assert.Equal((2, 150), (both.CustomerHours.Likely, both.Cash.Likely));
    }

    [Fact]
    public void A_range_cannot_be_built_the_wrong_way_round()
    {
        Assert.Throws<ArgumentException>(() => new LikelyRange(3, 2, 4));
        Assert.Throws<ArgumentException>(() => new LikelyRange(1, double.NaN, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Burden.Hours(-1, 1, 1));
        Assert.Equal(
            new LikelyRange(-6, -2, 3),
            new LikelyRange(-3, -1, 1) * new LikelyRange(0, 2, 2) + new LikelyRange(0, 0, 1)
        );
        Assert.Equal(new LikelyRange(-1, 1, 3), new LikelyRange(1, 2, 3) - new LikelyRange(0, 1, 2));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, -1)]
    public void Nothing_takes_less_than_no_time(double each, double people, double times) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Burden.Hours(each, people, times));

    [Fact]
    public void A_tariff_may_be_nothing_and_not_less()
    {
        Assert.Equal(0, Burden.InCash(10, 0, isCashable: true).Value.Likely);
        Assert.Throws<ArgumentOutOfRangeException>(() => Burden.InCash(10, -1, isCashable: true));
        Assert.Equal(
            "Hours become money only when someone stops paying for them; show them as hours.",
            Burden.InCash(10, 50, isCashable: false).Because
        );
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 1, 2)]
    [InlineData(0, 1, double.PositiveInfinity)]
    [InlineData(0, 3, 2)]
    [InlineData(double.NaN, 1, 2)]
    public void A_range_has_ends(double low, double likely, double high) =>
        Assert.StartsWith(
            "A range goes from low over likely to high, not ",
            Assert.Throws<ArgumentException>(() => new LikelyRange(low, likely, high)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_product_reaches_as_far_as_any_two_ends_of_it()
    {
        var product = new LikelyRange(-2, 1, 3) * new LikelyRange(-5, 4, 4);
        Assert.Equal((-15, 4, 12), (product.Low, product.Likely, product.High));
        var turned = new LikelyRange(-4, -2, -1) * new LikelyRange(-5, -3, 2);
        Assert.Equal((-8, 6, 20), (turned.Low, turned.Likely, turned.High));
    }
}
