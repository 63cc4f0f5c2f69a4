using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;
using Heed.Analytics.Tests.Reference;

namespace Heed.Analytics.Tests.Lifetime;

public class HeldBackTests
{
    static List<PurchaseHistory> Cdnow()
    {
        var file = Csv.Columns("purchases/cdnow_customers_summary.csv");
        var (x, last, watched) = (file.Numbers("frequency"), file.Numbers("recency"), file.Numbers("T"));
        return [.. x.Select((repeats, i) => new PurchaseHistory((int)repeats, last[i], watched[i]))];
    }

    /// <summary>Purchases as BG/NBD thinks they come: 0 to 60, of which the last third is held back.</summary>
    static List<(PurchaseHistory Before, int After)> World(ulong seed, int customers = 400)
    {
        var random = new Draws(seed);
        var all = new List<(PurchaseHistory, int)>();
        for (var i = 0; i < customers; i++)
        {
            var (rate, leaves, stays) = (random.Gamma(.6) / 6, random.Gamma(.8), random.Gamma(2.4));
            var (joined, leaving) = (20 * random.Unit(), leaves / (leaves + stays));
            var (repeats, last, after) = (0, 0.0, 0);
            for (var at = joined - Math.Log(random.Unit()) / rate; at < 60; at -= Math.Log(random.Unit()) / rate)
            {
                (repeats, last, after) = at < 40 ? (repeats + 1, at - joined, after) : (repeats, last, after + 1);
                if (random.Unit() < leaving)
                    break;
            }
            all.Add((new(repeats, last, 40 - joined), after));
        }
        return all;
    }

    [Fact] // The walk-through of BTYD (Dziurzynski, Wadsworth and McCarthy 2014): weeks 40 to 78 of the 2,357 customers.
    public void Cdnow_is_foretold_as_published()
    {
        int[] customers = [1411, 439, 214, 100, 62, 38, 29, 64];
        double[] came = [.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594];
        double[] published = [.1385, .5996, 1.1965, 1.7145, 2.3988, 2.9076, 3.8187, 6.4034];
        var all = Cdnow();
        var pareto = ParetoNbd.Fit(all).Value;
        var model = BgNbd.Fit(all).Value;
        for (var repeats = 0; repeats < customers.Length; repeats++)
        {
            var alike = all.FindAll(one => Math.Min(one.Repeats, 7) == repeats);
            Assert.Equal(customers[repeats], alike.Count);
            Assert.Equal(published[repeats], alike.Average(one => pareto.Expected(one, 39)), 5e-3);
        }
        var purchases = customers.Zip(came, (n, each) => n * each).Sum();
        Assert.Equal(1882, purchases, 0.5);
        var said = model.Coming(all, 39).Value;
        // Both models foretell too little, BG/NBD a little less than Pareto/NBD.
        Assert.InRange(said.Value, .85 * purchases, purchases);
        Assert.InRange(all.Sum(one => pareto.Expected(one, 39)) - said.Value, 0, .1 * purchases);
        Assert.Equal(all.Sum(one => model.Expected(one, 39)), said.Value, 1e-9);
        Assert.InRange(said.StandardError, Math.Sqrt(said.Value), 3 * Math.Sqrt(said.Value));
    }

    [Fact]
    public void What_comes_lies_in_the_range_about_nineteen_times_in_twenty()
    {
        var missed = Enumerable
            .Range(1, 40)
            .Count(seed => HeldBack.Of(World((ulong)seed), 20, draws: 300).Value.Missed);
        Assert.InRange(missed, 0, 6);
    }

    [Fact]
    public void The_range_of_the_parameters_alone_would_miss_much_of_what_comes()
    {
        var missed = Enumerable
            .Range(1, 40)
            .Count(seed =>
            {
                var world = World((ulong)seed);
                var model = BgNbd.Fit([.. world.Select(one => one.Before)]).Value;
                var range = model.Range(at => world.Sum(one => at.Expected(one.Before, 20)), draws: 100).Value;
                var came = world.Sum(one => one.After);
                return came < range.Low || came > range.High;
            });
        Assert.InRange(missed, 7, 40);
    }

    [Fact]
    public void A_miss_widens_a_forecast_by_as_much_and_a_hit_leaves_it()
    {
        var hit = new HeldBack(13, 400, new(400, 350, 450, 25), 430, .6, .5);
        var miss = hit with { Came = 200 };
        var forecast = new Estimate(1000, 900, 1100, 50);
        Assert.Equal(forecast, hit.Widened(forecast));
        Assert.Equal(.5, miss.Miss);
        Assert.InRange(miss.Widened(forecast).Low, 0, 20);
        Assert.InRange(miss.Widened(forecast).High, 1970, 2000);
    }

    [Fact]
    public void Too_few_repeats_are_no_check() =>
        Assert.Equal(
            "A check needs 50 repeat purchases in the time before; there are 1.",
            HeldBack.Of([(new(1, 3, 9), 0), (new(0, 0, 9), 1)], 3).Because
        );

    [Fact]
    public void Gamma_numbers_have_their_mean_and_variance()
    {
        foreach (var shape in new[] { .3, 1, 4.5 })
        {
            var random = new Draws(5);
            var all = Enumerable.Range(0, 40_000).Select(_ => random.Gamma(shape)).ToArray();
            var mean = all.Average();
            Assert.Equal(shape, mean, 0.05 * Math.Sqrt(shape));
            Assert.Equal(shape, all.Average(one => (one - mean) * (one - mean)), 0.1 * shape + 0.02);
        }
    }
}
