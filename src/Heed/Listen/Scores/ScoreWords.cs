using Heed.Analytics.Scores;

namespace Heed.Listen;

/// <summary>Scores as people read them: one decimal for points and percent, two for means.</summary>
static class ScoreWords
{
    public static string Kind(Question question) =>
        question.Score switch
        {
            ScoreKind.Recommend => "recommend",
            ScoreKind.Satisfaction => $"satisfaction, {question.Scale}",
            ScoreKind.Effort => $"effort, {question.Scale}",
            ScoreKind.Share => "share",
            _ when question.Kind == QuestionKind.Ranking => $"mean place, 1 of {question.Points.High} the first",
            _ => $"mean, {question.Scale}",
        };

    /// <summary>How it is computed, in words.</summary>
    public static string Formula(Question question) =>
        question.Score switch
        {
            ScoreKind.Recommend => "percent of 9 and 10 minus percent of 0 to 6",
            ScoreKind.Satisfaction => "percent at the two best points",
            ScoreKind.Share => "percent of the answers that count",
            _ when question.Kind == QuestionKind.Ranking => "the mean place",
            _ => "the mean answer",
        };

    public static string Unit(Question question) =>
        question.Score switch
        {
            ScoreKind.Recommend => "points",
            var kind when kind.IsShare() => "%",
            _ => $"on {question.Scale}",
        };

    /// <summary>From the first month to the last; rows without a day are said too.</summary>
    public static string? Months(IReadOnlyList<DateOnly?> months)
    {
        var known = months.OfType<DateOnly>().ToList();
        if (known.Count == 0)
            return null;
        var (first, last) = (Format.Month(known[0]), Format.Month(known[^1]));
        return (first == last ? first : $"{first} to {last}")
            + (known.Count < months.Count ? ", and some without a day" : "");
    }

    public static string Value(double value, Question question) => Number(value, question);

    public static string Interval(double low, double high, Question question) =>
        $"{Number(low, question)} to {Number(high, question)}";

    /// <summary>“40.4 points [37.5, 43.2]”.</summary>
    public static string Whole(LeadReading lead, Question question)
    {
        var unit = question.Score switch
        {
            ScoreKind.Recommend => " points",
            var kind when kind.IsShare() => " %",
            _ => $" on {question.Scale}",
        };
        return $"{Plain(lead.Value, question)}{unit} {Brackets(lead.Low, lead.High, question)}";
    }

    public static string Brackets(double low, double high, Question question) =>
        $"[{Plain(low, question)}, {Plain(high, question)}]";

    static string Plain(double value, Question question) => Format.Number(value, question.Score.IsMean() ? 2 : 1);

    static string Number(double value, Question question) =>
        Plain(value, question) + (question.Score.IsShare() ? " %" : "");
}

/// <summary>
/// The reading of a score that leads on every page: weighted where the answers carry weights, since its metric records
/// that one. The other stands beside it.
/// </summary>
public readonly record struct LeadReading(double Value, double Low, double High, bool IsWeighted)
{
    public static LeadReading Of(Score score) =>
        score.Weighted is { } weighted
            ? new(weighted.Value, weighted.Low, weighted.High, true)
            : new(score.Value, score.Low, score.High, false);
}

/// <summary>Addresses of a survey's pages with their filter: the address is the state.</summary>
static class ScoreLinks
{
    public static string Of(Id<Survey> survey, Id<Question> question, Slice slice, string? by = null) =>
        With($"/listen/surveys/{survey}/scores/{question}", slice.Where, by);

    public static string With(string path, IEnumerable<KeyValuePair<string, string>> where, string? by = null)
    {
        List<string> parts =
        [
            .. where.Select(w => $"is.{Uri.EscapeDataString(w.Key)}={Uri.EscapeDataString(w.Value)}"),
        ];
        if (by is not null)
            parts.Add($"by={Uri.EscapeDataString(by)}");
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}
