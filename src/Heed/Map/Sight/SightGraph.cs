using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Map;

/// <summary>The five columns of the line of sight, from what customers get to who works for it.</summary>
public enum SightColumn
{
    Outcome,
    Metric,
    KeyResult,
    Trial,
    Team,
}

/// <param name="Key">A letter and the id of the thing; of what is folded, the column.</param>
/// <param name="Folded">How many stand in its place; 0 for a thing of its own.</param>
public sealed record SightNode(SightColumn Column, string Key, string Name, string? Href, int Folded = 0);

/// <summary>What carries a line from a metric up to an outcome; between other columns nothing needs to be proven.</summary>
public enum SightStrength
{
    Refuted,
    Unsupported,

    /// <summary>Said and not tested, or tested so long ago that it must be tested again.</summary>
    Claimed,

    /// <summary>Tested, by arithmetic, or the same metric.</summary>
    Solid,
}

/// <summary>A line from the right to the left: who works for it, on the right, and what it is for.</summary>
public sealed record SightEdge(string Upper, string Lower, SightStrength Strength = SightStrength.Solid);

/// <summary>
/// The line of sight as a graph in five columns. Pure: it is made of lists, narrowed to what one node has to do with, folded
/// where a column grows too long, and put in an order in which lines cross little.
/// </summary>
public sealed record SightGraph(IReadOnlyList<SightNode> Nodes, IReadOnlyList<SightEdge> Edges)
{
    /// <summary>How many ties a line may pass on its way up to an outcome (domain-methods 0.2).</summary>
    public const int MostSteps = 4;

    /// <summary>A longer column is folded: what has most to do with others stays.</summary>
    public const int MostInAColumn = 40;

    public SightNode? Find(string? key) => Nodes.FirstOrDefault(n => n.Key == key);

    public IEnumerable<SightNode> In(SightColumn column) => Nodes.Where(n => n.Column == column);

    /// <summary>What stands above and beneath one node, and all that its lines pass.</summary>
    public SightGraph At(string key)
    {
        var above = Edges.ToLookup(e => e.Lower, e => e.Upper);
        var beneath = Edges.ToLookup(e => e.Upper, e => e.Lower);
        var reached = Reach(key, above);
        reached.UnionWith(Reach(key, beneath));
        return new(
            [.. Nodes.Where(n => reached.Contains(n.Key))],
            [.. Edges.Where(e => reached.Contains(e.Upper) && reached.Contains(e.Lower))]
        );
    }

    static HashSet<string> Reach(string from, ILookup<string, string> next)
    {
        HashSet<string> seen = [from];
        Stack<string> open = new([from]);
        while (open.TryPop(out var at))
            foreach (var to in next[at])
                if (seen.Add(to))
                    open.Push(to);
        return seen;
    }

    /// <summary>With at most so many nodes a column; the rest of each stands in one node, its lines with it.</summary>
    public SightGraph Folded(int most = MostInAColumn)
    {
        var lines = Edges.SelectMany(e => new[] { e.Upper, e.Lower }).CountBy(k => k).ToDictionary();
        Dictionary<string, string> into = [];
        List<SightNode> kept = [];
        foreach (var column in Enum.GetValues<SightColumn>())
        {
            List<SightNode> all = [.. In(column)];
            if (all.Count <= most)
            {
                kept.AddRange(all);
                continue;
            }
            List<SightNode> first = [.. all.OrderByDescending(n => lines.GetValueOrDefault(n.Key)).Take(most - 1)];
            var stay = first.ConvertAll(n => n.Key).ToHashSet();
            kept.AddRange(all.Where(n => stay.Contains(n.Key)));
            var rest = all.Count - first.Count;
            kept.Add(new(column, $"{column}", $"{Format.Count(rest)} more", null, rest));
            foreach (var node in all.Where(n => !stay.Contains(n.Key)))
                into[node.Key] = $"{column}";
        }
        return new(
            kept,
            [
                .. Edges
                    .Select(e => e with { Upper = Now(e.Upper), Lower = Now(e.Lower) })
                    .GroupBy(e => (e.Upper, e.Lower))
                    .Select(same => same.MaxBy(e => e.Strength)!),
            ]
        );

        string Now(string key) => into.GetValueOrDefault(key, key);
    }

    /// <summary>Each column ordered by the middle of what its nodes hang on, to the left: lines cross little.</summary>
    public SightGraph Ordered()
    {
        var above = Edges.ToLookup(e => e.Lower, e => e.Upper);
        Dictionary<string, double> place = [];
        List<SightNode> ordered = [];
        foreach (var column in Enum.GetValues<SightColumn>())
        {
            List<SightNode> own =
            [
                .. In(column)
                    .OrderBy(n => n.Folded > 0)
                    .ThenBy(n => above[n.Key].Select(k => place.GetValueOrDefault(k)).DefaultIfEmpty(1).Average())
                    .ThenBy(n => n.Name, StringComparer.Ordinal),
            ];
            for (var i = 0; i < own.Count; i++)
                place[own[i].Key] = own.Count == 1 ? .5 : i / (own.Count - 1.0);
            ordered.AddRange(own);
        }
        return this with { Nodes = ordered };
    }

    /// <summary>How strongly each metric is tied to each outcome: by the best way up, which is as strong as its weakest tie.</summary>
    public static IReadOnlyList<(Id<Metric> Outcome, Id<Metric> Metric, SightStrength Strength)> Ways(
        IReadOnlyCollection<Id<Metric>> outcomes,
        IReadOnlyCollection<Tie> ties,
        DateOnly today
    )
    {
        var beneath = ties.ToLookup(t => t.ParentId);
        List<(Id<Metric>, Id<Metric>, SightStrength)> ways = [];
        foreach (var outcome in outcomes)
        {
            Dictionary<Id<Metric>, SightStrength> best = new() { [outcome] = SightStrength.Solid };
            Dictionary<Id<Metric>, SightStrength> reached = new(best);
            for (var step = 0; step < MostSteps && reached.Count > 0; step++)
            {
                Dictionary<Id<Metric>, SightStrength> next = [];
                foreach (var (at, strength) in reached)
                foreach (var tie in beneath[at])
                {
                    var way = (SightStrength)Math.Min((int)strength, (int)Of(tie, today));
                    if (best.TryGetValue(tie.ChildId, out var known) && known >= way)
                        continue;
                    best[tie.ChildId] = way;
                    next[tie.ChildId] = way;
                }
                reached = next;
            }
            ways.AddRange(best.Select(b => (outcome, b.Key, b.Value)));
        }
        return ways;
    }

    static SightStrength Of(Tie tie, DateOnly today) =>
        tie.State switch
        {
            TieState.Arithmetic => SightStrength.Solid,
            TieState.Supported => tie.IsStale(today) ? SightStrength.Claimed : SightStrength.Solid,
            TieState.Unsupported => SightStrength.Unsupported,
            TieState.Refuted => SightStrength.Refuted,
            _ => SightStrength.Claimed,
        };
}
