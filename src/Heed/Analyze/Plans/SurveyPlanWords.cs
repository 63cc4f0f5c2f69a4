namespace Heed.Analyze;

/// <summary>How many answers a survey needs, in sentences: the finding, and what it assumes.</summary>
static class SurveyPlanWords
{
    const int FewAnswers = 30;

    public static string Finding(SurveyPlan found)
    {
        var ask = found.Ask;
        if (found.Steps.Count == 0)
            return "Nothing can be planned: with everybody a promoter, or everybody a detractor, answers would not differ at all.";
        var parts = new List<string>();
        if (found.ForMargin is { } answers)
            parts.Add(
                $"To know {ask.Name} to ±{Format.Typed(ask.Margin!.Value)} {ask.Unit} takes {Format.Count(answers)} answers{Asking(found, answers)}."
            );
        if (found.PerWave is { } wave)
            parts.Add(
                $"To see a difference of {Format.Typed(ask.Difference!.Value)} {ask.Unit} between two waves, four times in five, takes {Format.Count(wave)} answers in each{Asking(found, wave)}."
            );
        if (found.MarginOfAnswers is { } margin)
            parts.Add(
                $"{Format.Count(ask.Answers!.Value)} answers tell {ask.Name} to ±{Format.Beside(margin, found.Steps[0].Margin)} {ask.Unit}, and {Shown(found)}."
            );
        return string.Join(" ", parts);
    }

    static string Shown(SurveyPlan found) =>
        found.DifferenceOfAnswers is { } difference
            ? $"show a difference of two such waves from {Format.Beside(difference, found.Steps[0].Margin)} {found.Ask.Unit} on"
            : "show no difference of two such waves, however large";

    static string Asking(SurveyPlan found, long answers) =>
        found.ToAsk(answers) is { } ask
            ? $"; if {found.Ask.ResponseRate:0.#} % answer, ask {Format.Count(ask)} people"
            : "";

    public static IEnumerable<string> Limits(SurveyPlan found)
    {
        yield return $"It assumes {found.Ask.Assumed}. Take that from an earlier wave where you have one.";
        if (new[] { found.ForMargin, found.PerWave, found.Ask.Answers }.Any(answers => answers < FewAnswers))
            yield return $"Below {FewAnswers} answers these figures are too hopeful; ask for {FewAnswers} at least.";
        yield return "It holds for people picked by chance. More answers do not mend that some kinds of people never answer.";
        yield return "Weights and groups need more: multiply by answers divided by effective answers (heed analyze survey --weight shows both), and plan for the smallest group that you want to compare.";
    }
}
