using Heed.Analytics.Evidence;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class UnstuckMoveTests
{
    static readonly TractionState[] Stuck = [TractionState.Spinning, TractionState.Blind, TractionState.Revving];

    [Fact]
    public void For_every_lever_and_state_there_are_three_different_moves_and_none_pulls_it_again()
    {
        foreach (var lever in Enum.GetValues<Lever>())
        foreach (var state in Stuck)
        {
            var moves = UnstuckMove.Different(state, new HashSet<Lever> { lever }, new HashSet<string>());
            Assert.Equal(3, moves.Select(m => m.Key).Distinct().Count());
            Assert.Equal(3, moves.Select(m => m.Rung).Distinct().Count());
            Assert.DoesNotContain(lever, moves.Select(m => m.After).OfType<Lever>());
            Assert.Equal(moves.OrderBy(m => m.Rung), moves);
            Assert.Equal(state is TractionState.Blind, moves[0].Rung is Rung.Measure && moves[1].Rung is Rung.Bigger);
        }
    }

    [Fact]
    public void Who_rocks_is_offered_another_driver_another_seat_and_whether_it_is_a_tension()
    {
        HashSet<Lever> levers = [Lever.Persuasion, Lever.Restriction];
        Assert.Equal(
            [Rung.Driver, Rung.Seat, Rung.Tension],
            UnstuckMove.Different(TractionState.Rocking, levers, new HashSet<string>()).Select(m => m.Rung)
        );
    }

    [Fact]
    public void A_run_with_two_levers_in_it_is_offered_neither()
    {
        foreach (var one in Enum.GetValues<Lever>())
        foreach (var other in Enum.GetValues<Lever>())
        {
            HashSet<Lever> levers = [one, other];
            var moves = UnstuckMove.Different(TractionState.Spinning, levers, new HashSet<string>());
            Assert.Equal(3, moves.Count);
            Assert.DoesNotContain(moves.Select(m => m.After).OfType<Lever>(), levers.Contains);
        }
    }

    [Fact]
    public void What_was_taken_up_is_not_offered_again_and_the_ladder_goes_on_to_its_end()
    {
        var levers = new HashSet<Lever> { Lever.Training };
        HashSet<string> tried = [];
        List<Rung> first = [];
        while (UnstuckMove.Different(TractionState.Spinning, levers, tried) is [var next, ..])
        {
            Assert.True(tried.Add(next.Key));
            first.Add(next.Rung);
        }
        Assert.Equal(first.Order(), first);
        Assert.Equal([Rung.Lever, Rung.Obstacle, Rung.Driver, Rung.Seat, Rung.Tension, Rung.Stop], first.Distinct());
    }

    [Fact]
    public void No_move_asks_for_more_people_or_money_or_pays_or_punishes()
    {
        string[] forbidden =
        [
            "hire",
            "budget",
            "more people",
            "money",
            "more staff",
            "headcount",
            "pay ",
            "spend more",
            "bonus",
            "fine ",
        ];
        Assert.Empty(
            UnstuckMove.All.SelectMany(m =>
                forbidden.Where(word => $"{m.Name} {m.Says} ".Contains(word, StringComparison.OrdinalIgnoreCase))
            )
        );
        Assert.DoesNotContain(UnstuckMove.All, m => m.After is Lever.Incentive or Lever.Coercion);
        // Broken: it would be seen.
        Assert.Contains(forbidden, word => "Hire two drivers.".Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_move_has_a_key_of_its_own_a_source_and_words_that_fit_a_card()
    {
        Assert.Distinct(UnstuckMove.All.Select(m => m.Key));
        Assert.All(
            UnstuckMove.All,
            m =>
            {
                Assert.InRange(m.Key.Length, 3, UnstuckMove.LongestKey);
                Assert.Matches("^[a-z-]+$", m.Key);
                Assert.StartsWith("After ", m.Source, StringComparison.Ordinal);
                Assert.InRange(m.Name.Length, 5, 60);
                Assert.InRange(m.Says.Length, 40, 260);
                Assert.NotEmpty(m.For);
                Assert.Equal(m.Rung is Rung.Lever, m.After is not null);
            }
        );
        Assert.Null(UnstuckMove.Of("no-such-move"));
        Assert.Null(UnstuckMove.Of(null));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "Nobody has tried it here.")]
    [InlineData(0, 0, 1, 2, "Nobody knows yet: once nobody could tell, two not judged yet.")]
    [InlineData(2, 1, 0, 0, "Worked here 2 of 3 times (21 % to 94 %, Wilson).")]
    [InlineData(0, 1, 0, 1, "Worked here 0 of 1 time (0 % to 79 %, Wilson); one not judged yet.")]
    public void A_record_is_said_as_k_of_n_with_its_interval(
        int worked,
        int didNot,
        int could,
        int under,
        string said
    ) => Assert.Equal(said, new MoveRecord(worked, didNot, could, under).InWords);
}
