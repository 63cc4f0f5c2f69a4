using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>The cheapest division of points into stretches, held against all divisions there are.</summary>
public class SegmentationTests
{
    [Fact]
    public void The_division_is_the_cheapest_of_all()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var series = Published.Weeks(Simulated.Steps(seed, 0.2, (14, 0), (9, 2), (13, 1)));
            var search = new Segmentation(Whitened.All(series, 0.3));
            double Total(IReadOnlyList<int> starts)
            {
                int[] ends = [0, .. starts, search.Count];
                return ends.Zip(ends.Skip(1), search.Cost).Sum() + 4 * starts.Count;
            }
            var best = Enumerable
                .Range(6, 25)
                .SelectMany(one =>
                    Enumerable
                        .Range(one, 31 - one)
                        .Where(two => two == one || two - one >= 6)
                        .Select(two => Total(two == one ? [one] : [one, two]))
                )
                .Append(Total([]))
                .Min();
            var three = Enumerable
                .Range(6, 25)
                .SelectMany(a =>
                    Enumerable.Range(a + 6, 25).SelectMany(b => Enumerable.Range(b + 6, 25).Select(c => (a, b, c)))
                )
                .Where(t => t.c <= 30)
                .Select(t => Total([t.a, t.b, t.c]))
                .Append(double.PositiveInfinity)
                .Min();
            Assert.Equal(Math.Min(best, three), Total(search.Starts(4, 6)), 1e-9);
        }
    }

    [Fact]
    public void The_likely_places_hold_ninety_five_in_a_hundred_of_what_the_points_say()
    {
        double[] values = [1, 0, 2, 1, 3, 1, 2, 2, 1, 3, 2, 4, 3, 3, 2, 4, 3, 5, 3, 4, 4, 3];
        Whitened[] points = [.. values.Select(value => new Whitened(value, 1))];
        var search = new Segmentation(points);
        double Squares(int from, int to) =>
            values[from..to].Sum(value => Math.Pow(value - values[from..to].Average(), 2));
        Assert.Equal(Squares(3, 11), search.Cost(3, 11), 1e-9);

        // Six points of each side at least.
        double[] chances = [.. Enumerable.Range(6, 11).Select(at => Math.Exp(-(Squares(0, at) + Squares(at, 22)) / 2))];
        double Share(int first, int last) => chances[(first - 6)..(last - 5)].Sum() / chances.Sum();
        var (first, last) = search.Likely(0, 11, 22, 6);
        Assert.InRange(first, 6, 11);
        Assert.InRange(last, 11, 16);
        Assert.True(Share(first, last) >= 0.95);
        // Neither end can be left out.
        Assert.True(first == 6 || Share(6, first - 1) <= 0.025);
        Assert.True(Share(6, first) > 0.025);
        Assert.True(last == 16 || Share(last + 1, 16) <= 0.025);
        Assert.True(Share(last, 16) > 0.025);
        // The place itself belongs to it, wherever it lies.
        Assert.Equal(6, search.Likely(0, 6, 22, 6).First);
        Assert.Equal(16, search.Likely(0, 16, 22, 6).Last);
    }
}
