using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Whether raters agree, in sentences: the finding, and what it cannot carry.</summary>
static class AgreementWords
{
    // Krippendorff, Content Analysis, 2004: rely on α of .800 or more, be tentative from .667 on.
    const double Reliable = 0.8;

    // Simulated: 89.5 % at 10 and at 20 units, 95 % at 50.
    const int UnitsForAFullInterval = 30;
    const double Tentative = 0.667;

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

    public static string InWords(MeasurementLevel level) =>
        level switch
        {
            MeasurementLevel.Nominal => "names",
            MeasurementLevel.Ordinal => "ranks",
            MeasurementLevel.Interval => "numbers",
            _ => "numbers from a true zero",
        };

    public static string InWords(Agreement agreement) =>
        agreement.IsPolarised
            ? "two camps"
            : agreement.Level switch
            {
                AgreementLevel.Strong => "strong",
                AgreementLevel.Moderate => "moderate",
                _ => "views differ",
            };

    public static IEnumerable<string> Limits(AgreementFindings found)
    {
        if (found.Alpha is { Alpha: not null, Interval: null, Because: { } because })
            yield return $"α has no interval: {because}";
        if (found.Alpha.Interval is not null && found.UnitsRatedTwice < UnitsForAFullInterval)
            yield return $"α rests on {Format.Count(found.UnitsRatedTwice, "unit")}. Resampling so few gives an interval that is a little short: of 100 such intervals about 90 hold the truth, not 95.";
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
