namespace Heed.Analytics.Text.Themes;

/// <summary>Which group of one grouping is which of another, so that together as many remarks as possible agree.</summary>
/// <remarks>The assignment problem by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987), exact.</remarks>
static class Matching
{
    /// <summary>For each row the column that it is matched with.</summary>
    /// <param name="together">How many remarks are in both, row by column; as many columns as rows.</param>
    public static int[] Of(long[,] together)
    {
        var n = together.GetLength(0);
        var (rowPrice, columnPrice) = (new long[n + 1], new long[n + 1]);
        var (rowOf, before) = (new int[n + 1], new int[n + 1]);
        for (var row = 1; row <= n; row++)
        {
            rowOf[0] = row;
            var at = 0;
            var (shortest, done) = (new long[n + 1], new bool[n + 1]);
            Array.Fill(shortest, long.MaxValue);
            while (rowOf[at] != 0)
            {
                done[at] = true;
                var (next, step) = (0, long.MaxValue);
                for (var column = 1; column <= n; column++)
                {
                    if (done[column])
                        continue;
                    var cost = -together[rowOf[at] - 1, column - 1] - rowPrice[rowOf[at]] - columnPrice[column];
                    if (cost < shortest[column])
                        (shortest[column], before[column]) = (cost, at);
                    if (shortest[column] < step)
                        (step, next) = (shortest[column], column);
                }
                for (var column = 0; column <= n; column++)
                    if (done[column])
                        (rowPrice[rowOf[column]], columnPrice[column]) = (
                            rowPrice[rowOf[column]] + step,
                            columnPrice[column] - step
                        );
                    else if (shortest[column] < long.MaxValue)
                        shortest[column] -= step;
                at = next;
            }
            for (; at != 0; at = before[at])
                rowOf[at] = rowOf[before[at]];
        }
        var matched = new int[n];
        for (var column = 1; column <= n; column++)
            matched[rowOf[column] - 1] = column - 1;
        return matched;
    }

    /// <summary>How many remarks are in each pair of groups; those in no group (-1) are left out.</summary>
    public static long[,] Together(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int groups)
    {
        var together = new long[groups, groups];
        for (var i = 0; i < one.Length; i++)
            if (one[i] >= 0 && other[i] >= 0)
                together[one[i], other[i]]++;
        return together;
    }
}
