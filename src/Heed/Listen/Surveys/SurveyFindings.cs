using Heed.Analytics.Scores;

namespace Heed.Listen;

/// <summary>What a survey says, before any table: how much it is recommended, and what hurts most.</summary>
static class SurveyFindings
{
    const int FewestToRank = 3;

    /// <param name="when">Of which months the answers are, in words; empty where that is not known.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<QuestionScore> scores, string? when)
    {
        var given = scores.Where(s => s.Score.IsGiven).ToList();
        List<string> said = [];
        if (given.Find(s => s.Question.Score == ScoreKind.Recommend) is { } recommend)
            said.Add(Stands(recommend, when));
        var alike = given
            .Where(s => s.Question.Score != ScoreKind.Recommend)
            .GroupBy(s => (s.Question.Kind, s.Question.Scale))
            .MaxBy(g => g.Count());
        if (alike?.Count() >= FewestToRank)
            said.Add(Ends([.. alike.OrderBy(s => LeadReading.Of(s.Score.Value).Value)]));
        else if (said.Count == 0 && given is [var first, ..])
            said.Add(Stands(first, when));
        return said;
    }

    static string Stands(QuestionScore score, string? when)
    {
        var value = score.Score.Value;
        var lead = LeadReading.Of(value);
        return $"“{score.Question.Name}” stands at {ScoreWords.Whole(lead, score.Question)}"
            + (lead.IsWeighted ? ", weighted" : "")
            + $", from {Format.Count(value.N, "answer")}{(when is null ? "" : $", {when}")}.";
    }

    /// <summary>Lowest and highest; told apart only where their intervals do not touch.</summary>
    static string Ends(List<QuestionScore> ranked)
    {
        var (worst, best) = Worse(ranked[0].Question) ? (ranked[^1], ranked[0]) : (ranked[0], ranked[^1]);
        var (low, high) = (LeadReading.Of(worst.Score.Value), LeadReading.Of(best.Score.Value));
        var kind = worst.Question.Score switch
        {
            ScoreKind.Satisfaction => "on satisfaction",
            ScoreKind.Effort => "on effort",
            _ => "with a mean",
        };
        return low.High < high.Low || high.High < low.Low
            ? $"Of {ranked.Count} questions {kind}, “{worst.Question.Name}” is lowest, {ScoreWords.Whole(low, worst.Question)}, and “{best.Question.Name}” highest, {ScoreWords.Whole(high, best.Question)}."
            : $"{ranked.Count} questions {kind} cannot be told apart: their intervals overlap.";
    }

    /// <summary>On a scale where 1 is best the higher mean is the worse one; a share of the best points is never.</summary>
    static bool Worse(Question question) =>
        question.Score != ScoreKind.Satisfaction && question.Points.Better == Analytics.Scores.ScaleOrder.LowerIsBetter;
}
