using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Ui;

namespace Heed.Analyze;

/// <summary>What a survey file cannot carry, in sentences.</summary>
static class SurveyLimits
{
    const double FewAnswers = 100;
    const int FewInAGroup = 5;
    const double ManyMissing = 0.2;
    const double StrongWeights = 0.6;

    public static IEnumerable<string> Of(SurveyFindings found)
    {
        if (found.Score is not { } score)
            yield break;
        var asked = score.N + score.Missing;
        if (score.Missing > asked * ManyMissing)
            yield return $"{Format.Count(score.Missing)} of {Format.Count(asked)} rows hold no answer ({100.0 * score.Missing / asked:0} %). If those people think otherwise, the score is wrong by more than its interval, and no formula can tell.";
        if (score.N < FewAnswers)
            yield return $"{Format.Count(score.N)} answers are few: a difference smaller than {ScoreWords.Size(score, score.High - score.Low)} cannot be seen here.";
        if (score.Weighted is { } weighted && weighted.EffectiveN < score.N * StrongWeights)
            yield return $"The weights differ so much that {Format.Count(score.N)} answers tell only as much as {weighted.EffectiveN:N0} equal ones.";
        foreach (var compared in found.Compared)
            yield return Groups(score, compared);
        foreach (var column in found.Overlapping)
            yield return $"{column}: people chose several, so these groups overlap and each person may stand in some of them. They are not compared with a rest, and their numbers add to more than all.";
        var small = found
            .By.Where(group => group.N is > 0 and < FewInAGroup)
            .Select(g => ScoreWords.Group(g.Group))
            .ToList();
        if (small.Count > 0)
            yield return $"{Format.Some(small)} {Format.Plural(small.Count, "has", "have")} fewer than {FewInAGroup} answers: no conclusion can rest on so few, and a published figure could point at single persons. Heed's pages hide such groups.";
        if (Months(found) is { } moved)
            yield return moved;
        yield return "A score says where people stand, not what moved them. Whether a change did something: heed analyze series FILE --change DATE.";
    }

    static string Groups(Score score, ComparedColumn compared) =>
        $"{compared.Column}: {GroupWords.Pairs(compared.Found, gap => ScoreWords.Size(score, gap), gap => ScoreWords.Plain(score, gap))}"
        + (
            compared.Found.Groups.Count > 2
                ? $" Against all others together: {GroupWords.Rest(compared.Found)}, allowing for how many they are."
                : ""
        );

    static string? Months(SurveyFindings found) =>
        found switch
        {
            { Months.Count: 0 } => null,
            { Band: null } =>
                $"{Format.Count(found.Months.Count, "month is", "months are")} too few to say what is usual: a noise band needs 6.",
            { Band.HasLimits: false } => $"Months: {found.Band.InWords}",
            { Signals.Count: 0 } =>
                $"Over {found.Months.Count} months the score stayed inside its noise band ({ScoreWords.Plain(found.Score!, found.Band.Lower!.Value)} to {ScoreWords.Plain(found.Score!, found.Band.Upper!.Value)}): its ups and downs are not news.",
            _ =>
                $"Over {found.Months.Count} months the score left its noise band: {found.Signals[0].InWords}, {SeriesWords.Span(found.Signals[0].FromDate, found.Signals[0].ToDate, Cadence.Month)}.",
        };
}
