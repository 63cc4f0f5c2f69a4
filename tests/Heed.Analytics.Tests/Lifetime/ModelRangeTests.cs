using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Lifetime;

public class ModelRangeTests
{
    static readonly double[] Thousand = [1000, 869, 743, 653, 593, 551, 517, 491];

    [Fact]
    public void A_quantity_of_a_fitted_model_has_the_range_that_its_value_has()
    {
        var retention = Retention.Fit(Thousand).Value;
        var value = LifetimeValue.WithContract(retention, 50, .1, seed: 7).Value;
        Assert.Equal(value, retention.Range(model => 50 * model.DiscountedPayments(0, .1), seed: 7).Value);
    }

    [Fact]
    public void Parameters_that_were_given_have_no_range()
    {
        Assert.Contains("parameters were given", new Retention(.7, 1.2).Range(model => model.Alpha).Because);
        Assert.Contains("parameters were given", new BgNbd(.24, 4.4, .79, 2.4).Range(model => model.R).Because);
        Assert.Contains("parameters were given", new ParetoNbd(.55, 10, .6, 11).Range(model => model.S).Because);
        Assert.Contains("parameters were given", new GammaGamma(6, 3.7, 15).Range(model => model.Overall).Because);
    }

    [Fact]
    public void The_range_of_a_parameter_holds_it_and_narrows_with_customers()
    {
        var few = Retention.Fit([.. Thousand.Select(n => n / 10)]).Value.Range(model => model.Alpha).Value;
        var many = Retention.Fit(Thousand).Value.Range(model => model.Alpha).Value;
        Assert.True(many.Low < many.Value && many.Value < many.High);
        Assert.True(many.High - many.Low < (few.High - few.Low) / 2);
    }
}
