using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Tests.Metrics;

public sealed class MetricGuardrailTests
{
    static readonly Id<Metric> Wait = Id<Metric>.New();

    static MetricGuardrail Asked(double? atLeast, double? atMost)
    {
        Assert.Null(MetricGuardrail.Fault(Wait, atLeast, atMost, out var guardrail));
        return guardrail!;
    }

    [Fact]
    public void Nothing_asked_is_no_guardrail_and_no_fault()
    {
        Assert.Null(MetricGuardrail.Fault(null, null, null, out var guardrail));
        Assert.Null(guardrail);
    }

    [Theory]
    [InlineData(false, 3.0, null, "GuardrailMetric", "needs the metric")]
    [InlineData(true, null, null, "GuardrailAtLeast", "needs a limit")]
    [InlineData(true, 6.0, 6.0, "GuardrailAtLeast", "must be below its upper one")]
    [InlineData(true, double.NaN, null, "GuardrailAtLeast", "must be a number")]
    [InlineData(true, null, double.PositiveInfinity, "GuardrailAtLeast", "must be a number")]
    public void What_is_wrong_is_said_at_its_field(
        bool named,
        double? atLeast,
        double? atMost,
        string field,
        string because
    )
    {
        var refusal = MetricGuardrail.Fault(named ? Wait : null, atLeast, atMost, out var guardrail);

        Assert.Null(guardrail);
        Assert.Equal(field, refusal!.Field);
        Assert.Contains(because, refusal.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6.5, null, "at least 6.5", "6 of 100, at least 6.5 was promised")]
    [InlineData(null, 4.0, "at most 4", "6 of 100, at most 4 was promised")]
    [InlineData(4.0, 5.0, "4 to 5", "6 of 100, 4 to 5 was promised")]
    public void Its_limits_have_one_set_of_words(double? atLeast, double? atMost, string limits, string broken)
    {
        var guardrail = Asked(atLeast, atMost);

        Assert.Equal(limits, guardrail.Limits);
        Assert.Equal(broken, guardrail.Broken(6, "of 100"));
    }

    [Fact]
    public void Now_it_goes_by_the_newest_point_and_since_a_day_by_every_one()
    {
        var guardrail = Asked(null, 10);
        var series = SparksTests.Series((0, 12), (1, 11), (2, 9));

        Assert.Equal(GuardrailState.Holding, guardrail.Now(series));
        Assert.Equal(GuardrailState.Breached, guardrail.Since(series, new(2034, 1, 9)));
        Assert.Equal(GuardrailState.Holding, guardrail.Since(series, new(2034, 1, 16)));
        Assert.Equal(GuardrailState.Unknown, guardrail.Since(series, new(2034, 2, 6)));
        Assert.Equal(GuardrailState.Unknown, guardrail.Now(SparksTests.Series()));
    }
}
