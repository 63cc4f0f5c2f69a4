using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

/// <summary>Remarks made up from known themes: each theme has words of its own and shares some with all.</summary>
sealed class Planted
{
    const int WordsOfATheme = 12;
    const int SharedWords = 15;
    const int Width = 8;

    public List<Guid> Ids { get; } = [];
    public List<ulong[]> Rows { get; } = [];
    public List<float> Vectors { get; } = [];
    public List<int> Truth { get; } = [];

    /// <param name="themes">How many themes.</param>
    /// <param name="each">How many remarks of each.</param>
    /// <param name="seed">The same seed makes the same remarks.</param>
    public static Planted Of(int themes, int each, ulong seed = 3)
    {
        var (planted, draws) = (new Planted(), new Draws(seed));
        for (var i = 0; i < themes * each; i++)
            planted.Say(i % themes, draws);
        return planted;
    }

    public void Say(int theme, Draws draws, int words = 8)
    {
        var row = new ulong[words];
        for (var i = 0; i < words; i++)
            row[i] =
                draws.Unit() < .7 ? Word(theme, draws.Below(WordsOfATheme)) : (ulong)(1 + draws.Below(SharedWords));
        var vector = new float[Width];
        for (var j = 0; j < Width; j++)
            vector[j] = (float)(draws.Unit() - .5) * .8f + (j == theme % Width ? 1 : 0);
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        Ids.Add(IdOf(Ids.Count));
        Rows.Add(row);
        Vectors.AddRange(vector.Select(number => number / length));
        Truth.Add(theme);
    }

    public static ulong Word(int theme, int word) => (ulong)(1000 * (theme + 1) + word);

    /// <summary>Ids whose order has nothing to do with the order of the remarks.</summary>
    public static Guid IdOf(int remark) => new((int)(remark * 2654435761u), 0, 0, new byte[8]);

    public RemarkTerms Terms(bool vectors = true) =>
        (vectors ? RemarkTerms.Of(Ids, Rows, Vectors.ToArray(), Width) : RemarkTerms.Of(Ids, Rows)).Value;

    /// <summary>The truth in the order of the remarks of <see cref="Terms"/>.</summary>
    public int[] TruthByPlace(RemarkTerms terms) =>
        [.. Enumerable.Range(0, terms.Count).Select(place => Truth[Ids.IndexOf(terms.Ids[place])])];

    /// <summary>The same remarks in another order.</summary>
    public Planted Shuffled()
    {
        var (order, other) = (Enumerable.Range(0, Ids.Count).OrderBy(i => (i * 7919) % 1009).ToList(), new Planted());
        foreach (var i in order)
        {
            other.Ids.Add(Ids[i]);
            other.Rows.Add(Rows[i]);
            other.Vectors.AddRange(Vectors.Skip(i * Width).Take(Width));
            other.Truth.Add(Truth[i]);
        }
        return other;
    }
}

/// <summary>How well a grouping agrees with the truth.</summary>
static class Agreement
{
    /// <summary>The share in the matching group under the best matching of groups to true classes.</summary>
    public static double Accuracy(IReadOnlyList<int> groups, IReadOnlyList<int> truth)
    {
        var together = Together(groups, truth, out _);
        var (matched, hits) = (Matching.Of(together), 0L);
        for (var i = 0; i < matched.Length; i++)
            hits += together[i, matched[i]];
        return hits / (double)groups.Count;
    }

    /// <summary>Normalised mutual information, 0 to 1, over the mean of the two entropies.</summary>
    public static double Information(IReadOnlyList<int> groups, IReadOnlyList<int> truth)
    {
        var together = Together(groups, truth, out var size);
        var (rows, columns, n) = (new double[size], new double[size], (double)groups.Count);
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            (rows[i], columns[j]) = (rows[i] + together[i, j] / n, columns[j] + together[i, j] / n);
        static double Entropy(double[] shares) => -shares.Where(p => p > 0).Sum(p => p * Math.Log(p));
        var shared = 0.0;
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            if (together[i, j] > 0)
                shared += together[i, j] / n * Math.Log(together[i, j] / n / (rows[i] * columns[j]));
        return 2 * shared / (Entropy(rows) + Entropy(columns));
    }

    static long[,] Together(IReadOnlyList<int> groups, IReadOnlyList<int> truth, out int size)
    {
        size = Math.Max(groups.Max(), truth.Max()) + 2;
        var none = size - 1;
        return Matching.Together([.. groups.Select(g => g < 0 ? none : g)], [.. truth], size);
    }
}
