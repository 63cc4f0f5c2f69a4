namespace Heed.Files;

/// <summary>
/// What stands between the options where one cell holds several: a sign whose parts come again and again, in far more
/// combinations than there are parts.
/// </summary>
/// <param name="Whole">Options that hold the sign themselves: parts that never stand without each other.</param>
sealed record GuessSeparator(string Separator, IReadOnlyList<string> Whole, int Options)
{
    const int FewestCombined = 3;
    const double Again = .8;
    static readonly string[] Signs = [";", "|", "\n", ","];

    public string InWords =>
        $"{Format.Count(Options, "option")}, several of them in a cell{(Separator == "\n" ? ", one a line" : $" with “{Separator}” between")}";

    public static GuessSeparator? Of(IReadOnlyDictionary<string, int> cells)
    {
        foreach (var sign in Signs)
            if (Of(cells, sign) is { } found)
                return found;
        return null;
    }

    static GuessSeparator? Of(IReadOnlyDictionary<string, int> cells, string sign)
    {
        if (cells.Keys.Count(cell => cell.Contains(sign, StringComparison.Ordinal)) < FewestCombined)
            return null;
        var whole = Wholes(cells.Keys, sign);
        var parts = new OptionParts(sign, whole);
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        var (combined, distinct) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (cell, count) in cells)
        {
            List<string> found = [.. parts.Of(cell)];
            combined += found.Count > 1 ? 1 : 0;
            // The same options in another order are the same combination.
            distinct.Add(string.Join('\n', found.Order(StringComparer.Ordinal)));
            foreach (var part in found)
                counts[part] = counts.GetValueOrDefault(part) + count;
        }
        var again = counts.Where(part => part.Value > 1).ToList();
        // An export that ends each cell with the sign says so itself.
        var ends = cells.Keys.All(cell => cell.EndsWith(sign, StringComparison.Ordinal));
        return
            combined >= FewestCombined
            && again.Count is >= 2 and <= Heed.Analytics.Columns.SetColumn.MostOptions
            && again.Sum(part => part.Value) >= Again * counts.Values.Sum()
            && again.Count <= distinct.Count * (ends ? 1 : .75)
            ? new(sign, [.. whole.Where(counts.ContainsKey)], again.Count)
            : null;
    }

    /// <summary>“Yes, often” is one option where “Yes” never stands without “often”, nor “often” without “Yes”.</summary>
    static List<string> Wholes(IEnumerable<string> cells, string sign)
    {
        Dictionary<string, int> alone = new(StringComparer.Ordinal);
        Dictionary<(string, string), (int Count, string Written)> pairs = [];
        foreach (var cell in cells)
        {
            var parts = cell.Split(sign);
            for (var i = 0; i < parts.Length; i++)
            {
                var part = parts[i].Trim();
                if (part.Length == 0)
                    continue;
                alone[part] = alone.GetValueOrDefault(part) + 1;
                if (i == 0 || parts[i - 1].Trim() is not { Length: > 0 } before)
                    continue;
                var pair = pairs.GetValueOrDefault(
                    (before, part),
                    (0, parts[i - 1].TrimStart() + sign + parts[i].TrimEnd())
                );
                pairs[(before, part)] = (pair.Item1 + 1, pair.Item2);
            }
        }
        Dictionary<string, (string Next, string Between)> after = new(StringComparer.Ordinal);
        foreach (var ((first, second), (count, written)) in pairs)
            if (first != second && count == alone[first] && count == alone[second])
                after[first] = (second, written[first.Length..^second.Length]);
        var seconds = after.Values.Select(a => a.Next).ToHashSet(StringComparer.Ordinal);
        List<string> wholes = [];
        foreach (var start in after.Keys.Where(first => !seconds.Contains(first)))
        {
            var (whole, at) = (start, start);
            while (after.TryGetValue(at, out var next))
                (whole, at) = (whole + next.Between + next.Next, next.Next);
            wholes.Add(whole);
        }
        return wholes;
    }
}
