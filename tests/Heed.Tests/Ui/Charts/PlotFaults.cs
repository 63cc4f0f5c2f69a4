using AngleSharp.Dom;

namespace Heed.Tests.Ui;

/// <summary>What charts of bubbles, of curves and of lags draw otherwise than their own tables.</summary>
static class PlotFaults
{
    /// <summary>A bubble for each row, where its likely hours are, and the hours in its words.</summary>
    public static IEnumerable<string> OfBubbles(ReadChart chart)
    {
        foreach (var drawing in chart.Drawings)
        {
            var bubbles = drawing.QuerySelectorAll("a[aria-label]").ToList();
            var (value, pixel) = ReadChart.Scale(drawing, 0);
            if (bubbles.Count != chart.Rows.Count)
                yield return $"{bubbles.Count} bubbles are drawn, the table has {chart.Rows.Count} rows";
            foreach (var row in chart.Rows)
            {
                var (name, cells) = (
                    row.QuerySelector("th")!.Says(),
                    row.QuerySelectorAll("td").Select(c => c.Says()).ToList()
                );
                var bubble = bubbles.Find(b =>
                    b.GetAttribute("aria-label")!.StartsWith($"{name}: {cells[0]} ", StringComparison.Ordinal)
                );
                if (bubble?.QuerySelector("circle.mark")?.GetAttribute("cx") is not { } x)
                    yield return $"{name}: no bubble says {cells[0]}";
                else if (
                    !ReadChart.IsAt(value(ReadChart.Number(x)!.Value), $"{ReadChart.Numbers(cells[0])[^1]}", pixel)
                )
                    yield return $"{name}: drawn at {value(ReadChart.Number(x)!.Value)}, the table says {cells[0]}";
            }
        }
    }

    /// <summary>Each curve goes through as many points as the table has, each as high as it says.</summary>
    public static IEnumerable<string> OfCurves(ReadChart chart)
    {
        var curves = chart.Rows.GroupBy(r => r.QuerySelector("th")!.Says()).ToList();
        foreach (var drawing in chart.Drawings)
        {
            var (value, pixel) = ReadChart.Scale(drawing, 1);
            var paths = drawing.QuerySelectorAll("path.curve").ToList();
            if (paths.Count != curves.Count)
                yield return $"{paths.Count} curves are drawn, the table has {curves.Count}";
            foreach (var (curve, path) in curves.Zip(paths))
            {
                var places = ReadChart.Numbers(path.GetAttribute("d")!).Chunk(2).Select(p => p[1]).ToList();
                var told = curve.Select(r => r.QuerySelectorAll("td")[1].Says()).ToList();
                if (places.Count != told.Count)
                    yield return $"{curve.Key}: {places.Count} points are drawn, the table has {told.Count}";
                foreach (
                    var (place, says) in places.Zip(told).Where(p => !ReadChart.IsAt(value(p.First), p.Second, pixel))
                )
                    yield return $"{curve.Key}: drawn at {value(place)}, the table says {says}";
            }
        }
    }

    /// <summary>A stem for each lag, as high as its correlation; filled where it was declared.</summary>
    public static IEnumerable<string> OfLags(ReadChart chart)
    {
        foreach (var drawing in chart.Drawings)
        {
            var (value, pixel) = ReadChart.Scale(drawing, 1);
            var stems = drawing.QuerySelectorAll("g.point").ToList();
            if (stems.Count != chart.Rows.Count)
                yield return $"{stems.Count} lags are drawn, the table has {chart.Rows.Count}";
            foreach (var (stem, row) in stems.Zip(chart.Rows))
            {
                var (lag, cells) = (
                    row.QuerySelector("th")!.Says(),
                    row.QuerySelectorAll("td").Select(c => c.Says()).ToList()
                );
                var top = ReadChart.Number(stem.QuerySelector("circle.mark")!.GetAttribute("cy")!)!.Value;
                if (!ReadChart.IsAt(value(top), cells[0], pixel))
                    yield return $"lag {lag}: drawn at {value(top)}, the table says {cells[0]}";
                var says = $"Lag {lag}: {cells[0]}{(cells[1] == "yes" ? ", declared" : "")}";
                if (stem.GetAttribute("aria-label") != says)
                    yield return $"lag {lag}: it says “{stem.GetAttribute("aria-label")}”, not “{says}”";
            }
        }
    }
}
