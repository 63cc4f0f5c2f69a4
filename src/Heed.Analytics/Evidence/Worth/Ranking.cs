namespace Heed.Analytics.Evidence;

/// <summary>One item of a ranking, and how far its place can be trusted.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Score">Its score with the inputs as given.</param>
/// <param name="Rank">Its place, from 1; equal scores share a place.</param>
/// <param name="BestRank">Its best place when one of its inputs is half as large or half as large again.</param>
/// <param name="WorstRank">Its worst place then.</param>
public sealed record RankedItem(string Name, double Score, int Rank, int BestRank, int WorstRank)
{
    /// <summary>Whether the place stays whichever single input is off by half; otherwise it is fragile.</summary>
    public bool IsRobust => BestRank == Rank && WorstRank == Rank;
}

/// <summary>A ranking that shows whether it would survive being wrong.</summary>
public static class Ranking
{
    /// <summary>Ranks items by a score, highest first, and shakes each input of each item by ±50 %, one at a time.</summary>
    /// <param name="items">The items with their inputs, all in the same units.</param>
    /// <param name="score">The score of a set of inputs.</param>
    public static IReadOnlyList<RankedItem> Of(
        IReadOnlyList<(string Name, double[] Inputs)> items,
        Func<ReadOnlySpan<double>, double> score
    )
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(score);
        var scores = items.Select(item => score(item.Inputs)).ToArray();
        int Rank(int item, double shaken) => 1 + scores.Where((other, i) => i != item && other > shaken).Count();

        var ranked = new List<RankedItem>(items.Count);
        for (var item = 0; item < scores.Length; item++)
        {
            var rank = Rank(item, scores[item]);
            var (best, worst) = (rank, rank);
            double[] inputs = [.. items[item].Inputs];
            for (var input = 0; input < inputs.Length; input++)
            {
                var given = inputs[input];
                foreach (var factor in (ReadOnlySpan<double>)[0.5, 1.5])
                {
                    inputs[input] = given * factor;
                    var place = Rank(item, score(inputs));
                    (best, worst) = (Math.Min(best, place), Math.Max(worst, place));
                }
                inputs[input] = given;
            }
            ranked.Add(new(items[item].Name, scores[item], rank, best, worst));
        }
        return [.. ranked.OrderBy(item => item.Rank)];
    }

    /// <summary>
    /// Which others an item changes places with when one of its own inputs is off by half: a fragile place is named together
    /// with whom it is fragile against.
    /// </summary>
    /// <param name="item">One of the ranked items.</param>
    /// <param name="ranked">All of them.</param>
    /// <returns>Those that could take its place, and those whose place it could take, each in their order.</returns>
    public static (IReadOnlyList<RankedItem> Below, IReadOnlyList<RankedItem> Above) Rivals(
        RankedItem item,
        IReadOnlyList<RankedItem> ranked
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(ranked);
        var others = ranked.Where(other => !ReferenceEquals(other, item)).ToList();
        return (
            [.. others.Where(other => other.Rank > item.Rank && other.Rank <= item.WorstRank)],
            [.. others.Where(other => other.Rank < item.Rank && other.Rank >= item.BestRank)]
        );
    }
}
