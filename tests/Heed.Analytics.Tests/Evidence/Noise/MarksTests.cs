using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Rules that look at 64 points at once see what a look at one after another sees.</summary>
public class MarksTests
{
    static bool[] Drawn(Random random, int points, double share) =>
        [.. Enumerable.Range(0, points).Select(_ => random.NextDouble() < share)];

    static ulong[] Packed(bool[] marked)
    {
        var marks = new ulong[Marks.Words(marked.Length)];
        for (var i = 0; i < marked.Length; i++)
            marks[i / 64] |= (marked[i] ? 1UL : 0) << i % 64;
        return marks;
    }

    static bool[] Unpacked(ulong[] marks, int points) =>
        [.. Enumerable.Range(0, points).Select(i => Marks.Has(marks, i))];

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void A_stretch_of_marks_is_found_from_any_place_to_its_end(int points)
    {
        Assert.Equal((points + 63) / 64, Marks.Words(points));
        var random = new Random(points);
        foreach (var share in (double[])[0, 0.03, 0.5, 0.97, 1])
        {
            var marked = Drawn(random, points, share);
            var marks = Packed(marked);
            for (var from = 0; from < points; from++)
            {
                Assert.Equal(Array.IndexOf(marked, true, from), Marks.Next(marks, from));
                if (!marked[from])
                    continue;
                var end = Array.IndexOf(marked, false, from);
                Assert.Equal(end < 0 ? points - 1 : end - 1, Marks.Last(marks, from));
            }
        }
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(8, 3)]
    public void Runs_and_clusters_are_those_of_one_look_after_another(int length, int within)
    {
        var random = new Random(length);
        foreach (var share in (double[])[0.3, 0.6, 0.9])
        {
            var marked = Drawn(random, 300, share);
            var (marks, runs, clusters) = (Packed(marked), new ulong[5], new ulong[5]);
            Marks.Runs(marks, length, runs);
            Marks.Clusters(marks, within, clusters);
            bool Before(int i, int back) => i - back >= 0 && marked[i - back];
            Assert.Equal(
                Enumerable.Range(0, 300).Select(i => Enumerable.Range(0, length).All(back => Before(i, back))),
                Unpacked(runs, 300)
            );
            // The last point of a cluster is one of those marked.
            Assert.Equal(
                Enumerable
                    .Range(0, 300)
                    .Select(i => marked[i] && Enumerable.Range(0, within).Count(back => !Before(i, back)) <= 1),
                Unpacked(clusters, 300)
            );
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Values_beyond_and_steps_are_marked_on_one_side(int side)
    {
        double[] values = [.. Enumerable.Range(0, 131).Select(i => (double)(i * i % 11))];
        var (beyond, steps) = (new ulong[3], new ulong[3]);
        Marks.Beyond(values, 5, side, 3, beyond);
        Marks.Steps(values, side, steps);

        // What lies at the very distance is not beyond it.
        Assert.Equal(values.Select(value => side > 0 ? value > 8 : value < 2), Unpacked(beyond, 131));
        Assert.Equal(
            values.Select((value, i) => i > 0 && (side > 0 ? value > values[i - 1] : value < values[i - 1])),
            Unpacked(steps, 131)
        );
    }
}
