using Heed.Aim;
using Heed.Metrics;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;

namespace Heed.Tests.Aim;

/// <summary>A cycle that holds nothing for a customer is told so.</summary>
public sealed class CycleValueTests
{
    [Theory]
    [InlineData(2, 0, 2, "Every outcome of this cycle serves the firm alone: none says what a customer gains.")]
    [InlineData(
        5,
        0,
        2,
        "Two of 5 outcomes serve the firm and none a customer; of three nobody has said whom they serve."
    )]
    [InlineData(
        2,
        0,
        1,
        "One of 2 outcomes serves the firm and none a customer; of one nobody has said whom it serves."
    )]
    [InlineData(5, 1, 4, null)]
    [InlineData(5, 0, 0, null)]
    [InlineData(0, 0, 0, null)]
    public void It_is_said_where_the_firm_gains_and_no_customer_is_known_to(
        int all,
        int customers,
        int firm,
        string? says
    ) => Assert.Equal(says, new CycleValue(all, customers, firm).Sentence);

    [Fact]
    public async Task The_map_and_Home_say_it_until_a_metric_is_of_value_to_customers()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, _, metric) = await maya.Live();
        var browser = await maya.Browser();
        Assert.DoesNotContain("serves the firm", await Says("/aim"), StringComparison.Ordinal);
        await Serves(ValueTo.Firm);
        Assert.Contains(
            "Every outcome of this cycle serves the firm alone",
            await Says("/aim"),
            StringComparison.Ordinal
        );
        Assert.Contains("Every outcome of this cycle serves the firm alone", await Says("/"), StringComparison.Ordinal);
        await Serves(ValueTo.Customer);
        Assert.DoesNotContain("serves the firm", await Says("/aim"), StringComparison.Ordinal);
        Assert.DoesNotContain("serves the firm", await Says("/"), StringComparison.Ordinal);

        async Task Serves(ValueTo whom)
        {
            var asked = SampleMeasurements.Asked(metric.Name);
            asked.ValueTo = whom;
            await maya.Do<ChangeMetric, Metric>(change => change.Run(metric.Id, asked, default));
        }

        async Task<string> Says(string path) => (await browser.Page(path)).QuerySelector("main")!.Says();
    }
}
