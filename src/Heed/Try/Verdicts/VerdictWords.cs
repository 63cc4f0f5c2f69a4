using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Try;

/// <summary>A kept verdict as pages say and draw it. Cannot tell and not measured are grey, never good or bad.</summary>
static class VerdictWords
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

    static string Plain(TrialVerdict verdict) =>
        verdict switch
        {
            { Word: VerdictWord.Improved, LessThanPredicted: true } => "Improved, less than predicted",
            _ => verdict.Word.Word(),
        };

    /// <summary>“+8.6 [5.1, 12.0], predicted +7”.</summary>
    public static string Detail(this TrialVerdict verdict) =>
        verdict is { Effect: { } effect, Low: { } low, High: { } high }
            ? $"{Format.Change(effect, low, high)}, predicted {Format.WithSign(verdict.Predicted)}"
            : $"predicted {Format.WithSign(verdict.Predicted)}";

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
