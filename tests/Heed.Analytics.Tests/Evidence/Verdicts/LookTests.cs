using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Looking again is another chance, and pays for it.</summary>
public class LookTests
{
    static Verdict Judge(double step, int look)
    {
        double[] calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4];
        var series = Published.Weeks([.. calm, .. calm, .. calm.Select(value => value + step)]);
        return Verdict.Judge(series, series[24].Date, Direction.Up, settings: new() { Look = look }).Value;
    }

    [Fact]
    public void All_looks_together_spend_five_in_a_hundred()
    {
        Assert.Equal(0.95, AlphaSpending.Confidence(1), 1e-12);
        Assert.Equal(0.975, AlphaSpending.Confidence(2), 1e-12);
        Assert.InRange(
            Enumerable.Range(1, 100_000).Sum(look => (1 - AlphaSpending.Confidence(look)) / 2),
            0.0499,
            0.05
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => AlphaSpending.Confidence(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(5, 0));
    }

    [Fact]
    public void A_later_look_has_a_wider_interval_and_says_which_look_it_is()
    {
        var (first, third) = (Judge(6, 1), Judge(6, 3));

        Assert.True(third.Effect!.Step.Low < first.Effect!.Step.Low);
        Assert.Equal(first.Effect.Step.Value, third.Effect.Step.Value);
        Assert.StartsWith("Improved, looked again (3rd): ", third.Sentence, StringComparison.Ordinal);
        Assert.Contains("(99.17 % interval ", third.Sentence, StringComparison.Ordinal);
        Assert.Contains("(95 % interval ", first.Sentence, StringComparison.Ordinal);
        Assert.Equal(
            first.Effect.MinimumDetectable,
            third.Effect.MinimumDetectable,
            0.35 * first.Effect.MinimumDetectable
        );
    }
}
