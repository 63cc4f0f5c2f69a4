using Heed.Aim;
using Heed.Tests.Metrics;

namespace Heed.Tests.Aim;

public sealed class KeyResultsFileTests
{
    /// <summary>What is known of each key result, without ids and names that a new place gives anew.</summary>
    static async Task<
        List<(string Title, string Who, double? From, double To, string Unit, double? Share, int Points)>
    > Known(Cast cast) =>
        await cast.World.As(
            cast,
            async here =>
            {
                var read =
                    Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ReadKeyResults>(
                        here
                    );
                var all = await read.Of(read.All(), default);
                return all.Select(r =>
                        (
                            r.KeyResult.DoesWhat,
                            r.KeyResult.Who,
                            r.KeyResult.Baseline,
                            r.KeyResult.Target,
                            r.Metric.Unit,
                            r.Progress?.Share,
                            r.Measured.Points.Count
                        )
                    )
                    .OrderBy(r => r.DoesWhat, StringComparer.Ordinal)
                    .ToList();
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("viva")]
    public async Task What_is_taken_away_can_be_brought_in_elsewhere_with_the_same_values_and_progress(string shape)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, _, metric) = await maya.Live();
        (
            await maya.Record(
                metric.Id,
                SampleMeasurements.Rows(Heed.Analytics.Evidence.Cadence.Week, [62, 63.5, 61, 66, 70.25])
            )
        ).Given();
        await maya.Aim(
            objective,
            metric,
            k => (k.DoesWhat, k.Who, k.Target) = ("say \"again\"; soon (at once)", "guests, all", 90)
        );
        var file = await (await maya.Browser()).GetStringAsync($"/aim/key-results.csv?shape={shape}");

        var rosa = await world.Organisation("Rival Coffee", "Rosa");
        await rosa.Quarter();
        var taken = await rosa.Do<TakeKeyResults, TakenKeyResults>(t =>
            t.Run(new() { Team = rosa.Team.Id }, file, sure: true, default)
        );
        Assert.Equal(shape == "viva" ? "Viva Goals" : "a table", taken.Source);
        Assert.Equal((1, 2, 0), (taken.Objectives, taken.KeyResults, taken.LeftOut));
        var (before, after) = (await Known(maya), await Known(rosa));
        Assert.Equal(2, before.Count);
        if (shape == "viva")
            // Their columns have no place for who: it stands in the title.
            before = before.ConvertAll(b => b with { Title = KeyResult.Named(b.Who, b.Title), Who = "" });
        // The start that was known has a value of its own day, where the file has none.
        Assert.Equal(
            before.Select(b => (b.Title, b.Who, b.From, b.To, b.Unit, b.Share)).Order(),
            after.Select(a => (a.Title, a.Who, a.From, a.To, a.Unit, a.Share)).Order()
        );
        Assert.All(
            before.OrderBy(b => b.Title).Zip(after.OrderBy(a => a.Title)),
            p => Assert.InRange(p.Second.Points - p.First.Points, 0, 1)
        );
    }

    [Fact]
    public async Task Nobody_is_named_in_the_file_and_what_is_not_known_stays_empty()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.Live();
        foreach (var shape in new[] { "", "viva" })
        {
            var file = await (await maya.Browser()).GetStringAsync($"/aim/key-results.csv?shape={shape}");
            Assert.DoesNotContain("Maya", file, StringComparison.Ordinal);
            Assert.DoesNotContain(",0,", file, StringComparison.Ordinal);
        }
        Assert.Single(
            (
                await (await maya.Browser()).GetStringAsync($"/aim/key-results.csv?team={Id<Heed.People.Team>.New()}")
            ).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
