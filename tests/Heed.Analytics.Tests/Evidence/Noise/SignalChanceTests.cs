using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

public class SignalChanceTests
{
    static BandedSeries Look(params double[] values) => BandedSeries.Of(Published.Weeks(values), []).Value;

    [Fact]
    public void A_run_is_as_rare_as_heads_in_a_row()
    {
        double[] values =
        [
            .. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 9.0 : 11),
            .. Enumerable.Repeat(10.9, 10),
        ];
        var run = Look(values).Signals.Single(signal => signal.Rule is SignalRule.RunOnOneSide);
        Assert.Equal(Math.Pow(2, 1 - (run.To - run.From + 1)), SignalChance.Of(Look(values), run), 1e-12);
    }

    [Fact]
    public void A_point_far_outside_is_rarer_than_one_just_outside()
    {
        double[] noise = [61, 63, 60, 62, 64, 61, 63, 62, 60, 64, 62, 61];
        double Of(double last) => Look([.. noise, last]) is var look ? SignalChance.Of(look, look.Current!) : 1;

        Assert.InRange(Of(71), .0001, .05);
        Assert.True(Of(95) < Of(71) / 3);
    }

    [Theory] // by hand: 6.681 % lie beyond 1.5 σ on a side, 2.275 % beyond 2 σ; seven in a row rise once in 7! orders
    [InlineData(SignalRule.NearALimit, 4, 0.0022659)] // 2 (4 p³ (1 − p) + p⁴)
    [InlineData(SignalRule.OuterThird, 3, 0.0030583)] // 2 (3 p² (1 − p) + p³)
    [InlineData(SignalRule.Trend, 7, 0.0003968)]
    [InlineData(SignalRule.RunOnOneSide, 8, 0.0078125)]
    [InlineData(SignalRule.RunOnOneSide, 1, 1)]
    public void A_rule_is_as_rare_as_a_hand_finds(SignalRule rule, int points, double chance)
    {
        var day = new DateOnly(2026, 1, 5);
        var stretch = new Signal(rule, Direction.Up, 0, points - 1, points - 1, day, day, day);
        Assert.Equal(chance, SignalChance.Of(Look(1, 2, 1, 2, 1, 2, 1, 2), stretch), 1e-6);
    }

    [Fact]
    public void Of_metrics_of_noise_no_more_look_so_rare_than_the_chance_says_and_none_stands_after_all_are_allowed_for()
    {
        var random = new Random(20260105);
        var (rare, scarce, homes, wrong) = (0, 0, 200, 0);
        for (var home = 0; home < homes; home++)
        {
            var chances = new double[30];
            for (var metric = 0; metric < 30; metric++)
            {
                var look = Look([.. Enumerable.Range(0, 12 + metric).Select(_ => Normal.Sample(random, 50, 4))]);
                chances[metric] = look.Current is { } current ? SignalChance.Of(look, current) : 1;
                rare += chances[metric] <= .02 ? 1 : 0;
                scarce += chances[metric] <= .005 ? 1 : 0;
            }
            wrong += AdjustedP.BenjaminiHochberg(chances).Any(p => p <= .05) ? 1 : 0;
        }
        Assert.True(rare <= .02 * 6000 + 22 && scarce <= .005 * 6000 + 11, $"{rare} and {scarce} of 6,000"); // two Monte Carlo errors
        Assert.True(wrong <= 16, $"{wrong} of {homes}"); // 5 % and two Monte Carlo errors
    }
}
