using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Whether raters agree, for people: the finding first, then by level, by unit, by rater.</summary>
static class AgreementReport
{
    const int MostUnits = 8;
    const int LongestName = 24;

    public static void Write(Screen screen, AgreementFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(AgreementWords.Finding(found));
        if (found.Alpha.Alpha is not null)
        {
            screen.Title("Agreement on everything (Krippendorff's α: 1 is perfect, 0 is chance)");
            Levels(screen, found);
        }
        Units(screen, found);
        if (found.Without.Any(alpha => alpha is not null))
            Raters(screen, found);
        if (found.Apart is { Delta: { } delta } apart)
        {
            screen.Title($"{apart.First} against {apart.Second}");
            screen.Facts([
                (
                    "Cliff's δ",
                    $"{Said.Signed(delta.Value, 1)} (95 % interval {Said.Number(delta.Low, 1)} to {Said.Number(delta.High, 1)}): +1 when every rating of {apart.First} is higher, 0 when neither is"
                ),
                ("Ratings", $"{Said.Count(apart.FirstN)} and {Said.Count(apart.SecondN)}"),
            ]);
        }
        screen.Points("What can be concluded, and what cannot", [.. AgreementWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static void Levels(Screen screen, AgreementFindings found) =>
        screen.Table(
            ["codes taken as", " α", "95 % interval", ""],
            found.Levels.Select(one =>
                new[]
                {
                    (one.Level == found.Level ? "● " : "  ") + AgreementWords.InWords(one.Level),
                    one.Alpha is { } alpha ? $"{alpha:0.000}" : "–",
                    one.Interval is { } interval
                        ? $"{interval.Low:0.000} to {interval.High:0.000}"
                        : "[grey]not known[/]",
                    one.Interval is { } range
                        ? Picture.Interval(range.Low, one.Alpha!.Value, range.High, Math.Min(0, range.Low), 1, 25)
                        : "",
                }
            )
        );

    static void Units(Screen screen, AgreementFindings found)
    {
        var contested = found.Units.Where(unit => unit.Spread > 0).Take(MostUnits).ToList();
        if (contested.Count == 0)
            return;
        screen.Title("Talk about these first");
        screen.Table(
            ["", "ratings", found.Ask.Scale is null ? "" : "agreement (r_wg)"],
            contested.Select(unit =>
                new[]
                {
                    Screen.Safe(Short(unit.Unit.Name)),
                    Screen.Safe(Given(found, unit)),
                    unit.Agreement is { } agreement
                        ? $"{agreement.Value:0.00} {AgreementWords.InWords(agreement)}"
                        : "",
                }
            )
        );
        var rated = found.Units.Select(unit => unit.Agreement).OfType<Agreement>().ToList();
        if (rated.Count > 0)
            screen.Sentence(
                $"Of {Said.Count(rated.Count)} units {rated.Count(a => a.Level is AgreementLevel.Strong)} have strong agreement, {rated.Count(a => a.Level is AgreementLevel.Moderate)} moderate; on {rated.Count(a => a.Level is AgreementLevel.ViewsDiffer)} the views differ: show those side by side, not as a mean."
            );
    }

    static string Given(AgreementFindings found, UnitAgreement unit)
    {
        var said = string.Join(
            ", ",
            unit.Unit.Ratings.CountBy(rating => rating)
                .OrderBy(same => same.Key)
                .Select(same => found.Ratings.Say(same.Key) + (same.Value > 1 ? $" ×{same.Value}" : ""))
        );
        return said.Length > 36 ? said[..35] + "…" : said;
    }

    static string Short(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;

    static void Raters(Screen screen, AgreementFindings found)
    {
        screen.Title("Who sees it otherwise");
        screen.Table(
            ["", " ratings", " α of the others"],
            found
                .Ratings.Raters.Index()
                .OrderByDescending(rater => found.Without[rater.Index])
                .Take(MostUnits)
                .Select(rater =>
                    new[]
                    {
                        Screen.Safe(Short(rater.Item)),
                        Said.Count(found.Ratings.Units.Count(unit => unit.Given[rater.Index] is not null)),
                        found.Without[rater.Index] is { } alpha ? $"{alpha:0.000}" : "–",
                    }
                )
        );
    }
}
