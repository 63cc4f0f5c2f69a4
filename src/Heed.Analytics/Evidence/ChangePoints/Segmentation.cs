namespace Heed.Analytics.Evidence;

/// <summary>
/// PELT (Killick, Fearnhead and Eckley 2012): the cheapest division of points into stretches of one level each, where the cost
/// is the squared distance in units of the noise and each further stretch costs a penalty. Exact, not greedy.
/// </summary>
sealed class Segmentation
{
    readonly double[] _shares;
    readonly double[] _products;
    readonly double[] _squares;

    /// <param name="points">The points freed from their likeness, in units of their noise.</param>
    public Segmentation(Whitened[] points)
    {
        Count = points.Length;
        (_shares, _products, _squares) = (new double[Count + 1], new double[Count + 1], new double[Count + 1]);
        for (var i = 0; i < Count; i++)
        {
            var (value, share) = points[i];
            _shares[i + 1] = _shares[i] + share * share;
            _products[i + 1] = _products[i] + share * value;
            _squares[i + 1] = _squares[i] + value * value;
        }
    }

    public int Count { get; }

    /// <summary>What is left of the squares of the points from one place up to another, after the best single level.</summary>
    public double Cost(int from, int to)
    {
        var product = _products[to] - _products[from];
        return Math.Max(0, _squares[to] - _squares[from] - product * product / (_shares[to] - _shares[from]));
    }

    /// <summary>Where the stretches begin, without the first.</summary>
    public List<int> Starts(double penalty, int shortest)
    {
        var best = new double[Count + 1];
        var last = new int[Count + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        // A start that can win no more is dropped, but only once a stretch of the shortest length fits behind the place that beat it.
        var open = new List<(int From, int BeatenAt)> { (0, int.MaxValue) };
        for (var to = shortest; to <= Count; to++)
        {
            foreach (var (from, _) in open)
                if (best[from] + Cost(from, to) + penalty is var total && total < best[to])
                    (best[to], last[to]) = (total, from);
            var kept = 0;
            for (var i = 0; i < open.Count; i++)
            {
                var (from, beaten) = open[i];
                if (beaten == int.MaxValue && best[from] + Cost(from, to) > best[to])
                    beaten = to;
                if (beaten == int.MaxValue || to + 1 < beaten + shortest)
                    open[kept++] = (from, beaten);
            }
            open.RemoveRange(kept, open.Count - kept);
            if (to + 1 - shortest is var next && next >= shortest && double.IsFinite(best[next]))
                open.Add((next, int.MaxValue));
        }
        var starts = new List<int>();
        for (var to = Count; last[to] > 0; to = last[to])
            starts.Insert(0, last[to]);
        return starts;
    }

    /// <summary>
    /// Between which places a change between two neighbours lies with a probability of 95 %, each place beforehand as likely as
    /// another: exp(−½ cost) of both sides, normalised.
    /// </summary>
    public (int First, int Last) Likely(int from, int at, int to, int shortest)
    {
        var (low, high) = (from + Math.Min(shortest, at - from), to - Math.Min(shortest, to - at));
        var costs = new double[high - low + 1];
        for (var place = low; place <= high; place++)
            costs[place - low] = Cost(from, place) + Cost(place, to);
        var least = costs.Min();
        var weights = Array.ConvertAll(costs, cost => Math.Exp((least - cost) / 2));
        var (total, sum, first, last) = (weights.Sum(), 0.0, low, high);
        for (var i = 0; i < weights.Length; i++)
        {
            if (sum <= 0.025 * total)
                first = low + i;
            sum += weights[i];
            if (sum >= 0.975 * total)
            {
                last = low + i;
                break;
            }
        }
        return (Math.Min(first, at), Math.Max(last, at));
    }
}
