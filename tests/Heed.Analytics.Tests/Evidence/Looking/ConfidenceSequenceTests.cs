using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ConfidenceSequenceTests
{
    [Fact] // By hand from the formula: at its narrowest nρ² solves x = ln(1 + x) − 2 ln 0.05.
    public void The_boundary_is_that_of_the_paper()
    {
        var x = 500 * ConfidenceSequence.Rho(500) * ConfidenceSequence.Rho(500);
        Assert.Equal(x, Math.Log(1 + x) - 2 * Math.Log(0.05), 1e-9);

        var answer = ConfidenceSequence.OfMean(7, 2, 500).Value;
        var reach = 2 * Math.Sqrt(2 * (x + 1) / (500 * x) * Math.Log(Math.Sqrt(x + 1) / 0.05));
        Assert.Equal((7 - reach, 7 + reach), (answer.Low, answer.High));
    }

    [Fact]
    public void It_is_narrowest_for_the_number_it_was_made_for()
    {
        double Width(int narrowestAt) =>
            ConfidenceSequence.OfMean(0, 1, 1000, narrowestAt).Value is var at ? at.High - at.Low : 0;
        Assert.True(Width(1000) < Width(700) && Width(1000) < Width(1400));
        // The price of looking at any time: half as wide again as an interval for one look, or a little more.
        Assert.InRange(Width(1000) / (2 * 1.96 / Math.Sqrt(1000)), 1.4, 1.7);
    }

    [Fact]
    public void A_score_looked_at_after_every_answer_loses_the_truth_hardly_ever()
    {
        const int runs = 1000;
        const int answers = 1500;
        var (random, lost, lostByOrdinary) = (new Random(20240201), 0, 0);
        for (var run = 0; run < runs; run++)
        {
            // 50 % promoters, 20 % detractors: a score of 30.
            var (sum, squares, out1, out2) = (0.0, 0.0, false, false);
            for (var n = 1; n <= answers; n++)
            {
                var drawn = random.NextDouble();
                var value =
                    drawn < 0.5 ? 100
                    : drawn < 0.8 ? 0
                    : -100;
                (sum, squares) = (sum + value, squares + value * value);
                if (n < 50)
                    continue;
                var mean = sum / n;
                var deviation = Math.Sqrt(Math.Max(0, squares / n - mean * mean));
                if (ConfidenceSequence.OfMean(mean, deviation, n) is { IsGiven: true } given)
                    out1 |= given.Value.Low > 30 || given.Value.High < 30;
                out2 |= Math.Abs(mean - 30) > 1.96 * deviation / Math.Sqrt(n);
            }
            (lost, lostByOrdinary) = (lost + (out1 ? 1 : 0), lostByOrdinary + (out2 ? 1 : 0));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"lost {lost} and {lostByOrdinary} of {runs}");
        Assert.InRange(lost / (double)runs, 0, Simulated.Allowed(0.05, runs));
        // What the sequence is for: ordinary intervals, looked at as often, lose it again and again.
        Assert.True(lostByOrdinary / (double)runs > 0.2);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.03)]
    public void A_share_looked_at_after_every_answer_is_kept_from_the_first_one_on(double truth)
    {
        const int runs = 500;
        const int answers = 400;
        var (random, lost) = (new Random(20210401), 0);
        for (var run = 0; run < runs; run++)
        {
            var (hits, isLost) = (0, false);
            for (var n = 1; n <= answers; n++)
            {
                hits += random.NextDouble() < truth ? 1 : 0;
                // Looks on every answer at first and on every tenth later: bisection takes its time.
                if (!isLost && (n < 50 || n % 10 == 0))
                    isLost = ConfidenceSequence.OfShare(hits, n).Value is var at && (at.Low > truth || at.High < truth);
            }
            lost += isLost ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"lost {lost} of {runs}");
        Assert.InRange(lost / (double)runs, 0, Simulated.Allowed(0.05, runs));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(3, 10)]
    [InlineData(0, 1)]
    public void A_share_lies_inside_its_own_interval_and_that_inside_the_scale(int hits, int n)
    {
        var at = ConfidenceSequence.OfShare(hits, n).Value;
        Assert.InRange(at.Value, at.Low, at.High);
        Assert.True(at.Low >= 0 && at.High <= 1 && at.High - at.Low > 0.2);
    }

    [Fact]
    public void What_carries_no_interval_is_refused_in_words()
    {
        Assert.Contains(
            "needs 30 answers, has 29",
            ConfidenceSequence.OfMean(5, 1, 29).Because,
            StringComparison.Ordinal
        );
        Assert.Contains("answered the same", ConfidenceSequence.OfMean(5, 0, 40).Because, StringComparison.Ordinal);
        Assert.Contains("between 0 and 4", ConfidenceSequence.OfShare(5, 4).Because, StringComparison.Ordinal);
        Assert.Contains("one answer", ConfidenceSequence.OfShare(0, 0).Because, StringComparison.Ordinal);
    }

    [Theory] // By hand: the mixture gives B(h + ½, n − h + ½)/π, and the ends are where that is 20 times p^h(1 − p)^(n − h).
    [InlineData(1, 1, 1 / 40.0, 1)]
    [InlineData(2, 2, 0.136931, 1)] // √(3/160)
    [InlineData(1, 2, 0.006290, 0.993710)] // p(1 − p) = 1/160
    [InlineData(0, 2, 0, 0.863069)]
    [InlineData(0, 3, 0, 0.750000)] // the cube root of 1/64: 5/16 over 20
    public void A_share_of_few_has_the_ends_that_a_hand_finds(int hits, int n, double low, double high)
    {
        var at = ConfidenceSequence.OfShare(hits, n).Value;
        Assert.Equal(low, at.Low, 1e-6);
        Assert.Equal(high, at.High, 1e-6);
        Assert.Equal(((double)hits / n, n), (at.Value, at.N));
    }

    [Fact]
    public void A_mean_is_given_from_thirty_answers_on_and_says_what_it_rests_on()
    {
        var at = ConfidenceSequence.OfMean(5, 1, 30).Value;
        Assert.Equal((5, 30), (at.Value, at.N));
        Assert.Equal(5, (at.Low + at.High) / 2, 1e-12);
        Assert.Equal(ConfidenceSequence.OfMean(5, 1, 30, 500).Value, at);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceSequence.OfMean(5, 1, 30, 0));
        Assert.True(ConfidenceSequence.OfMean(5, 1, 30, 1).IsGiven);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(1, -0.1)]
    public void A_mean_and_its_spread_are_numbers(double value, double deviation) =>
        Assert.Equal(
            "A mean and its spread must be numbers, and a spread is not below zero.",
            ConfidenceSequence.OfMean(value, deviation, 40).Because
        );

    [Fact]
    public void What_is_refused_is_refused_in_whole_sentences()
    {
        Assert.Equal(
            "An interval for looking every day needs 30 answers, has 29.",
            ConfidenceSequence.OfMean(5, 0, 29).Because
        );
        Assert.Equal(
            "Everybody answered the same so far, so it is not known how far answers lie apart.",
            ConfidenceSequence.OfMean(5, 0, 30).Because
        );
        Assert.Equal("A share needs one answer at least.", ConfidenceSequence.OfShare(0, 0).Because);
        Assert.Equal(
            "Of 4 answers between 0 and 4 can be hits, and not -1.",
            ConfidenceSequence.OfShare(-1, 4).Because
        );
    }
}
