using Heed.Analytics.Evidence;
using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>Effects and signals in words.</summary>
static class SeriesWords
{
    public static string Effect(InterruptedSeries effect) =>
        $"{Size(effect, effect.Step.Value)} (95 % interval {Size(effect, effect.Step.Low)} to {Size(effect, effect.Step.High)})";

    /// <summary>A difference with its interval.</summary>
    public static string Effect(Estimate effect) =>
        $"{Format.WithSign(effect.Value, effect.Low, effect.High)} (95 % interval {Format.SignedEnds(effect.Low, effect.High)})";

    /// <summary>“+2.5” for a difference; “11.5 % lower” for a ratio.</summary>
    public static string Size(InterruptedSeries effect, double value)
    {
        var (low, high) = (effect.Step.Low, effect.Step.High);
        if (effect.Scale is EffectScale.Difference)
            return Format.WithSign(value, low, high);
        var words = Format.Number(Math.Abs(Percent(value)), Percent(low), Percent(high));
        return $"{words} % {(value < 1 ? "lower" : "higher")}";
    }

    static double Percent(double ratio) => (ratio - 1) * 100;

    public static string Signal(Signal signal, Cadence cadence)
    {
        var when = Span(signal.FromDate, signal.ToDate, cadence);
        return signal.CompletedDate == signal.ToDate
            ? $"{when}: {signal.InWords}"
            : $"{when}: {signal.InWords}, to be known since {Date(signal.CompletedDate, cadence)}";
    }

    public static string Date(DateOnly date, Cadence cadence) =>
        cadence switch
        {
            Cadence.Year => Format.Year(date),
            Cadence.Quarter => Format.Quarter(date),
            Cadence.Month => Format.Month(date),
            _ => Format.Day(date),
        };

    public static string Span(DateOnly from, DateOnly to, Cadence cadence) =>
        cadence is Cadence.Day or Cadence.Week ? Format.Span(from, to)
        : Date(from, cadence) == Date(to, cadence) ? Date(from, cadence)
        : $"{Date(from, cadence)} to {Date(to, cadence)}";

    public static string Period(Cadence cadence, int count) => $"{count} {cadence.Name(count)}";

    /// <summary>What a comparison weighted how, in one sentence.</summary>
    public static string Weighted(SyntheticDifference found, Cadence cadence)
    {
        var heaviest = found.Periods.Where(period => period.Weight >= 0.05).ToList();
        var periods = heaviest.Count is 0 or > 6
            ? "the periods before count nearly alike"
            : $"of the periods before, {Format.List([.. heaviest.Select(period => $"{Date(period.Date, cadence)} ({Format.Percent(period.Weight)})")])} count most";
        return $"{found.UnitsInWords}; {periods}";
    }

    public static string Finding(SeriesFindings found, string file)
    {
        if (found.Change is { } change)
            return change.Sentence + (change.Word is null ? $" {change.Because}" : "");
        var name = found.Ask.Value;
        var band = found.Band;
        if (found.Rare is { Waits: not null } rare)
            return rare.Finding(name, file);
        if (found.Shown.Count == 0)
            return $"{name} in {file} was not measured: no row has a value.";
        if (!band.HasLimits)
            return $"Whether {name} really moved cannot be told. {band.InWords}";
        if (found.Signals.Count == 0)
            return $"{name} did not really move: all {found.Shown.Count} points lie within what noise alone does, {Format.Number(band.Lower!.Value)} to {Format.Number(band.Upper!.Value)}.";
        // What is so now, in the words of the metric's page; of what was so before the newest baseline, when it was first seen.
        var (look, unit) = (found.Look, found.Ask.Unit);
        if (look.Current is { } current)
            return $"{name} really moved: it {Says(current, look)}, now {Format.Number(look.Series[current.To].Value)} against a usual {Format.Value(look.Bands.At(current.FromDate).Centre!.Value, unit ?? "")}.";
        return look.Latest is { } latest
            ? $"{name} {Says(latest, look)}, and is back inside its band, {Format.Number(band.Lower!.Value)} to {Format.Value(band.Upper!.Value, unit ?? "")}."
            : $"{name} really moved. First: {Signal(found.Signals.MinBy(signal => signal.Completed)!, found.Shown.Cadence)}.";
    }

    static string Says(Signal signal, BandedSeries look) =>
        SignalWords.Says(
            signal.Rule,
            signal.Direction is Direction.Up,
            signal.To - signal.From + 1,
            Date(signal.FromDate, look.Series.Cadence)
        );

    public static string Finding(SeriesOfEach each, string file)
    {
        var moved = each.Ask.Change is null ? "moved" : "changed";
        var names = each.All.Where(one => one.Stands).Select(one => one.Name).ToList();
        var all = $"{each.All.Count} series of {each.Ask.Value} in {file}, one for each {each.Ask.By}";
        return names.Count == 0
            ? $"None of {all}, really {moved} when all of them are allowed for."
            : $"{Format.Count(names.Count)} of {all}, really {moved} when all of them are allowed for: {Format.List(names)}.";
    }

    /// <summary>What was taken out by the day of the week; null where nothing was.</summary>
    public static string? Week(SeriesFindings found) =>
        found.Weekdays is not { } week
            ? null
            : $"The days of the week {(week.Differ ? "differ" : "were taken out as asked")}: {week.InWords} (F = {Format.Number(week.F, 3)}, p {(week.P < 0.001 ? "below 0.001" : $"= {Format.Number(week.P, 3)}")}). That pattern is taken out of points, band, signals and verdict: the figures shown are those of a middle day. --season none leaves it in.";

    public static IEnumerable<string> Limits(SeriesFindings found)
    {
        if (Week(found) is { } week)
            yield return week;
        if (found.Change is { } change)
        {
            if (change.Because is { } because && change.Word is VerdictWord.CannotTell)
                yield return $"No verdict: {because}";
            if (change.AboutTwoBars is { } bars)
                yield return bars;
            if (change.Verdict.Breakdown(found.Shown.Cadence) is { } breakdown)
                yield return breakdown;
            if (found.Ask.Compare is [var compare])
                yield return $"What moved {found.Ask.Value} and {compare} alike is taken out. What touched only one of them, beside the change, is not; and if the change touched {compare} too, the effect is told too small.";
            if (change.BySeveral is { RollOut: not null, Chance: { } dealt })
            {
                yield return "What moved all of them alike is taken out. What moved those that got the change, beside it and at the same time, is not.";
                yield return dealt;
            }
            else if (change.BySeveral is { Chance: { } chance })
            {
                yield return $"What moved {found.Ask.Value} and the compared series alike is taken out. What touched only {found.Ask.Value}, beside the change, is not; and if the change touched one of the others too, the effect is told too small.";
                yield return chance;
            }
            // What the compared series share with it moves it too, and is no shift of its own.
            if (found.Shifts.IsGiven && found.Ask.Compare.Count == 0)
                yield return found.Shifts.Value.Beside(change.On);
            yield return "What else changed in that window? A season, a price, another change at the same time would look the same. No figure here can rule it out.";
            yield break;
        }
        if (found.Shifts is { IsGiven: true, Value: var shifts } && (shifts.Shifts.Count > 0 || shifts.Drifts))
            yield return $"{shifts.Sentence} A season can look like a shift.";
        if (found.Band.State is BandState.Provisional)
            yield return $"The limits are provisional: {found.Band.Points} points can just carry them, and they will shift until there are 12.";
        if (!found.Band.HasLimits)
            yield break;
        yield return found.Signals.Count == 0
            ? "A single point that is higher or lower than the one before says nothing while it stays inside the band."
            : "A signal says that something changed, not what. To judge a change whose date you know: --change DATE --wanted up or down.";
    }

    public static string InWords(VerdictWord word) =>
        word switch
        {
            VerdictWord.NoChange => "no change",
            VerdictWord.CannotTell => "cannot tell",
            VerdictWord.NotMeasured => "not measured",
            _ => word.ToString().ToLowerInvariant(),
        };
}
