using Heed.Analytics.Evidence;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class HoursBackTests
{
    static TrialVerdict Fell(double? effect, double? low, double? high) =>
        new()
        {
            TrialId = Id<Trial>.New(),
            MetricId = Id<Heed.Metrics.Metric>.New(),
            At = default,
            By = Id<Heed.People.Member>.New(),
            Word = VerdictWord.Improved,
            LessThanPredicted = false,
            Sentence = "",
            PointsBefore = 24,
            PointsAfter = 13,
            Fingerprint = "",
            Effect = effect,
            Low = low,
            High = high,
            Predicted = -10,
            PredictionPrecededData = true,
            WhatElseChanged = "none known",
        };

    [Theory]
    [InlineData("hours", Cadence.Week, 52.0, 39.0, 65.0)] // 12 × 52 / 12
    [InlineData(" Minutes", Cadence.Week, 52.0 / 60, 39.0 / 60, 65.0 / 60)]
    [InlineData("h", Cadence.Month, 12, 9, 15)]
    [InlineData("h", Cadence.Quarter, 4, 3, 5)]
    [InlineData("h", Cadence.Year, 1, 0.75, 1.25)]
    [InlineData("min", Cadence.Day, 12 * 365.25 / 12 / 60, 9 * 365.25 / 12 / 60, 15 * 365.25 / 12 / 60)]
    public void What_a_period_fell_by_comes_back_each_month(
        string unit,
        Cadence cadence,
        double hours,
        double low,
        double high
    )
    {
        var back = HoursBack.Of(Fell(-12, -15, -9), unit, cadence)!;
        Assert.Equal(hours, back.Hours, 10);
        Assert.Equal(low, back.Low, 10);
        Assert.Equal(high, back.High, 10);
    }

    [Fact]
    public void Nothing_comes_back_of_what_is_no_time_or_was_not_estimated()
    {
        Assert.Null(HoursBack.Of(Fell(-12, -15, -9), "calls", Cadence.Week));
        Assert.Null(HoursBack.Of(Fell(null, null, null), "hours", Cadence.Week));
        Assert.Null(HoursBack.Sum([]));
    }

    [Fact]
    public void Independent_uncertainties_add_up_by_their_squares()
    {
        var sum = HoursBack.Sum([new(10, 7, 12), new(20, 16, 26)])!;
        Assert.Equal(30, sum.Hours, 12);
        Assert.Equal(25, sum.Low, 12); // √(3² + 4²)
        Assert.Equal(30 + Math.Sqrt(40), sum.High, 12);
    }
}
