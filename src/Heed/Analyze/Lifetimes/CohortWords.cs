using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>How cohorts melt, in sentences: the finding, and what it cannot carry.</summary>
static class CohortWords
{
    public static string Finding(CohortFindings found)
    {
        if (found.Cohorts.All(cohort => cohort.Model is null))
            return $"How long customers stay cannot be told. {found.Cohorts[0].Because}";
        return string.Join(
            " ",
            found.Cohorts.Where(cohort => cohort.Model is not null).Select(cohort => Sentence(found, cohort))
        );
    }

    static string Sentence(CohortFindings found, CohortFound cohort)
    {
        var last = cohort.Periods[^1];
        var (now, next) = (cohort.Periods[cohort.Seen].Observed!.Value, cohort.Model!.Rate(cohort.Seen + 1));
        return $"Of “{cohort.Cohort.Name}” {Percent(now)} are still there after {found.Ask.Times(cohort.Seen)}; of these {Percent(next)}{Ranged(cohort.NextRate)} will renew next, and after {found.Ask.Times(last.Period)} {Percent(last.Staying)}{Ranged(last.Range)} of the start will be left.";
    }

    public static string Percent(double share) => $"{100 * share:0.0} %";

    static string Ranged(Estimate? range) =>
        range is { } known ? $" (range {100 * known.Low:0.0} to {Percent(known.High)})" : "";

    public static IEnumerable<string> Limits(CohortFindings found)
    {
        foreach (var cohort in found.Cohorts.Where(cohort => cohort.Because is not null))
            yield return $"“{cohort.Cohort.Name}” cannot be told: {cohort.Because}";
        foreach (var because in found.Cohorts.Select(cohort => cohort.RangeBecause).OfType<string>())
            yield return because;
        var fitted = found.Cohorts.Where(cohort => cohort.Model is not null).ToList();
        if (fitted.Count == 0)
        {
            yield return "Wait for another renewal, or take an older cohort.";
            yield break;
        }
        if (fitted.Count > 1 && fitted.All(cohort => cohort.NextRate is null))
            yield return "Whether the cohorts differ by more than chance cannot be told without the numbers of customers.";
        if (Apart(fitted) is { } apart)
            yield return apart;
        yield return "That a larger share renews later does not show growing loyalty: the mix changes, because those likely to leave go first. A falling share would be news.";
        yield return "What lies beyond the last period seen is projected: it holds while prices, rivals and service stay as they were.";
        yield return "Next: look at the first renewal. Whoever is kept there is kept for longest; try one change on half of a new cohort.";
    }

    static string? Apart(List<CohortFound> fitted)
    {
        if (fitted.Count < 2)
            return null;
        var shared = fitted.Min(cohort => cohort.Seen);
        var ranked = fitted.OrderBy(cohort => cohort.Periods[shared].Staying).ToList();
        return (ranked[0].Periods[shared].Range, ranked[^1].Periods[shared].Range) is ({ } low, { } high)
            ? low.High < high.Low
                ? $"“{ranked[^1].Cohort.Name}” keeps more than “{ranked[0].Cohort.Name}”: their ranges after {shared} renewals do not meet."
                : $"“{ranked[^1].Cohort.Name}” and “{ranked[0].Cohort.Name}” cannot be told apart: their ranges after {shared} renewals meet."
            : null;
    }
}
