using Heed.Analytics.Evidence;
using Heed.Map;
using Heed.Metrics;

namespace Heed.Tests.Map;

public sealed class SightGraphTests
{
    static readonly DateOnly Today = new(2035, 3, 5);

    static SightNode Node(SightColumn column, string key) => new(column, key, key, $"/{key}");

    static SightGraph Small() =>
        new(
            [
                Node(SightColumn.Outcome, "o"),
                Node(SightColumn.Metric, "m1"),
                Node(SightColumn.Metric, "m2"),
                Node(SightColumn.KeyResult, "k1"),
                Node(SightColumn.KeyResult, "k2"),
                Node(SightColumn.Team, "w"),
            ],
            [
                new("o", "m1"),
                new("o", "m2", SightStrength.Refuted),
                new("m1", "k1"),
                new("m2", "k2"),
                new("k1", "w"),
                new("k2", "w"),
            ]
        );

    [Fact]
    public void At_one_node_only_what_stands_above_and_beneath_it_is_left()
    {
        var at = Small().At("k1");
        Assert.Equal(["o", "m1", "k1", "w"], at.Nodes.Select(n => n.Key));
        Assert.Equal(3, at.Edges.Count);
        // From the team all is in sight, from one of its two key results not the other one.
        Assert.Equal(6, Small().At("w").Nodes.Count);
    }

    [Fact]
    public void A_long_column_is_folded_and_no_line_is_lost()
    {
        List<SightNode> nodes = [Node(SightColumn.Outcome, "o"), Node(SightColumn.Team, "w")];
        List<SightEdge> edges = [];
        for (var i = 0; i < 2000; i++)
        {
            nodes.Add(Node(SightColumn.KeyResult, $"k{i}"));
            edges.Add(new("o", $"k{i}", i == 1999 ? SightStrength.Solid : SightStrength.Claimed));
        }
        edges.Add(new("k7", "w"));
        var folded = new SightGraph(nodes, edges).Folded(40).Ordered();
        var column = folded.In(SightColumn.KeyResult).ToList();
        Assert.Equal(40, column.Count);
        Assert.Contains(column, n => n.Key == "k7"); // it has most to do with others
        Assert.Equal((1961, "1,961 more"), (column[^1].Folded, column[^1].Name));
        // Each line ends at a node that is drawn, and the folded ones have one line as strong as the strongest of them.
        var drawn = folded.Nodes.Select(n => n.Key).ToHashSet();
        Assert.All(folded.Edges, e => Assert.True(drawn.Contains(e.Upper) && drawn.Contains(e.Lower)));
        Assert.Equal(SightStrength.Solid, folded.Edges.Single(e => e.Lower == column[^1].Key).Strength);
    }

    [Fact]
    public void Neighbours_stand_in_the_order_of_what_they_hang_on()
    {
        SightGraph crossed = new(
            [
                Node(SightColumn.Outcome, "a"),
                Node(SightColumn.Outcome, "b"),
                Node(SightColumn.Metric, "x"),
                Node(SightColumn.Metric, "y"),
            ],
            [new("a", "y"), new("b", "x")]
        );
        Assert.Equal(["a", "b", "y", "x"], crossed.Ordered().Nodes.Select(n => n.Key));
    }

    [Fact]
    public void A_way_up_is_as_strong_as_its_weakest_tie_and_the_best_way_counts()
    {
        var (goal, near, far, beyond) = (Id<Metric>.New(), Id<Metric>.New(), Id<Metric>.New(), Id<Metric>.New());
        var ties = new[]
        {
            Tied(near, goal, TieState.Supported),
            Tied(far, near, TieState.Claimed),
            Tied(far, goal, TieState.Refuted),
            Tied(beyond, far, TieState.Supported),
        };
        var ways = SightGraph.Ways([goal], ties, Today).ToDictionary(w => w.Metric, w => w.Strength);
        Assert.Equal(SightStrength.Solid, ways[goal]);
        Assert.Equal(SightStrength.Solid, ways[near]);
        Assert.Equal(SightStrength.Claimed, ways[far]);
        Assert.Equal(SightStrength.Claimed, ways[beyond]);
    }

    [Fact]
    public void Ties_in_a_ring_end_and_more_than_four_steps_are_out_of_sight()
    {
        var chain = Enumerable.Range(0, 7).Select(_ => Id<Metric>.New()).ToArray();
        List<Tie> ties = [.. Enumerable.Range(1, 6).Select(i => Tied(chain[i], chain[i - 1], TieState.Supported))];
        ties.Add(Tied(chain[0], chain[2], TieState.Supported));
        var seen = SightGraph.Ways([chain[0]], ties, Today).Select(w => w.Metric).ToHashSet();
        Assert.Equal(chain[..5].ToHashSet(), seen);
    }

    [Fact]
    public void What_was_supported_long_ago_is_a_claim_again()
    {
        var (goal, near) = (Id<Metric>.New(), Id<Metric>.New());
        var tie = Tied(near, goal, TieState.Supported);
        Assert.Equal(SightStrength.Solid, SightGraph.Ways([goal], [tie], Today)[^1].Strength);
        Assert.Equal(SightStrength.Claimed, SightGraph.Ways([goal], [tie], Today.AddMonths(6))[^1].Strength);
    }

    static Tie Tied(Id<Metric> child, Id<Metric> parent, TieState state)
    {
        var tie = Tie.Claim(
            new()
            {
                Child = child,
                Parent = parent,
                Moves = Direction.Up,
                FirstLag = 0,
                LastLag = 1,
                Because = "It is so.",
            },
            default,
            default,
            Today
        );
        if (state is not TieState.Claimed)
            tie.Take(
                new()
                {
                    TieId = tie.Id,
                    Evidence = TieEvidence.Changes,
                    Attempt = 1,
                    State = state,
                    Sentence = "",
                    On = Today,
                    At = default,
                    By = default,
                }
            );
        return tie;
    }
}
