namespace Heed.Analytics.Columns;

/// <summary>Which hidden groups of a table of any axes follow from its shown totals, by solving their equations.</summary>
static class Solvable
{
    const double Zero = 1e-9;
    const long MostWork = 100_000_000;

    /// <summary>
    /// Which of some hidden groups have only one possible value. In the reduced echelon form of the equations (one per line
    /// with a shown total, one unknown per hidden group) such a group has a row to itself.
    /// </summary>
    /// <remarks>
    /// Equations that share no group are solved apart. Where too many hang together to be solved, all count as found out,
    /// which hides more: nothing is shown unchecked.
    /// </remarks>
    public static List<int> Among(GroupTable table, Line[] lines, IReadOnlyCollection<int> groups)
    {
        if (groups.Count == 0)
            return [];
        var linesOf = new Dictionary<int, List<int>>();
        for (var line = 0; line < lines.Length; line++)
            foreach (var group in lines[line].Groups.Where(table.IsOpen))
                if (linesOf.TryGetValue(group, out var through))
                    through.Add(line);
                else
                    linesOf[group] = [line];
        HashSet<int> asked = [.. groups.Where(linesOf.ContainsKey)];
        List<int> solved = [];
        while (asked.Count > 0)
        {
            var (open, unknowns) = Connected(table, lines, linesOf, asked.First());
            solved.AddRange(Solved(table, open, unknowns).Where(asked.Contains));
            asked.ExceptWith(unknowns);
        }
        solved.Sort();
        return solved;
    }

    static (List<Line> Lines, List<int> Groups) Connected(
        GroupTable table,
        Line[] lines,
        Dictionary<int, List<int>> linesOf,
        int first
    )
    {
        HashSet<int> seenLines = [];
        HashSet<int> seenGroups = [first];
        List<int> groups = [first];
        for (var next = 0; next < groups.Count; next++)
            foreach (var line in linesOf[groups[next]].Where(seenLines.Add))
                groups.AddRange(lines[line].Groups.Where(group => table.IsOpen(group) && seenGroups.Add(group)));
        return ([.. seenLines.Select(line => lines[line])], groups);
    }

    static List<int> Solved(GroupTable table, List<Line> lines, List<int> unknowns)
    {
        if ((long)lines.Count * lines.Count * unknowns.Count > MostWork)
            return unknowns;
        var column = unknowns
            .Select((group, index) => (group, index))
            .ToDictionary(pair => pair.group, pair => pair.index);
        double[][] rows = [.. lines.Select(line => Equation(line.Groups.Where(table.IsOpen), column))];
        var pivots = Reduce(rows, unknowns.Count);
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
