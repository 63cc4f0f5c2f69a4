using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How cohorts melt, for people.</summary>
static class CohortReport
{
    const int BarWidth = 24;

    public static void Write(Screen screen, CohortFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(Finding(found));
        foreach (var cohort in found.Cohorts.Where(cohort => cohort.Model is not null))
        {
            screen.Title($"Of “{cohort.Cohort.Name}”, still there");
            Periods(screen, found, cohort);
            screen.Facts(Facts(found, cohort));
        }
        screen.Points("What can be concluded, and what cannot", [.. Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

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

    static string Percent(double share) => $"{Format.Number(100 * share, 1)} %";

    static string Ranged(Estimate? range) =>
        range is { } known ? $" (range {Format.Number(100 * known.Low, 1)} to {Percent(known.High)})" : "";

    static void Periods(Screen screen, CohortFindings found, CohortFound cohort) =>
        screen.Table(
            [$" {found.Ask.Times(2)[2..]}", " seen", " model", "range", " renew", ""],
            cohort.Periods.Select(period =>
                new[]
                {
                    $"{period.Period}",
                    period.Observed is { } seen ? $"{Format.Number(100 * seen, 1)}" : "",
                    $"{Format.Number(100 * period.Staying, 1)}",
                    period.Range is { } range
                        ? $"{Format.Number(100 * range.Low, 1)} to {Format.Number(100 * range.High, 1)}"
                        : "",
                    period.Rate is { } rate ? $"{Format.Number(100 * rate, 1)} %" : "",
                    Picture.Bar(period.Observed ?? period.Staying, BarWidth),
                }
            )
        );

    static IEnumerable<(string, string)> Facts(CohortFindings found, CohortFound cohort)
    {
        var model = cohort.Model!;
        var leave = model.Alpha / (model.Alpha + model.Beta);
        yield return (
            "Leave at first",
            $"{Percent(leave)} at the first renewal; later fewer, because those likely to leave have left"
        );
        if (cohort.Value is { } value)
            yield return (
                "Worth",
                $"{Format.Number(value.Value)} for the renewals of a new customer{(double.IsFinite(value.Low) ? $" (range {Format.Ends(value.Low, value.High)})" : ", how surely cannot be told")}, at {Format.Typed(found.Ask.Payment!.Value)} each and {100 * found.Discount:0.##} % discount a {found.Ask.Times(1)[2..]}"
            );
        yield return (
            "Model",
            $"shifted beta-geometric, α {Format.Number(model.Alpha, 3)}{InBrackets(cohort.Alpha)}, β {Format.Number(model.Beta, 3)}{InBrackets(cohort.Beta)}"
        );
    }

    static string InBrackets(Estimate? range) =>
        range is { } known ? $" ({Format.Number(known.Low, 3)} to {Format.Number(known.High, 3)})" : "";

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
