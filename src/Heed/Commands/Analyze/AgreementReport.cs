using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Whether raters agree, for people: the finding first, then by level, by unit, by rater.</summary>
static class AgreementReport
{
    // Krippendorff, Content Analysis, 2004: rely on α of .800 or more, be tentative from .667 on.
    const double Reliable = 0.8;
    const double Tentative = 0.667;
    const int MostUnits = 8;
    const int LongestName = 24;

    public static void Write(Screen screen, AgreementFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(Finding(found));
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
                    $"{Format.WithSign(delta.Value, delta.Low, delta.High)} (95 % interval {Format.Ends(delta.Low, delta.High)}): +1 when every rating of {apart.First} is higher, 0 when neither is"
                ),
                ("Ratings", $"{Format.Count(apart.FirstN)} and {Format.Count(apart.SecondN)}"),
            ]);
        }
        screen.Points("What can be concluded, and what cannot", [.. Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    public static string Finding(AgreementFindings found)
    {
        var raters = $"The {Format.Count(found.Ratings.Raters.Count)} raters";
        if (found.IsUnanimous)
            return $"{raters} gave the same rating to everything. That is no test of agreement: with nothing to tell apart, nobody could differ.";
        if (found.Alpha.Alpha is not { } alpha)
            return $"Whether the raters agree cannot be told. {found.Because ?? found.Alpha.Because}";
        var size = found.Alpha.Interval is { } interval
            ? $"α = {Format.Number(alpha, 2)} (95 % interval {Format.Number(interval.Low, 2)} to {Format.Number(interval.High, 2)})"
            : $"α = {Format.Number(alpha, 2)}, how surely cannot be told";
        if (alpha >= Tentative && found.Alpha.Interval is { } range && range.Low < Tentative)
            return $"{raters} seem to agree, but {Format.Count(found.UnitsRatedTwice)} units are too few to be sure: {size}. Let them rate more.";
        var open =
            alpha < Tentative && found.Alpha.Interval?.High >= Tentative
                ? " With so few units it could also be enough: rate more of them."
                : "";
        return alpha switch
            {
                >= Reliable => $"{raters} agree well enough to rely on: {size}.",
                >= Tentative => $"{raters} agree well enough for first conclusions, not to rely on: {size}.",
                >= 0 => $"{raters} do not agree well enough to build on: {size}.",
                _ =>
                    $"{raters} disagree more than by chance: {size}. They may have understood the codes in opposite ways.",
            } + open;
    }

    static void Levels(Screen screen, AgreementFindings found) =>
        screen.Table(
            ["codes taken as", " α", "95 % interval", ""],
            found.Levels.Select(one =>
                new[]
                {
                    (one.Level == found.Level ? "● " : "  ") + InWords(one.Level),
                    one.Alpha is { } alpha ? $"{Format.Number(alpha, 3)}" : "–",
                    one.Interval is { } interval
                        ? $"{Format.Number(interval.Low, 3)} to {Format.Number(interval.High, 3)}"
                        : "[grey]not known[/]",
                    one.Interval is { } range
                        ? Picture.Interval(range.Low, one.Alpha!.Value, range.High, Math.Min(0, range.Low), 1, 25)
                        : "",
                }
            )
        );

    public static string InWords(MeasurementLevel level) =>
        level switch
        {
            MeasurementLevel.Nominal => "names",
            MeasurementLevel.Ordinal => "ranks",
            MeasurementLevel.Interval => "numbers",
            _ => "numbers from a true zero",
        };

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
                    unit.Agreement is { } agreement ? $"{Format.Number(agreement.Value, 2)} {InWords(agreement)}" : "",
                }
            )
        );
        var rated = found.Units.Select(unit => unit.Agreement).OfType<Agreement>().ToList();
        if (rated.Count > 0)
            screen.Sentence(
                $"Of {Format.Count(rated.Count)} units {rated.Count(a => a.Level is AgreementLevel.Strong)} have strong agreement, {rated.Count(a => a.Level is AgreementLevel.Moderate)} moderate; on {rated.Count(a => a.Level is AgreementLevel.ViewsDiffer)} the views differ: show those side by side, not as a mean."
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

    static string InWords(Agreement agreement) =>
        agreement.IsPolarised
            ? "two camps"
            : agreement.Level switch
            {
                AgreementLevel.Strong => "strong",
                AgreementLevel.Moderate => "moderate",
                _ => "views differ",
            };

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
                        Format.Count(found.Ratings.Units.Count(unit => unit.Given[rater.Index] is not null)),
                        found.Without[rater.Index] is { } alpha ? $"{Format.Number(alpha, 3)}" : "–",
                    }
                )
        );
    }

    public static IEnumerable<string> Limits(AgreementFindings found)
    {
        if (found.Alpha is { Alpha: not null, Interval: null, Because: { } because })
            yield return $"α has no interval: {because}";
        var once = found.Units.Count - found.UnitsRatedTwice;
        if (once > 0 && found.UnitsRatedTwice > 0)
            yield return $"{Format.Count(once)} of {Format.Count(found.Units.Count)} units {Format.Plural(once, "was", "were")} rated by one person only, and {Format.Plural(once, "says", "say")} nothing about agreement.";
        if (found.Ask.Level is null && found.Ratings.Codes is null && found.Alpha.Alpha is not null)
            yield return "The numbers are taken as ranks. If they are names of things (1 price, 2 service), say --level nominal.";
        if (found.Alpha.Alpha is { } alpha)
        {
            var (reached, who) = found.Without.Zip(found.Ratings.Raters).MaxBy(rater => rater.First ?? double.MinValue);
            if (reached is { } most && most - alpha > 0.05)
                yield return $"Without {who} the others reach {Format.Number(most, 2)}. Compare how {who} understands the codes before you count votes.";
            if (alpha < Tentative)
                yield return "Next: take the units above, talk them through, sharpen the wording of the codes, and rate a fresh set.";
        }
        if (found.Because is not null)
            yield return "Let a second person rate some of the same units; fifty are a good beginning.";
        if (found.Apart is { } apart)
            yield return apart switch
            {
                { Delta: null } => $"{apart.First} and {apart.Second} cannot be compared: {apart.Because}",
                { Delta: { Low: <= 0, High: >= 0 } } =>
                    $"{apart.First} and {apart.Second} cannot be told apart: the interval of δ holds 0.",
                { Delta: { } delta } =>
                    $"{(delta.Value > 0 ? apart.First : apart.Second)} rates higher. Both may be right: they see different things.",
            };
        yield return "Agreement is not truth: all can share one mistake.";
    }
}
