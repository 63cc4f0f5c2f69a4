namespace Heed.Analytics.Text.Likeness;

/// <summary>Remarks that say nearly the same in nearly the same words: one dropped, one added, one changed, shouted.</summary>
public sealed class DuplicateGroups
{
    /// <summary>The share of signature places in which two remarks must agree to be near-duplicates.</summary>
    public const double UsualLikeness = 0.5;

    readonly int[] _leaders;

    DuplicateGroups(int[] leaders) => _leaders = leaders;

    /// <summary>How many remarks there are.</summary>
    public int Count => _leaders.Length;

    /// <summary>The first remark of the group that a remark is in: itself where it is alone or first.</summary>
    /// <param name="remark">The place of the remark, from 0.</param>
    public int Leader(int remark) => _leaders[remark];

    /// <summary>The groups of two or more, each with its remarks ascending, in the order of their first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() =>
        [
            .. Enumerable
                .Range(0, Count)
                .GroupBy(remark => _leaders[remark])
                .Where(group => group.Skip(1).Any())
                .Select(group => group.ToArray()),
        ];

    /// <summary>Finds the groups among remarks. Needs 200 bytes a remark while it works.</summary>
    /// <param name="remarks">The remarks. Null, or one without a word, is like no other.</param>
    /// <param name="leastLikeness">The share of words and pairs, 0.3 to 1, that near-duplicates have in common.</param>
    public static DuplicateGroups Of(IReadOnlyList<string?> remarks, double leastLikeness = UsualLikeness)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var (signatures, worded) = Signatures.Of(remarks);
        return Of(signatures, worded, leastLikeness);
    }

    /// <summary>Finds the groups among signatures.</summary>
    /// <param name="signatures">64 numbers a remark, one remark after the other.</param>
    /// <param name="worded">Whether each remark has a word; one without is like no other.</param>
    /// <param name="leastLikeness">The share of places, 0.3 to 1, in which near-duplicates agree.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the share is out of range.</exception>
    public static DuplicateGroups Of(ushort[] signatures, bool[] worded, double leastLikeness = UsualLikeness)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        ArgumentNullException.ThrowIfNull(worded);
        if (signatures.Length != (long)worded.Length * MinHash.Size)
            throw new ArgumentException(
                $"{worded.Length} remarks have {MinHash.Size} numbers each.",
                nameof(signatures)
            );
        // Four bands of sixteen hardly find pairs below .3 (1 - (1 - .3⁴)¹⁶ = .12), so no such promise is made.
        if (!(leastLikeness is >= 0.3 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(leastLikeness), leastLikeness, "Must be from 0.3 to 1.");
        var least = (int)Math.Ceiling(leastLikeness * MinHash.Size);
        int[] has = [.. Enumerable.Range(0, worded.Length).Where(i => worded[i])];
        var keys = BandOrder.Keys(signatures, has);
        var pairs = new List<(int, int)>[MinHash.Bands];
        Parallel.For(0, MinHash.Bands, band => pairs[band] = Alike(signatures, keys[band], has, least));
        var union = new UnionFind(worded.Length);
        foreach (var (one, other) in pairs.SelectMany(found => found))
            union.Join(one, other);
        return new(union.Leaders());
    }

    static List<(int, int)> Alike(ushort[] signatures, uint[] own, int[] worded, int least)
    {
        ReadOnlySpan<ushort> Signature(int i) => signatures.AsSpan(i * MinHash.Size, MinHash.Size);
        var (keys, places) = BandOrder.Sorted(own, worded);
        List<(int, int)> pairs = [];
        for (int i = 1, first = 0; i < places.Length; i++)
        {
            if (keys[i] != keys[i - 1])
            {
                first = i;
                continue;
            }
            // All pairs of a long run would be quadratic: each is held against the run's first and its neighbour.
            if (MinHash.Agreeing(Signature(places[i]), Signature(places[first])) >= least)
                pairs.Add((places[first], places[i]));
            else if (MinHash.Agreeing(Signature(places[i]), Signature(places[i - 1])) >= least)
                pairs.Add((places[i - 1], places[i]));
        }
        return pairs;
    }
}
