using System.Globalization;

namespace Heed.Analytics.Columns;

/// <summary>
/// Numbers cut into a few groups at round edges: "5, 10, 15, 30" is under 5, 5 to under 10, and so on up to 30 and more.
/// </summary>
/// <remarks>
/// Quartiles and the largest value are single people's answers, so what is shown of numbers is how many lie in each band.
/// The edges belong to the question and never follow later answers: between two looks a band that moved would tell
/// answers apart one by one.
/// </remarks>
public sealed class Bands
{
    /// <summary>How many edges there may be.</summary>
    public const int MostEdges = 20;

    const double Farthest = 1e12;
    const int FewestBands = 3;
    const int MostBands = 7;
    static readonly double[] Steps = [1, 2, 5];
    readonly double[] _edges;

    Bands(double[] edges)
    {
        _edges = edges;
        Names =
        [
            $"under {Name(edges[0])}",
            .. edges.Zip(edges.Skip(1), (from, to) => $"{Name(from)} to under {Name(to)}"),
            $"{Name(edges[^1])} and more",
        ];
    }

    /// <summary>Where one band ends and the next begins, from the lowest up.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>"under 5", "5 to under 10", "10 and more".</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How wide the narrowest band between two edges is; 0 where there is none.</summary>
    internal double Narrowest => _edges.Zip(_edges.Skip(1), (from, to) => to - from).DefaultIfEmpty(0).Min();

    /// <summary>In which band a number lies, from 0. An edge itself lies above it.</summary>
    public int Of(double value)
    {
        var found = Array.BinarySearch(_edges, value);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>Reads "5, 10, 15, 30".</summary>
    /// <returns>The bands, or a sentence that shows the expected form.</returns>
    public static Answer<Bands> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<double> edges = [];
        foreach (
            var part in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
            if (
                double.TryParse(
                    part.Replace('−', '-'),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var edge
                )
                && Math.Abs(edge) <= Farthest
            )
                edges.Add(edge);
            else
                return new NoAnswer($"\"{part}\" is no edge of a band. Write the edges as numbers: 5, 10, 15, 30.");
        if (edges.Count is 0 or > MostEdges)
            return new NoAnswer($"Bands have 1 to {MostEdges} edges, such as 5, 10, 15, 30.");
        for (var e = 1; e < edges.Count; e++)
            if (edges[e] <= edges[e - 1])
                return new NoAnswer(
                    $"The edges of bands go up: {Name(edges[e])} stands behind {Name(edges[e - 1])}. Write the lowest first."
                );
        return new Bands([.. edges]);
    }

    /// <summary>Bands with round edges for some numbers, each with enough people, and none that begins at the largest.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="fewest">How many people each band has at least.</param>
    /// <returns>Mostly four to seven bands; null where not even three are large enough.</returns>
    public static Bands? Propose(IReadOnlyCollection<double> values, int fewest)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(v => Math.Abs(v) <= Farthest).Order()];
        if (sorted.Length < FewestBands * fewest)
            return null;
        return Grids(sorted)
            .Select(grid => Enough(grid, sorted, fewest))
            .Where(edges => edges.Count >= FewestBands - 1)
            .OrderBy(edges => Misfit(edges, sorted))
            .Select(edges => new Bands([.. edges]))
            .FirstOrDefault();
    }

    /// <summary>Equal steps for numbers that lie evenly, and the series 1, 2, 5, 10, 20 for those with a long tail.</summary>
    static IEnumerable<List<double>> Grids(double[] sorted)
    {
        var (low, high) = (At(sorted, .02), At(sorted, .98));
        if (high <= low)
            yield break;
        var power = Math.Pow(10, Math.Floor(Math.Log10(high - low)) - 1);
        foreach (var step in Steps.Concat(Steps.Select(s => 10 * s)).Select(s => s * power))
        {
            List<double> grid = [];
            for (var edge = Math.Floor(low / step); edge <= Math.Ceiling(high / step) && grid.Count < 200; edge++)
                grid.Add(Round(edge * step));
            yield return grid;
        }
        if (low >= 0)
            foreach (
                var series in (double[][])
                    [
                        [1, 2, 5],
                        [1, 3],
                        [1, 2, 3, 5],
                    ]
            )
            {
                List<double> grid = [];
                for (var tens = power / 10; tens <= 10 * high; tens *= 10)
                    grid.AddRange(series.Select(s => Round(s * tens)));
                yield return grid;
            }
    }

    /// <summary>Those edges that leave enough people on both sides.</summary>
    static List<double> Enough(List<double> grid, double[] sorted, int fewest)
    {
        var wanted = Math.Max(fewest, sorted.Length / 12);
        List<double> edges = [];
        var before = 0;
        foreach (var edge in grid.Where(e => e < sorted[^1]))
        {
            var below = Below(sorted, edge);
            if (below - before < wanted || sorted.Length - below < wanted)
                continue;
            edges.Add(edge);
            before = below;
        }
        return edges;
    }

    /// <summary>How far the bands are from about six that are alike.</summary>
    static double Misfit(List<double> edges, double[] sorted)
    {
        int[] ends = [0, .. edges.Select(e => Below(sorted, e)), sorted.Length];
        var largest = ends.Zip(ends.Skip(1), (from, to) => to - from).Max() / (double)sorted.Length;
        var bands = edges.Count + 1;
        return (bands > MostBands ? 100 + bands : 0) + Math.Max(0, 5 - bands) + 4 * largest;
    }

    static int Below(double[] sorted, double edge)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
            if (sorted[(from + to) / 2] < edge)
                from = (from + to) / 2 + 1;
            else
                to = (from + to) / 2;
        return from;
    }

    static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    static double Round(double edge) =>
        double.Parse(edge.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    static string Name(double edge) =>
        edge.ToString("#,0.############", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        string.Join(", ", _edges.Select(e => e.ToString("0.############", CultureInfo.InvariantCulture)));
}

/// <summary>A question that was answered with numbers.</summary>
/// <param name="Name">What it is called in queries.</param>
/// <param name="Bands">What is counted of it.</param>
public sealed record NumberColumn(string Name, Bands Bands);
