using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Text.Likeness;

/// <summary>
/// The signature of a remark: 64 numbers, of which two remarks have as large a share in common as they share of their
/// words and pairs of words (Jaccard's index), give or take .06.
/// </summary>
/// <remarks>
/// Broder, <i>On the resemblance and containment of documents</i>, 1997: of each of 64 orders of all hashes the first one
/// that the remark has. The orders are x ↦ ax + b mod 2³²; 16 bits of each minimum are kept, so that a signature takes
/// 128 bytes and unlike remarks agree in a place once in 65,536.
/// </remarks>
public static class MinHash
{
    /// <summary>How many numbers a signature has.</summary>
    public const int Size = 64;

    /// <summary>Bands of the signature by which candidates are found; four numbers each make one of 64 bits.</summary>
    internal const int Bands = 16;

    static readonly uint[] Factors = new uint[Size];
    static readonly uint[] Offsets = new uint[Size];

    static MinHash()
    {
        var draws = new Draws(1997);
        for (var i = 0; i < Size; i++)
            (Factors[i], Offsets[i]) = ((uint)draws.Bits() | 1, (uint)draws.Bits());
    }

    /// <summary>Writes the signature of a remark.</summary>
    /// <param name="hashes">The hashes of its words and pairs, one or more; order and repetition change nothing.</param>
    /// <param name="signature">64 places.</param>
    /// <exception cref="ArgumentException">There is no hash, or no place for the signature.</exception>
    public static void Write(ReadOnlySpan<ulong> hashes, Span<ushort> signature)
    {
        if (hashes.IsEmpty)
            throw new ArgumentException("A remark without words has no signature.", nameof(hashes));
        if (signature.Length != Size)
            throw new ArgumentException($"A signature has {Size} places, not {signature.Length}.", nameof(signature));
        var spread = Vector256.Create(0x9E3779B1u);
        for (var from = 0; from < Size; from += 16)
        {
            var (factors, offsets) = (Vector256.LoadUnsafe(ref Factors[from]), Vector256.LoadUnsafe(ref Offsets[from]));
            var (factorsUp, offsetsUp) = (
                Vector256.LoadUnsafe(ref Factors[from + 8]),
                Vector256.LoadUnsafe(ref Offsets[from + 8])
            );
            var (least, leastUp) = (Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet);
            foreach (var hash in hashes)
            {
                var x = Vector256.Create((uint)(hash >> 32));
                least = Vector256.Min(least, x * factors + offsets);
                leastUp = Vector256.Min(leastUp, x * factorsUp + offsetsUp);
            }
            Vector256.Narrow((least * spread) >>> 16, (leastUp * spread) >>> 16).StoreUnsafe(ref signature[from]);
        }
    }

    /// <summary>The share of places, 0 to 1, in which two signatures agree: an estimate of Jaccard's index.</summary>
    public static double Likeness(ReadOnlySpan<ushort> one, ReadOnlySpan<ushort> other) =>
        Agreeing(one, other) / (double)Size;

    internal static int Agreeing(ReadOnlySpan<ushort> one, ReadOnlySpan<ushort> other)
    {
        var agreeing = 0;
        for (var from = 0; from < Size; from += 16)
        {
            var equal = Vector256.Equals(
                Vector256.Create(one.Slice(from, 16)),
                Vector256.Create(other.Slice(from, 16))
            );
            agreeing += BitOperations.PopCount(equal.ExtractMostSignificantBits());
        }
        return agreeing;
    }

    internal static ulong Band(ReadOnlySpan<ushort> signature, int band) =>
        MemoryMarshal.Cast<ushort, ulong>(signature)[band];
}
