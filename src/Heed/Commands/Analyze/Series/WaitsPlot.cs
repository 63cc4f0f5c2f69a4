using Heed.Analytics.Evidence;

namespace Heed.Commands;

/// <summary>The days between events drawn with letters, one column a wait: ● a wait, ◆ one of a signal, ┈ the limits, ─ the typical wait.</summary>
sealed class WaitsPlot(RareEvents waits, int width)
{
    const int Rows = 11;
    const int Axis = 10;

    public IEnumerable<string> Lines()
    {
        // The newest are what is asked about.
        var columns = Math.Min(width - Axis - 1, waits.DaysBetween.Count);
        var from = waits.DaysBetween.Count - columns;
        var highest = Math.Max(waits.DaysBetween.Max(), waits.Upper ?? 0);
        int Row(double days) => (int)Math.Round((highest - days) / Math.Max(1, highest) * (Rows - 1));
        var ink = Enumerable.Range(0, Rows).Select(_ => new string(' ', columns).ToCharArray()).ToArray();
        foreach (var (level, sign) in new[] { (waits.Lower, '┈'), (waits.Upper, '┈'), (waits.Centre, '─') })
            if (level is { } at)
                Array.Fill(ink[Row(at)], sign);
        for (var i = from; i < waits.DaysBetween.Count; i++)
            ink[Row(waits.DaysBetween[i])][i - from] = waits.Signals.Any(s => i >= s.From && i <= s.To) ? '◆' : '●';
        for (var row = 0; row < Rows; row++)
        {
            var label =
                row == 0 ? Format.Number(highest)
                : row == Rows - 1 ? "0"
                : waits.Centre is { } centre && Row(centre) == row ? Format.Number(centre)
                : "";
            yield return $"[grey]{label, Axis - 1}[/] {new string(ink[row]).TrimEnd()}";
        }
    }
}
