using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Tests.Evidence;

public class ExperimentTests
{
    // Student's sleep data (Cushny and Peebles 1905), as in R's datasets; t.test(extra ~ group) prints what follows.
    static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Two_means_are_compared_as_Welch_did()
    {
        var found = Experiment.Of(new("1", First), new("2", Second)).Value;

        Assert.Equal(0.75, found.Control.Value, 1e-12);
        Assert.Equal(2.33, found.Treatment.Value, 1e-12);
        Assert.Equal(1.58, found.Effect.Value, 1e-12);
        Assert.Equal(-0.2054832, found.Effect.Low, 5e-7);
        Assert.Equal(3.3654832, found.Effect.High, 5e-7);
        Assert.Equal(0.07939, found.Effect.PValue!.Value, 5e-6);
    }

    [Fact] // Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments, chapter 21.
    public void A_sample_ratio_mismatch_is_found_as_published()
    {
        var ratio = SampleRatio.Of([821_588, 815_482]).Value;
        Assert.Equal(1.8e-6, ratio.PValue, 5e-8);
        Assert.True(ratio.IsMismatch);
        Assert.False(SampleRatio.Of([500, 510]).Value.IsMismatch);
        Assert.True(SampleRatio.Of([500, 510], [1, 9]).Value.IsMismatch);
    }

    [Fact]
    public void A_ratio_where_everybody_counts_once_is_a_mean()
    {
        double[] ones = [.. Enumerable.Repeat(1.0, 10)];
        var mean = Experiment.Of(new("1", First), new("2", Second)).Value;
        var ratio = Experiment.Of(new("1", First) { Per = ones }, new("2", Second) { Per = ones }).Value;
        Assert.Equal(mean.Effect.Low, ratio.Effect.Low, 1e-12);
    }

    [Fact]
    public void A_bound_is_one_for_both_arms_and_lets_no_giant_decide()
    {
        double[] giant = [.. First[..9], 1000];
        var found = Experiment.Of(new("1", giant), new("2", Second), new() { WinsoriseAbove = 0.95 }).Value;
        Assert.Equal(5.5, found.Bound);
        Assert.Equal(1, found.Bounded);
        Assert.True(found.Control.Value < 2);
    }

    static (double Before, double After)[] People(Random random, int n, double likeness) =>
        [
            .. Enumerable
                .Range(0, n)
                .Select(_ => Normal.Sample(random, 0, 1))
                .Select(before =>
                    (
                        before,
                        5 + 2 * (likeness * before + Math.Sqrt(1 - likeness * likeness) * Normal.Sample(random, 0, 1))
                    )
                ),
        ];

    static ExperimentArm Arm(string name, (double Before, double After)[] people, double effect = 0) =>
        new(name, [.. people.Select(person => person.After + effect)])
        {
            Before = [.. people.Select(person => person.Before)],
        };

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Figures_before_make_the_variance_smaller_by_the_square_of_their_correlation(double likeness)
    {
        var random = new Random(2013);
        var found = Experiment
            .Of(Arm("a", People(random, 4000, likeness)), Arm("b", People(random, 4000, likeness), 0.3))
            .Value;
        Assert.Equal(likeness * likeness, found.VarianceSaved!.Value, 0.03);
        Assert.InRange(0.3, found.Effect.Low, found.Effect.High);
    }

    static double FalseAlarms(Func<Random, (ExperimentArm, ExperimentArm)> draw, int runs)
    {
        var (random, alarms) = (new Random(20130204), 0);
        for (var run = 0; run < runs; run++)
        {
            var (control, treatment) = draw(random);
            var effect = Experiment.Of(control, treatment).Value.Effect;
            alarms += effect.Low > 0 || effect.High < 0 ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"false alarms {alarms} of {runs}");
        return alarms / (double)runs;
    }

    [Fact]
    public void Noise_alone_is_an_effect_at_most_five_times_in_a_hundred() =>
        Assert.InRange(
            FalseAlarms(random => (Arm("a", People(random, 40, 0.7)), Arm("b", People(random, 60, 0.7))), 2000),
            0,
            Simulated.Allowed(0.05, 2000)
        );

    [Fact]
    public void Ratios_of_sums_are_an_effect_by_chance_no_more_often()
    {
        // Calls per order: people with many orders weigh more, and a plain test of the calls would not know it.
        static ExperimentArm Drawn(string name, Random random)
        {
            double[] orders = [.. Enumerable.Range(0, 200).Select(_ => 1.0 + Poisson.Sample(random, 3))];
            return new(name, [.. orders.Select(count => (double)Poisson.Sample(random, 0.4 * count))]) { Per = orders };
        }
        Assert.InRange(
            FalseAlarms(random => (Drawn("a", random), Drawn("b", random)), 2000),
            0,
            Simulated.Allowed(0.05, 2000)
        );
    }

    [Fact]
    public void A_share_of_control_is_given_where_control_is_surely_above_nothing()
    {
        var random = new Random(7);
        var found = Experiment.Of(Arm("a", People(random, 500, 0.5)), Arm("b", People(random, 500, 0.5), 0.5)).Value;
        Assert.Equal(found.Effect.Value / found.Control.Adjusted, found.Relative!.Value.Value, 1e-9);
        Assert.Null(Experiment.Of(new("1", First), new("2", Second)).Value.Relative);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_in_words()
    {
        string? Because(ExperimentArm one, ExperimentArm other) => Experiment.Of(one, other).Because;
        Assert.Contains("needs 10 people", Because(new("1", [1, 2]), new("2", Second)), StringComparison.Ordinal);
        Assert.Contains(
            "not a number",
            Because(new("1", [.. First[..9], double.NaN]), new("2", Second)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "same figure",
            Because(new("1", new double[10]), new("2", new double[10])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "same columns",
            Because(new("1", First) { Before = First }, new("2", Second)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "without any rest",
            Because(new("1", First) { Before = First }, new("2", Second) { Before = Second }),
            StringComparison.Ordinal
        );
    }
}
