namespace Heed.Ui.Charts;

public sealed record PlacedShare(double X, double Width, long Count, int Answer);

/// <summary>Answers to both sides of the middle; the middle answer of an odd scale lies across it.</summary>
public sealed class DivergingPlot
{
    public DivergingPlot(Canvas canvas, IReadOnlyList<ChartAnswers> answers, int steps)
    {
        (Canvas, Answers, Steps) = (canvas, answers, steps);
        RowHeight = canvas.Narrow ? 58 : 56;
        var shown = answers.Where(a => !a.Hidden && a.N > 0).ToList();
        var left = shown.Select(a => Below(a)).DefaultIfEmpty(.5).Max();
        var right = shown.Select(a => 1 - Below(a)).DefaultIfEmpty(.5).Max();
        var room = canvas.Room("n 0,000") + 8;
        _perShare = (canvas.Width - room) / Math.Max(1e-9, left + right);
        Middle = left * _perShare;
        End = canvas.Width - room;
    }

    readonly double _perShare;

    public Canvas Canvas { get; }
    public IReadOnlyList<ChartAnswers> Answers { get; }
    public int Steps { get; }
    public double RowHeight { get; }
    public double Middle { get; }
    public double End { get; }

    public IReadOnlyList<PlacedShare> Row(ChartAnswers answers)
    {
        var (x, placed) = (Middle - Below(answers) * _perShare, new List<PlacedShare>());
        for (var i = 0; i < answers.Counts.Count; i++)
        {
            var width = answers.N == 0 ? 0 : answers.Counts[i] / (double)answers.N * _perShare;
            placed.Add(new(x, width, answers.Counts[i], i));
            x += width;
        }
        return placed;
    }

    /// <summary>The share that lies before the middle line.</summary>
    double Below(ChartAnswers answers)
    {
        if (answers.N == 0)
            return 0;
        var below = answers.Counts.Take(Steps / 2).Sum();
        var middle = Steps % 2 == 1 ? answers.Counts[Steps / 2] / 2.0 : 0;
        return (below + middle) / answers.N;
    }

    /// <summary>How an answer is filled: by its side, and paler towards the middle.</summary>
    public (string Colour, double Strength) Fill(int answer)
    {
        var half = Steps / 2;
        if (Steps % 2 == 1 && answer == half)
            return (Canvas.Ink.NotKnown, .28);
        var low = answer < half;
        var away = low ? half - answer : answer - (Steps - half) + 1;
        return (low ? Canvas.Ink.Watch : Canvas.Ink.OnCourse, half <= 1 ? 1 : .5 + .5 * (away - 1) / (half - 1));
    }
}
