using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>With which metrics that did not get the change a trial is compared. Chosen in the plan and locked with the prediction.</summary>
static class Comparisons
{
    /// <summary>More say little more, and each is fitted to all others at the look.</summary>
    public const int Most = 10;

    /// <summary>What is wrong with the choice, at its field; empty where nothing is, or nothing was chosen.</summary>
    /// <param name="found">Those of the chosen metrics that are of this workspace.</param>
    public static Refusal? Fault(
        IReadOnlyList<Id<Metric>> chosen,
        Metric metric,
        IReadOnlyDictionary<Id<Metric>, Metric> found
    )
    {
        if (chosen.Count == 0)
            return null;
        if (chosen.Count > Most)
            return At($"Choose at most {Format.InWords(Most)} metrics: those that live through the same as this one.");
        if (chosen.Distinct().Count() < chosen.Count)
            return At("A metric is named twice. Name each once.");
        if (chosen.Contains(metric.Id))
            return At(
                $"“{metric.Name}” cannot be compared with itself. Choose metrics that the change does not touch."
            );
        if (chosen.Any(id => !found.ContainsKey(id)))
            return Refusal.Missing("metric to compare with").At(nameof(TrialRequest.ComparedWith));
        if (chosen.Select(id => found[id]).FirstOrDefault(m => m.RetiredAt is not null) is { } retired)
            return At($"“{retired.Name}” is retired. Choose metrics that go on being measured.");
        if (chosen.Select(id => found[id]).FirstOrDefault(m => m.Cadence != metric.Cadence) is { } other)
            return At(
                $"“{other.Name}” has a point a {other.Cadence.Name()} and “{metric.Name}” one a {metric.Cadence.Name()}: a comparison needs one rhythm."
            );
        if (InAnotherUnit(metric, chosen.Select(id => found[id])) is { } because)
            return At(because);
        return chosen.Count < SyntheticDifference.FewestOthers
            ? At("Of so few nobody can say how far chance goes. Choose three metrics or more, or none.")
            : null;
    }

    /// <summary>
    /// Why these cannot be compared; null where they can. What chance does to orders says nothing about minutes: the interval
    /// is made of the others' own moves, in their unit.
    /// </summary>
    internal static string? InAnotherUnit(Metric metric, IEnumerable<Metric> others) =>
        others.FirstOrDefault(other => !IsInOneUnit(metric.Unit, other.Unit)) is { } other
            ? $"“{other.Name}” has the unit “{other.Unit}” and “{metric.Name}” the unit “{metric.Unit}”: how far chance goes can be said in one unit only."
            : null;

    internal static bool IsInOneUnit(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static Refusal At(string because) => new Refusal(because).At(nameof(TrialRequest.ComparedWith));

    /// <summary>Kept as their ids in one text, in the order in which they were chosen.</summary>
    internal static string Written(IReadOnlyList<Id<Metric>> ids) => string.Join(' ', ids);

    internal static IReadOnlyList<Id<Metric>> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Id<Metric>.Parse(id, null))];
}
