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
        return Finding(
            score.Kind,
            found.Ask.Score,
            $"answered {Hit(found.Ask)} to",
            score.N,
            score.Value,
            score.Low,
            score.High
        );
    }

    /// <param name="hit">What those did who count in a share, up to the name of the question.</param>
    public static string Finding(
        ScoreKind kind,
        string question,
        string hit,
        long n,
        double value,
        double low,
        double high
    )
    {
        var sentence =
            kind is ScoreKind.Share ? $"{ScoreWords.Value(kind, value)} of {Format.Count(n)} people {hit} {question}"
            : kind is ScoreKind.Satisfaction
                ? $"{ScoreWords.Value(kind, value)} of {Format.Count(n)} people chose one of the two best answers to {question}"
            : $"The {ScoreWords.Name(kind)} of {question} is {ScoreWords.Value(kind, value)}, from {Format.Count(n)} answers";
        return $"{sentence}; allowing for chance, it lies between {ScoreWords.Plain(kind, low)} and {ScoreWords.Value(kind, high)}.";
    }
}
