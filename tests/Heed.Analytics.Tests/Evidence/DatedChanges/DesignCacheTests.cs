using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class DesignCacheTests
{
    static object Of(int points, int before, int from = 4000, SeasonalWaves waves = default, int every = 1) =>
        DesignCache
            .Of([.. Enumerable.Range(0, points).Select(i => from + i * every)], before, Cadence.Week, waves)
            .Design;

    // Others fill it at the same time and may clear it between two questions, though hardly three times.
    static bool IsKept(Func<object> first, Func<object> again) =>
        Enumerable.Range(0, 3).Any(_ => ReferenceEquals(first(), again()));

    [Fact]
    public void Series_of_one_shape_share_a_design()
    {
        Assert.True(IsKept(() => Of(31, 17), () => Of(31, 17)));
        Assert.True(IsKept(() => Of(31, 17), () => Of(31, 17, from: 5000)));
        Assert.True(IsKept(() => Of(520, 17), () => Of(520, 17)));
        Assert.False(IsKept(() => Of(521, 17), () => Of(521, 17)));
        Assert.True(
            IsKept(
                () => Of(33, 17),
                () =>
                {
                    Of(33, 18);
                    return Of(33, 17);
                }
            )
        );
    }

    [Fact]
    public void Another_shape_has_a_design_of_its_own()
    {
        var year = new SeasonalWaves(1, false);
        var design = Of(32, 17);
        Assert.NotSame(design, Of(32, 16));
        Assert.NotSame(design, Of(33, 17));
        Assert.NotSame(design, Of(32, 17, every: 2));
        Assert.NotSame(design, Of(32, 17, waves: year));
        // With a season the calendar counts.
        Assert.NotSame(Of(32, 17, waves: year), Of(32, 17, from: 4001, waves: year));
        Assert.True(IsKept(() => Of(32, 17, waves: year), () => Of(32, 17, waves: year)));
    }

    [Fact]
    public void Where_only_one_point_lies_elsewhere_the_shape_is_another()
    {
        static ChangeDesign Of(params int[] periods) => DesignCache.Of(periods, 3, Cadence.Week, default).Design;

        // The same ends and the same middle.
        Assert.NotSame(Of(0, 1, 5, 6, 7, 9, 12), Of(0, 2, 5, 6, 7, 9, 12));
        Assert.NotSame(Of(0, 1, 5, 6, 7, 9, 12), Of(0, 1, 5, 6, 7, 10, 12));
    }

    [Fact]
    public void What_is_kept_stays_below_a_bound()
    {
        var first = Of(512, 5);
        for (var before = 10; before < 50; before++)
            Of(511, before);
        Assert.NotSame(first, Of(512, 5));
    }
}
