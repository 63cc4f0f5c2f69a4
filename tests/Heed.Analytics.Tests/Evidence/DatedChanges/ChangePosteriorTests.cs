using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What measured values say of a dated change, held against the textbook's whole matrices and against what must be so.</summary>
public class ChangePosteriorTests
{
    static readonly double[] Noise =
    [
        3,
        -4,
        1,
        0,
        6,
        -2,
        -5,
        2,
        4,
        -1,
        -3,
        5,
        0,
        -6,
        2,
        1,
        3,
        -2,
        4,
        -3,
        0,
        2,
        -1,
        5,
        -4,
        1,
    ];

    sealed record Case(int[] Periods, int Before, SeasonalWaves Waves, double[] Values, double Distance = 0)
    {
        public ChangeDesign Design { get; } = new(Periods, Before, Cadence.Day, Waves, Distance);

        public ChangePosterior? Judged(Func<double, double>? unit = null) =>
            ChangePosterior.Of(
                Design,
                NoiseKind.All.Select(noise => new WhitenedDesign(Design, noise)),
                [.. Values.Select(value => unit is null ? value : unit(value))]
            );

        public double[][] Seasons()
        {
            double[][] columns = [.. Enumerable.Range(0, Waves.Columns).Select(_ => new double[Periods.Length])];
            var row = new double[Waves.Columns];
            for (var i = 0; i < Periods.Length; i++)
            {
                Waves.Fill(Cadence.Day.StartOf(Periods[i]), Cadence.Day, row);
                for (var a = 0; a < row.Length; a++)
                    columns[a][i] = row[a];
            }
            return columns;
        }
    }

    static int[] Periods(int points, int gapAt, int gap) =>
        [.. Enumerable.Range(0, points).Select(i => 700 + i + (i < gapAt ? 0 : gap))];

    static double[] Values(int points, Func<int, double> more) =>
        [.. Enumerable.Range(0, points).Select(i => Noise[i] + more(i))];

    static Case Named(string name) =>
        name switch
        {
            "a step across a gap" => new(Periods(18, 10, 4), 10, default, Values(18, i => 200 + (i < 10 ? 0 : 7))),
            "a line that bends" => new(
                Periods(20, 5, 2),
                9,
                default,
                Values(20, i => 0.8 * i + (i < 9 ? 0 : 2.5 * (i - 8)))
            ),
            "weekdays" => new(
                Periods(26, 26, 0),
                14,
                new(0, true),
                Values(26, i => (i % 7 > 4 ? -20 : 0) - (i < 14 ? 0 : 5))
            ),
            "a level that wanders" => new(
                Periods(16, 16, 0),
                8,
                default,
                [4, 5, 7, 8, 8, 9, 7, 6, 4, 2, 1, 1, 3, 4, 6, 7]
            ),
            _ => new(Periods(12, 6, 1), 12, default, Values(12, i => 30 + 0.5 * i), 9.5), // only planned
        };

    [Theory]
    [InlineData("a step across a gap")]
    [InlineData("a line that bends")]
    [InlineData("weekdays")]
    [InlineData("a level that wanders")]
    [InlineData("only planned")]
    public void The_quick_way_in_steps_says_what_whole_matrices_say(string name)
    {
        var told = Named(name);
        var quick = told.Judged()!;
        var slow = new Textbook(told.Periods, told.Before, told.Seasons(), told.Values, told.Distance);

        // Models a million times less likely than the best are left out of the quick way.
        void Same(double expected, double actual) =>
            Assert.Equal(expected, actual, 1e-4 * Math.Max(1e-3, Math.Abs(expected)));
        void Alike((double Mean, double Deviation) expected, StudentMixture actual)
        {
            Same(expected.Deviation, actual.Deviation);
            Assert.Equal(expected.Mean, actual.Mean, 1e-4 * expected.Deviation);
        }
        Assert.Equal(slow.Degrees, quick.Degrees);
        foreach (var elapsed in told.Design.After > 0 ? (double[])[0, 3, -2.5] : [])
            Alike(slow.EffectAt(elapsed), quick.Effect(elapsed));
        Alike(slow.Trend, quick.Trend());
        Alike(slow.Growth, quick.Growth());
        Same(slow.Over(model => Math.Sqrt(model.Variance)), quick.Sigma);
        Same(slow.Over(model => NoiseKind.All[model.Noise].OfNeighbours), quick.Likeness);
        var free = slow.Models.Where(model => model.Noise == 0).ToArray();
        var error = free.Sum(model => model.Weight * model.Variance * slow.EffectVariance(model));
        Same(Math.Sqrt(error / free.Sum(model => model.Weight)), quick.ErrorOfIndependent());
        var fitted = quick.Fitted();
        Assert.Equal(told.Values.Length, fitted.Length);
        for (var i = 0; i < fitted.Length; i++)
            Same(slow.FittedAt(i), fitted[i]);
        foreach (var steepness in (double[])[1, 2, 4])
        {
            var here = quick.Noises.Where(noise => noise.Steepness == steepness).ToArray();
            var there = slow.Models.Where(model => model.Steepness == steepness).ToArray();
            Same(there.Sum(model => model.Weight), here.Sum(noise => noise.Weight));
            Same(
                there.Sum(model => model.Weight * model.Variance * (1 + model.Noise)),
                here.Sum(noise => noise.Weight * noise.Variance * (1 + noise.Noise))
            );
        }
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e9)]
    [InlineData(-1)]
    public void Another_unit_changes_the_numbers_and_nothing_else(double unit)
    {
        var told = Named("a line that bends");
        var (plain, other) = (told.Judged()!, told.Judged(value => unit * value)!);

        void Scaled(double expected, double actual) => Assert.Equal(1, actual / (unit * expected), 1e-9);
        Scaled(plain.Effect(2).Mean, other.Effect(2).Mean);
        Scaled(plain.Trend().Mean, other.Trend().Mean);
        Scaled(plain.Growth().Mean, other.Growth().Mean);
        Scaled(plain.Fitted()[3], other.Fitted()[3]);
        Assert.Equal(plain.Likeness, other.Likeness, 1e-9);
        Assert.Equal(1, other.Sigma / (Math.Abs(unit) * plain.Sigma), 1e-9);
    }

    [Fact]
    public void What_lies_on_the_model_to_the_last_digit_has_no_noise_to_judge_by()
    {
        var told = Named("a line that bends");
        Case Of(Func<int, double> value, int before = 9) =>
            new(told.Periods, before, default, [.. Enumerable.Range(0, 20).Select(value)], 12);
        double Bent(int i) => 3.0 * told.Periods[i] + (i < 9 ? 0 : 5.0 * told.Periods[i]);

        Assert.Null(Of(_ => 0).Judged());
        Assert.Null(Of(_ => 7).Judged());
        Assert.Null(Of(i => i < 9 ? 1e6 / 3 : 2e6 / 3).Judged());
        Assert.Null(Of(Bent).Judged());
        Assert.Null(Of(i => 3.0 * told.Periods[i], 20).Judged());
        // A bend is no line, and a thousandth of noise is noise.
        Assert.NotNull(Of(Bent, 20).Judged());
        Assert.NotNull(Of(i => Bent(i) + 1e-3 * Noise[i]).Judged());
        Assert.NotNull(Of(i => 3.0 * told.Periods[i] + 1e-3 * Noise[i], 20).Judged());
    }

    [Fact]
    public void Level_effect_trend_and_growth_are_counted_from_the_middles()
    {
        int[] periods = [100, 101, 102, 106, 110, 111, 115];
        var design = new ChangeDesign(periods, 4, Cadence.Week, default);

        Assert.Equal((1, 2, 3), (design.Effect, design.Trend, design.Growth));
        Assert.Equal((7, 3, 5), (design.Count, design.After, design.Degrees));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], design.Columns[design.Effect]);
        Assert.Equal(0, design.Columns[design.Trend].Sum(), 1e-9);
        Assert.Equal(15, design.Columns[design.Trend][6] - design.Columns[design.Trend][0], 1e-9);
        Assert.Equal([0, 0, 0, 0, -2, -1, 3], design.Columns[design.Growth]);
        Assert.Equal(3, design.Elapsed(6));
        Assert.Equal(112 - 102.25, design.Distance, 1e-9);
        Assert.Equal(6, design.Span); // 110 to 115
        Assert.Equal((0, 4), (design.PrecisionOfEffect, design.PrecisionOfGrowth));

        var planned = new ChangeDesign(periods, 7, Cadence.Week, default, 8);
        Assert.Equal((8, 1, 0, 6), (planned.Distance, planned.Span, planned.After, planned.Degrees));
        Assert.Equal(16, planned.PrecisionOfTrend(2));
    }

    [Fact]
    public void The_grid_of_noises_holds_nine_times_four_cells_equally_likely()
    {
        Assert.Equal(36, NoiseKind.All.Sum(noise => noise.Cells));
        Assert.Equal(33, NoiseKind.All.Distinct().Count());
        Assert.Equal((0, 0), (NoiseKind.All[0].Likeness, NoiseKind.All[0].White));
        Assert.Equal(0.985, NoiseKind.All.Max(noise => noise.OfNeighbours), 1e-12);
        Assert.Equal(0.8 * 0.25, new NoiseKind(0.8, 0.75).OfNeighbours, 1e-12);
    }
}
