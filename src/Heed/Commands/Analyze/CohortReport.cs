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
                    period.Observed is { } seen ? $"{100 * seen:0.0}" : "",
                    $"{100 * period.Staying:0.0}",
                    period.Range is { } range ? $"{100 * range.Low:0.0} to {100 * range.High:0.0}" : "",
                    period.Rate is { } rate ? $"{100 * rate:0.0} %" : "",
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
                $"{Said.Number(value.Value)} for the renewals of a new customer{(double.IsFinite(value.Low) ? $" (range {Said.Number(value.Low, value.Value)} to {Said.Number(value.High, value.Value)})" : ", how surely cannot be told")}, at {Said.Typed(found.Ask.Payment!.Value)} each and {100 * found.Discount:0.##} % discount a {found.Ask.Times(1)[2..]}"
            );
        yield return (
            "Model",
            $"shifted beta-geometric, α {model.Alpha:0.000}{InBrackets(cohort.Alpha)}, β {model.Beta:0.000}{InBrackets(cohort.Beta)}"
        );
    }

    static string InBrackets(Estimate? range) =>
        range is { } known ? $" ({known.Low:0.000} to {known.High:0.000})" : "";
}
