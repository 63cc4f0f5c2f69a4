using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// All that a theme knows: how many remarks it has, how often they said each term, and the sum of their vectors. Two
/// themes are merged by adding them. No remark can be read back out of it.
/// </summary>
public sealed class ThemeStatistics
{
    internal const float Grain = 1 << 20;

    readonly ulong[] _terms;
    readonly long[] _counts;
    readonly long[] _vectorSum;

    ThemeStatistics(ulong[] terms, long[] counts, long[] vectorSum, long remarks)
    {
        (_terms, _counts, _vectorSum, Remarks) = (terms, counts, vectorSum, remarks);
        Total = counts.Sum();
    }

    /// <summary>Nothing yet.</summary>
    public static ThemeStatistics None { get; } = new([], [], [], 0);

    /// <summary>How many remarks there are; a pinned one counts for ten.</summary>
    public long Remarks { get; }

    /// <summary>How many terms all remarks together said.</summary>
    public long Total { get; }

    /// <summary>The hashes of the terms that were said, ascending.</summary>
    public ReadOnlySpan<ulong> Terms => _terms;

    /// <summary>How often each term was said.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>The sum of the unit vectors, each number times 2^20 and rounded, so that sums are exact.</summary>
    public ReadOnlySpan<long> VectorSum => _vectorSum;

    /// <summary>Takes statistics that were kept somewhere.</summary>
    /// <param name="terms">The hashes, ascending.</param>
    /// <param name="counts">How often each was said, above 0.</param>
    /// <param name="vectorSum">The sum of the vectors; empty without vectors.</param>
    /// <param name="remarks">How many remarks, 0 or more.</param>
    /// <returns>The statistics, or a sentence when they cannot be those of a theme.</returns>
    public static Answer<ThemeStatistics> Of(
        IReadOnlyList<ulong> terms,
        IReadOnlyList<long> counts,
        IReadOnlyList<long> vectorSum,
        long remarks
    )
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(vectorSum);
        if (terms.Count != counts.Count)
            return new NoAnswer($"There are {terms.Count} terms and {counts.Count} counts; each term needs its count.");
        for (var i = 1; i < terms.Count; i++)
            if (terms[i] <= terms[i - 1])
                return new NoAnswer("The terms of a theme must be ascending and no two alike.");
        return counts.Any(count => count <= 0) || remarks < 0
            ? new NoAnswer("A term was said once or more, and a theme has no fewer than 0 remarks.")
            : new ThemeStatistics([.. terms], [.. counts], [.. vectorSum], remarks);
    }

    /// <summary>Those of both together.</summary>
    /// <param name="other">Statistics with vectors of the same width, or with none.</param>
    public ThemeStatistics Plus(ThemeStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (terms, counts) = (new List<ulong>(_terms.Length), new List<long>(_terms.Length));
        for (int i = 0, j = 0; i < _terms.Length || j < other._terms.Length; )
        {
            var (left, right) = (
                i < _terms.Length ? _terms[i] : ulong.MaxValue,
                j < other._terms.Length ? other._terms[j] : ulong.MaxValue
            );
            terms.Add(Math.Min(left, right));
            counts.Add(
                (i < _terms.Length && left <= right ? _counts[i++] : 0)
                    + (j < other._terms.Length && right <= left ? other._counts[j++] : 0)
            );
        }
        var sum = new long[Math.Max(_vectorSum.Length, other._vectorSum.Length)];
        for (var i = 0; i < sum.Length; i++)
            sum[i] =
                (i < _vectorSum.Length ? _vectorSum[i] : 0) + (i < other._vectorSum.Length ? other._vectorSum[i] : 0);
        return new([.. terms], [.. counts], sum, Remarks + other.Remarks);
    }

    /// <summary>The statistics of each group of remarks; a remark in no group (-1) is in none.</summary>
    internal static ThemeStatistics[] Of(
        RemarkTerms remarks,
        ReadOnlySpan<int> groups,
        int count,
        IReadOnlySet<int> pinned
    )
    {
        var counts = new Dictionary<int, long>[count];
        var (sums, members) = (new long[count][], new long[count]);
        for (var group = 0; group < count; group++)
            (counts[group], sums[group]) = ([], new long[remarks.Width]);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] is not (>= 0 and var group))
                continue;
            var weight = pinned.Contains(i) ? Fixed.Weight : 1;
            members[group] += weight;
            foreach (var term in remarks.Row(i))
                counts[group][term] = counts[group].GetValueOrDefault(term) + weight;
            var vector = remarks.Vector(i);
            for (var j = 0; j < vector.Length; j++)
                sums[group][j] += weight * (long)MathF.Round(vector[j] * Grain);
        }
        var all = new ThemeStatistics[count];
        for (var group = 0; group < count; group++)
        {
            // Places in the vocabulary ascend with the hashes.
            int[] places = [.. counts[group].Keys.Order()];
            var terms = new ulong[places.Length];
            for (var i = 0; i < places.Length; i++)
                terms[i] = remarks.Vocabulary[places[i]];
            all[group] = new(terms, [.. places.Select(place => counts[group][place])], sums[group], members[group]);
        }
        return all;
    }

    /// <summary>An id that the same statistics always get.</summary>
    internal Guid Fingerprint(ulong seed)
    {
        var bytes = new byte[8 * (2 + 2 * _terms.Length + _vectorSum.Length)];
        var at = 0;
        void Put(long number) => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8 * at++), number);
        Put((long)seed);
        Put(Remarks);
        foreach (var term in _terms)
            Put((long)term);
        foreach (var count in _counts)
            Put(count);
        foreach (var sum in _vectorSum)
            Put(sum);
        return new Guid(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    /// <summary>How alike two are in what they say, 0 to 1: the cosine of their term counts.</summary>
    internal double Likeness(ThemeStatistics other)
    {
        var (both, own, others) = (0.0, 0.0, 0.0);
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length; )
            if (_terms[i] == other._terms[j])
                both += (double)_counts[i++] * other._counts[j++];
            else if (_terms[i] < other._terms[j])
                i++;
            else
                j++;
        foreach (var count in _counts)
            own += (double)count * count;
        foreach (var count in other._counts)
            others += (double)count * count;
        return own > 0 && others > 0 ? both / Math.Sqrt(own * others) : 0;
    }
}
