namespace Heed.Analyze;

/// <summary>A score that is to be known.</summary>
enum PlannedScore
{
    Recommend,
    Share,
    Mean,
}

/// <summary>What was asked of a survey that has not gone out.</summary>
sealed record SurveyPlanAsk(PlannedScore Score)
{
    // The variance of recommend answers that is common, of at most 1 (SampleSize.ForRecommend).
    const double Common = 0.6;

    public double? Margin { get; init; }
    public double? Difference { get; init; }
    public int? Answers { get; init; }
    public double Percent { get; init; } = 50;
    public double? Promoters { get; init; }
    public double? Detractors { get; init; }
    public double? Deviation { get; init; }

    /// <summary>In percent.</summary>
    public double? ResponseRate { get; init; }

    /// <summary>The variance of one answer, in the score's units squared.</summary>
    public double Variance =>
        Score switch
        {
            PlannedScore.Recommend when (Promoters, Detractors) is ({ } p, { } d) => 100 * (p + d) - (p - d) * (p - d),
            PlannedScore.Recommend => Common * 100 * 100,
            PlannedScore.Share => Percent * (100 - Percent),
            _ => Deviation!.Value * Deviation.Value,
        };

    public string Unit => Score is PlannedScore.Share ? "percentage points" : "points";

    public string Name =>
        Score switch
        {
            PlannedScore.Recommend => "a recommend score",
            PlannedScore.Share => "a share",
            _ => "a mean",
        };

    public string Assumed =>
        Score switch
        {
            PlannedScore.Recommend when (Promoters, Detractors) is ({ } p, { } d) =>
                $"{p:0.#} % promoters and {d:0.#} % detractors",
            PlannedScore.Recommend => "answers that differ as much as is common (variance 0.6 of at most 1)",
            PlannedScore.Share =>
                $"a share of {Percent:0.#} %{(Percent == 50 ? ", which needs most answers" : ", and a second wave nearer to 50 %")}",
            _ => $"answers that lie {Format.Typed(Deviation!.Value)} from their mean (standard deviation)",
        };
}
