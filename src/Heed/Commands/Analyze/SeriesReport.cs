using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What a series says, for people: the finding first, the picture, the numbers, then what cannot be said.</summary>
static class SeriesReport
{
    const int MostSignals = 12;

    public static void Write(Screen screen, SeriesFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(SeriesWords.Finding(found, file));
        if (found.Shown.Count > 1)
        {
            screen.Line();
            foreach (var line in new SeriesPlot(found, screen.Width).Lines())
                screen.Line(line);
            screen.Sentence(Legend(found));
        }
        screen.Title("Noise band");
        screen.Facts(Band(found));
        if (found.Signals.Count > 0)
        {
            screen.Title("Signals: more than noise");
            foreach (var signal in found.Signals.Take(MostSignals))
                screen.Point(SeriesWords.Signal(signal, found.Shown.Cadence));
            if (found.Signals.Count > MostSignals)
                screen.Sentence($"and {found.Signals.Count - MostSignals} more; --json gives all.");
        }
        if (found.Change is { } change)
        {
            screen.Title($"The change of {Said.Day(change.On)}");
            screen.Facts(Change(found, change));
        }
        screen.Points("What can be concluded, and what cannot", [.. SeriesWords.Limits(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static string Legend(SeriesFindings found)
    {
        var parts = new List<string> { "● point" };
        if (found.Signals.Count > 0)
            parts.Add("◆ in a signal");
        if (found.Band.HasLimits)
            parts.Add("┈ limits of noise, ─ centre");
        if (found.Change is { Effect: not null })
            parts.Add("│ change, ○ expected without it");
        return string.Join(", ", parts);
    }

    static IEnumerable<(string, string)> Band(SeriesFindings found)
    {
        var band = found.Band;
        var size = SeriesWords.Size(band);
        var unit = found.Ask.Population is { } among ? $" per {Said.Number(found.Ask.Per)} of {among}" : "";
        yield return (
            "Points",
            $"{found.Shown.Count}, one a {found.Shown.Cadence.ToString().ToLowerInvariant()}{unit}"
        );
        if (band.Centre is { } centre)
            yield return (
                "Centre",
                $"{Said.Number(centre, size)}{(band.Baseline is { } from && band.Points < found.Shown.Count ? $", from {SeriesWords.Date(from.From, found.Shown.Cadence)} to {SeriesWords.Date(from.To, found.Shown.Cadence)}" : "")}"
            );
        if (band.AverageMovingRange is { } range)
            yield return ("Average moving range", Said.Number(range, Math.Min(range, size / 10)));
        if (band.HasLimits)
            yield return (
                "Noise moves between",
                $"{Said.Number(band.Lower!.Value, size)} and {Said.Number(band.Upper!.Value, size)}, and from one point to the next by up to {Said.Number(band.RangeUpper!.Value, size)}"
            );
        yield return ("How firm", band.InWords);
    }

    static IEnumerable<(string, string)> Change(SeriesFindings found, ChangeFindings change)
    {
        yield return ("Verdict", change.Word is { } word ? SeriesWords.InWords(word) : "open: which way is wanted?");
        yield return ("Points", $"{change.Verdict.PointsBefore} before, {change.Verdict.PointsAfter} after");
        if (change.Effect is { } effect)
        {
            yield return ("Effect", SeriesWords.Effect(effect));
            if (effect.Scale is EffectScale.Ratio)
                yield return (
                    "As a ratio of rates",
                    $"{effect.Step.Value:0.000} ({effect.Step.Low:0.000} to {effect.Step.High:0.000})"
                );
            yield return ("Method", effect.MethodInWords);
            if (found.Ask.Compare is { } compare)
                yield return ("Compared with", $"{compare}, which you declared to be untouched by the change");
            if (effect.Trend is { } trend)
                yield return ("Trend before", Trend(effect, trend, found.Shown.Cadence));
            if (effect.SlopeChange is { } slope)
                yield return (
                    "Change of slope",
                    $"{Said.Signed(slope.Value, Math.Abs(slope.StandardError))} a {found.Shown.Cadence.ToString().ToLowerInvariant()} ({Said.Signed(slope.Low, slope.StandardError)} to {Said.Signed(slope.High, slope.StandardError)})"
                );
            if (effect.SlopeChangeTest is var (f, p))
                yield return (
                    "Change of slope",
                    $"{(p < 0.05 ? "there may be one" : "none to be seen")}: F = {f:0.000}, p = {p:0.000}"
                );
            if (effect.Dispersion is { } dispersion)
                yield return (
                    "Dispersion",
                    $"{dispersion:0.000} times what pure chance gives; the interval allows for it"
                );
        }
        if (change.MinimumDetectable is { } least)
            yield return (
                "Could be seen",
                change.Effect is { Scale: EffectScale.Ratio }
                    ? $"a rise or fall of {100 * (least - 1):0} % or more, four times in five"
                    : $"an effect of {Said.Number(least)} or more, four times in five"
            );
    }

    static string Trend(InterruptedSeries effect, Estimate trend, Cadence cadence) =>
        effect.Scale is EffectScale.Ratio
            ? $"× {SeriesJson.PerYear(effect.Scale, trend.Value, cadence):0.0000} a year"
            : $"{Said.Signed(trend.Value, Math.Abs(trend.Value))} a {cadence.ToString().ToLowerInvariant()}";
}
