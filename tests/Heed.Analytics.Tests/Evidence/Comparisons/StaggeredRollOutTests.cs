using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class StaggeredRollOutTests
{
    static ComparisonPanel Panel(Random random, int[] starts, Func<int, int, double> effect, int weeks = 40)
    {
        var shared = Simulated.Noise(random, weeks, 0.8);
        return ComparisonPanel
            .Of(
                starts.Select(
                    (start, unit) =>
                    {
                        var noise = Simulated.Noise(random, weeks);
                        var series = Published.Weeks([
                            .. noise.Select(
                                (value, t) =>
                                    10 * unit
                                    + 5 * shared[t]
                                    + value
                                    + (start > 0 && t >= start ? effect(start, t - start) : 0)
                            ),
                        ]);
                        return new PanelUnit($"branch {unit}", series, start > 0 ? series[start].Date : null);
                    }
                )
            )
            .Value;
    }

    [Fact]
    public void One_group_at_one_period_is_the_difference_of_two_differences()
    {
        // By hand: the changed units gain 7 and 9 from week 3 to week 4, those without it 1, 2, 3 and 2.
        double[][] rows =
        [
            [1, 2, 3, 10],
            [1, 2, 3, 12],
            [5, 5, 5, 6],
            [5, 5, 5, 7],
            [5, 5, 5, 8],
            [5, 5, 5, 7],
        ];
        var units = rows.Select(
            (row, i) => new PanelUnit($"{i}", Published.Weeks(row), i < 2 ? new DateOnly(2026, 1, 26) : null)
        );
        var found = StaggeredRollOut.Of(ComparisonPanel.Of(units).Value).Value;

        var cell = Assert.Single(found.Groups);
        Assert.Equal((7 + 9) / 2.0 - (1 + 2 + 3 + 2) / 4.0, cell.Effect, 1e-12);
        Assert.Equal((0, 2), (cell.Since, cell.Units));
        Assert.Equal((2, 4), found.Units);
        Assert.Equal(cell.Effect, found.Effect.Value, 1e-12);
    }

    [Fact]
    public void Units_that_have_it_already_are_no_comparison()
    {
        // Effects that grow with time turn the sign of a plain regression with both kinds of means (Goodman-Bacon 2021).
        int[] starts = [10, 10, 10, 20, 20, 20, 30, 30, 30, 0, 0, 0];
        var found = StaggeredRollOut.Of(Panel(new Random(2), starts, (_, since) => 0.5 * since), 8).Value;

        Assert.True(found.Effect.Low > 0);
        Assert.InRange(found.Since[0].Effect.Value, -2, 2);
        Assert.InRange(found.Since[20].Effect.Value, 8, 12);
        Assert.Equal(3, found.Since[^1].Units);
    }

    [Fact]
    public void Where_all_get_it_those_that_get_it_later_are_the_comparison()
    {
        int[] starts = [10, 10, 16, 16, 22, 22, 28, 28];
        var found = StaggeredRollOut.Of(Panel(new Random(3), starts, (_, _) => 4), 6).Value;
        Assert.InRange(found.Effect.Value, 3, 5);
        Assert.Equal((8, 0), found.Units);
        // After the last one has it there is nobody left to compare with.
        Assert.All(found.Groups, group => Assert.True(group.At < new DateOnly(2026, 1, 5).AddDays(7 * 28)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Noise_alone_is_an_effect_at_most_five_times_in_a_hundred(int periodsBefore)
    {
        const int runs = 300;
        int[] starts = [12, 12, 18, 18, 24, 24, 0, 0, 0, 0, 0, 0];
        var (random, alarms) = (new Random(4), 0);
        for (var run = 0; run < runs; run++)
        {
            var effect = StaggeredRollOut.Of(Panel(random, starts, (_, _) => 0, 32), periodsBefore).Value.Effect;
            alarms += effect.Low > 0 || effect.High < 0 ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"false alarms {alarms} of {runs}");
        Assert.InRange(alarms / (double)runs, 0, Simulated.Allowed(0.05, runs));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_in_words()
    {
        Assert.Contains(
            "needs 6 units, has 4",
            StaggeredRollOut.Of(Panel(new Random(5), [10, 10, 0, 0], (_, _) => 1)).Because,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "to be compared with",
            StaggeredRollOut.Of(Panel(new Random(5), [10, 10, 10, 10, 10, 10], (_, _) => 1)).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Units_that_differ_by_nothing_say_nothing_of_chance()
    {
        var same = Enumerable
            .Range(0, 6)
            .Select(i => new PanelUnit($"{i}", Published.Weeks(1, 2, 3, 4), i < 2 ? new DateOnly(2026, 1, 26) : null));
        Assert.Equal(
            "The units differ by nothing from each other, so chance cannot be measured by them.",
            StaggeredRollOut.Of(ComparisonPanel.Of(same).Value).Because
        );
    }

    [Theory]
    [InlineData(
        1,
        "No unit has 1 period before its change and, in a period after it, another unit without it to be compared with."
    )]
    [InlineData(
        12,
        "No unit has 12 periods before its change and, in a period after it, another unit without it to be compared with."
    )]
    public void What_no_unit_has_is_said_exactly(int periodsBefore, string because) =>
        Assert.Equal(
            because,
            StaggeredRollOut.Of(Panel(new Random(5), [10, 10, 10, 10, 10, 10], (_, _) => 1), periodsBefore).Because
        );

    [Fact]
    public void Two_groups_count_by_their_units_and_by_how_long_each_had_it()
    {
        // By hand: from a flat level the first two gain 4 each from week 3 on, the third 10 from week 4 on; the others stand still
        // but for one step of one, so that chance has a size.
        double[][] rows =
        [
            [0, 0, 4, 4],
            [0, 0, 4, 4],
            [0, 0, 0, 10],
            [5, 5, 5, 5],
            [6, 6, 6, 6],
            [7, 7, 7, 8.5],
        ];
        DateOnly?[] from = [new(2026, 1, 19), new(2026, 1, 19), new(2026, 1, 26), null, null, null];
        var found = StaggeredRollOut
            .Of(ComparisonPanel.Of(rows.Select((row, i) => new PanelUnit($"{i}", Published.Weeks(row), from[i]))).Value)
            .Value;

        Assert.Equal(
            [(0, 2, 4.0), (1, 2, 3.5), (0, 1, 9.5)],
            found.Groups.Select(group => (group.Since, group.Units, Math.Round(group.Effect, 9)))
        );
        Assert.Equal(
            [new DateOnly(2026, 1, 19), new(2026, 1, 26), new(2026, 1, 26)],
            found.Groups.Select(group => group.At)
        );
        Assert.Equal((2 * 4 + 2 * 3.5 + 9.5) / 5, found.Effect.Value, 1e-9);
        Assert.Equal([(0, 3), (1, 2)], found.Since.Select(since => (since.Periods, since.Units)));
        Assert.Equal((2 * 4 + 9.5) / 3, found.Since[0].Effect.Value, 1e-9);
    }
}
