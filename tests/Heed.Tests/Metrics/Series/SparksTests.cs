using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Tests.Metrics;

public sealed class SparksTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    internal static MetricSeries Series(params (int Week, double Value)[] points)
    {
        var asked = SampleMeasurements.Asked();
        (asked.LowerBound, asked.UpperBound) = (null, null);
        var metric = Metric.Define(asked, Now).Given();
        return new(
            metric,
            [
                .. points.Select(p => new Measurement
                {
                    MetricId = metric.Id,
                    On = new DateOnly(2034, 1, 2).AddDays(7 * p.Week),
                    Value = p.Value,
                    RecordedAt = Now,
                    Source = MeasurementSource.Manual,
                }),
            ],
            []
        );
    }

    static (int, double)[] Quiet(int weeks) =>
        [.. Enumerable.Range(0, weeks).Select(w => (w, w % 2 == 0 ? 9.5 : 10.5))];

    [Fact]
    public void A_gap_breaks_the_line()
    {
        var spark = Sparks.Of(Series([.. Quiet(8), (10, 9.5), (11, 10.5)]));

        Assert.Equal([9.5, 10.5, null, 9.5, 10.5], spark.Values.TakeLast(5));
        Assert.StartsWith(
            "Reorders within a month: the last 10 points, from 9.5 to 10.5 of 100. Inside its band; 7.3",
            spark.Says,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" to 12.7 is usual.", spark.Says, StringComparison.Ordinal);
        Assert.Null(spark.Last);
    }

    [Fact]
    public void Only_the_last_half_year_of_weeks_is_drawn_and_the_newest_takes_the_colour_of_its_signal()
    {
        var spark = Sparks.Of(Series([.. Quiet(40), (40, 30)]));

        Assert.Equal(26, spark.Values.Count);
        Assert.Equal(Status.Held, spark.Last);
    }

    [Fact]
    public void Nothing_measured_is_said_and_draws_nothing()
    {
        var spark = Sparks.Of(Series());

        Assert.Empty(spark.Values);
        Assert.Equal("not measured", spark.Says);
        Assert.Null(spark.Lower);
    }
}
