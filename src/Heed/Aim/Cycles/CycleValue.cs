using Heed.Metrics;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Whom the outcomes of a cycle serve, as their metrics say. “You want to value them, not just get value from them.”</summary>
/// <param name="Outcomes">The metrics of the key results that teams agreed on, each once.</param>
public sealed record CycleValue(int Outcomes, int ToCustomers, int ToFirm)
{
    int Unsaid => Outcomes - ToCustomers - ToFirm;

    /// <summary>What is to be said of it; empty where somebody's gain is among them, or nobody has said of any.</summary>
    public string? Sentence =>
        ToCustomers > 0 || ToFirm == 0 ? null
        : Unsaid == 0 ? "Every outcome of this cycle serves the firm alone: none says what a customer gains."
        : $"{Format.Capital(Format.InWords(ToFirm))} of {Format.Count(Outcomes, "outcome")} {Format.Plural(ToFirm, "serves", "serve")} the firm and none a customer; of {Format.InWords(Unsaid)} nobody has said whom {Format.Plural(Unsaid, "it serves", "they serve")}.";
}

public sealed class ReadCycleValue(HeedDb db, NameMetrics metrics)
{
    /// <summary>What is to be said of a cycle. The rest is counted only where none serves a customer: most cycles are through at once.</summary>
    public async Task<string?> Sentence(Id<Cycle> cycle, CancellationToken stop)
    {
        var agreed = db.KeyResults.Where(k =>
            k.LeftAt == null && k.Objective!.CycleId == cycle && k.Objective.AgreedAt != null
        );
        var outcomes = agreed.Select(k => k.MetricId);
        if (
            await metrics.AnyServes(ValueTo.Customer, outcomes, stop)
            || !await metrics.AnyServes(ValueTo.Firm, outcomes, stop)
        )
            return null;
        return new CycleValue(
            await outcomes.Distinct().CountAsync(stop),
            0,
            await metrics.CountServing(ValueTo.Firm, outcomes, stop)
        ).Sentence;
    }
}
