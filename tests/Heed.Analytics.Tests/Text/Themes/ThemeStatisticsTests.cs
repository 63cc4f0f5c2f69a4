using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class ThemeStatisticsTests
{
    static ThemeStatistics Of(ulong[] terms, long[] counts, long[] sum, long remarks) =>
        ThemeStatistics.Of(terms, counts, sum, remarks).Value;

    [Fact]
    public void Adding_is_exact_and_does_not_depend_on_the_order()
    {
        var one = Of([1, 5, 9], [2, 1, 4], [10, -3], 4);
        var other = Of([5, 7, ulong.MaxValue], [3, 1, 2], [1, 1], 2);
        foreach (var sum in new[] { one.Plus(other), other.Plus(one) })
        {
            Assert.Equal([1UL, 5UL, 7UL, 9UL, ulong.MaxValue], sum.Terms.ToArray());
            Assert.Equal([2L, 4L, 1L, 4L, 2L], sum.Counts.ToArray());
            Assert.Equal([11L, -2L], sum.VectorSum.ToArray());
            Assert.Equal((6L, 13L), (sum.Remarks, sum.Total));
        }
        Assert.Equal(one.Terms.ToArray(), one.Plus(ThemeStatistics.None).Terms.ToArray());
    }

    [Fact]
    public void Statistics_that_no_theme_can_have_are_refused()
    {
        Assert.Contains("each term needs its count", ThemeStatistics.Of([1], [], [], 1).Because);
        Assert.Contains("ascending", ThemeStatistics.Of([2, 1], [1, 1], [], 1).Because);
        Assert.Contains("once or more", ThemeStatistics.Of([1], [0], [], 1).Because);
        Assert.Contains("fewer than 0", ThemeStatistics.Of([1], [1], [], -1).Because);
    }
}
