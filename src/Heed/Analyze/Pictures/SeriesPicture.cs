using Heed.Analytics.Evidence;
using Heed.Ui;
using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>A series with its noise band, its signals, the change and what was to be expected without it.</summary>
static class SeriesPicture
{
    public static string Of(SeriesFindings found, string file)
    {
        return SvgFile.Of<BandChart>(
            new()
            {
                ["Title"] = found.Change is { } change
                    ? $"{found.Ask.Value}, change of {Format.Day(change.On)}. {SeriesWords.Finding(found, file)}"
                    : SeriesWords.Finding(found, file),
                ["Points"] = SeriesLine.Points(found.Look, s => found.Ask.IsWanted(s, found.Shown[s.To].Value)),
                ["Unit"] = found.Ask.Population is { } among
                    ? $"per {Format.Number(found.Ask.Per)} {among}"
                    : found.Ask.Unit ?? "",
                ["Bands"] = SeriesLine.Bands(found.Look),
                ["NoBandBecause"] = found.Band.InWords,
                ["Changes"] = Changes(found).ToList(),
                ["Expected"] = Expected(found).ToList(),
                ["ExpectedLabel"] = "expected without it",
                ["Basis"] = Basis(found, file),
            }
        );
    }

    static IEnumerable<ChartChange> Changes(SeriesFindings found)
    {
        if (found.Change is { } change && found.Shown.Count > 0)
            yield return new(
                change.On,
                null,
                $"Change of {Format.Day(change.On)}",
                change.Word ?? VerdictWord.CannotTell
            );
    }

    static IEnumerable<ChartExpectation> Expected(SeriesFindings found)
    {
        var among = found.Shown.Points.ToDictionary(point => point.Date, point => point.Population);
        foreach (var point in found.Change?.Counterfactual ?? [])
        {
            var rate = found.Ask.Counts && among[point.Date] is { } population ? found.Ask.Base / population : 1;
            // A method that draws no interval has a line alone.
            yield return new(
                point.Date,
                point.Expected * rate,
                (point.Low ?? point.Expected) * rate,
                (point.High ?? point.Expected) * rate
            );
        }
    }

    static string Basis(SeriesFindings found, string file)
    {
        var method = (found.Change?.Effect?.MethodInWords ?? found.Change?.BySeveral?.MethodInWords) is { } words
            ? $"; {words}"
            : "";
        return $"{found.Ask.Value} in {file}, {found.Shown.Count} points. {found.Band.InWords.TrimEnd('.')}{method}.";
    }
}
