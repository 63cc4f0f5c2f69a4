using Heed.Analytics.Evidence;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class WorkOrderTests
{
    static Figures Of(
        string name,
        double? cost = null,
        double? weeks = null,
        double? important = null,
        double? satisfied = null,
        double? reach = null,
        double? impact = null,
        double? effort = null,
        EvidenceClass evidence = EvidenceClass.Measured
    ) =>
        new(
            Id<Candidate>.New(),
            name,
            evidence,
            cost,
            Prioritisation.Confidence(evidence),
            weeks,
            important,
            satisfied,
            reach,
            impact,
            effort
        );

    [Fact] // T15: Reinertsen's three projects
    public void The_dearest_week_by_week_of_work_comes_first_and_waiting_costs_least()
    {
        var order = WorkOrder.Of([Of("C", 1, 10), Of("A", 10, 1), Of("B", 3, 3)], null);
        Assert.Equal(OrderUnit.CostOfDelay, order.Unit);
        Assert.Equal(["A", "B", "C"], order.Placed.Select(p => p.Of.Name));
        Assert.Equal((7, 160), (order.WaitingCost!.Value, order.OtherWayRound!.Value));
    }

    [Fact]
    public void What_lacks_a_figure_stands_below_and_is_never_zero()
    {
        var nothing = Of("Nothing is known", weeks: 2);
        var free = Of("Costs nothing", 0, 1);
        var order = WorkOrder.Of([nothing, free, Of("A", 10, 1)], OrderUnit.CostOfDelay);
        Assert.Equal(["A", "Costs nothing"], order.Placed.Select(p => p.Of.Name));
        Assert.Same(nothing, Assert.Single(order.NotKnown));
        Assert.Equal("what a week of waiting costs", nothing.Missing(order.Unit));
        Assert.Equal("reach, impact and effort", nothing.Missing(OrderUnit.Rice));
        Assert.Null(WorkOrder.Of([nothing], OrderUnit.Opportunity).WaitingCost);
    }

    [Fact]
    public void Money_is_the_unit_where_all_have_it_and_else_what_some_have()
    {
        var money = Of("A", 10, 1);
        var both = Of("B", 10, 1, important: 0.8, satisfied: 0.4);
        var need = Of("C", important: 0.8, satisfied: 0.4);
        var reach = Of("D", reach: 10, impact: 1, effort: 1);
        Assert.Equal(OrderUnit.CostOfDelay, WorkOrder.Choose([money, both]));
        Assert.Equal(OrderUnit.Opportunity, WorkOrder.Choose([money, need]));
        Assert.Equal(OrderUnit.CostOfDelay, WorkOrder.Choose([money, reach]));
        Assert.Equal(OrderUnit.Rice, WorkOrder.Choose([reach]));
        Assert.Equal(OrderUnit.CostOfDelay, WorkOrder.Choose([]));
        // One list has one unit.
        var order = WorkOrder.Of([money, both, need, reach], null);
        Assert.Equal(["B", "C"], order.Placed.Select(p => p.Of.Name).Order());
        Assert.Equal(2, order.NotKnown.Count);
    }

    [Fact]
    public void A_fragile_place_says_which_other_could_take_it()
    {
        var order = WorkOrder.Of([Of("far ahead", 100, 1), Of("second", 13, 3), Of("close behind", 12, 3)], null);
        Assert.Equal("robust: it stays there if any one input is off by half", order.Placed[0].Says);
        Assert.Equal(
            "fragile: place 2 to 3 if one input is off by half; “close behind” could take its place",
            order.Placed[1].Says
        );
        Assert.Equal(
            "fragile: place 2 to 3 if one input is off by half; it could take that of “second”",
            order.Placed[2].Says
        );
    }

    [Fact]
    public void Confidence_follows_from_what_the_figures_rest_on()
    {
        var order = WorkOrder.Of([Of("guess", 10, 1, evidence: EvidenceClass.Opinion), Of("known", 6, 1)], null);
        Assert.Equal([("known", 6.0), ("guess", 5.0)], order.Placed.Select(p => (p.Of.Name, p.Score)));
        Assert.Equal(5, order.WaitingCost);
    }

    [Fact]
    public void A_share_that_is_shaken_stays_a_share() =>
        Assert.Equal(20, WorkOrder.Of([Of("all", important: 1, satisfied: 0)], OrderUnit.Opportunity).Placed[0].Score);
}
