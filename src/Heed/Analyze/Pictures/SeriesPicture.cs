using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>A series with its noise band, its signals, the change and what was to be expected without it.</summary>
static class SeriesPicture
{
    public static string Of(SeriesFindings found, string file)
    {
        var band = found.Band;
        return SvgFile.Of<BandChart>(
            new()
            {
                ["Title"] = found.Change is { } change
                    ? $"{found.Ask.Value}, change of {Said.Day(change.On)}. {SeriesWords.Finding(found, file)}"
                    : SeriesWords.Finding(found, file),
                ["Points"] = Points(found).ToList(),
                ["Unit"] = found.Ask.Population is { } among ? $"per {Said.Number(found.Ask.Per)} {among}" : "",
                ["Bands"] = band.HasLimits ? [Band(found)] : new List<ChartBand>(),
                ["NoBandBecause"] = band.InWords,
                ["Changes"] = Changes(found).ToList(),
                ["Expected"] = Expected(found).ToList(),
                ["ExpectedLabel"] = "expected without it",
                ["Basis"] = Basis(found, file),
            }
        );
    }

    static ChartBand Band(SeriesFindings found)
    {
        var band = found.Band;
        var from = found.Shown[0].Date;
        var isWhole = band.Points == found.Shown.Count;
        return new(
            from,
            band.Lower!.Value,
            band.Centre!.Value,
            band.Upper!.Value,
            isWhole ? null : band.Baseline!.Value.From,
            isWhole ? null : band.Baseline!.Value.To
        );
    }

    /// <summary>A gap is an empty reading between two points, so that the line breaks there.</summary>
    static IEnumerable<ChartPoint> Points(SeriesFindings found)
    {
        var series = found.Shown;
        for (var i = 0; i < series.Count; i++)
        {
            if (i > 0 && !series.FollowsOn(i))
                yield return new(series.Cadence.StartOf(series.PeriodAt(i) - 1), null);
            var signal = found.Signals.FirstOrDefault(signal => i >= signal.From && i <= signal.To);
            yield return new(
                series[i].Date,
                series[i].Value,
                Signal: signal is null ? null : Standing.Watch,
                SignalSays: signal?.InWords ?? ""
            );
        }
    }

    static IEnumerable<ChartChange> Changes(SeriesFindings found)
    {
        if (found.Change is { } change && found.Shown.Count > 0)
            yield return new(change.On, null, $"Change of {Said.Day(change.On)}", Turned(change.Word));
    }

    static Turn Turned(VerdictWord? word) =>
        word switch
        {
            VerdictWord.Improved => Turn.Better,
            VerdictWord.Worsened => Turn.Worse,
            VerdictWord.NoChange => Turn.Level,
            VerdictWord.NotMeasured => Turn.Unmeasured,
            _ => Turn.Open,
        };

    static IEnumerable<ChartExpectation> Expected(SeriesFindings found)
    {
        var among = found.Shown.Points.ToDictionary(point => point.Date, point => point.Population);
        foreach (var point in found.Change?.Effect?.Counterfactual ?? [])
        {
            var rate = found.Ask.Counts && among[point.Date] is { } population ? found.Ask.Per / population : 1;
            yield return new(point.Date, point.Expected * rate, point.Expected * rate, point.Expected * rate);
        }
    }

    static string Basis(SeriesFindings found, string file)
    {
        var method = found.Change?.Effect is { } effect ? $"; {effect.MethodInWords}" : "";
        return $"{found.Ask.Value} in {file}, {found.Shown.Count} points. {found.Band.InWords.TrimEnd('.')}{method}.";
    }
}
