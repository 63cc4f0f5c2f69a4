using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public sealed class ShuffledTiesTests
{
    static readonly int[] People = [20, 20];

    /// <summary>Ten teams, five of each group.</summary>
    static readonly int[] Groups = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];

    static List<(int, int)> Every(Func<int, int, bool> tied) =>
        [
            .. from one in Enumerable.Range(0, 10)
            from other in Enumerable.Range(one + 1, 9 - one)
            where tied(one, other)
            select (one, other),
        ];

    [Fact]
    public void Where_every_team_is_tied_to_every_other_each_deal_is_the_same()
    {
        var ties = ShuffledTies.Of(Every((_, _) => true), Groups, People).Value;
        // 25 pairs across, 20 inside.
        Assert.Equal((25, 20), (ties.Cross, ties.Inside));
        Assert.Equal(5 / 45.0, ties.Index, 1e-12);
        Assert.Equal((ties.Index, ties.Index), (ties.Low, ties.High));
        Assert.Equal(ties.Index, ties.Expected, 1e-12);
        Assert.Null(ties.IsAcross);
    }

    [Fact]
    public void Ties_that_all_run_inside_or_all_across_are_no_chance_and_the_mean_is_that_of_the_pairs()
    {
        var inside = ShuffledTies.Of(Every((a, b) => Groups[a] == Groups[b]), Groups, People).Value;
        var across = ShuffledTies.Of(Every((a, b) => Groups[a] != Groups[b]), Groups, People).Value;
        Assert.Equal((-1, false), (inside.Index, inside.IsAcross!.Value));
        Assert.Equal((1, true), (across.Index, across.IsAcross!.Value));
        Assert.Equal(5 / 45.0, inside.Expected, 0.02);
        Assert.Equal(5 / 45.0, across.Expected, 0.02);
    }

    [Fact]
    public void Groups_of_fewer_than_five_people_and_groups_of_one_team_are_said_in_words()
    {
        Assert.Contains(
            "fewer than five people",
            ShuffledTies.Of([(0, 9)], Groups, [20, 4]).Because,
            StringComparison.Ordinal
        );
        Assert.Contains("no ties", ShuffledTies.Of([], Groups, People).Because, StringComparison.Ordinal);
        Assert.Contains(
            "nothing could run inside",
            ShuffledTies.Of([(0, 1)], [0, 1], People).Because,
            StringComparison.Ordinal
        );
    }
}
