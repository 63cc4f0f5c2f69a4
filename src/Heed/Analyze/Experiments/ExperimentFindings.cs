using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What an experiment showed; or, in a sentence, why that cannot be told.</summary>
sealed record ExperimentFindings(ExperimentAsk Ask, ArmsRead Arms)
{
    public Experiment? Found { get; private init; }

    /// <summary>Why there is no comparison; null when there is one.</summary>
    public string? Because { get; private init; }

    /// <summary>The verdict; null where it hangs on what is wanted and nobody said it.</summary>
    public VerdictWord? Word { get; private init; }
    public bool LessThanPredicted { get; private init; }

    public bool IsMismatch => Found?.Ratio.IsMismatch == true;

    public static Outcome<ExperimentFindings> Of(ExperimentAsk ask, ArmsRead arms)
    {
        var found = new ExperimentFindings(ask, arms);
        if (Experiment.Of(arms.Control, arms.Treatment, ask.Settings).Refused(out var because, out var experiment))
            return found with { Because = because, Word = VerdictWord.CannotTell };
        var wanted =
            ask.Wanted
            ?? (
                ask.Predicted is { } promise
                    ? promise < 0
                        ? Direction.Down
                        : Direction.Up
                    : null
            );
        if (
            ask.Predicted is { } predicted
            && VerdictRule.Fault(predicted, wanted!.Value, EffectScale.Difference) is { } fault
        )
            return new Refusal($"--predict: {fault}");
        if (experiment.Ratio.IsMismatch)
            return found with { Found = experiment, Word = VerdictWord.CannotTell };
        var word = VerdictRule.Word(
            experiment.Effect,
            EffectScale.Difference,
            wanted ?? Direction.Up,
            ask.Predicted,
            out var lessThanPredicted
        );
        return found with
        {
            Found = experiment,
            LessThanPredicted = lessThanPredicted,
            Word = wanted is null && word is VerdictWord.Improved or VerdictWord.Worsened ? null : word,
        };
    }
}
