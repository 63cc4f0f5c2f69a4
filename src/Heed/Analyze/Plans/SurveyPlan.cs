using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>How many answers are needed, and what so many could show.</summary>
sealed record SurveyPlan(SurveyPlanAsk Ask)
{
    static readonly long[] Usual = [50, 100, 200, 400, 800, 1600, 3200];

    public long? ForMargin { get; private init; }
    public long? PerWave { get; private init; }
    public double? MarginOfAnswers { get; private init; }
    public double? DifferenceOfAnswers { get; private init; }

    /// <summary>Empty where answers would not differ at all.</summary>
    public IReadOnlyList<(long Answers, double Margin, double? Difference)> Steps { get; private init; } = [];

    public static SurveyPlan Of(SurveyPlanAsk ask)
    {
        var variance = ask.Variance;
        if (variance <= 0)
            return new(ask);
        long? forMargin = ask.Margin is { } margin
            ? ask.Score switch
            {
                PlannedScore.Recommend => SampleSize.ForRecommend(margin, variance / (100 * 100)),
                PlannedScore.Share => SampleSize.ForShare(margin, ask.Percent),
                _ => SampleSize.ForMean(margin, ask.Deviation!.Value),
            }
            : null;
        long? perWave =
            ask.Difference is not { } difference ? null
            : ask.Score is PlannedScore.Share ? SampleSize.PerWaveOfShares(difference, ask.Percent)
            : SampleSize.PerWave(difference, variance);
        return new(ask)
        {
            ForMargin = forMargin,
            PerWave = perWave,
            MarginOfAnswers = ask.Answers is { } n ? SampleSize.Margin(n, variance) : null,
            DifferenceOfAnswers = ask.Answers is { } each ? DifferenceAt(ask, each) : null,
            Steps =
            [
                .. Usual
                    .Concat(new[] { forMargin, perWave, ask.Answers }.OfType<long>())
                    .Distinct()
                    .Order()
                    .Select(answers => (answers, SampleSize.Margin(answers, variance), DifferenceAt(ask, answers))),
            ],
        };
    }

    /// <summary>The smallest difference of two waves that so many answers each show; null where they show none.</summary>
    public static double? DifferenceAt(SurveyPlanAsk ask, long answers) =>
        ask.Score is PlannedScore.Share
            ? SampleSize.DifferenceOfShares(answers, ask.Percent)
            : SampleSize.Difference(answers, ask.Variance);

    /// <summary>How many to ask, at the response rate that was given.</summary>
    public long? ToAsk(long? answers) =>
        answers is { } n && Ask.ResponseRate is { } rate ? (long)Math.Ceiling(n / (rate / 100) - 1e-9) : null;
}
