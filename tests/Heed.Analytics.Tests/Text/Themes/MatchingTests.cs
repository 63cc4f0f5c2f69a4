using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class MatchingTests
{
    [Fact]
    public void It_finds_the_best_of_all_matchings()
    {
        var draws = new Draws(4);
        for (var trial = 0; trial < 50; trial++)
        {
            var together = new long[5, 5];
            for (var i = 0; i < 5; i++)
            for (var j = 0; j < 5; j++)
                together[i, j] = draws.Below(20);
            var matched = Matching.Of(together);
            Assert.Equal([0, 1, 2, 3, 4], matched.Order());
            var best = Orders([0, 1, 2, 3, 4]).Max(order => order.Select((column, row) => together[row, column]).Sum());
            Assert.Equal(best, matched.Select((column, row) => together[row, column]).Sum());
        }
    }

    static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0
            ?
            [
                [],
            ]
            : items.SelectMany(
                item => Orders([.. items.Where(i => i != item)]),
                (item, rest) => (int[])[item, .. rest]
            );
}
