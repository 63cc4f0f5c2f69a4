using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class GroupComparisonTests
{
    static (string, Score) Group(string name, int detractors, int passives, int promoters) =>
        (name, ScoreTests.Recommend(detractors, passives, promoters));

    static readonly (string, Score)[] Branches =
    [
        Group("Kiosk", 0, 0, 3),
        Group("North", 200, 191, 609),
        Group("South", 350, 195, 455),
    ];

    [Fact]
    public void Two_large_groups_are_told_apart_though_a_tiny_one_lies_farther_off()
    {
        var found = GroupComparison.Of(Branches).Value;

        var told = Assert.Single(found.Told);
        Assert.Equal(("South", "North"), (Branches[told.Lower].Item1, Branches[told.Higher].Item1));
        Assert.Equal(3, found.PairsTested);
        Assert.Equal(30.4, told.Difference.Value, .01);
        Assert.True(told.Difference.Low > 20);
        Assert.Equal((1, 3), Ranks(found, "Kiosk"));
        Assert.Equal((1, 2), Ranks(found, "North"));
        Assert.Equal((2, 3), Ranks(found, "South"));
    }

    [Fact]
    public void A_group_is_compared_with_the_rest_and_not_with_a_whole_that_holds_it()
    {
        var found = GroupComparison.Of(Branches).Value;

        // North against South and Kiosk together, not against all three.
        var rest = ScoreTests.Recommend(350, 195, 458);
        Assert.Equal(40.9 - rest.Value, found.Groups[1].FromRest!.Value, .01);
        Assert.Equal(["North", "South"], found.Apart.Select(group => group.Name).Order());
    }

    [Fact]
    public void No_interval_of_a_difference_leaves_the_ends_of_the_scale()
    {
        var found = GroupComparison.Of([Group("a", 1, 0, 1), Group("b", 0, 1, 1), Group("c", 2, 0, 0)]).Value;

        Assert.All(found.Pairs, pair => Assert.InRange(pair.Difference.High, -200, 200));
        Assert.All(found.Pairs, pair => Assert.InRange(pair.Difference.Low, -200, 200));
        Assert.Empty(found.Told);
    }

    [Theory]
    [InlineData(ScoreKind.Recommend)]
    [InlineData(ScoreKind.Satisfaction)]
    [InlineData(ScoreKind.Mean)]
    public void A_told_pair_and_its_interval_agree_and_the_open_ones_hold_zero(ScoreKind kind)
    {
        var random = new Random(9);
        for (var run = 0; run < 40; run++)
        {
            var scale = kind is ScoreKind.Recommend ? Scale.ZeroToTen : Scale.OneToFive;
            var groups = Enumerable
                .Range(0, 6)
                .Select(g =>
                    (
                        $"{g}",
                        Score
                            .Of(
                                kind,
                                ScoreTests.Counts(
                                    scale,
                                    [
                                        .. Enumerable
                                            .Range(0, scale.Points)
                                            .Select(p => (long)random.Next(1, 4 + 3 * (g % 3))),
                                    ]
                                )
                            )
                            .Value
                    )
                )
                .ToArray();
            var found = GroupComparison.Of(groups).Value;
            Assert.All(found.Pairs, pair => Assert.Equal(pair.IsTold, pair.Difference.CanBeTold));
            Assert.All(found.Pairs, pair => Assert.Equal(pair.IsTold, pair.Probability < .05));
            Assert.Equal(15, found.PairsTested);
        }
    }

    [Fact]
    public void Where_all_groups_are_alike_a_claim_is_made_in_one_case_of_twenty_at_most()
    {
        var random = new Random(20260105);
        var (pairs, rests, ranks) = (0, 0, 0);
        for (var run = 0; run < 400; run++)
        {
            var groups = Enumerable
                .Range(0, 6)
                .Select(g =>
                {
                    var counts = new int[3];
                    for (var i = 0; i < 40; i++)
                        counts[
                            random.NextDouble() switch
                            {
                                < .2 => 0,
                                < .5 => 1,
                                _ => 2,
                            }
                        ]++;
                    return Group($"{g}", counts[0], counts[1], counts[2]);
                })
                .ToArray();
            var found = GroupComparison.Of(groups).Value;
            pairs += found.Told.Count > 0 ? 1 : 0;
            rests += found.Apart.Count > 0 ? 1 : 0;
            ranks += found.Groups.Any(group => group.BestRank > 1 || group.WorstRank < 6) ? 1 : 0;
        }
        Assert.True(pairs <= 28 && ranks <= 28, $"{pairs} and {ranks} of 400"); // 5 % and two Monte Carlo errors
        Assert.True(rests <= 28, $"{rests} of 400");
    }

    [Fact]
    public void Where_one_is_the_best_point_the_lowest_mean_has_the_first_rank()
    {
        var scale = Scale.OneToFive.Reversed;
        (string, Score) Of(string name, params long[] counts) =>
            (name, Score.Of(ScoreKind.Mean, ScoreTests.Counts(scale, counts)).Value);
        var found = GroupComparison.Of([Of("good", 90, 10, 0, 0, 1), Of("poor", 1, 0, 0, 10, 90)]).Value;

        Assert.Equal((1, 1), Ranks(found, "good"));
        Assert.Equal((2, 2), Ranks(found, "poor"));
    }

    [Fact]
    public void A_small_group_is_drawn_to_the_others_and_stays_on_the_scale()
    {
        var found = GroupComparison
            .Of([
                Group("tiny", 0, 0, 3),
                Group("a", 20, 30, 50),
                Group("b", 25, 30, 45),
                Group("c", 22, 30, 48),
                Group("d", 18, 40, 42),
            ])
            .Value;

        var tiny = found.Groups[0].Shrunk!.Value;
        Assert.InRange(tiny.Value, 30, 70);
        Assert.InRange(tiny.High, tiny.Value, 100);
        Assert.True(Math.Abs(found.Groups[1].Shrunk!.Value.Value - 30) < 5, "a large group stays nearly where it was");
        Assert.Null(GroupComparison.Of(Branches).Value.Groups[0].Shrunk);
    }

    [Fact]
    public void One_bad_month_does_not_set_the_good_ones_apart()
    {
        var months = Enumerable
            .Range(0, 8)
            .Select(i => i == 3 ? Group("bad", 1200, 400, 400) : Group($"{i}", 400, 600 + i, 1000))
            .ToArray();

        var (place, gap) = Assert.Single(GroupComparison.Outlying(months));
        Assert.Equal(3, place);
        Assert.True(gap.High < 0);
        Assert.True(
            GroupComparison.Of(months).Value.Apart.Count > 1,
            "against a rest that holds the bad one they all differ"
        );
        Assert.Empty(GroupComparison.Outlying(months[..2]));
    }

    [Fact]
    public void Groups_that_cannot_be_compared_are_refused_in_words()
    {
        Assert.Contains("no two groups", GroupComparison.Of([Branches[0]]).Because);
        var mean = ("mean", Score.Of(ScoreKind.Mean, ScoreTests.Counts(Scale.OneToFive, 1, 1, 1, 1, 1)).Value);
        Assert.Contains("same question", GroupComparison.Of([Branches[0], mean]).Because);
    }

    static (int, int) Ranks(GroupComparison found, string name) =>
        found.Groups.Single(group => group.Name == name) is var group ? (group.BestRank, group.WorstRank) : default;
}
