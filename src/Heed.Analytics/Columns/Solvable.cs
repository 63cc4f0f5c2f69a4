namespace Heed.Analytics.Columns;

/// <summary>Which hidden groups of a table follow from its shown totals by solving their equations.</summary>
static class Solvable
{
    const double Zero = 1e-9;
    const long MostWork = 300_000_000;

    /// <summary>
    /// The hidden groups with only one possible value. In the reduced echelon form of the equations (one per line with a
    /// shown total, one unknown per hidden group) such a group has a row to itself.
    /// </summary>
    /// <remarks>A table too large to solve counts as solvable throughout, which hides it: never shown unchecked.</remarks>
    public static List<int> Groups(GroupTable table, Line[] lines)
    {
        var open = lines.Where(line => line.Groups.Any(table.IsHidden)).ToArray();
        int[] unknowns = [.. open.SelectMany(line => line.Groups).Where(table.IsHidden).Distinct().Order()];
        if ((long)open.Length * open.Length * unknowns.Length > MostWork)
            return [.. unknowns];
        var column = unknowns
            .Select((group, index) => (group, index))
            .ToDictionary(pair => pair.group, pair => pair.index);
        double[][] rows = [.. open.Select(line => Equation(line.Groups.Where(table.IsHidden), column))];
        var pivots = Reduce(rows, unknowns.Length);
        List<int> solved = [];
        for (var row = 0; row < pivots.Count; row++)
            if (rows[row].Count(value => Math.Abs(value) > Zero) == 1)
                solved.Add(unknowns[pivots[row]]);
        return solved;
    }

    static double[] Equation(IEnumerable<int> groups, Dictionary<int, int> column)
    {
        var row = new double[column.Count];
        foreach (var group in groups)
            row[column[group]] = 1;
        return row;
    }

    static List<int> Reduce(double[][] rows, int columns)
    {
        List<int> pivots = [];
        for (var column = 0; column < columns && pivots.Count < rows.Length; column++)
        {
            var top = pivots.Count;
            var pivot = Enumerable.Range(top, rows.Length - top).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) <= Zero)
                continue;
            (rows[top], rows[pivot]) = (rows[pivot], rows[top]);
            var scale = rows[top][column];
            for (var c = column; c < columns; c++)
                rows[top][c] /= scale;
            for (var row = 0; row < rows.Length; row++)
                if (row != top && Math.Abs(rows[row][column]) > Zero)
                    Subtract(rows[row], rows[top], rows[row][column], column);
            pivots.Add(column);
        }
        return pivots;
    }

    static void Subtract(double[] from, double[] row, double times, int first)
    {
        for (var c = first; c < row.Length; c++)
            from[c] -= times * row[c];
    }
}
