using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Ui;

namespace Heed.Waste;

/// <summary>
/// What a reset brought, by the hours of its team: the verdict over the first weeks after it, and whether what was won grows
/// back since. By the engine that judges trials, and by nothing else.
/// </summary>
public sealed record ResetLook(
    VerdictWord Word,
    string Sentence,
    double? Before,
    double? After,
    Watch? Watch,
    DateOnly Change
)
{
    /// <summary>So many whole weeks after the change are judged; what comes later is watched.</summary>
    public const int WeeksJudged = 8;

    public bool GrowsBack => Watch is { State: WatchState.Relapsed };

    /// <summary>What grew back is green nowhere, whatever was found before.</summary>
    public VerdictWord Shown => GrowsBack ? VerdictWord.Worsened : Word;

    public string ShownWord => GrowsBack ? "Improved, then grew back" : Word.Word();

    public static ResetLook Of(Reset reset, MetricSeries? hours, TimeZoneInfo zone)
    {
        var change = reset.ChangeDay(zone);
        var until = change.AddDays(7 * WeeksJudged);
        if (hours is null || hours.Evidence.Refused(out _, out var series))
            return new(
                VerdictWord.NotMeasured,
                "Not measured: bring in the calendar of the team.",
                null,
                null,
                null,
                change
            );
        var judged = series.Before(until);
        var before = Mean(series.In(new Window(change.AddDays(-7 * WeeksJudged), change.AddDays(-1))));
        var after = Mean(series.In(new Window(change, until.AddDays(-1))));
        if (Verdict.Judge(judged, change, Direction.Down).Refused(out var because, out var verdict))
            return new(VerdictWord.CannotTell, $"Cannot tell yet: {because}", before, after, null, change);
        var watch =
            verdict.Word == VerdictWord.Improved
                ? Watch.Of(series, new Window(change, until.AddDays(-1)), Direction.Down)
                : null;
        return new(verdict.Word, verdict.Say("hours"), before, after, watch, change);
    }

    static double? Mean(Series series) => series.Count == 0 ? null : series.Values.ToArray().Average();
}
