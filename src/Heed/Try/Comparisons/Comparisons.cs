using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>A metric that a trial is compared with.</summary>
/// <param name="ReachedFrom">The day from which it gets the change too; empty where it does not get it.</param>
public readonly record struct ComparedMetric(Id<Metric> Metric, DateOnly? ReachedFrom = null);

/// <summary>
/// With which metrics a trial is compared: those that do not get its change, and those that get it too, each from a day of its
/// own. Chosen in the plan and locked with the prediction.
/// </summary>
static class Comparisons
{
    /// <summary>More say little more, and each is fitted to all others at the look.</summary>
    public const int Most = 10;

    /// <summary>How many others it takes where some of them get the change too.</summary>
    public const int FewestInRollOut = StaggeredRollOut.FewestUnits - 1;

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

    /// <summary>What is wrong with the days from which some of them get the change too, at the field of that day.</summary>
    /// <param name="found">The chosen metrics, in which <see cref="Fault"/> found nothing wrong.</param>
    public static Refusal? DayFault(
        TrialRequest asked,
        Metric metric,
        IReadOnlyDictionary<Id<Metric>, Metric> found,
        DateOnly today
    )
    {
        var (reached, look) = (asked.Reached(), asked.Look!.Value);
        if (reached.Count == 0)
            return null;
        foreach (var id in reached.Keys.Where(id => !found.ContainsKey(id)))
            return At(id, "A day stands here, but the metric is not chosen. Choose it too, or clear the day.");
        if (found.Count < FewestInRollOut)
            return At(
                $"Where the change reaches one after another, {Format.InWords(FewestInRollOut)} other metrics or more are needed, with a day or without. Choose more, or clear the days."
            );
        foreach (var (id, day) in reached)
        {
            var gets = $"“{found[id].Name}” gets the change on {Format.Day(day)}";
            if (day < today && !asked.WrittenAfterwards)
                return At(
                    id,
                    $"{gets}, which is before today: what it does there could be known already. Choose today or a later day; or, if it was made there already, say so: the trial then says “written afterwards” wherever it is shown."
                );
            if (day >= look)
                return At(
                    id,
                    $"{gets}, which is not before the look on {Format.Day(look)}. Clear the day: until then it does not have the change."
                );
        }
        if (reached.Count == found.Count)
            return At(
                $"All of them get the change before the look on {Format.Day(look)}, so nobody is left to compare with. Choose one without a day, which does not get it by then."
            );
        return metric.Cadence.PeriodsIn(asked.LagDays ?? metric.LagDays) > 0
            ? new Refusal(
                "Where the change reaches one after another, it is judged from its first day on. Write 0 here, or clear the days from which others get it."
            ).At(nameof(TrialRequest.LagDays))
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

    static Refusal At(Id<Metric> reached, string because) => new Refusal(because).At(DayField(reached));

    static Refusal At(string because) => new Refusal(because).At(nameof(TrialRequest.ComparedWith));

    /// <summary>The field of the day from which a metric gets the change too.</summary>
    internal static string DayField(Id<Metric> id) => $"{nameof(TrialRequest.ReachedFrom)}[{id}]";

    internal static IReadOnlyList<ComparedMetric> Of(TrialRequest asked)
    {
        var reached = asked.Reached();
        return
        [
            .. (asked.ComparedWith ?? []).Select(id => new ComparedMetric(
                id,
                reached.TryGetValue(id, out var day) ? day : null
            )),
        ];
    }

    /// <summary>
    /// Kept in one text, in the order in which they were chosen: “id” or “id=2026-03-02”. They are read with their trial and searched
    /// for “=” alone, and a text of before, with ids alone, reads as it did.
    /// </summary>
    internal static string Written(IReadOnlyList<ComparedMetric> others) =>
        string.Join(
            ' ',
            others.Select(other =>
                other.ReachedFrom is { } day ? $"{other.Metric}={Format.Iso(day)}" : $"{other.Metric}"
            )
        );

    internal static IReadOnlyList<ComparedMetric> Read(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split('='))
                .Select(parts => new ComparedMetric(
                    Id<Metric>.Parse(parts[0], null),
                    parts is [_, var day] ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null
                )),
        ];
}
