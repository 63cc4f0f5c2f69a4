using Heed.Analytics.Weighting;

namespace Heed.Analytics.Tests.Weighting;

public class DesignBasedTests
{
    static readonly double?[] Values = [4, 6, 5, 9, 8, 7];

    static SampleDesign Equal(int people) => new([.. Enumerable.Repeat(1.0, people)]);

    [Fact]
    public void Drawn_alone_with_equal_weights_it_is_the_textbooks_error()
    {
        var mean = DesignBased.Mean(Values, Equal(6)).Value;
        Assert.Equal(6.5, mean.Value, 1e-12);
        Assert.Equal(Math.Sqrt(3.5 / 6), mean.StandardError, 1e-12); // variance 3.5 on 5 degrees of freedom
        Assert.Equal((6, 5), (mean.N, mean.Freedom));
        Assert.Equal(2.570582 * mean.StandardError, mean.High - mean.Value, 1e-5); // t, 5 degrees of freedom
    }

    [Fact]
    public void People_of_one_group_who_are_alike_say_less()
    {
        var branches = Equal(6) with { Clusters = [1, 1, 1, 2, 2, 2] };
        var mean = DesignBased.Mean(Values, branches).Value;
        // Two branch sums of influence, (15 - 19.5)/6 and (24 - 19.5)/6.
        Assert.Equal(1.5, mean.StandardError, 1e-12);
        Assert.Equal(1, mean.Freedom);
    }

    [Fact]
    public void Strata_take_what_lies_between_them_away()
    {
        var strata = Equal(6) with { Strata = [1, 1, 1, 2, 2, 2] };
        Assert.Equal(Math.Sqrt(2 * 3 * 1.0 / 36), DesignBased.Mean(Values, strata).Value.StandardError, 1e-12);
    }

    [Fact]
    public void Who_has_asked_everybody_is_not_uncertain() =>
        Assert.Equal(
            0,
            DesignBased.Mean(Values, Equal(6) with { InPopulation = [6, 6, 6, 6, 6, 6] }).Value.StandardError
        );

    [Fact]
    public void A_margin_that_explains_the_answers_leaves_no_error()
    {
        var margin = new Margin("kind", ["low", "high"], [3, 3], [0, 0, 0, 1, 1, 1]);
        var raked = Equal(6) with { RakedTo = [margin] };
        Assert.Equal(0, DesignBased.Mean([4, 4, 4, 9, 9, 9], raked).Value.StandardError, 1e-12);
    }

    [Fact]
    public void Who_gave_no_answer_stays_in_the_design_and_out_of_the_mean()
    {
        var mean = DesignBased.Mean([4, 6, null, 9, 8, null], Equal(6)).Value;
        Assert.Equal((6.75, 4), (mean.Value, mean.N));
        Assert.Equal(5, mean.Freedom);
        Assert.Equal(27, DesignBased.Total([4, 6, null, 9, 8, null], Equal(6)).Value.Value, 1e-12);
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        string? Refusal(double?[] values, SampleDesign design)
        {
            Assert.Equal(DesignBased.Mean(values, design).Because, DesignBased.Total(values, design).Because);
            return DesignBased.Mean(values, design).Because;
        }
        Assert.Equal("Nobody answered.", Refusal([], Equal(0)));
        Assert.Equal("Nobody answered.", Refusal([null, null], Equal(2)));
        Assert.Contains("finite", Refusal([double.NaN, 1], Equal(2)));
        Assert.Contains("There are 3 weights for 2", Refusal([1, 2], Equal(3)));
        Assert.Contains("1 weights are not above zero", Refusal([1, 2], new([1, 0])));
        Assert.Contains("1 weights are not above zero", Refusal([1, 2], new([1, -1])));
        Assert.Contains("two clusters", Refusal([1, 2], Equal(2) with { Clusters = [7, 7] }));
        Assert.Contains("Stratum 2 has a single", Refusal([1, 2, 3], Equal(3) with { Strata = [1, 1, 2] }));
        Assert.Contains("cannot be", Refusal([1, 2], Equal(2) with { InPopulation = [1, 1] }));
        Assert.Contains("one entry for each", Refusal([1, 2], Equal(2) with { Strata = [1] }));
        Assert.Contains(
            "needs a category of age",
            Refusal([1, 2], Equal(2) with { RakedTo = [new("age", ["young"], [2], [0, -1])] })
        );
    }
}
