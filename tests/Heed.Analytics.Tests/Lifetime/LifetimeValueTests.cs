using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Lifetime;

public class LifetimeValueTests
{
    static readonly double[] Thousand = [1000, 869, 743, 653, 593, 551, 517, 491];

    [Fact]
    public void A_contract_is_worth_its_discounted_payments_with_a_range_that_more_customers_narrow()
    {
        var few = LifetimeValue.WithContract(Retention.Fit([.. Thousand.Select(n => n / 10)]).Value, 50, .1).Value;
        var many = LifetimeValue.WithContract(Retention.Fit(Thousand).Value, 50, .1).Value;
        Assert.Equal(50 * Retention.Fit(Thousand).Value.DiscountedPayments(0, .1), many.Value, 1e-9);
        Assert.Equal(few.Value, many.Value, .01 * many.Value);
        Assert.True(many.Low < many.Value && many.Value < many.High);
        // Ten times the customers: √10 times the certainty.
        Assert.Equal(Math.Sqrt(10), (few.High - few.Low) / (many.High - many.Low), .35);
    }

    [Fact] // The range against what refits of simulated cohorts find: the two kinds of uncertainty are one.
    public void The_range_is_the_spread_of_refitted_cohorts()
    {
        var random = new Random(4);
        var truth = new Retention(.668, 3.806);
        var values = new List<double>();
        for (var cohort = 0; cohort < 300; cohort++)
        {
            var staying = new double[8];
            for (var customer = 0; customer < 1000; customer++)
            {
                var age = 0;
                // By the chain rule of the model: each renewal has the rate of its age.
                while (age < 8 && (age == 0 || random.NextDouble() < truth.Rate(age)))
                    staying[age++]++;
            }
            values.Add(Retention.Fit(staying).Value.DiscountedPayments(0, .1));
        }
        values.Sort();
        var range = LifetimeValue.WithContract(Retention.Fit(Thousand).Value, 1, .1).Value;
        Assert.Equal(1, (range.High - range.Low) / (values[292] - values[7]), .25);
    }

    [Fact]
    public void A_customer_without_a_contract_is_worth_purchases_times_spending()
    {
        var (purchases, spending) = Shop();
        PurchaseHistory history = new(4, 30, 39);
        var value = LifetimeValue.WithoutContract(purchases, spending, history, new(4, 20), 52, margin: .4).Value;
        Assert.Equal(.4 * purchases.Expected(history, 52) * spending.Expected(new(4, 20)), value.Value, 1e-6);
        Assert.True(value.Low < value.Value && value.Value < value.High);
        var discounted = LifetimeValue.WithoutContract(purchases, spending, history, new(4, 20), 52, .4, .002).Value;
        Assert.InRange(discounted.Value, .9 * value.Value, value.Value);
    }

    [Fact]
    public void All_customers_together_are_worth_the_sum_and_known_better_than_each()
    {
        var (purchases, spending) = Shop();
        (PurchaseHistory, Spending)[] customers =
        [
            (new(4, 30, 39), new(4, 20)),
            (new(0, 0, 39), default),
            (new(9, 38, 39), new(9, 35)),
        ];
        foreach (var discount in new[] { 0, .002 })
        {
            var each = customers
                .Select(one =>
                    LifetimeValue.WithoutContract(purchases, spending, one.Item1, one.Item2, 52, .4, discount).Value
                )
                .ToList();
            var all = LifetimeValue.OfAll(purchases, spending, customers, 52, .4, discount).Value;
            Assert.Equal(each.Sum(one => one.Value), all.Value, 1e-9);
            Assert.True(all.High - all.Low <= each.Sum(one => one.High - one.Low));
        }
    }

    [Fact]
    public void Parameters_that_were_given_have_no_range() =>
        Assert.Contains("parameters were given", LifetimeValue.WithContract(new(.7, 1.2), 50, .1).Because);

    // Six hundred customers drawn from the models themselves.
    static (BgNbd, GammaGamma) Shop()
    {
        var random = new Random(9);
        List<PurchaseHistory> histories = [];
        List<Spending> spendings = [];
        for (var customer = 0; customer < 600; customer++)
        {
            var rate = .02 + .2 * random.NextDouble() * random.NextDouble();
            var leave = random.NextDouble() * .5;
            var (time, repeats, last) = (0.0, 0, 0.0);
            while ((time -= Math.Log(1 - random.NextDouble()) / rate) < 39)
            {
                (repeats, last) = (repeats + 1, time);
                if (random.NextDouble() < leave)
                    break;
            }
            histories.Add(new(repeats, last, 39));
            var scale = 10 + 30 * random.NextDouble();
            spendings.Add(new(repeats, repeats == 0 ? 0 : scale * (.5 + random.NextDouble())));
        }
        return (BgNbd.Fit(histories).Value, GammaGamma.Fit(spendings).Value);
    }
}
