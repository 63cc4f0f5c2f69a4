using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Which points of a series fulfil a condition: a bit each, the first point lowest. A rule about neighbouring points then
/// looks at 64 of them at once, and most series are done when no bit is left.
/// </summary>
static class Marks
{
    const int Word = 64;

    public static int Words(int points) => (points + Word - 1) / Word;

    public static bool Has(ReadOnlySpan<ulong> marks, int at) => (marks[at / Word] >> at % Word & 1) != 0;

    /// <summary>The place of the first mark at or after a place; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> marks, int from)
    {
        var wanted = ulong.MaxValue << from % Word;
        for (var word = from / Word; word < marks.Length; word++, wanted = ulong.MaxValue)
            if ((marks[word] & wanted) is not 0 and var left)
                return word * Word + BitOperations.TrailingZeroCount(left);
        return -1;
    }

    /// <summary>The place of the last of the marks that follow one another from a marked place on.</summary>
    public static int Last(ReadOnlySpan<ulong> marks, int from)
    {
        while ((from + 1) / Word < marks.Length && Has(marks, from + 1))
            from++;
        return from;
    }

    /// <summary>Marks the values that lie more than a distance above (side 1) or below (side -1) a value.</summary>
    public static void Beyond(ReadOnlySpan<double> values, double from, int side, double distance, Span<ulong> marks)
    {
        var (origin, sign, limit) = (
            Vector256.Create(from),
            Vector256.Create((double)side),
            Vector256.Create(distance)
        );
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < marks.Length; word++)
        {
            var (start, end) = (word * Word, Math.Min(values.Length, (word + 1) * Word));
            var (bits, i) = (0UL, start);
            for (; i + Vector256<double>.Count <= end; i += Vector256<double>.Count)
            {
                var distances = (Vector256.LoadUnsafe(ref first, (nuint)i) - origin) * sign;
                bits |= (ulong)Vector256.GreaterThan(distances, limit).ExtractMostSignificantBits() << (i - start);
            }
            for (; i < end; i++)
                bits |= (values[i] - from) * side > distance ? 1UL << (i - start) : 0;
            marks[word] = bits;
        }
    }

    /// <summary>Marks the values above (side 1) or below (side -1) the one before.</summary>
    public static void Steps(ReadOnlySpan<double> values, int side, Span<ulong> marks)
    {
        marks.Clear();
        for (var i = 1; i < values.Length; i++)
            marks[i / Word] |= ((values[i] - values[i - 1]) * side > 0 ? 1UL : 0) << i % Word;
    }

    /// <summary>Marks where a run of marks has reached a length, and all places where it goes on.</summary>
    public static void Runs(ReadOnlySpan<ulong> marks, int length, Span<ulong> reached)
    {
        var before = 0UL;
        for (var word = 0; word < marks.Length; word++)
        {
            var (now, all) = (marks[word], marks[word]);
            for (var back = 1; back < length; back++)
                all &= now << back | before >> (Word - back);
            (reached[word], before) = (all, now);
        }
    }

    /// <summary>Marks the places that are marked, and so are the ones before, all but one of so many at most.</summary>
    public static void Clusters(ReadOnlySpan<ulong> marks, int within, Span<ulong> reached)
    {
        var before = 0UL;
        for (var word = 0; word < marks.Length; word++)
        {
            var (now, all, allButOne) = (marks[word], marks[word], marks[word]);
            for (var back = 1; back < within; back++)
            {
                var earlier = now << back | before >> (Word - back);
                (all, allButOne) = (all & earlier, allButOne & earlier | all);
            }
            (reached[word], before) = (allButOne, now);
        }
    }
}
