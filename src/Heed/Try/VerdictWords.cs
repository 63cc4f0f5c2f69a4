using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Ui;

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
        verdict.Effect is { } effect
            ? $"{InWords.Signed(effect)} [{InWords.Number(verdict.Low!.Value)}, {InWords.Number(verdict.High!.Value)}], predicted {InWords.Signed(verdict.Predicted)}"
            : $"predicted {InWords.Signed(verdict.Predicted)}";

    /// <summary>The finding: what happened, how much, against what. Where no size could be told, the reason.</summary>
    public static string Finding(this TrialVerdict verdict, string unit) =>
        verdict is { Effect: { } effect, Low: { } low, High: { } high } && verdict.Word is not VerdictWord.CannotTell
            ? $"{verdict.Word()}: {InWords.Signed(effect)} [{InWords.Number(low)}, {InWords.Number(high)}] {unit} against what was to be expected without it"
            : verdict.Sentence.Replace(" -", " −", StringComparison.Ordinal);

    /// <summary>The points had a course of their own before the change: a level band says nothing about them.</summary>
    public static bool HasTrend(this TrialVerdict? verdict) =>
        verdict?.Method is { } method and not EffectMethod.StepOnly;
}
