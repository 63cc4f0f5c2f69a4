using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Lifetime;

public class RetentionTests
{
    static readonly double[] HighEnd = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1];
    static readonly double[] Regular = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1];

    [Fact] // Fader and Hardie (2007), seven renewals of two segments.
    public void Two_segments_are_fitted_as_published()
    {
        var (high, regular) = (Retention.Fit(HighEnd).Value, Retention.Fit(Regular).Value);
        Assert.Equal((.668, 3.806), (Math.Round(high.Alpha, 3), Math.Round(high.Beta, 3)));
        Assert.Equal((.704, 1.182), (Math.Round(regular.Alpha, 3), Math.Round(regular.Beta, 3)));
        for (var renewal = 1; renewal < HighEnd.Length; renewal++)
        {
            Assert.Equal(HighEnd[renewal] / 100, high.Staying(renewal), .02);
            Assert.Equal(Regular[renewal] / 100, regular.Staying(renewal), .02);
        }
        Assert.True(high.Rate(8) > high.Rate(1));
    }

    [Fact]
    public void Discounted_payments_are_the_sum_over_all_renewals_to_come()
    {
        var model = new Retention(.704, 1.182);
        var sum = 0.0;
        for (var renewal = 3; renewal < 2000; renewal++)
            sum += model.Staying(renewal) / model.Staying(2) / Math.Pow(1.1, renewal - 3);
        Assert.Equal(sum, model.DiscountedPayments(2, .1), 1e-9);
    }

    [Fact]
    public void A_cohort_that_cannot_be_is_refused_in_words()
    {
        Assert.Contains("start and two renewals", Retention.Fit([100, 90]).Because);
        Assert.Contains("after renewal 2 than before it", Retention.Fit([100, 80, 90]).Because);
        Assert.Contains("Nobody has left yet", Retention.Fit([100, 100, 100]).Because);
    }
}
