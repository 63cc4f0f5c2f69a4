using Heed.Analytics.Scores;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Whether ties between units, such as hand-offs between teams, run across groups of units or inside them: the E-I index of
/// Krackhardt and Stern 1988 beside what it comes to where the ties stay and the units are dealt to the groups anew (the
/// permutation of Krackhardt, <i>Predicting with networks</i>, 1988). So it holds for these sizes, and for units that have many ties.
/// </summary>
/// <param name="Cross">Ties between groups.</param>
/// <param name="Inside">Ties inside a group.</param>
/// <param name="Index">(E − I) / (E + I), from −1 (all inside) to +1 (all across).</param>
/// <param name="Expected">The mean index of the deals.</param>
/// <param name="Low">Below it lie 2.5 % of the deals.</param>
/// <param name="High">Above it lie 2.5 % of the deals.</param>
public sealed record ShuffledTies(int Cross, int Inside, double Index, double Expected, double Low, double High)
{
    const int Deals = 2000;
    const int DealsBeyond = Deals / 40;

    /// <summary>True where more runs across than chance explains, false where less does; null where chance explains it.</summary>
    public bool? IsAcross =>
        Index > High ? true
        : Index < Low ? false
        : null;

    /// <summary>Computes the index and deals the units anew 2,000 times, always in the same way.</summary>
    /// <param name="ties">Each tie by the two units that it joins.</param>
    /// <param name="groupOf">The group of each unit.</param>
    /// <param name="people">How many people each group has.</param>
    /// <returns>The index; or a sentence where <see cref="ExternalInternal"/> has one, or nothing could run inside a group.</returns>
    public static Answer<ShuffledTies> Of(
        IReadOnlyList<(int One, int Other)> ties,
        IReadOnlyList<int> groupOf,
        IReadOnlyCollection<int> people
    )
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(groupOf);
        ArgumentNullException.ThrowIfNull(people);
        int[] groups = [.. groupOf];
        var cross = Across(groups);
        var said = ExternalInternal.Of(cross, ties.Count - cross, people);
        if (!said.IsGiven)
            return new NoAnswer(said.Because!);
        if (groups.Distinct().Count() == groups.Length)
            return new NoAnswer("No group has two teams, so nothing could run inside one.");
        var draws = new Draws(1988);
        var dealt = new double[Deals];
        for (var deal = 0; deal < Deals; deal++)
        {
            for (var at = groups.Length - 1; at > 0; at--)
            {
                var other = draws.Below(at + 1);
                (groups[at], groups[other]) = (groups[other], groups[at]);
            }
            dealt[deal] = IndexOf(Across(groups));
        }
        Array.Sort(dealt);
        return new ShuffledTies(
            cross,
            ties.Count - cross,
            IndexOf(cross),
            dealt.Average(),
            dealt[DealsBeyond],
            dealt[^(DealsBeyond + 1)]
        );

        int Across(int[] of)
        {
            var across = 0;
            for (var at = 0; at < ties.Count; at++)
                if (of[ties[at].One] != of[ties[at].Other])
                    across++;
            return across;
        }

        double IndexOf(int across) => (2.0 * across - ties.Count) / ties.Count;
    }
}
