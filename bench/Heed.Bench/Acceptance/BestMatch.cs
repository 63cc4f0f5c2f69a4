namespace Heed.Bench;

/// <summary>
/// The most remarks that can agree when each theme may stand for one intent: the assignment problem by auction, with steps
/// below one over the number of rows, which makes it exact for counts (Bertsekas 1988).
/// </summary>
static class BestMatch
{
    public static double Hits(double[,] together)
    {
        var n = Math.Max(together.GetLength(0), together.GetLength(1));
        double Count(int row, int column) =>
            row < together.GetLength(0) && column < together.GetLength(1) ? together[row, column] : 0;
        var (prices, owner, of) = (new double[n], new int[n], new int[n]);
        Array.Fill(owner, -1);
        Array.Fill(of, -1);
        var step = 1.0 / (n + 1);
        var free = new Stack<int>(Enumerable.Range(0, n));
        while (free.TryPop(out var row))
        {
            var (best, first, second) = (0, double.NegativeInfinity, double.NegativeInfinity);
            for (var column = 0; column < n; column++)
            {
                var worth = Count(row, column) - prices[column];
                if (worth > first)
                    (best, first, second) = (column, worth, first);
                else if (worth > second)
                    second = worth;
            }
            prices[best] += first - (double.IsNegativeInfinity(second) ? first : second) + step;
            if (owner[best] >= 0)
                free.Push(owner[best]);
            (owner[best], of[row]) = (row, best);
        }
        return Enumerable.Range(0, n).Sum(row => Count(row, of[row]));
    }
}
