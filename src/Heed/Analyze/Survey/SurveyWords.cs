using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What a survey file says, in one sentence.</summary>
static class SurveyWords
{
    static string Hit(SurveyAsk ask) =>
        ask.Counts.Count > 0 ? Format.Some([.. ask.Counts.Select(c => $"“{c}”")])
        : ask.Points?.Where(p => p.Value == ask.Scale.High).Select(p => $"“{p.Key}”").ToList() is { Count: > 0 } words
            ? Format.Some(words)
        : "yes";

    public static string Finding(SurveyFindings found, string file)
    {
        if (found.Score is not { } score)
            return $"{found.Ask.Score} in {file} has no score. {found.Because}";
        var name = ScoreWords.Name(score.Kind);
        var sentence =
            score.Kind is ScoreKind.Share
                ? $"{ScoreWords.Value(score, score.Value)} of {Format.Count(score.N)} people answered {Hit(found.Ask)} to {found.Ask.Score}"
            : score.Kind is ScoreKind.Satisfaction
                ? $"{ScoreWords.Value(score, score.Value)} of {Format.Count(score.N)} people chose one of the two best answers to {found.Ask.Score}"
            : $"The {name} of {found.Ask.Score} is {ScoreWords.Value(score, score.Value)}, from {Format.Count(score.N)} answers";
        return $"{sentence}; allowing for chance, it lies between {ScoreWords.Plain(score, score.Low)} and {ScoreWords.Value(score, score.High)}.";
    }
}
