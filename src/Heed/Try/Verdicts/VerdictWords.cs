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
            { Word: VerdictWord.Improved, LessThanPredicted: true } => "Improved, less than predicted",
            _ => verdict.OrNone().Word(),
        };

    /// <summary>“+8.6 [5.1, 12.0], predicted +7”.</summary>
    public static string Detail(this TrialVerdict verdict) =>
        verdict is { Effect: { } effect, Low: { } low, High: { } high }
            ? $"{Format.Change(effect, low, high)}, predicted {Format.WithSign(verdict.Predicted)}"
            : $"predicted {Format.WithSign(verdict.Predicted)}";

    /// <summary>The finding: what happened, how much, against what. Where no size could be told, the reason.</summary>
    public static string Finding(this TrialVerdict verdict, string unit)
    {
        if (verdict is not { Effect: { } effect, Low: { } low, High: { } high })
            return verdict.Sentence;
        var found = $"{verdict.Word()}: {Format.Change(effect, low, high)} {unit}".TrimEnd();
        return verdict.Word switch
        {
            VerdictWord.Improved or VerdictWord.Worsened => $"{found} against what was to be expected without it",
            VerdictWord.NoChange =>
                $"{found}, which holds no effect and excludes the predicted {Format.WithSign(verdict.Predicted)}",
            _ => $"{found}, which holds both no effect and the predicted {Format.WithSign(verdict.Predicted)}",
        };
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

    /// <summary>The points had a course of their own before the change: a level band says nothing about them.</summary>
    public static bool HasTrend(this TrialVerdict? verdict) =>
        verdict?.Method is { } method and not EffectMethod.StepOnly;
}
