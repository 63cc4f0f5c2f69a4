namespace Heed.Analytics.Evidence;

/// <summary>When a change can first be judged.</summary>
/// <param name="Until">The first day on which enough periods have passed: change + lag + 8 periods.</param>
/// <param name="PeriodsLeft">How many periods that is from the day asked about.</param>
public readonly record struct Waiting(DateOnly Until, int PeriodsLeft);

/// <summary>
/// The judged effect of a dated change: one word of a closed set, and everything it rests on, so that it can be kept and
/// checked again.
/// </summary>
/// <remarks>
/// With [low, high] the 95 % interval of the mean effect, turned so that wanted is positive, and P the prediction:
/// Improved when low > 0, Worsened when high &lt; 0, NoChange when the interval holds 0 and excludes P, else CannotTell. An effect
/// that may have reached P by the end of the time after is not called NoChange.
/// <code>
/// var answer = Verdict.Judge(series, change: new(2026, 3, 2), Direction.Down, predicted: -7);
/// Console.WriteLine(answer.Value.Sentence);
/// </code>
/// </remarks>
public sealed record Verdict
{
    internal const int PeriodsToJudge = 8;
    internal const int PeriodsWhenOutside = 2;

    internal Verdict() { }

    /// <summary>The verdict.</summary>
    public required VerdictWord Word { get; init; }

    /// <summary>Improved, but the whole interval lies below what was predicted.</summary>
    public bool LessThanPredicted { get; init; }

    /// <summary>
    /// What the effect did over the time after: Improved and Growing reads "improved and growing", Improved and Fading "improved at
    /// first, fading"; the same for Worsened.
    /// </summary>
    public EffectCourse Course =>
        Word is VerdictWord.Improved or VerdictWord.Worsened && Effect is { } effect
            ? effect.Course
            : EffectCourse.Steady;

    /// <summary>The number of the look, from 1; a later one has a wider interval (<see cref="AlphaSpending"/>).</summary>
    public int Look { get; init; } = 1;

    /// <summary>The verdict as a sentence for people, without a unit.</summary>
    public string Sentence => Say();

    /// <summary>Why the points cannot tell; null for the other words.</summary>
    public string? Because { get; init; }

    /// <summary>Which way was wanted.</summary>
    public required Direction Wanted { get; init; }

    /// <summary>The prediction: a step in the metric's unit, or for counts a ratio of rates; null when there was none.</summary>
    public double? Predicted { get; init; }

    /// <summary>The estimated effect with its method, window, fingerprint and counterfactual; null when none could be made.</summary>
    public InterruptedSeries? Effect { get; init; }

    /// <summary>When it can be judged, while that day has not come; null once it has.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>The noise band of the points before the change.</summary>
    public required NoiseBand BandBefore { get; init; }

    /// <summary>What the points after the change did against that band.</summary>
    public required IReadOnlyList<Signal> SignalsAfter { get; init; }

    /// <summary>How many points came before the change.</summary>
    public required int PointsBefore { get; init; }

    /// <summary>How many points came after the change and its lag.</summary>
    public required int PointsAfter { get; init; }

    /// <summary>The first and the last date that were looked at; null without any point.</summary>
    public Window? Window { get; init; }

    /// <summary>The fingerprint of the points it rests on (<see cref="Series.Fingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Judges a dated change.</summary>
    /// <param name="series">The measurements.</param>
    /// <param name="change">The day from which the change was there.</param>
    /// <param name="wanted">Which way is better.</param>
    /// <param name="predicted">
    /// The step that was predicted, signed, in the metric's unit; for counts a ratio of rates (0.9 for a tenth fewer).
    /// Without a prediction <see cref="VerdictWord.NoChange"/> cannot be said.
    /// </param>
    /// <param name="settings">Lag, kind of values, window, method; null for the rule's choices.</param>
    /// <param name="asOf">The day of judging; null takes the end of the last point's period.</param>
    /// <returns>The verdict; or a sentence when the prediction makes no sense (no change, against the wanted way).</returns>
    public static Answer<Verdict> Judge(
        Series series,
        DateOnly change,
        Direction wanted,
        double? predicted = null,
        InterruptionSettings? settings = null,
        DateOnly? asOf = null
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        settings ??= InterruptionSettings.Default;
        var scale = settings.Counts ? EffectScale.Ratio : EffectScale.Difference;
        if (predicted is { } promise && VerdictRule.Fault(promise, wanted, scale) is { } fault)
            return new NoAnswer(fault);

        var cut = new Interruption(series, change, settings);
        var counted = settings.Counts && cut.Used.Count > 0 && cut.Used[0].Population is not null;
        Series Plain(Series part) => counted ? part.AsRates().Value : part;
        var band = NoiseBand.Of(Plain(cut.Before));
        var verdict = new Verdict
        {
            Word = VerdictWord.CannotTell,
            Wanted = wanted,
            Predicted = predicted,
            BandBefore = band,
            SignalsAfter = Signals.In(Plain(cut.After), band),
            PointsBefore = cut.Before.Count,
            PointsAfter = cut.After.Count,
            Window = cut.Count == 0 ? null : new(cut.Used[0].Date, cut.Used[^1].Date),
            Fingerprint = cut.Used.Fingerprint(),
            Look = settings.Look,
        };

        var waiting = Wait(series, cut, asOf, PeriodsToJudge);
        if (cut.After.Count == 0)
            return verdict.NotMeasured(waiting);
        var left = verdict.SignalsAfter.FirstOrDefault(signal => signal.Rule is SignalRule.Outside);
        if (waiting is { } early && (left is null || Wait(series, cut, asOf, PeriodsWhenOutside) is not null))
            return verdict.CannotTell($"it is too early: it can be judged from {Wording.Day(early.Until)} on", waiting);
        if (InterruptedSeries.Fit(series, change, settings).Refused(out var because, out var effect))
            return verdict.CannotTell(
                left is null
                    ? Wording.InASentence(because)
                    : $"{Wording.InASentence(because)} But look now: {Wording.Day(left.FromDate)} was {left.InWords} of before",
                waiting
            );
        return verdict.Judged(effect);
    }

    Verdict NotMeasured(Waiting? waiting) => this with { Word = VerdictWord.NotMeasured, Waiting = waiting };

    Verdict CannotTell(string because, Waiting? waiting = null) => this with { Because = because, Waiting = waiting };

    Verdict Judged(InterruptedSeries effect)
    {
        var word = VerdictRule.Word(effect.Step, effect.Scale, Wanted, Predicted, out var lessThanPredicted);
        // What was promised may have come late: then the mean says less than the end.
        if (word is VerdictWord.NoChange && effect.AtEnd is { } end && end.Low <= Predicted && Predicted <= end.High)
            word = VerdictWord.CannotTell;
        var judged = this with
        {
            Word = word,
            LessThanPredicted = lessThanPredicted,
            Effect = effect,
            PointsBefore = effect.PointsBefore,
            PointsAfter = effect.PointsAfter,
            Window = effect.Window,
            Fingerprint = effect.Fingerprint,
        };
        return word is VerdictWord.CannotTell ? judged with { Because = judged.Holds("") } : judged;
    }

    /// <summary>
    /// The one sentence of the verdict, with the unit of its metric: whoever shows or keeps a verdict quotes this. It is written
    /// from the parts, so that it says what they say.
    /// </summary>
    /// <param name="unit">The metric's unit, set behind the effect: "of 100"; nothing for a ratio, which has none.</param>
    public string Say(string unit = "")
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Word switch
        {
            VerdictWord.NotMeasured =>
                $"Not measured: there is no point after the change{(Waiting is { } early ? $"; it can be judged from {Wording.Day(early.Until)} on" : "")}.",
            VerdictWord.CannotTell => Wording.Closed($"Cannot tell{Again}: {(Effect is null ? Because : Holds(unit))}"),
            VerdictWord.NoChange => VerdictRule.Say(Word, Found(unit), Promise, LessThanPredicted, null, Again),
            _ => VerdictRule.Say(Word, Found(unit) + AtItsEnd(unit), Promise, LessThanPredicted, Judgement, Again),
        };
    }

    string Judgement =>
        Course switch
        {
            EffectCourse.Growing => $"{Word} and growing",
            EffectCourse.Fading => $"{Word} at first, fading",
            _ => $"{Word}",
        };

    string Again => Look > 1 ? $", looked again ({AlphaSpending.Ordinal(Look)})" : "";

    string Holds(string unit)
    {
        if (Predicted is null)
            return $"{Found(unit)}, which holds no effect, and nothing was predicted";
        return VerdictRule.Word(Effect!.Step, Effect.Scale, Wanted, Predicted, out _) is VerdictWord.NoChange
            ? $"{Found(unit)}, which holds no effect, but the predicted {Promise} may have come{AtItsEnd(unit)}"
            : $"{Found(unit)}, which holds both no effect and the predicted {Promise}";
    }

    string Found(string unit) => Wording.Effect(Effect!.Step, Effect.Scale, unit, Effect.Confidence);

    string AtItsEnd(string unit) =>
        Effect!.AtEnd is { } end ? $"; {Wording.At(end.Value, Effect.Step, Effect.Scale, unit)} at the end" : "";

    string? Promise => Predicted is { } promise ? Wording.Size(promise, Effect!.Scale) : null;

    /// <summary>
    /// How far the verdict would bear a trend that nobody saw, in a sentence: "It would no longer hold if the metric had been rising
    /// by 0.04 a week anyway."; null unless it improved or worsened.
    /// </summary>
    /// <param name="cadence">How often the metric is measured.</param>
    /// <param name="unit">The metric's unit, set behind the number; nothing for a ratio.</param>
    public string? Breakdown(Cadence cadence, string unit = "")
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (Word is not (VerdictWord.Improved or VerdictWord.Worsened) || Effect?.BreakdownTrend is not { } trend)
            return null;
        var ratio = Effect.Scale is EffectScale.Ratio;
        var rising = trend > (ratio ? 1 : 0);
        var size = ratio
            ? $"{Wording.Number(100 * Math.Abs(trend - 1))} %"
            : $"{Wording.Number(Math.Abs(trend))}{(unit.Length > 0 ? " " + unit : "")}";
        return $"It would no longer hold if the metric had been {(rising ? "rising" : "falling")} by {size} a {cadence.Name()} anyway, beside the trend that is drawn on.";
    }

    /// <summary>The first day on which a change can be judged: its lag is over, and 8 periods after it.</summary>
    public static DateOnly CanBeJudgedFrom(Cadence cadence, DateOnly change, int lagDays)
    {
        var period = cadence.PeriodOf(change);
        var whole = cadence.StartOf(period) < change ? period + 1 : period;
        return cadence.StartOf(whole + cadence.PeriodsIn(lagDays) + PeriodsToJudge);
    }

    static Waiting? Wait(Series series, Interruption cut, DateOnly? asOf, int periods)
    {
        var cadence = series.Cadence;
        var ready = cut.FirstAfter + periods;
        // A period counts once it is over; with no day given, the last point's period is taken to be over.
        var now =
            asOf is { } day ? cadence.PeriodOf(day)
            : series.Count == 0 ? int.MinValue
            : series.PeriodAt(series.Count - 1) + 1;
        return now >= ready ? null : new(cadence.StartOf(ready), now == int.MinValue ? periods : ready - now);
    }
}
