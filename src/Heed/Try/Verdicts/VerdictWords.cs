using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Try;

/// <summary>A kept verdict as pages say and draw it. Cannot tell and not measured are grey, never good or bad.</summary>
static class VerdictWords
{
    public static Turn Turn(this TrialVerdict? verdict) =>
        verdict?.Word switch
        {
            VerdictWord.Improved => Ui.Turn.Better,
            VerdictWord.Worsened => Ui.Turn.Worse,
            VerdictWord.NoChange => Ui.Turn.Level,
            VerdictWord.CannotTell => Ui.Turn.Open,
            _ => Ui.Turn.Unmeasured,
        };

    public static string Word(this TrialVerdict? verdict) =>
        verdict switch
        {
            null => "Not looked at yet",
            { Word: VerdictWord.Improved, LessThanPredicted: true } => "Improved, less than predicted",
            _ => verdict.Turn().Word(),
        };

    /// <summary>“+8.6 [5.1, 12.0], predicted +7”.</summary>
    public static string Detail(this TrialVerdict verdict) =>
        verdict is { Effect: { } effect, Low: { } low, High: { } high }
            ? $"{Interval.Change(effect, low, high)}, predicted {InWords.Signed(verdict.Predicted)}"
            : $"predicted {InWords.Signed(verdict.Predicted)}";

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
