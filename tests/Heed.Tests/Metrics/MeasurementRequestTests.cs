using Heed.Metrics;

namespace Heed.Tests.Metrics;

/// <summary>One value, before it is compared with what is kept.</summary>
public sealed class MeasurementRequestTests
{
    static readonly DateOnly Today = new(2035, 3, 5);

    static MeasurementRequest Row(Action<MeasurementRequest>? with = null)
    {
        var row = SampleMeasurements.Row("2035-03-05", 62);
        with?.Invoke(row);
        return row;
    }

    [Fact]
    public void At_its_limits_a_value_is_taken_and_beyond_them_it_says_why_not()
    {
        (Action<MeasurementRequest> With, string? Fault)[] rows =
        [
            (r => { }, null),
            (r => r.On = null, "has no date. Give one such as 2026-03-02."),
            (r => r.On = new(1900, 1, 1), null),
            (r => r.On = new(1899, 12, 31), "is dated 31 December 1899. Dates begin in 1900."),
            (r => r.On = Today.AddDays(1), "is dated 6 March 2035, which has not come yet. Record what has happened."),
            (r => r.Value = null, "has no value. Leave a period out when it was not measured: unknown is not zero."),
            (r => r.Value = double.NaN, "has a value that is not a finite number."),
            (r => r.Value = 0, null),
            (r => r.Value = -0.5, "has −0.5, below what “Reorders within a month” can be (0)."),
            (r => r.Value = 100, null),
            (r => r.Value = 100.5, "has 100.5, above what “Reorders within a month” can be (100)."),
            (r => r.Count = 0, null),
            (r => r.Count = -1, "has a count that is not a number from 0 up."),
            (r => r.Count = double.PositiveInfinity, "has a count that is not a number from 0 up."),
            (r => (r.Low, r.High) = (62, 62), null),
            (r => r.Low = 60, "has one end of its interval and not the other. Give both or none."),
            (r => r.High = 64, "has one end of its interval and not the other. Give both or none."),
            (r => (r.Low, r.High) = (62.1, 64), "has an interval [62.1, 64] that does not hold its value 62."),
            (r => (r.Low, r.High) = (60, 61.9), "has an interval [60, 61.9] that does not hold its value 62."),
            (r => r.Note = new('a', 400), null),
            (r => r.Note = new('a', 401), "has a note of more than 400 characters."),
        ];
        var metric = Metric.Define(SampleMeasurements.Asked(), default).Given();
        Assert.All(rows, row => Assert.Equal(row.Fault, Row(row.With).Fault(metric, Today)));
        // A metric without bounds takes what is a number.
        var asked = SampleMeasurements.Asked();
        (asked.LowerBound, asked.UpperBound) = (null, null);
        Assert.Null(Row(r => r.Value = -1e9).Fault(Metric.Define(asked, default).Given(), Today));
    }

    [Fact]
    public void What_says_nothing_new_repeats_what_is_kept()
    {
        var kept = new Measurement
        {
            MetricId = default,
            On = Today,
            Value = 62,
            Count = 418,
            Low = 60,
            High = 64,
            Note = "the fair",
            RecordedAt = default,
            Source = MeasurementSource.Manual,
        };
        (Action<MeasurementRequest> With, bool Repeats)[] rows =
        [
            (r => { }, true),
            (r => (r.Count, r.Low, r.High, r.Note) = (418, 60, 64, " the fair "), true),
            (r => r.Note = "  ", true),
            (r => r.Note = "another fair", false),
            (r => r.Value = 62.000001, false),
            (r => r.Count = 419, false),
            (r => r.Low = 59, false),
            (r => r.High = 65, false),
        ];
        Assert.All(rows, row => Assert.Equal(row.Repeats, Row(row.With).Repeats(kept)));
    }

    [Fact]
    public void Nothing_below_zero_is_nothing()
    {
        var kept = new Measurement
        {
            MetricId = default,
            On = Today,
            Value = 0,
            Count = 0,
            RecordedAt = default,
            Source = MeasurementSource.Manual,
        };
        Assert.True(Row(r => r.Value = -0.0).Repeats(kept));
        Assert.True(kept.IsWithdrawn);
    }

    [Theory]
    [InlineData("2035-03-02", "62,5", "", null, null)]
    [InlineData(" 02.03.2035 ", "62.5", "418", null, null)]
    [InlineData("", "62", null, "On", "Give the day as 2026-03-02.")]
    [InlineData("2035-02-30", "62", null, "On", "Give the day as 2026-03-02.")]
    [InlineData(
        "2035-03-02",
        " ",
        null,
        "Value",
        "Give the value. Leave the period out when it was not measured: unknown is not zero."
    )]
    [InlineData("2035-03-02", "many", null, "Value", "“many” is not a number. Write the value as 62.5.")]
    [InlineData("2035-03-02", "62", "few", "Count", "“few” is not a number. Write the number of answers as 62.5.")]
    public void What_was_typed_is_read_or_said_at_its_field(
        string on,
        string value,
        string? count,
        string? field,
        string? says
    )
    {
        var typed = new TypedMeasurement
        {
            On = on,
            Value = value,
            Count = count,
        };
        var fault = typed.Validate(new(typed)).SingleOrDefault();
        Assert.Equal((field, says), (fault?.MemberNames.Single(), fault?.ErrorMessage));
        if (fault is null)
            Assert.Equal((new DateOnly(2035, 3, 2), 62.5), (typed.Read().On, typed.Read().Value));
    }
}
