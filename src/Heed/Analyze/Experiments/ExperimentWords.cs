using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What an experiment showed, in words.</summary>
static class ExperimentWords
{
    public static string Finding(ExperimentFindings found)
    {
        var (control, treatment) = (found.Arms.Control.Name, found.Arms.Treatment.Name);
        if (found.Found is not { } experiment)
            return $"Whether {treatment} differs from {control} cannot be told. {found.Because}";
        if (found.IsMismatch)
            return $"Cannot tell: the arms are not what was dealt, {Counts(experiment.Ratio)}, so no figure of this experiment can be trusted.";
        var effect = $"{SeriesWords.Effect(experiment.Effect)} in {found.Ask.Value}, {treatment} against {control}";
        var promise = found.Ask.Predicted is { } predicted ? Format.WithSign(predicted) : null;
        return found.Word switch
        {
            null =>
                $"{treatment} {(experiment.Effect.Value > 0 ? "raised" : "lowered")} {found.Ask.Value}: {SeriesWords.Effect(experiment.Effect)} against {control}.",
            VerdictWord.CannotTell when promise is not null =>
                $"Cannot tell: {effect}, which holds both no effect and the predicted {promise}.",
            VerdictWord.CannotTell => $"Cannot tell: {effect}, which holds no effect.",
            { } told => VerdictRule.Say(told, effect, promise, found.LessThanPredicted),
        };
    }

    public static string Counts(SampleRatio ratio) =>
        $"{Format.Count(ratio.Counts[0])} and {Format.Count(ratio.Counts[1])} where {Format.Count((long)Math.Round(ratio.Expected[0]))} and {Format.Count((long)Math.Round(ratio.Expected[1]))} were due";

    public static string Ratio(SampleRatio ratio) =>
        ratio.IsMismatch
            ? $"{Counts(ratio)}: chance does that in fewer than 1 of 1,000 experiments (p = {Format.Number(ratio.PValue)})"
            : $"{Counts(ratio)}: as chance deals (p = {Format.Number(ratio.PValue, 2)})";

    public static string Method(ExperimentFindings found)
    {
        var plain = found.Ask.Per is null
            ? "difference of means, with unequal spreads (Welch)"
            : $"difference of ratios of {found.Ask.Value} to {found.Ask.Per} (delta method)";
        return found.Ask.Before is null
            ? plain
            : $"{plain}, freed from what people differed by before (CUPED by {found.Ask.Before})";
    }

    public static IEnumerable<string> Limits(ExperimentFindings found)
    {
        if (found.Found is not { } experiment)
            yield break;
        if (found.IsMismatch)
        {
            yield return "A split that is off means that people went missing in one arm, for a reason: a broken page, a filter, a logging fault. Find it, and deal anew; a comparison of those who are left compares different people.";
            yield break;
        }
        if (found.Word is null)
            yield return "Whether this is better depends on which way is wanted: add --wanted up or --wanted down.";
        if (found.Word is VerdictWord.CannotTell)
            yield return $"An effect of {Format.Number(2.80 * experiment.Effect.StandardError)} or more would have shown four times in five. More people, or a figure from before (--before), would show less.";
        yield return "The interval is for one look, at the size that was planned. Who looks every day and stops at the first good one is wrong more often than 5 times in 100.";
        yield return "It holds where people were dealt to the arms by chance, and where one person's arm does not touch another's answers.";
        if (experiment.Bound is { } bound)
            yield return $"{Format.Count(experiment.Bounded, "figure", "figures")} above {Format.Number(bound)} {Format.Plural(experiment.Bounded, "was", "were")} set to it: the effect is that on bounded figures.";
    }
}
