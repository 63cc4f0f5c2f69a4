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
            said.AddRange(Ends([.. alike.OrderBy(s => LeadReading.Of(s.Score.Value).Value)]));
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

    /// <summary>
    /// Lowest and highest where they can be told apart among all pairs, else a pair that can. The same people answered all
    /// of them, so what lies between two is known better than their intervals say: a pair that is told apart here is so.
    /// </summary>
    static IEnumerable<string> Ends(List<QuestionScore> ranked)
    {
        if (
            GroupComparison
                .Of([.. ranked.Select(s => (s.Question.Name, s.Score.Value))])
                .Refused(out _, out var compared)
            || compared.Pairs.Count == 0
        )
            yield break;
        var kind = ranked[0].Question.Score switch
        {
            ScoreKind.Satisfaction => "on satisfaction",
            ScoreKind.Effort => "on effort",
            ScoreKind.Share => "with a share",
            _ => "with a mean",
        };
        var ends = compared.Told.FirstOrDefault(p => p.Lower == 0 && p.Higher == ranked.Count - 1);
        var pair = ends ?? compared.Pairs[0];
        var (low, high) = (ranked[pair.Lower], ranked[pair.Higher]);
        yield return ends is not null
            ? $"Of {ranked.Count} questions {kind}, {Name(low)} is lowest, {Whole(low)}, and {Name(high)} highest, {Whole(high)}."
        : compared.Told.Count > 0
            ? $"Of {ranked.Count} questions {kind}, {Name(low)} is lower, {Whole(low)}, than {Name(high)}, {Whole(high)}."
        : $"{ranked.Count} questions {kind} cannot be told apart: the farthest two, {Name(low)} and {Name(high)}, may differ by chance.";
    }

    static string Name(QuestionScore score) => $"“{score.Question.Name}”";

    static string Whole(QuestionScore score) => ScoreWords.Whole(LeadReading.Of(score.Score.Value), score.Question);
}
