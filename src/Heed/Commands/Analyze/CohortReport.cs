using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How cohorts melt, for people.</summary>
static class CohortReport
{
    const int BarWidth = 24;

    public static void Write(Screen screen, CohortFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(CohortWords.Finding(found));
        foreach (var cohort in found.Cohorts.Where(cohort => cohort.Model is not null))
        {
            screen.Title($"Of “{cohort.Cohort.Name}”, still there");
            Periods(screen, found, cohort);
            screen.Facts(Facts(found, cohort));
        }
        screen.Points("What can be concluded, and what cannot", [.. CohortWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

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
            $"{CohortWords.Percent(leave)} at the first renewal; later fewer, because those likely to leave have left"
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
}
