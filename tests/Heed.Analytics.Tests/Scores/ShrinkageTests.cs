using Heed.Analytics.Scores;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Scores;

public class ShrinkageTests
{
    [Fact] // Efron and Morris 1975 and 1977: eighteen players after 45 times at bat in 1970; factor .212, Clemente .294, Alvis .242
    public void Eighteen_batters_are_drawn_towards_their_mean_as_published()
    {
        int[] hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        var mean = hits.Average() / 45;
        var found = Shrinkage.Of([.. hits.Select(hit => (hit / 45.0, mean * (1 - mean) / 45))]).Value;

        Assert.Equal(.265, found.Centre, 5e-4);
        Assert.Equal(1 - .212, found.Groups[0].Pull, 5e-4);
        Assert.Equal(.294, found.Groups[0].Estimate.Value, 5e-4);
        Assert.Equal(.242, found.Groups[^1].Estimate.Value, 5e-4);
    }

    [Fact] // R, metafor: rma(yi, vi, data = dat.bcg, method = "PM") and "EB" give tau^2 = 0.3181
    public void Unequal_groups_have_the_spread_that_metafor_prints()
    {
        double[] values =
        [
            -.8893,
            -1.5854,
            -1.3481,
            -1.4416,
            -.2175,
            -.7861,
            -1.6209,
            .0120,
            -.4694,
            -1.3713,
            -.3394,
            .4459,
            -.0173,
        ];
        double[] variances =
        [
            .3256,
            .1946,
            .4154,
            .0200,
            .0512,
            .0069,
            .2230,
            .0040,
            .0564,
            .0730,
            .0124,
            .5325,
            .0714,
        ];
        var found = Shrinkage.Of([.. values.Zip(variances)]).Value;

        Assert.Equal(.3181, found.Spread * found.Spread, 1e-3);
        Assert.True(found.Groups[2].Pull > found.Groups[7].Pull, "the fewer answers, the farther");
    }

    [Fact]
    public void Groups_that_differ_by_noise_alone_keep_little_of_their_difference()
    {
        var found = Shrinkage.Of([.. new[] { 10.0, 11, 9, 10.5, 9.5, 10, 10.2 }.Select(value => (value, 4.0))]).Value;

        Assert.Equal(0, found.Spread);
        Assert.All(found.Groups, group => Assert.Equal(4.0 / 6, group.Pull, 1e-12));
        Assert.Contains("4 groups or more", Shrinkage.Of([(1, 1), (2, 1), (3, 1)]).Because);
        Assert.Contains("variance above zero", Shrinkage.Of([(1, 1), (2, 1), (3, 1), (4, 0)]).Because);
    }

    [Fact]
    public void The_intervals_hold_the_truth_and_the_guesses_are_nearer_than_the_raw_figures()
    {
        var random = new Random(20260105);
        var (held, raw, drawn, groups) = (0, 0.0, 0.0, 0);
        for (var run = 0; run < 400; run++)
        {
            double[] truths = [.. Enumerable.Range(0, 12).Select(_ => Normal.Sample(random, 40, 5))];
            double[] variances = [.. truths.Select(_ => 4 + 60 * random.NextDouble())];
            double[] seen =
            [
                .. truths.Zip(variances, (truth, variance) => Normal.Sample(random, truth, Math.Sqrt(variance))),
            ];
            var found = Shrinkage.Of([.. seen.Zip(variances)]).Value;
            for (var g = 0; g < truths.Length; g++)
            {
                var guess = found.Groups[g].Estimate;
                held += guess.Low <= truths[g] && truths[g] <= guess.High ? 1 : 0;
                raw += Math.Pow(seen[g] - truths[g], 2);
                drawn += Math.Pow(guess.Value - truths[g], 2);
                groups++;
            }
        }
        Assert.True(held >= .94 * groups, $"{100.0 * held / groups} %");
        Assert.True(drawn < .7 * raw, $"{drawn / raw}");
    }
}
