namespace Heed.Files;

/// <summary>Names that are nearly the one that was typed.</summary>
static class Nearest
{
    const int Most = 3;

    public static IReadOnlyList<string> To(string typed, IEnumerable<string> names)
    {
        var wanted = typed.Trim().ToUpperInvariant();
        return
        [
            .. names
                .Select(name => (name, distance: Distance(wanted, name.Trim().ToUpperInvariant())))
                .Where(near => near.distance <= Math.Max(2, wanted.Length / 3) || Contains(near.name, wanted))
                .OrderBy(near => near.distance)
                .Select(near => near.name)
                .Take(Most),
        ];
    }

    static bool Contains(string name, string wanted) =>
        wanted.Length >= 3 && name.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be put in, taken out or changed (Levenshtein 1966).</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
