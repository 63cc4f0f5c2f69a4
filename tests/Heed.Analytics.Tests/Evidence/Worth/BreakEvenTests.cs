using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class BreakEvenTests
{
    [Fact] // T18: 480,000 of revenue a point in two equal halves, 30 % margin, 10 % a year, one million to begin with.
    public void It_pays_from_four_points_of_churn_on() =>
        Assert.Equal(
            4.0,
            BreakEven.Of(points => points * 960_000 / 2 * 0.3 * (1 / 1.1 + 1 / 1.21) - 1_000_000, 100)!.Value,
            0.005
        );

    [Fact]
    public void What_pays_without_it_needs_none_and_what_never_pays_has_no_answer()
    {
        Assert.Equal(0, BreakEven.Of(x => x + 1, 10));
        Assert.Null(BreakEven.Of(x => x - 11, 10));
        Assert.Null(BreakEven.Of(_ => double.NaN, 10));
        Assert.Equal(10, BreakEven.Of(x => x - 10, 10)!.Value, 1e-9);
        Assert.Equal(2, BreakEven.Of(x => x * x - 4, 1e9)!.Value, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => BreakEven.Of(x => x, -1));
    }
}
