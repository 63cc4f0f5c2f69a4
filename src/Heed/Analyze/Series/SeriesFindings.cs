using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What a series says: how it moves, and what a change did.</summary>
/// <param name="Series">The figures as they are in the file.</param>
/// <param name="Shown">The same as rates where a population is named; else the same.</param>
sealed record SeriesFindings(SeriesAsk Ask, Series Series, Series Shown)
{
    /// <summary>The same bands and signals as the page of a kept metric shows of these points.</summary>
    public required BandedSeries Look { get; init; }
    public NoiseBand Band => Look.Band;
    public IReadOnlyList<Signal> Signals => Look.Signals;
    public ChangeFindings? Change { get; private init; }

    /// <summary>What differed by the day of the week and was taken out; null where nothing was.</summary>
    public Weekdays? Weekdays { get; private init; }

    /// <summary>What few events say; null where there are many, or no events are counted.</summary>
    public RareFindings? Rare { get; private init; }

    /// <summary>Whether the target will be met while nothing changes; null where none was named.</summary>
    public Answer<Assurance>? Assurance { get; private init; }

    /// <summary>Where the series itself shows a shift, or why that cannot be told.</summary>
    public required Answer<ChangePoints> Shifts { get; init; }

    /// <summary>The pattern of the week, where the days differ or somebody wants it taken out.</summary>
    public static Weekdays? WeekOf(SeriesAsk ask, Series shown) =>
        ask.Weekdays is not false
        && Heed.Analytics.Evidence.Weekdays.Of(shown) is { IsGiven: true, Value: var week }
        && (week.Differ || ask.Weekdays is true)
            ? week
            : null;

    public static Outcome<SeriesFindings> Of(
        SeriesAsk ask,
        Series series,
        IReadOnlyList<Series>? others = null,
        IReadOnlyList<DateOnly>? events = null
    )
    {
        var shown = series;
        string? because = null;
        if (ask.Population is not null && series.Count > 0 && series.AsRates(ask.Per).Refused(out because, out shown))
            return new Refusal(because);
        var week = WeekOf(ask, shown!);
        if (week is not null && ask.Counts)
        {
            series = week.AsPopulations(series);
            shown = series.AsRates(ask.Base).Value;
        }
        else if (week is not null)
            (series, shown) = (ask.Population is null ? week.Without(series) : series, week.Without(shown!));
        var before = ask.Change is { } dated ? shown!.Before(dated.First) : null;
        var baseline =
            ask.Baseline ?? (before is { Count: >= 6 } ? new Window(before[0].Date, before[^1].Date) : (Window?)null);
        (Window, string)[] named = baseline is { } window ? [(window, "named for this report")] : [];
        if (BandedSeries.Of(shown!, named, ask.Limits, ask.Rules).Refused(out because, out var look))
            return new Refusal(because);
        var found = new SeriesFindings(ask, series, shown!)
        {
            Look = look,
            Weekdays = week,
            Rare = RareFindings.Of(ask, series, events ?? []),
            Shifts = ChangePoints.Of(shown!),
            Assurance = ask is { Target: { } target, Wanted: { } way }
                ? look.AssuranceOf(target, way)
                : default(Answer<Assurance>?),
        };
        if (ask.Change is null)
            return found;
        return ChangeFindings.Of(ask, series, shown!, others ?? []).Refused(out var refusal, out var change)
            ? refusal
            : found with
            {
                Change = change,
            };
    }
}

/// <summary>The judged change, beside what two bars would have said of it.</summary>
sealed record ChangeFindings(DateOnly On, Verdict Verdict)
{
    /// <summary>The verdict's word; null where it hangs on what is wanted and nobody said it.</summary>
    public VerdictWord? Word { get; private init; }
    public required string Sentence { get; init; }

    /// <summary>Why there is no verdict or no effect; null when there is one.</summary>
    public string? Because { get; private init; }

    /// <summary>The mean before and the mean after, which are no verdict.</summary>
    public (double Before, double After)? TwoBars { get; private init; }
    public string? AboutTwoBars { get; private init; }

    /// <summary>The smallest effect that these points would have shown four times in five; null when the noise is not known.</summary>
    public double? MinimumDetectable { get; private init; }

    /// <summary>What several compared series say; null where none or one was named.</summary>
    public ComparedVerdict? BySeveral { get; private init; }

    /// <summary>The effect by the series itself or one comparison; null where several judge.</summary>
    public InterruptedSeries? Effect => BySeveral is null ? Verdict.Effect : null;

    /// <summary>What was to be expected without the change.</summary>
    public IReadOnlyList<CounterfactualPoint> Counterfactual =>
        BySeveral is { } several ? several.Effect?.Counterfactual ?? [] : Verdict.Effect?.Counterfactual ?? [];

    /// <summary>The effect with its interval, whoever judged.</summary>
    public Estimate? Estimate => BySeveral is { } several ? several.Size : Verdict.Effect?.Step;

    public static Outcome<ChangeFindings> Of(SeriesAsk ask, Series series, Series shown, IReadOnlyList<Series> others)
    {
        var on = ask.Change!.Value.First;
        var judged = ask.Population is not null && !ask.Counts ? shown : series;
        var wanted = ask.Wanted ?? Implied(ask) ?? Direction.Up;
        if (
            Verdict
                .Judge(judged, on, wanted, ask.Predicted, ask.Settings(others is [var other] ? other : null))
                .Refused(out var because, out var verdict)
        )
            return new Refusal($"--predict: {because}");
        ComparedVerdict? several = null;
        if (
            others.Count > 1
            && verdict.Word is not VerdictWord.NotMeasured
            && ComparedVerdict
                .Judge(
                    new(ask.Value, judged, on),
                    others.Select(
                        (one, i) =>
                            new PanelUnit(
                                ask.Compare[i],
                                one,
                                ask.ReachedFrom.TryGetValue(ask.Compare[i], out var from) ? from : null
                            )
                    ),
                    wanted,
                    ask.Predicted,
                    ask.Lag
                )
                .Refused(out because, out several)
        )
            return new Refusal($"--predict: {because}");
        var said = several?.Word ?? verdict.Word;
        var open = ask.Wanted is null && Implied(ask) is null && said is VerdictWord.Improved or VerdictWord.Worsened;
        var bars = Bars(shown, on);
        return new ChangeFindings(on, verdict)
        {
            BySeveral = several,
            Word = open ? null : said,
            Sentence = open ? Moved(several, verdict) : several?.Sentence ?? verdict.Sentence,
            Because =
                open ? "Whether this is better depends on which way is wanted: add --wanted up or --wanted down."
                : several is null ? verdict.Because
                : several.Because,
            TwoBars = bars,
            AboutTwoBars = bars is { } two ? TwoBarsInWords(two, verdict, several is not null) : null,
            MinimumDetectable = several is null ? verdict.Effect?.MinimumDetectable ?? FromBand(verdict, ask) : null,
        };
    }

    /// <summary>A prediction says which way is wanted, when nobody says it otherwise.</summary>
    static Direction? Implied(SeriesAsk ask)
    {
        var neutral = ask.Counts ? 1 : 0;
        return ask.Predicted is not { } promise || promise == neutral ? null
            : promise > neutral ? Direction.Up
            : Direction.Down;
    }

    static string Moved(ComparedVerdict? several, Verdict verdict)
    {
        if (several?.Size is { } size)
            return $"It {(size.Value > 0 ? "rose" : "fell")} with the change: {several.Found()}.";
        var effect = verdict.Effect!;
        var up = effect.Step.Value > (effect.Scale is EffectScale.Ratio ? 1 : 0);
        return $"It {(up ? "rose" : "fell")} with the change: {SeriesWords.Effect(effect)}.";
    }

    static (double, double)? Bars(Series shown, DateOnly on)
    {
        var (before, after) = (shown.Before(on), shown.From(on));
        return before.Count == 0 || after.Count == 0
            ? null
            : (NoiseBand.Of(before).Centre!.Value, NoiseBand.Of(after).Centre!.Value);
    }

    static double? FromBand(Verdict verdict, SeriesAsk ask) =>
        ask.Counts
        || verdict.BandBefore.Sigma is not { } sigma
        || sigma <= 0
        || verdict.PointsBefore == 0
        || verdict.PointsAfter == 0
            ? null
            : MinimumDetectableEffect.Of(sigma, verdict.PointsBefore, verdict.PointsAfter);

    static string TwoBarsInWords((double Before, double After) bars, Verdict verdict, bool isCompared)
    {
        var size = Math.Max(Math.Abs(bars.Before), Math.Abs(bars.After));
        var means = $"{Format.Beside(bars.Before, size)} before and {Format.Beside(bars.After, size)} after";
        if (!isCompared && verdict.Effect is not { })
            return $"Two bars would show a mean of {means}, and invite a conclusion that the points do not carry.";
        if (isCompared || verdict.Effect!.Method is EffectMethod.ComparisonSeries)
            return $"Two bars would show a mean of {means}. What was to be expected comes from the comparison instead, which lived through the same time.";
        var effect = verdict.Effect;
        var neutral = effect.Scale is EffectScale.Ratio ? 1 : 0;
        var (bar, step) = (Math.Sign(bars.After - bars.Before), Math.Sign(effect.Step.Value - neutral));
        var sure = effect.Step.Low > neutral || effect.Step.High < neutral;
        return (sure, bar == step) switch
        {
            (true, false) =>
                $"Two bars would say the opposite: a mean of {means}, so {(bar > 0 ? "higher" : bar < 0 ? "lower" : "the same")}. But the figures were already {(effect.Trend is { } trend && trend.Value > neutral ? "rising" : "falling")} before the change; carried on, that trend leads to the expected values, and the points lie {(step < 0 ? "below" : "above")} those. Heed compares with where things were going, not with where they had been.",
            (false, _) =>
                $"Two bars would show a mean of {means}, and say “{(bar > 0 ? "higher" : bar < 0 ? "lower" : "the same")}”. The interval says that chance and trend alone could do that.",
            _ =>
                $"Two bars would show a mean of {means}: the same direction, without the trend and without an interval.",
        };
    }
}
