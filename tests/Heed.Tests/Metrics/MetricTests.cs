using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Tests.Metrics;

public sealed class MetricTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static string Refused(Action<MetricRequest> spoil)
    {
        var asked = SampleMeasurements.Asked();
        spoil(asked);
        return Metric.Define(asked, Now).Because();
    }

    [Fact]
    public void A_metric_keeps_what_describes_it()
    {
        var metric = Metric.Define(SampleMeasurements.Asked("  Reorders  "), Now).Given();
        Assert.Equal("Reorders", metric.Name);
        Assert.Equal((Wanted.Up, 0.0, 100.0), (metric.Wanted, metric.LowerBound, metric.UpperBound));
        Assert.Equal("new regulars", metric.Population);
    }

    [Fact]
    public void A_name_of_spaces_is_no_name() => Assert.Contains("needs a name", Refused(a => a.Name = "  "));

    [Fact]
    public void A_metric_needs_a_unit() => Assert.Contains("needs a unit", Refused(a => a.Unit = " "));

    [Fact]
    public void A_wanted_range_needs_both_ends() =>
        Assert.Contains("both of its ends", Refused(a => (a.Wanted, a.WantedLow) = (Wanted.Range, 4)));

    [Theory]
    [InlineData(6, 4)]
    [InlineData(4, 4)]
    public void A_wanted_range_begins_below_its_end(double low, double high) =>
        Assert.Contains(
            "low end must be below",
            Refused(a => (a.Wanted, a.WantedLow, a.WantedHigh) = (Wanted.Range, low, high))
        );

    [Fact]
    public void A_wanted_range_lies_within_what_the_metric_can_be() =>
        Assert.Contains(
            "reaches beyond",
            Refused(a => (a.Wanted, a.WantedLow, a.WantedHigh) = (Wanted.Range, 90, 110))
        );

    [Theory]
    [InlineData(100, 0)]
    [InlineData(5, 5)]
    public void The_lowest_possible_value_lies_below_the_highest(double low, double high) =>
        Assert.Contains("must be below the highest", Refused(a => (a.LowerBound, a.UpperBound) = (low, high)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_bound_is_a_finite_number(double bound) =>
        Assert.Contains("finite", Refused(a => a.UpperBound = bound));

    [Fact]
    public void A_direction_has_no_range()
    {
        var asked = SampleMeasurements.Asked();
        (asked.WantedLow, asked.WantedHigh) = (9, 3);
        Assert.Null(Metric.Define(asked, Now).Given().WantedLow);
    }

    [Fact]
    public void A_wrong_description_changes_nothing()
    {
        var metric = Metric.Define(SampleMeasurements.Asked(), Now).Given();
        var asked = SampleMeasurements.Asked("Another name");
        asked.UpperBound = -1;
        Assert.True(metric.Describe(asked).Refused(out _));
        Assert.Equal("Reorders within a month", metric.Name);
    }

    [Fact]
    public void A_retired_metric_knows_who_and_when_and_comes_back()
    {
        var metric = Metric.Define(SampleMeasurements.Asked(), Now).Given();
        var maya = Id<Member>.New();
        metric.Retire(maya, Now);
        metric.Retire(Id<Member>.New(), Now.AddDays(1));
        Assert.Equal((Now, maya), (metric.RetiredAt, metric.RetiredBy));
        metric.Restore();
        Assert.Null(metric.RetiredAt);
    }

    [Theory]
    [InlineData(Cadence.Day, "2026-03-05")]
    [InlineData(Cadence.Week, "2026-03-02")]
    [InlineData(Cadence.Month, "2026-03-01")]
    [InlineData(Cadence.Quarter, "2026-01-01")]
    [InlineData(Cadence.Year, "2026-01-01")]
    public void A_period_begins_on_its_first_day(Cadence cadence, string first) =>
        Assert.Equal(DateOnly.Parse(first), cadence.StartOf(new DateOnly(2026, 3, 5)));

    [Fact]
    public void A_Sunday_belongs_to_the_week_of_the_Monday_before() =>
        Assert.Equal(new DateOnly(2026, 3, 2), Cadence.Week.StartOf(new DateOnly(2026, 3, 8)));
}
