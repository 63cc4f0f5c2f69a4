using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public sealed class ExternalInternalTests
{
    [Fact] // The example of the method's page: 34 ties across and 51 inside.
    public void Thirty_four_ties_across_and_fifty_one_inside_are_minus_a_fifth()
    {
        var ties = ExternalInternal.Of(34, 51, [10, 10]).Value;
        Assert.Equal(-0.20, ties.Index, 1e-12);
        // Two groups of ten: 100 pairs across, 90 inside.
        Assert.Equal(10 / 190.0, ties.Expected, 1e-12);
        Assert.Equal(-0.20 - 10 / 190.0, ties.BeyondChance, 1e-12);
    }

    [Fact]
    public void Ties_drawn_by_chance_run_as_the_sizes_say_and_not_around_zero()
    {
        int[] sizes = [5, 7, 20];
        var group = sizes.SelectMany((size, g) => Enumerable.Repeat(g, size)).ToArray();
        var chance = new Random(34);
        var (cross, inside) = (0, 0);
        for (var tie = 0; tie < 200_000; tie++)
        {
            var (a, b) = (chance.Next(group.Length), chance.Next(group.Length));
            if (a != b)
                (cross, inside) = group[a] == group[b] ? (cross, inside + 1) : (cross + 1, inside);
        }
        var ties = ExternalInternal.Of(cross, inside, sizes).Value;
        Assert.Equal(ties.Expected, ties.Index, 0.01);
        Assert.True(Math.Abs(ties.Index) > 0.05);
    }

    [Theory]
    [InlineData(0, 0, new[] { 5, 5 }, "no ties")]
    [InlineData(3, 4, new[] { 12 }, "two groups")]
    [InlineData(3, 4, new[] { 12, 4 }, "fewer than five people")]
    public void What_cannot_be_said_is_said_in_words(int cross, int inside, int[] sizes, string because) =>
        Assert.Contains(because, ExternalInternal.Of(cross, inside, sizes).Because, StringComparison.Ordinal);
}
