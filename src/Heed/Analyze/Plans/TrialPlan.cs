using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What was asked of a trial that has not begun.</summary>
/// <param name="Change">Null means right after the last figure.</param>
/// <param name="After">How many periods are to be measured after the change.</param>
sealed record TrialAsk(SeriesAsk Series, DateOnly? Change, int After, double? Predicted);

/// <summary>What a trial could show; or, in a sentence, why that is not known.</summary>
/// <param name="Steps">The smallest step that would be seen, by how long it is watched.</param>
sealed record TrialPlan(
    TrialAsk Ask,
    Series Series,
    Detectability? Sight,
    string? Because,
    IReadOnlyList<(int After, double Smallest)> Steps
)
{
    static readonly int[] Usual = [4, 8, 13, 26, 52];

    /// <summary>“8 weeks”.</summary>
    public string Periods(int count) => SeriesWords.Period(Series.Cadence, count);

    /// <summary>The day of the change that was asked about, or right after the last figure.</summary>
    static DateOnly ChangeOf(TrialAsk ask, Series series) =>
        ask.Change ?? series.Cadence.StartOf(series.PeriodAt(series.Count - 1) + 1);

    public static TrialPlan Of(TrialAsk ask, Series series)
    {
        if (series.Count == 0)
            return new(ask, series, null, "What could be seen is not known: no row has a value.", []);
        if (
            Detectability
                .Of(series, ChangeOf(ask, series), ask.After, ask.Predicted)
                .Refused(out var because, out var sight)
        )
            return new(ask, series, null, because, []);
        var known = new TrialPlan(ask, series, sight, null, []);
        return known with
        {
            Steps =
            [
                .. Usual
                    .Append(ask.After)
                    .Concat(sight.PeriodsNeeded is { } needed ? [needed] : [])
                    .Distinct()
                    .Order()
                    .Select(after => (after, known.SmallestAfter(after))),
            ],
        };
    }

    /// <summary>The smallest step that would be seen if it were watched for another number of periods.</summary>
    public double SmallestAfter(int after) => Detectability.Of(Series, ChangeOf(Ask, Series), after).Value.Smallest;
}
