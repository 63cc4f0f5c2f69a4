using Heed.Analytics.Evidence;

namespace Heed.Ui.Charts;

/// <summary>
/// A series as charts take it, the same for a kept metric and for a file: one rule for gaps, for bands, for what is drawn as a
/// signal and in which colour.
/// </summary>
public static class SeriesLine
{
    /// <summary>More than this are too close together to be told apart; the table and the file hold them all.</summary>
    public const int MostDrawn = 240;

    /// <summary>The place of the first point that is drawn.</summary>
    public static int FirstDrawn(int points) => Math.Max(0, points - MostDrawn);

    /// <summary>
    /// Only what is so now is coloured; a signal that has passed is history, neither good nor bad. Where nobody said which way
    /// is wanted, it asks to be looked at.
    /// </summary>
    public static Status Colour(bool isOn, bool? isWanted) =>
        !isOn
            ? Status.NotKnown
            : isWanted switch
            {
                true => Status.Held,
                false => Status.OffCourse,
                null => Status.Watch,
            };

    /// <summary>Which way is wanted, where a direction or a range was named.</summary>
    public static bool? IsWanted(Direction moved, double value, Direction? way, (double Low, double High)? range) =>
        range is { } within ? value >= within.Low && value <= within.High
        : way is { } wanted ? moved == wanted
        : null;

    /// <summary>The newest points with their gaps and signals.</summary>
    /// <param name="isWanted">Whether a stretch goes the wanted way; empty where nobody said.</param>
    public static IReadOnlyList<ChartPoint> Points(
        BandedSeries look,
        Func<Signal, bool?> isWanted,
        Func<int, string?>? note = null,
        Func<int, string?>? detail = null
    )
    {
        var (series, signals) = (look.Series, look.OfEachPoint());
        var outside = look.Signals.Where(s => s.Rule is SignalRule.Outside).Select(s => s.From).ToHashSet();
        var first = FirstDrawn(series.Count);
        var drawn = new List<ChartPoint>(series.Count - first);
        for (var i = first; i < series.Count; i++)
        {
            if (i > first && !series.FollowsOn(i))
                drawn.Add(Gap(series[i - 1].Date, series[i].Date));
            drawn.Add(
                new(series[i].Date, series[i].Value, note?.Invoke(i))
                {
                    Detail = detail?.Invoke(i),
                    Signal = signals[i] is { } signal ? Colour(look.IsOn(signal), isWanted(signal)) : null,
                    SignalSays =
                        outside.Contains(i) || signals[i] is not { } run
                            ? ChartPoint.Outside
                            : $"part of a signal: {run.InWords}",
                }
            );
        }
        return drawn;
    }

    /// <summary>The band of each phase that reaches into what is drawn.</summary>
    public static IReadOnlyList<ChartBand> Bands(BandedSeries look)
    {
        if (look.Series.Count == 0)
            return [];
        var first = look.Series[FirstDrawn(look.Series.Count)].Date;
        return
        [
            .. look
                .Bands.Phases.Where(p => p.Band.HasLimits && !(p.Until <= first))
                .Select(p => new ChartBand(
                    p.From < first ? first : p.From,
                    p.Band.Lower!.Value,
                    p.Band.Centre!.Value,
                    p.Band.Upper!.Value,
                    p.HasBaseline ? p.Band.Baseline!.Value.From : null,
                    p.HasBaseline ? p.Band.Baseline!.Value.To : null
                )),
        ];
    }

    /// <summary>What is drawn and what is not, in a sentence for those who do not see it; empty where all is drawn.</summary>
    public static string? NotDrawn(int points) =>
        points > MostDrawn ? $"The newest {MostDrawn} of {Format.Count(points)} points are drawn." : null;

    /// <summary>A gap is an empty reading half-way, so that the line breaks there.</summary>
    static ChartPoint Gap(DateOnly before, DateOnly after) =>
        new(before.AddDays((after.DayNumber - before.DayNumber + 1) / 2), null, $"a gap until {Format.Day(after)}");
}
