using Heed.Analytics.Evidence;
using Heed.Analyze;
using Heed.Ui.Charts;

namespace Heed.Commands;

/// <summary>What a series says, for people: the finding first, the picture, the numbers, then what cannot be said.</summary>
static class SeriesReport
{
    const int MostSignals = 12;

    public static void Write(Screen screen, SeriesFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(SeriesWords.Finding(found, file));
        if (found.Rare is { Waits: { } waits })
        {
            screen.Line();
            foreach (var line in new WaitsPlot(waits, screen.Width).Lines())
                screen.Line(line);
            screen.Sentence("● days since the event before, ◆ in a signal, ┈ limits of chance, ─ typical");
            screen.Title("Days between events");
            screen.Facts([
                ("Events", Format.Count(found.Rare.Events.Count)),
                ("Typically", $"{Format.Number(waits.Centre!.Value)} days"),
                ("Chance leaves", $"{Format.Number(waits.Lower!.Value)} to {Format.Number(waits.Upper!.Value)} days"),
            ]);
            foreach (var signal in waits.Signals.Take(MostSignals))
                screen.Point(RareFindings.Says(signal));
            screen.Sentence(
                $"Below about {RareFindings.Few} events a {found.Shown.Cadence.Name()} their days are judged, not their counts: the limits of counts below would be too crude."
            );
        }
        else if (found.Shown.Count > 1)
        {
            screen.Line();
            foreach (var line in new SeriesPlot(found, screen.Width).Lines())
                screen.Line(line);
            screen.Sentence(Legend(found));
        }
        screen.Title("Noise band");
        screen.Facts(Band(found));
        if (found.Signals.Count > 0 && found.Rare?.Waits is null)
        {
            screen.Title("Signals: more than noise");
            foreach (var signal in found.Signals.Take(MostSignals))
                screen.Point(SeriesWords.Signal(signal, found.Shown.Cadence));
            if (found.Signals.Count > MostSignals)
                screen.Sentence($"and {found.Signals.Count - MostSignals} more; --json gives all.");
        }
        if (found.Assurance is { } assured)
        {
            screen.Title($"The target of {Format.Number(found.Ask.Target!.Value)}");
            screen.Sentence(assured.Because ?? assured.Value.Sentence);
        }
        if (found.Change is { } change)
        {
            screen.Title($"The change of {Format.Day(change.On)}");
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
        if (found.Change is { Counterfactual.Count: > 0 })
            parts.Add("│ change, ○ expected without it");
        return string.Join(", ", parts);
    }

    static IEnumerable<(string, string)> Band(SeriesFindings found)
    {
        var band = found.Band;
        var unit =
            found.Ask.Population is { } among ? $" per {Format.Number(found.Ask.Per)} of {among}"
            : found.Ask.Unit is { Length: > 0 } counted ? $", {Format.InUnit(counted)}"
            : "";
        yield return ("Points", $"{found.Shown.Count}, one a {found.Shown.Cadence.Name()}{unit}");
        if (band.Centre is { } centre)
            yield return (
                "Centre",
                $"{Format.Number(centre)}{(band.Baseline is { } from && band.Points < found.Shown.Count ? $", from {SeriesWords.Date(from.From, found.Shown.Cadence)} to {SeriesWords.Date(from.To, found.Shown.Cadence)}" : "")}{(band.HasLimits && band.PointsAlone > 0 ? $", the mean of the {band.Points - band.PointsAlone} points that have a neighbour" : "")}"
            );
        if (band.AverageMovingRange is { } range)
            yield return ("Average moving range", Format.Number(range));
        if (band.HasLimits)
            yield return (
                "Noise moves between",
                $"{Format.Number(band.Lower!.Value)} and {Format.Number(band.Upper!.Value)}, and from one point to the next by up to {Format.Number(band.RangeUpper!.Value)}"
            );
        yield return ("How firm", band.InWords);
    }

    static IEnumerable<(string, string)> Change(SeriesFindings found, ChangeFindings change)
    {
        yield return ("Verdict", change.Word is { } word ? SeriesWords.InWords(word) : "open: which way is wanted?");
        if (change.BySeveral?.Effect is { } several)
        {
            yield return (
                "Periods",
                $"{several.PeriodsBefore} before, {several.PeriodsAfter} after, in which all were measured"
            );
            yield return ("Effect", SeriesWords.Effect(several.Effect));
            yield return ("Method", several.MethodInWords);
            yield return ("Weighted", SeriesWords.Weighted(several, found.Shown.Cadence));
            yield return (
                "Ran beside it",
                $"before the change the weighted series missed {found.Ask.Value} by {Format.Number(several.MissBefore)}, levels set aside"
            );
            yield return (
                "Compared with",
                $"{Format.List(found.Ask.Compare)}, which you declared to be untouched by the change"
            );
            yield break;
        }
        if (change.BySeveral?.RollOut is { } rollOut)
        {
            yield return (
                "Reached",
                $"{Format.Count(rollOut.Units.With)} by the end, {Format.Count(rollOut.Units.Without)} not"
            );
            yield return ("Effect", SeriesWords.Effect(rollOut.Effect));
            foreach (var since in new[] { rollOut.Since[0], rollOut.Since[^1] }.Distinct())
                yield return (
                    SignalWords.Since(since.Periods, found.Shown.Cadence),
                    $"{SeriesWords.Effect(since.Effect)}, on {Format.Count(since.Units)}"
                );
            yield return ("Method", StaggeredRollOut.MethodInWords);
            yield return (
                "Compared with",
                $"{Format.List(found.Ask.Compare)}, from when you said that each had it, or had it not"
            );
            yield break;
        }
        if (found.Rare?.Exact is { } exact)
            yield return ("Counted exactly", RareFindings.InWords(exact));
        yield return ("Points", $"{change.Verdict.PointsBefore} before, {change.Verdict.PointsAfter} after");
        if (change.Effect is { } effect)
        {
            yield return ("Effect", SeriesWords.Effect(effect));
            if (effect.Scale is EffectScale.Ratio)
                yield return (
                    "As a ratio of rates",
                    $"{Format.Number(effect.Step.Value, 3)} ({Format.Number(effect.Step.Low, 3)} to {Format.Number(effect.Step.High, 3)})"
                );
            yield return ("Method", effect.MethodInWords);
            if (effect.SecondOpinion is { } second)
                yield return ("Second opinion", $"{SeriesWords.Effect(second)}, by {second.MethodInWords}");
            if (found.Ask.Compare is [var compare])
                yield return ("Compared with", $"{compare}, which you declared to be untouched by the change");
            if (effect.Trend is { } trend)
                yield return ("Trend before", Trend(effect, trend, found.Shown.Cadence));
            if (effect.SlopeChange is { } slope)
                yield return (
                    "Change of slope",
                    effect.Scale is EffectScale.Ratio
                        ? $"× {Format.Number(slope.Value, 4)} a {found.Shown.Cadence.Name()} ({Format.Number(slope.Low, 4)} to {Format.Number(slope.High, 4)})"
                        : $"{Format.WithSign(slope.Value, slope.Low, slope.High)} a {found.Shown.Cadence.Name()} ({Format.SignedEnds(slope.Low, slope.High)})"
                );
            if (effect.SlopeChangeTest is var (f, p))
                yield return (
                    "Change of slope",
                    $"{(p < 0.05 ? "there may be one" : "none to be seen")}: F = {Format.Number(f, 3)}, p = {Format.Number(p, 3)}"
                );
            if (effect.Dispersion is { } dispersion)
                yield return (
                    "Dispersion",
                    $"{Format.Number(dispersion, 3)} times what pure chance gives; the interval allows for it"
                );
        }
        if (change.MinimumDetectable is { } least)
            yield return (
                "Could be seen",
                change.Effect is { Scale: EffectScale.Ratio }
                    ? $"a rise or fall of {100 * (least - 1):0} % or more, four times in five"
                    : $"an effect of {Format.Number(least)} or more, four times in five"
            );
    }

    static string Trend(InterruptedSeries effect, Estimate trend, Cadence cadence) =>
        effect.Scale is EffectScale.Ratio
            ? $"× {Format.Number(SeriesJson.PerYear(effect.Scale, trend.Value, cadence), 4)} a year"
            : $"{Format.WithSign(trend.Value)} a {cadence.Name()}";
}
