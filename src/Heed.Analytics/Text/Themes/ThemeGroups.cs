namespace Heed.Analytics.Text.Themes;

/// <summary>Groups themes into parents, so that thirty themes can be read as a handful.</summary>
/// <remarks>
/// Ward, Journal of the American Statistical Association 58, 1963, on squared distances 2(1 - cosine): of the directions of
/// the themes where there are vectors, of their words otherwise; by the recurrence of Lance and Williams, 1967.
/// </remarks>
public static class ThemeGroups
{
    /// <summary>With no more themes than this there is nothing to group.</summary>
    public const int MostUngrouped = 8;

    /// <summary>The group of each theme, numbered in the order of its first theme; every theme its own where there are few.</summary>
    /// <param name="themes">What each theme said.</param>
    public static int[] Of(IReadOnlyList<ThemeStatistics> themes)
    {
        ArgumentNullException.ThrowIfNull(themes);
        var groups = Enumerable.Range(0, themes.Count).ToArray();
        if (themes.Count <= MostUngrouped)
            return groups;
        var (wanted, sizes) = (Math.Clamp(themes.Count / 5, 6, 12), Enumerable.Repeat(1, themes.Count).ToArray());
        var distances = Distances(themes);
        for (var left = themes.Count; left > wanted; left--)
        {
            var (one, other) = Nearest(distances, groups);
            for (var k = 0; k < groups.Length; k++)
                if (groups[k] == k && k != one && k != other)
                    distances[k, one] = distances[one, k] =
                        (
                            (sizes[k] + sizes[one]) * distances[k, one]
                            + (sizes[k] + sizes[other]) * distances[k, other]
                            - sizes[k] * distances[one, other]
                        ) / (sizes[k] + sizes[one] + sizes[other]);
            sizes[one] += sizes[other];
            for (var k = 0; k < groups.Length; k++)
                if (groups[k] == other)
                    groups[k] = one;
        }
        var numbers = groups.Distinct().Order().ToList();
        return [.. groups.Select(group => numbers.IndexOf(group))];
    }

    static double[,] Distances(IReadOnlyList<ThemeStatistics> themes)
    {
        var distances = new double[themes.Count, themes.Count];
        for (var i = 0; i < themes.Count; i++)
        for (var j = 0; j < i; j++)
            distances[i, j] = distances[j, i] = 2 * (1 - Cosine(themes[i], themes[j]));
        return distances;
    }

    static double Cosine(ThemeStatistics one, ThemeStatistics other)
    {
        if (one.VectorSum.Length == 0 || one.VectorSum.Length != other.VectorSum.Length)
            return one.Likeness(other);
        var (both, own, others) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.VectorSum.Length; i++)
        {
            both += (double)one.VectorSum[i] * other.VectorSum[i];
            own += (double)one.VectorSum[i] * one.VectorSum[i];
            others += (double)other.VectorSum[i] * other.VectorSum[i];
        }
        return own > 0 && others > 0 ? both / Math.Sqrt(own * others) : 0;
    }

    static (int One, int Other) Nearest(double[,] distances, int[] groups)
    {
        var (nearest, found) = (double.PositiveInfinity, (0, 0));
        for (var i = 0; i < groups.Length; i++)
        for (var j = i + 1; j < groups.Length; j++)
            if (groups[i] == i && groups[j] == j && distances[i, j] < nearest)
                (nearest, found) = (distances[i, j], (i, j));
        return found;
    }
}
