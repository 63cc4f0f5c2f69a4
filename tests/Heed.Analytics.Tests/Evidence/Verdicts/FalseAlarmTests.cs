using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What the engine says of series in which nothing happened, and of series in which something did.</summary>
public class FalseAlarmTests
{
    const int Runs = 1000;

    static double ShareImproved(Func<Random, double[]> draw, int before, Cadence cadence, InterruptionSettings settings)
    {
        var random = new Random(20260105);
        var improved = 0;
        for (var run = 0; run < Runs; run++)
        {
            var series = Series.Of(new DateOnly(2020, 1, 1), cadence, draw(random)).Value;
            var verdict = Verdict.Judge(series, series[before].Date, Direction.Up, settings: settings).Value;
            improved += verdict.Word is VerdictWord.Improved ? 1 : 0;
        }
        return improved / (double)Runs;
    }

    // 2.5 % and two Monte Carlo errors.
    static readonly double Allowed = 0.025 + 2 * Math.Sqrt(0.025 * 0.975 / Runs);

    static double[] Noise(Random random, int points, double likeness = 0)
    {
        var values = new double[points];
        for (var i = 0; i < points; i++)
            values[i] =
                i == 0
                    ? Normal.Sample(random, 0, 1 / Math.Sqrt(1 - likeness * likeness))
                    : likeness * values[i - 1] + Normal.Sample(random, 0, 1);
        return values;
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(24, 8)]
    [InlineData(60, 9)]
    [InlineData(12, 12)]
    [InlineData(40, 40)]
    public void Noise_alone_is_hardly_ever_an_improvement(int before, int after) =>
        Assert.InRange(ShareImproved(random => Noise(random, before + after), before, Cadence.Week, new()), 0, Allowed);

    [Theory]
    [InlineData(8, 8, 0.3)]
    [InlineData(24, 8, 0.3)]
    [InlineData(12, 12, 0.3)]
    [InlineData(24, 24, 0.3)]
    [InlineData(12, 12, 0.6)]
    [InlineData(24, 12, 0.6)]
    [InlineData(52, 26, 0.5)]
    public void Neighbours_that_resemble_each_other_make_it_careful(int before, int after, double likeness) =>
        Assert.InRange(
            ShareImproved(random => Noise(random, before + after, likeness), before, Cadence.Week, new()),
            0,
            Allowed
        );

    [Theory]
    [InlineData(8, 8, 0.1)]
    [InlineData(11, 11, 0.05)]
    [InlineData(11, 11, 0.1)]
    [InlineData(24, 8, 0.05)]
    [InlineData(24, 12, 0.1)]
    public void A_weak_trend_is_hardly_ever_taken_for_an_improvement(int before, int after, double slope) =>
        Assert.InRange(
            ShareImproved(
                random => [.. Noise(random, before + after).Select((value, i) => value + slope * i)],
                before,
                Cadence.Week,
                new()
            ),
            0,
            Allowed
        );

    [Theory]
    [InlineData(52, 8)]
    [InlineData(52, 26)]
    [InlineData(104, 12)]
    public void The_time_of_year_in_weeks_is_hardly_ever_an_improvement(int before, int after) =>
        Assert.InRange(
            ShareImproved(
                random => [.. Noise(random, before + after).Select((value, i) => value + Math.Sin(Math.PI * i / 26))],
                before,
                Cadence.Week,
                new()
            ),
            0,
            Allowed
        );

    [Fact]
    public void The_time_of_year_is_hardly_ever_an_improvement()
    {
        static double[] Year(Random random) =>
            [.. Noise(random, 36).Select((value, i) => value + 2 * Math.Sin(Math.PI * i / 6))];

        Assert.InRange(ShareImproved(Year, 24, Cadence.Month, new()), 0, Allowed);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(12, 12)]
    [InlineData(36, 24)]
    public void Counts_that_are_only_chance_are_hardly_ever_an_improvement(int before, int after) =>
        Assert.InRange(
            ShareImproved(
                random => [.. Enumerable.Range(0, before + after).Select(_ => (double)Poisson.Sample(random, 20))],
                before,
                Cadence.Week,
                InterruptionSettings.ForCounts
            ),
            0,
            Allowed
        );

    [Theory]
    [InlineData(8, 8)]
    [InlineData(11, 11)]
    public void Counts_whose_rate_wanders_are_hardly_ever_an_improvement(int before, int after) =>
        Assert.InRange(
            ShareImproved(
                random =>
                    [
                        .. Noise(random, before + after, 0.6)
                            .Select(value => (double)Poisson.Sample(random, 50 * Math.Exp(0.16 * value))),
                    ],
                before,
                Cadence.Week,
                InterruptionSettings.ForCounts
            ),
            0,
            Allowed
        );

    [Fact]
    public void What_moves_two_sites_is_hardly_ever_an_improvement_of_one()
    {
        const int before = 28;
        const int weeks = 40;
        var random = new Random(20260105);
        var improved = 0;
        for (var run = 0; run < Runs; run++)
        {
            var (site, other, shared, own) = (new double[weeks], new double[weeks], 0.0, 0.0);
            for (var week = 0; week < weeks; week++)
            {
                shared += Normal.Sample(random, 0, 1);
                own += Normal.Sample(random, 0, 0.45);
                other[week] = shared + Normal.Sample(random, 0, 0.5);
                site[week] = shared + own + Normal.Sample(random, 0, 1);
            }
            var series = Published.Weeks(site);
            var settings = new InterruptionSettings { Comparison = new(Published.Weeks(other), true) };
            var verdict = Verdict.Judge(series, series[before].Date, Direction.Up, settings: settings).Value;
            improved += verdict.Word is VerdictWord.Improved ? 1 : 0;
        }
        Assert.InRange(improved / (double)Runs, 0, Allowed);
    }

    [Fact]
    public void An_effect_as_large_as_could_be_seen_is_seen_four_times_in_five()
    {
        const int before = 24;
        const int after = 8;
        var effect = MinimumDetectableEffect.Of(1, before, after);
        double[] Draw(Random random) =>
            [.. Noise(random, before + after).Select((value, i) => i < before ? value : value + effect)];
        var settings = new InterruptionSettings { Method = EffectMethod.StepOnly, Sigma = 1 };

        Assert.InRange(ShareImproved(Draw, before, Cadence.Week, settings), 0.80 - 0.038, 0.80 + 0.038);
    }
}
