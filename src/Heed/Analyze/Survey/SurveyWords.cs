using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What a survey file says, in one sentence.</summary>
static class SurveyWords
{
    public static string Finding(SurveyFindings found, string file)
    {
        if (found.Score is not { } score)
            return $"{found.Ask.Score} in {file} has no score. {found.Because}";
        var name = ScoreWords.Name(score.Kind);
        var sentence =
            score.Kind is ScoreKind.Satisfaction
                ? $"{ScoreWords.Value(score, score.Value)} of {Said.Count(score.N)} people chose one of the two best answers to {found.Ask.Score}"
                : $"The {name} of {found.Ask.Score} is {ScoreWords.Value(score, score.Value)}, from {Said.Count(score.N)} answers";
        return $"{sentence}; allowing for chance, it lies between {ScoreWords.Plain(score, score.Low)} and {ScoreWords.Value(score, score.High)}.";
    }
}
