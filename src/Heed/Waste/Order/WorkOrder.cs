using Heed.Analytics.Evidence;

namespace Heed.Waste;

/// <summary>In what an order is counted. A list has one of them: scores of two kinds are never mixed.</summary>
public enum OrderUnit
{
    /// <summary>Cost of delay by duration (CD3: Reinertsen, The Principles of Product Development Flow).</summary>
    CostOfDelay,

    /// <summary>The opportunity score of importance and satisfaction (Ulwick).</summary>
    Opportunity,

    /// <summary>Reach × impact × confidence ÷ effort (Intercom), within one team.</summary>
    Rice,
}

/// <summary>The figures of a candidate, with what is read elsewhere; what is not known is empty, never zero.</summary>
/// <param name="Confidence">Of the cost of delay: 1 where what was read is discounted already.</param>
public sealed record Figures(
    Id<Candidate> Id,
    string Name,
    EvidenceClass Evidence,
    double? CostOfDelay,
    double Confidence,
    double? Weeks,
    double? Important,
    double? Satisfied,
    double? Reach,
    double? Impact,
    double? Effort
)
{
    /// <summary>What its score in a unit is made of; empty where something is missing.</summary>
    public double[]? Inputs(OrderUnit unit) =>
        unit switch
        {
            OrderUnit.CostOfDelay when CostOfDelay is { } cost && Weeks is { } weeks and > 0 =>
            [
                cost * Confidence,
                weeks,
            ],
            OrderUnit.Opportunity when Important is { } important && Satisfied is { } satisfied =>
            [
                important,
                satisfied,
            ],
            OrderUnit.Rice when Reach is { } reach && Impact is { } impact && Effort is { } effort and > 0 =>
            [
                reach * Prioritisation.Confidence(Evidence),
                impact,
                effort,
            ],
            _ => null,
        };

    /// <summary>What is missing for a unit, in words.</summary>
    public string Missing(OrderUnit unit) =>
        Format.List([
            .. (
                unit switch
                {
                    OrderUnit.CostOfDelay => new (double?, string)[]
                    {
                        (CostOfDelay, "what a week of waiting costs"),
                        (Weeks, "how many weeks it takes"),
                    },
                    OrderUnit.Opportunity => [(Important, "importance"), (Satisfied, "satisfaction")],
                    _ => [(Reach, "reach"), (Impact, "impact"), (Effort, "effort")],
                }
            )
                .Where(part => part.Item1 is null)
                .Select(part => part.Item2),
        ]);
}

/// <summary>A candidate at its place, and whom that place is fragile against.</summary>
/// <param name="Below">Those that could take its place if one of its inputs were off by half.</param>
/// <param name="Above">Those whose place it could take then.</param>
public sealed record Placed(
    Figures Of,
    double Score,
    int Rank,
    int BestRank,
    int WorstRank,
    IReadOnlyList<string> Below,
    IReadOnlyList<string> Above
)
{
    public bool IsRobust => BestRank == Rank && WorstRank == Rank;

    public string Says =>
        IsRobust
            ? "robust: it stays there if any one input is off by half"
            : $"fragile: place {BestRank} to {WorstRank} if one input is off by half"
                + (Below.Count > 0 ? $"; {Quoted(Below)} could take its place" : "")
                + (Above.Count > 0 ? $"; it could take that of {Quoted(Above)}" : "");

    static string Quoted(IReadOnlyList<string> names) => Format.Some([.. names.Select(n => $"“{n}”")]);
}

/// <summary>One team's order of work, in one unit, with what lacks a figure below it.</summary>
/// <param name="WaitingCost">What waiting costs in this order; empty where the unit is not money.</param>
/// <param name="OtherWayRound">What it would cost from the last to the first.</param>
public sealed record WorkOrder(
    OrderUnit Unit,
    IReadOnlyList<Placed> Placed,
    IReadOnlyList<Figures> NotKnown,
    double? WaitingCost,
    double? OtherWayRound
)
{
    /// <summary>Money where all have it; else importance, else reach, where some have that.</summary>
    public static OrderUnit Choose(IReadOnlyCollection<Figures> all) =>
        all.All(f => f.Inputs(OrderUnit.CostOfDelay) is not null) ? OrderUnit.CostOfDelay
        : all.Any(f => f.Inputs(OrderUnit.Opportunity) is not null) ? OrderUnit.Opportunity
        : all.Any(f => f.Inputs(OrderUnit.CostOfDelay) is not null) ? OrderUnit.CostOfDelay
        : all.Any(f => f.Inputs(OrderUnit.Rice) is not null) ? OrderUnit.Rice
        : OrderUnit.CostOfDelay;

    public static WorkOrder Of(IReadOnlyList<Figures> all, OrderUnit? asked)
    {
        ArgumentNullException.ThrowIfNull(all);
        var unit = asked ?? Choose(all);
        var known = all.Where(f => f.Inputs(unit) is not null).ToDictionary(f => $"{f.Id}");
        var ranked = Ranking.Of([.. known.Select(f => (f.Key, f.Value.Inputs(unit)!))], Score(unit));
        List<WaitingWork> work = unit == OrderUnit.CostOfDelay ? [.. ranked.Select(r => Work(known[r.Name]))] : [];
        return new(
            unit,
            [
                .. ranked.Select(r =>
                {
                    var (below, above) = Ranking.Rivals(r, ranked);
                    return new Placed(
                        known[r.Name],
                        r.Score,
                        r.Rank,
                        r.BestRank,
                        r.WorstRank,
                        [.. below.Select(o => known[o.Name].Name)],
                        [.. above.Select(o => known[o.Name].Name)]
                    );
                }),
            ],
            [.. all.Where(f => f.Inputs(unit) is null)],
            work.Count > 0 ? Prioritisation.WaitingCost(work) : null,
            work.Count > 0 ? Prioritisation.WaitingCost(Enumerable.Reverse(work)) : null
        );
    }

    static WaitingWork Work(Figures of) => new(of.Name, of.Weeks!.Value, of.CostOfDelay!.Value * of.Confidence);

    /// <summary>Shares that are shaken stay shares.</summary>
    static Func<ReadOnlySpan<double>, double> Score(OrderUnit unit) =>
        unit switch
        {
            OrderUnit.CostOfDelay => inputs => Prioritisation.PerDuration(inputs[0], inputs[1]),
            OrderUnit.Opportunity => inputs =>
                Prioritisation.Opportunity(Math.Min(1, inputs[0]), Math.Min(1, inputs[1])),
            // The confidence is in the reach already.
            _ => inputs => Prioritisation.Rice(inputs[0], inputs[1], EvidenceClass.Measured, inputs[2]),
        };
}
