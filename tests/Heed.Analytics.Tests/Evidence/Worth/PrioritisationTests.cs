using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class PrioritisationTests
{
    static readonly WaitingWork[] Work = [new("C", 10, 1), new("B", 3, 3), new("A", 1, 10)];

    [Fact] // T15: Reinertsen's three projects
    public void Cost_of_delay_by_duration_gives_the_cheapest_order()
    {
        var cheapest = Prioritisation.Cheapest(Work);

        Assert.Equal(["A", "B", "C"], cheapest.Select(work => work.Name));
        Assert.Equal(7, Prioritisation.WaitingCost(cheapest));
        Assert.Equal(160, Prioritisation.WaitingCost(Work));
    }

    [Theory] // T16
    [InlineData(24, 5, 4.8)]
    [InlineData(13, 3, 4.33)]
    [InlineData(8, 8, 1.0)]
    public void Relative_points_divide_alike(double costOfDelay, double size, double score) =>
        Assert.Equal(score, Prioritisation.PerDuration(costOfDelay, size), 0.005);

    [Fact] // T16
    public void Rice_takes_its_confidence_from_the_evidence()
    {
        Assert.Equal(1067, Prioritisation.Rice(2000, 2, EvidenceClass.Sampled, 3), 0.5);
        Assert.Equal(2500, Prioritisation.Rice(5000, 1, EvidenceClass.Opinion, 1), 0.5);
    }

    [Fact] // T16: importance 8.0, satisfaction 4.0
    public void An_unserved_need_scores_twelve()
    {
        Assert.Equal(12.0, Prioritisation.Opportunity(0.8, 0.4), 1e-12);
        Assert.Equal(4.0, Prioritisation.Opportunity(0.4, 0.8), 1e-12);
    }

    [Fact]
    public void What_cannot_be_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.PerDuration(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Opportunity(8, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Rice(double.NaN, 1, EvidenceClass.Opinion, 1));
    }

    [Fact]
    public void A_place_that_halving_an_input_changes_is_fragile()
    {
        var ranked = Ranking.Of(
            [("far ahead", [100, 1]), ("second", [13, 3]), ("close behind", [12, 3])],
            inputs => inputs[0] / inputs[1]
        );

        Assert.Equal(["far ahead", "second", "close behind"], ranked.Select(item => item.Name));
        Assert.Equal([true, false, false], ranked.Select(item => item.IsRobust));
        Assert.Equal((2, 3), (ranked[1].BestRank, ranked[1].WorstRank));
    }

    [Fact]
    public void Equal_scores_share_a_place() =>
        Assert.Equal(
            [1, 1, 3],
            Ranking.Of([("a", [2]), ("b", [2]), ("c", [1])], inputs => inputs[0]).Select(item => item.Rank)
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Costs_reach_and_impact_are_numbers_of_zero_or_more(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.PerDuration(value, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.PerDuration(1, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Rice(value, 1, EvidenceClass.Opinion, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Rice(1, value, EvidenceClass.Opinion, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Rice(1, 1, EvidenceClass.Opinion, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.WaitingCost([new("A", value, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.WaitingCost([new("A", 1, value)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Opportunity(value, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Opportunity(0.5, value));
    }

    [Fact]
    public void Nothing_at_all_is_a_number_too()
    {
        Assert.Equal(0, Prioritisation.PerDuration(0, 2));
        Assert.Equal(0, Prioritisation.Rice(0, 1, EvidenceClass.Measured, 2));
        Assert.Equal(1.5, Prioritisation.Rice(3, 1, EvidenceClass.Measured, 2));
        Assert.Equal((0, 20), (Prioritisation.Opportunity(0, 0), Prioritisation.Opportunity(1, 0)));
        Assert.Equal(10, Prioritisation.Opportunity(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Rice(1, 1, EvidenceClass.Opinion, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prioritisation.Confidence((EvidenceClass)9));
    }

    [Fact]
    public void A_place_is_robust_when_no_single_input_off_by_half_moves_it()
    {
        // Half as much again lifts "b" over "a", half drops it below "c"; "d" stays where it is.
        var ranked = Ranking.Of([("d", [1.0]), ("c", [14]), ("a", [28]), ("b", [20])], inputs => inputs[0]);

        Assert.Equal(
            [new("a", 28, 1, 1, 2), new("b", 20, 2, 1, 3), new("c", 14, 3, 2, 3), new("d", 1, 4, 4, 4)],
            ranked
        );
        Assert.Equal([false, false, false, true], ranked.Select(item => item.IsRobust));
        // One input at a time, and the others as given.
        var two = Ranking.Of([("a", [4.0, 4]), ("b", [3, 3])], inputs => inputs[0] * inputs[1]);
        Assert.Equal((1, 2), (two[0].BestRank, two[0].WorstRank)); // 8 against 9
        Assert.Equal((2, 2), (two[1].BestRank, two[1].WorstRank)); // 13.5 against 16
    }

    [Fact]
    public void A_fragile_place_is_named_with_those_it_is_fragile_against()
    {
        var ranked = Ranking.Of([("d", [1.0]), ("c", [14]), ("a", [28]), ("b", [20])], inputs => inputs[0]);
        var (below, above) = Ranking.Rivals(ranked[1], ranked);

        Assert.Equal("c", Assert.Single(below).Name);
        Assert.Equal("a", Assert.Single(above).Name);
        Assert.Empty(Ranking.Rivals(ranked[3], ranked).Below);
        Assert.Empty(Ranking.Rivals(ranked[3], ranked).Above);
    }
}
