using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The score of one group; or, in a sentence, why it has none.</summary>
sealed record GroupScore(string Column, string Group, long N, Score? Score, string? Because)
{
    public Estimate? Shown =>
        Score is null ? null
        : Score.Weighted is { } w ? new(w.Value, w.Low, w.High, w.StandardError)
        : Score.Unweighted;
}

/// <summary>The groups of one column beside each other.</summary>
sealed record ComparedColumn(string Column, GroupComparison Found);

/// <summary>What a survey file says, and what it cannot say.</summary>
sealed record SurveyFindings(SurveyAsk Ask, Distribution Answers)
{
    const int PointsForABand = 6;

    public Score? Score { get; private init; }

    /// <summary>Why there is no score; null when there is one.</summary>
    public string? Because { get; private init; }
    public IReadOnlyList<GroupScore> By { get; private init; } = [];

    /// <summary>Columns whose groups overlap: nothing can be said of one against the rest.</summary>
    public IReadOnlyList<string> Overlapping { get; private init; } = [];

    /// <summary>Each column's groups beside each other, where two or more have a score.</summary>
    public IReadOnlyList<ComparedColumn> Compared { get; private init; } = [];
    public IReadOnlyList<GroupScore> Months { get; private init; } = [];

    /// <summary>The noise band of the monthly scores; null with too few months.</summary>
    public NoiseBand? Band { get; private init; }
    public IReadOnlyList<Signal> Signals { get; private init; } = [];

    public static Outcome<SurveyFindings> Of(SurveyAsk ask, SurveyCounts counts)
    {
        if (counts.All.Distribution().Refused(out var because, out var answers))
            return new Refusal(because);
        var score = Score.Of(ask.Kind, answers);
        if (!score.IsGiven && answers.N > 1)
            return new Refusal(score.Because!);
        var dated = counts.Months ?? [];
        var months = dated.Select(month => Group(ask, ask.Date!, $"{month.Key:yyyy-MM}", month.Value)).ToList();
        var points = dated
            .Keys.Zip(months)
            .Where(month => month.Second.Shown is not null)
            .Select(month => new Point(month.First, month.Second.Shown!.Value.Value));
        var series = Series.Of(points, Cadence.Month).Value;
        var band = series.Count < PointsForABand ? null : NoiseBand.Of(series);
        List<GroupScore> by =
        [
            .. counts.By.SelectMany(groups => groups.InOrder().Select(g => Group(ask, groups.Column, g.Name, g.Tally))),
        ];
        List<string> overlapping = [.. counts.By.Where(groups => groups.Several is not null).Select(g => g.Column)];
        return new SurveyFindings(ask, answers)
        {
            Overlapping = overlapping,
            Score = score.IsGiven ? score.Value : null,
            Because = score.Because,
            By = by,
            Compared =
            [
                .. by.GroupBy(group => group.Column).Where(g => !overlapping.Contains(g.Key)).SelectMany(Compare),
            ],
            Months = months,
            Band = band,
            Signals = band is null ? [] : Heed.Analytics.Evidence.Signals.In(series, band),
        };
    }

    static IEnumerable<ComparedColumn> Compare(IGrouping<string, GroupScore> groups)
    {
        var scored = groups
            .Where(group => group.Score is not null)
            .Select(group => (group.Group, group.Score!))
            .ToList();
        return GroupComparison.Of(scored).Refused(out _, out var found) ? [] : [new(groups.Key, found)];
    }

    static GroupScore Group(SurveyAsk ask, string column, string name, Tally tally)
    {
        var answers = tally.Distribution().Value;
        return Score.Of(ask.Kind, answers).Refused(out var because, out var score)
            ? new(column, name, answers.N, null, because)
            : new(column, name, answers.N, score, null);
    }
}
