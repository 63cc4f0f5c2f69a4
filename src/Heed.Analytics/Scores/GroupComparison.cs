namespace Heed.Analytics.Scores;

/// <summary>A group among others: how it differs from the rest, and which ranks it could have.</summary>
/// <param name="Name">The group.</param>
/// <param name="Score">Its score, weighted where all groups are.</param>
/// <param name="FromRest">The group minus all who are not in it; null where the rest cannot be scored.</param>
/// <param name="RestProbability">How often chance alone would set it so far from the rest, allowing for all groups (Holm); 0 to 1.</param>
/// <param name="BestRank">The best rank that cannot be ruled out, 1 for the best group.</param>
/// <param name="WorstRank">The worst rank that cannot be ruled out.</param>
/// <param name="Shrunk">Where it probably stands (<see cref="Shrinkage"/>), within the ends of the scale; null with fewer than four groups.</param>
public sealed record ComparedGroup(
    string Name,
    Score Score,
    Difference? FromRest,
    double RestProbability,
    int BestRank,
    int WorstRank,
    Estimate? Shrunk
)
{
    /// <summary>How many answers it has, or how many equal ones they are worth.</summary>
    public double N => Score.Weighted?.EffectiveN ?? Score.N;
}

/// <summary>Two groups, the lower one first, and whether they can be told apart among all pairs.</summary>
/// <param name="Lower">The place of the group with the lower value, in the order given.</param>
/// <param name="Higher">The place of the other.</param>
/// <param name="Difference">What lies between them; its interval allows for the other pairs as their order in Holm's steps asks.</param>
/// <param name="Probability">How often chance alone would do as much, allowing for all pairs (Holm); 0 to 1.</param>
/// <param name="IsTold">Whether they can be told apart; exactly where the interval leaves out zero.</param>
public sealed record GroupPair(int Lower, int Higher, Difference Difference, double Probability, bool IsTold);

/// <summary>
/// Groups of one question beside each other: every pair is tested, every group is compared with all who are not in it, and
/// instead of a league table each group has the ranks that it could have.
/// </summary>
/// <remarks>
/// Pairs as in <see cref="Difference.Between"/>, together by Holm (1979), so that the chance of even one false claim stays at
/// 1 - level. A group's ranks count those that are surely better and surely worse (Mogstad, Romano, Shaikh and Wilhelm,
/// <i>Inference for ranks</i>, Review of Economic Studies 91, 2024): all of them hold together at the same level. Best is what
/// the scale calls best.
/// </remarks>
/// <param name="Groups">The groups in the order given.</param>
/// <param name="Pairs">The pairs that can be told apart, the surest first; then the farthest of the others.</param>
/// <param name="PairsTested">How many pairs there are.</param>
/// <param name="Shrinkage">The groups drawn towards their mean; null with fewer than four.</param>
/// <param name="Level">The level of all claims together.</param>
public sealed record GroupComparison(
    IReadOnlyList<ComparedGroup> Groups,
    IReadOnlyList<GroupPair> Pairs,
    int PairsTested,
    Shrinkage? Shrinkage,
    double Level
)
{
    /// <summary>The pairs that can be told apart, the surest first.</summary>
    public IReadOnlyList<GroupPair> Told { get; } = [.. Pairs.Where(pair => pair.IsTold)];

    /// <summary>The groups that differ from the rest, allowing for all groups, the surest first.</summary>
    public IReadOnlyList<ComparedGroup> Apart { get; } =
    [.. Groups.Where(group => group.RestProbability < 1 - Level).OrderBy(group => group.RestProbability)];

    /// <summary>Compares groups of one question.</summary>
    /// <param name="groups">The groups, each with a score of its own; nobody in two of them.</param>
    /// <param name="whole">All answers, where there are some outside these groups; null when the groups are all.</param>
    /// <param name="level">The level of all claims together, above 0.5 and below 1.</param>
    /// <returns>The comparison; or a sentence when there are fewer than two groups, or they asked different things.</returns>
    public static Answer<GroupComparison> Of(
        IReadOnlyList<(string Name, Score Score)> groups,
        Distribution? whole = null,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(groups);
        Intervals.Z(level);
        if (groups.Count < 2)
            return new NoAnswer("There are no two groups with a score to compare.");
        var first = groups[0].Score;
        if (groups.Any(g => g.Score.Kind != first.Kind || g.Score.Distribution.Scale != first.Distribution.Scale))
            return new NoAnswer("The groups were not asked the same question on the same scale.");
        return new GroupsCompared([.. groups], whole, level).Result();
    }

    /// <summary>
    /// The groups that lie apart from all the others, the farthest out first: found one by one and taken out of the others each
    /// time, because one bad month makes all the good ones look better than "the rest" that holds it.
    /// </summary>
    /// <remarks>
    /// Steps down the limits of Benjamini and Hochberg (1995), which is stricter than stepping up: of the groups found at most
    /// the share 1 - level is expected to be chance.
    /// </remarks>
    /// <inheritdoc cref="Of"/>
    /// <returns>The place of each, and the group minus the others; none where there are fewer than three groups.</returns>
    public static IReadOnlyList<(int Place, Difference FromOthers)> Outlying(
        IReadOnlyList<(string Name, Score Score)> groups,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(groups);
        List<int> left = [.. Enumerable.Range(0, groups.Count)];
        List<(int, Difference)> found = [];
        while (left.Count > 2)
        {
            var rests = new GroupsCompared([.. left.Select(place => groups[place])], null, level).FromRests();
            var (at, difference) = rests.Index().MinBy(rest => rest.Item?.Probability ?? 1);
            if (difference is null || difference.Probability > (1 - level) * (found.Count + 1) / groups.Count)
                break;
            found.Add((left[at], difference));
            left.RemoveAt(at);
        }
        return found;
    }
}
