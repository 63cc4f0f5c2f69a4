namespace Heed.Analytics.Columns;

/// <summary>Which hidden groups of a table with one or two axes follow from its shown totals.</summary>
/// <remarks>
/// Take each line with a shown total as a point and each hidden group as an edge between its two lines (or to the ground,
/// where a line's total is hidden or there is no second axis). The values that the totals allow differ by flows around
/// circles, so a group has only one possible value exactly if its edge lies on no circle: if it is a bridge. Tarjan's
/// search finds all bridges in one walk, however large the table.
/// </remarks>
static class Bridges
{
    const int Ground = 0;

    public static List<int> Groups(GroupTable table, Line[] lines)
    {
        var ends = new Dictionary<int, (int A, int B)>();
        for (var line = 0; line < lines.Length; line++)
            foreach (var group in lines[line].Groups.Where(table.IsOpen))
                ends[group] = ends.TryGetValue(group, out var seen) ? (seen.A, line + 1) : (line + 1, Ground);
        var edges = ends.Select(end => (Group: end.Key, end.Value.A, end.Value.B)).ToArray();
        var around = new List<int>[lines.Length + 1];
        for (var point = 0; point < around.Length; point++)
            around[point] = [];
        for (var edge = 0; edge < edges.Length; edge++)
        {
            around[edges[edge].A].Add(edge);
            around[edges[edge].B].Add(edge);
        }
        return [.. Find(edges, around).Select(edge => edges[edge].Group).Order()];
    }

    static IEnumerable<int> Find((int Group, int A, int B)[] edges, List<int>[] around)
    {
        var (reached, lowest, next) = (new int[around.Length], new int[around.Length], new int[around.Length]);
        var time = 0;
        for (var start = 0; start < around.Length; start++)
        {
            if (reached[start] > 0)
                continue;
            var path = new Stack<(int Point, int By)>([(start, -1)]);
            reached[start] = lowest[start] = ++time;
            while (path.TryPeek(out var at))
            {
                if (next[at.Point] < around[at.Point].Count)
                {
                    var edge = around[at.Point][next[at.Point]++];
                    var other = edges[edge].A == at.Point ? edges[edge].B : edges[edge].A;
                    if (edge == at.By)
                        continue;
                    if (reached[other] > 0)
                    {
                        lowest[at.Point] = Math.Min(lowest[at.Point], reached[other]);
                        continue;
                    }
                    reached[other] = lowest[other] = ++time;
                    path.Push((other, edge));
                    continue;
                }
                path.Pop();
                if (!path.TryPeek(out var before))
                    continue;
                lowest[before.Point] = Math.Min(lowest[before.Point], lowest[at.Point]);
                if (lowest[at.Point] > reached[before.Point])
                    yield return at.By;
            }
        }
    }
}
