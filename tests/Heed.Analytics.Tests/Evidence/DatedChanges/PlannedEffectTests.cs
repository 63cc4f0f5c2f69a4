using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What a watch of so many periods would show, by what the points before say.</summary>
public class PlannedEffectTests
{
    static readonly double[] Calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4, 5, 7, 4, 6, 5, 7, 6, 4];

    static PlannedEffect Plan(int before) =>
        new(Published.Weeks([.. Enumerable.Range(0, before).Select(i => Calm[i % 20])]));

    [Fact]
    public void The_smallest_effect_is_what_four_of_five_intervals_of_the_model_would_leave_zero_by()
    {
        const int before = 20,
            after = 8;
        double[] past = Calm;
        int[] periods = [.. Enumerable.Range(0, before + after)];
        var seen = new Textbook(periods[..before], before, [], past, distance: 14);
        var ahead = new Textbook(periods, before, [], null);
        var parts = new List<(double Weight, double Scale)>();
        foreach (var model in seen.Models)
        {
            var steady = ahead.Models.Single(other =>
                (other.Noise, other.Steepness, other.Grows) == (model.Noise, model.Steepness, false)
            );
            var growing = ahead.Models.Single(other =>
                (other.Noise, other.Steepness, other.Grows) == (model.Noise, model.Steepness, true)
            );
            // Growth of none, seen one standard error off: how much likelier is that with growth than without?
            var allowed = Math.Pow(after / 3.0, 2);
            var error = 1 / (ahead.GrowthKnown(growing) - allowed);
            var odds =
                Normal.PDF(0, Math.Sqrt(error + 1 / allowed), Math.Sqrt(error))
                / Normal.PDF(0, Math.Sqrt(error), Math.Sqrt(error));
            parts.Add((model.Weight / (1 + odds), Math.Sqrt(model.Variance * ahead.EffectVariance(steady))));
            parts.Add((model.Weight * odds / (1 + odds), Math.Sqrt(model.Variance * ahead.EffectVariance(growing))));
        }
        const int degrees = before + after - 2;
        var smallest = new PlannedEffect(Published.Weeks(past)).Smallest(after);
        // What is shown is the half interval and the 80th percentile's part of it.
        var half = smallest / (1 + StudentT.InvCDF(0, 1, degrees, 0.8) / StudentT.InvCDF(0, 1, degrees, 0.975));

        Assert.Equal(0.975, parts.Sum(part => part.Weight * StudentT.CDF(0, part.Scale, degrees, half)), 1e-5);
    }

    [Fact]
    public void What_is_needed_is_the_shortest_watch_that_shows_it()
    {
        var plan = Plan(24);
        foreach (var after in (int[])[9, 12, 20, 27])
        {
            var shown = plan.Smallest(after);
            // What shows after so many periods is needed no longer, and a little less is.
            Assert.Equal(after, plan.Needed(shown, after));
            Assert.InRange(plan.Needed(shown, 1)!.Value, 8, after);
            Assert.True(plan.Needed(0.99 * shown, after) is null or > 0 && plan.Needed(0.99 * shown, after) != after);
        }
        Assert.Equal(8, plan.Needed(1e6, 1));
        Assert.Equal(8, plan.Needed(1e6, 8));
        Assert.Equal(30, plan.Needed(1e6, 30));
        Assert.Equal(601, plan.Needed(1e6, 601)); // longer than any that is tried for oneself
        Assert.Null(plan.Needed(0, 8));
    }

    [Theory]
    [InlineData(44, 8, null)] // 52 points from the first watch on: no shorter one did without
    [InlineData(43, 9, 52)]
    [InlineData(43, 8, null)]
    [InlineData(30, 22, 52)]
    [InlineData(30, 21, null)]
    [InlineData(60, 44, 104)]
    public void A_season_joins_at_a_year_and_at_two(int before, int after, int? from)
    {
        var plan = Plan(before);
        var season = plan.SeasonFrom(after);

        Assert.Equal(from, season?.Points);
        if (season is not var (points, shorter))
            return;
        Assert.Equal(plan.Smallest(points - before - 1), shorter);
        Assert.True(shorter < plan.Smallest(after));
    }

    [Fact]
    public void Watching_longer_never_shows_less_while_the_seasons_are_the_same()
    {
        var plan = Plan(20);
        var shown = Enumerable.Range(1, 31).Select(plan.Smallest).ToArray();
        Assert.Equal(shown.OrderDescending(), shown);
        Assert.True(shown[30] < shown[7]);
    }

    [Fact]
    public void Points_on_a_line_show_nothing()
    {
        var plan = new PlannedEffect(Published.Weeks([.. Enumerable.Range(0, 20).Select(i => 3.0 * i)]));
        Assert.Null(plan.Past);
        Assert.Equal(double.PositiveInfinity, plan.Smallest(12));
        Assert.Equal(double.PositiveInfinity, plan.Smallest(12)); // and is known to when asked again
        Assert.Null(plan.Needed(1e9, 8));
    }
}
