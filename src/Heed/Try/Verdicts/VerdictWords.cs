using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Try;

/// <summary>A kept verdict as pages say and draw it. Cannot tell and not measured are grey, never good or bad.</summary>
public static class VerdictWords
{
    /// <summary>A trial that nobody looked at has measured nothing.</summary>
    public static VerdictWord OrNone(this TrialVerdict? verdict) => verdict?.Word ?? VerdictWord.NotMeasured;

    public static string Word(this TrialVerdict? verdict) =>
        verdict switch
        {
            null => "Not looked at yet",
            { PredictionPrecededData: false } => $"{Plain(verdict)}, written afterwards",
            _ => Plain(verdict),
        };

    static string Plain(TrialVerdict verdict)
    {
        var word = verdict.Course switch
        {
            EffectCourse.Growing => $"{verdict.Word.Word()} and growing",
            EffectCourse.Fading => $"{verdict.Word.Word()} at first, fading",
            _ => verdict.Word.Word(),
        };
        return verdict is { Word: VerdictWord.Improved, LessThanPredicted: true }
            ? $"{word}, less than predicted"
            : word;
    }

    /// <summary>With what became of it since: an improvement that crept back is none any more.</summary>
    public static string Word(this TrialVerdict? verdict, Trial trial) =>
        trial.Watch switch
        {
            WatchState.Relapsed => $"{verdict.Word()}, then crept back",
            WatchState.Recovered => $"{verdict.Word()}, crept back and recovered",
            _ => verdict.Word(),
        };

    /// <summary>By which colour it is drawn: a relapse is never green.</summary>
    public static VerdictWord OrNone(this TrialVerdict? verdict, Trial trial) =>
        trial.Watch is WatchState.Relapsed ? VerdictWord.Worsened : verdict.OrNone();

    public static Status Shape(this Watch watch) =>
        watch.State switch
        {
            WatchState.Held or WatchState.Recovered => Status.Held,
            WatchState.Relapsed => Status.OffCourse,
            _ => Status.NotKnown,
        };

    public static string Word(this WatchState state) =>
        state switch
        {
            WatchState.Held => "Held",
            WatchState.Relapsed => "Crept back",
            WatchState.Recovered => "Recovered",
            WatchState.Waiting => "Watching",
            _ => "Cannot tell yet whether it holds",
        };

    /// <summary>“+8.6 [5.1, 12.0], predicted +7”.</summary>
    public static string Detail(this TrialVerdict verdict) =>
        verdict is { Effect: { } effect, Low: { } low, High: { } high }
            ? $"{Format.Change(effect, low, high)}{(verdict.InPercent ? " %" : "")}, predicted {Trial.Promise(verdict.Predicted, verdict.InPercent)}"
            : $"predicted {Trial.Promise(verdict.Predicted, verdict.InPercent)}";

    /// <summary>“11 % fewer (95 % 5 to 16 %); rate ratio 0.89 (0.84 to 0.95)”: of a count.</summary>
    public static string? Fewer(this TrialVerdict verdict)
    {
        if (verdict is not { InPercent: true, Effect: { } effect, Low: { } low, High: { } high })
            return null;
        var places = 0;
        string Size(double percent) => Format.Number(Math.Abs(percent), places);
        string Way(double percent) => percent < 0 ? "fewer" : "more";
        var interval =
            low < 0 == high < 0
                ? $"{Size(low < 0 ? high : low)} to {Size(low < 0 ? low : high)} %"
                : $"{Size(low)} % {Way(low)} to {Size(high)} % {Way(high)}";
        string Ratio(double percent) => Format.Number(1 + percent / 100, 3);
        return $"{Size(effect)} % {Way(effect)} (95 % {interval}); rate ratio {Ratio(effect)} ({Ratio(low)} to {Ratio(high)})";
    }

    /// <summary>More rows would say no more of how an effect went on, and a phone shows hardly as many.</summary>
    const int MostDrawn = 8;

    /// <summary>“The effect on all that got it: +8.1 at once, +7.9 after 12 weeks”.</summary>
    public static string CourseInWords(this RollOutFound found, Cadence cadence) =>
        $"The effect on all that got it: {string.Join(", ", new[] { found.Since[0], found.Since[^1] }.Distinct().Select(since => $"{Format.WithSign(since.Effect, since.Low, since.High)} {Format.Lower(SignalWords.Since(since.Periods, cadence))}"))}";

    /// <summary>How the effect went on, as a chart draws it: the first and the last, and of those between as many as there is room for.</summary>
    public static IReadOnlyList<ChartGroup> Drawn(this RollOutFound found, Cadence cadence)
    {
        var (last, rows) = (found.Since.Count - 1, Math.Min(found.Since.Count, MostDrawn));
        return
        [
            .. Enumerable
                .Range(0, rows)
                .Select(row => found.Since[rows == 1 ? 0 : row * last / (rows - 1)])
                .Select(since =>
                    ChartGroup.Shown(
                        SignalWords.Since(since.Periods, cadence),
                        since.Units,
                        since.Effect,
                        since.Low,
                        since.High
                    )
                ),
        ];
    }

    /// <summary>What was to be expected without the change, as a chart draws it.</summary>
    public static IReadOnlyList<ChartExpectation> Without(this TrialVerdict? verdict) =>
        [
            .. (verdict?.Counterfactual ?? []).Select(day => new ChartExpectation(
                day.On,
                day.Expected,
                day.Low ?? day.Expected,
                day.High ?? day.Expected
            )),
        ];
}
