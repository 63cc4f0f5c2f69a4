using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class AlwaysValidTestTests
{
    [Theory] // T11: .12 against .10, tau squared 1e-4; stop at 20
    [InlineData(2000, 1.977, 0.0005, false)]
    [InlineData(5000, 20.92, 0.005, true)]
    public void A_look_gives_the_published_ratio(int people, double ratio, double tolerance, bool stop)
    {
        var look = AlwaysValidTest.Of(1e-4).Look((people * 12 / 100, people), (people / 10, people)).Value;

        Assert.Equal(ratio, look.Ratio, tolerance);
        Assert.Equal(1 / ratio, look.PValue, 0.001);
        Assert.Equal(stop, look.MayStop());
    }

    [Fact]
    public void The_p_value_never_rises_again()
    {
        var good = AlwaysValidTest.Of(1e-4).Look((600, 5000), (500, 5000)).Value;
        var worse = good.Look((1000, 10000), (1000, 10000)).Value;

        Assert.True(worse.Ratio < good.Ratio);
        Assert.Equal(good.PValue, worse.PValue);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(5000, false)]
    public void The_interval_holds_the_null_exactly_as_long_as_the_p_value_is_above_five_percent(int people, bool holds)
    {
        var look = AlwaysValidTest.Of(1e-4).Look((people * 12 / 100, people), (people / 10, people)).Value;

        Assert.Equal(holds, look.Low <= 0);
        Assert.Equal(holds, look.PValue > 0.05);
        Assert.Equal(0.02, look.Difference, 1e-12);
        Assert.InRange(look.Difference, look.Low, look.High);
    }

    [Fact]
    public void What_one_look_rejects_no_later_look_brings_back()
    {
        var good = AlwaysValidTest.Of(1e-4).Look((600, 5000), (500, 5000)).Value;
        var more = good.Look((1000, 10000), (1000, 10000)).Value;
        Assert.Equal(good.Low, more.Low);
        Assert.True(more.High < good.High);
        Assert.False(more.IsContradicted);
        Assert.True(more.Look((8000, 100000), (10000, 100000)).Value.IsContradicted);
        Assert.Equal((-1, 1), (AlwaysValidTest.Of(1e-4).Low, AlwaysValidTest.Of(1e-4).High));
    }

    [Fact]
    public void Over_all_looks_together_the_interval_loses_the_truth_in_few_trials()
    {
        var random = new Random(20351130);
        const int trials = 400;
        var lost = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var test = AlwaysValidTest.Of(1e-3);
            long did1 = 0,
                did0 = 0;
            for (var people = 1; people <= 4000; people++)
            {
                did1 += random.NextDouble() < 0.33 ? 1 : 0;
                did0 += random.NextDouble() < 0.30 ? 1 : 0;
                if (people >= 30 && people % 50 == 0)
                    test = test.Look((did1, people), (did0, people)).Value;
            }
            lost += test.Low <= 0.03 && 0.03 <= test.High ? 0 : 1;
        }
        // 5 %, and three times the chance error of 400 trials.
        Assert.InRange(lost / (double)trials, 0, 0.05 + 3 * Math.Sqrt(0.05 * 0.95 / trials));
    }

    [Fact]
    public void Arms_that_cannot_be_are_refused_in_words()
    {
        Assert.False(AlwaysValidTest.Of(1e-4).Look((0, 0), (1, 10)).IsGiven);
        Assert.Contains(
            "at most as many successes",
            AlwaysValidTest.Of(1e-4).Look((11, 10), (1, 10)).Because,
            StringComparison.Ordinal
        );
        Assert.Equal(1, AlwaysValidTest.Of(1e-4).Look((0, 10), (0, 10)).Value.PValue);
        Assert.True(
            double.IsFinite(AlwaysValidTest.Of(1).Look((999_999_999, 1_000_000_000), (1, 1_000_000_000)).Value.Ratio)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => AlwaysValidTest.Of(0));
    }

    [Fact]
    public void All_against_none_is_evidence_and_stops()
    {
        Assert.True(AlwaysValidTest.Of(1e-4).Look((1000, 1000), (0, 1000)).Value.MayStop(1e-6));
        Assert.True(AlwaysValidTest.Of(1e-4).Look((0, 1000), (1000, 1000)).Value.MayStop(1e-6));
        // One of each and one of none is no evidence.
        Assert.False(AlwaysValidTest.Of(1e-2).Look((1, 1), (0, 1)).Value.MayStop());
        Assert.Equal(1, AlwaysValidTest.Of(1e-2).Look((1000, 1000), (1000, 1000)).Value.PValue);
    }

    [Fact]
    public void Looking_at_every_hundred_raises_few_false_alarms()
    {
        var random = new Random(20260105);
        var alarms = 0;
        const int trials = 400;
        for (var trial = 0; trial < trials; trial++)
        {
            var test = AlwaysValidTest.Of(1e-4);
            var (a, b) = (0, 0);
            for (var people = 1; people <= 4000; people++)
            {
                a += random.NextDouble() < 0.1 ? 1 : 0;
                b += random.NextDouble() < 0.1 ? 1 : 0;
                if (people % 100 == 0)
                    test = test.Look((a, people), (b, people)).Value;
            }
            alarms += test.MayStop() ? 1 : 0;
        }
        Assert.True(alarms <= 0.05 * trials, $"{alarms} of {trials}");
    }
}
