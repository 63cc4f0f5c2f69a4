using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Heed.Analytics.Columns;

/// <summary>The counts of some of the rows of a <see cref="Cube"/>.</summary>
sealed unsafe class CubePart
{
    // Rows next to each other often have the same entry, and counting waits for the count before it to be stored. Four
    // tables in turn do not wait; they pay as long as all four fit the processor's nearest cache.
    const int SpreadUpTo = 2048;
    const int SpreadWeightsUpTo = 512;
    readonly int[] _spread;
    readonly Vector128<double>[] _spreadWeights;
    readonly int _entries;

    public CubePart(int entries, bool weighted)
    {
        _entries = entries;
        _spread = entries <= SpreadUpTo ? new int[entries * 4] : [];
        _spreadWeights = weighted && entries <= SpreadWeightsUpTo ? new Vector128<double>[entries * 4] : [];
        Counts = new int[entries];
        Weights = weighted ? new Vector128<double>[entries] : null;
    }

    public int[] Counts { get; }

    /// <summary>The sums of the weights and of their squares, side by side.</summary>
    public Vector128<double>[]? Weights { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ushort* entries, int length)
    {
        var i = 0;
        if (_spread.Length > 0)
            fixed (int* counts = _spread)
                for (; i <= length - 4; i += 4)
                {
                    var four = *(ulong*)(entries + i);
                    counts[(ushort)four]++;
                    counts[_entries + (ushort)(four >> 16)]++;
                    counts[_entries * 2 + (ushort)(four >> 32)]++;
                    counts[_entries * 3 + (int)(four >> 48)]++;
                }
        for (; i < length; i++)
            Counts[entries[i]]++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Weigh(ushort* entries, int length, float* weights)
    {
        var i = 0;
        if (_spreadWeights.Length > 0)
            fixed (Vector128<double>* sums = _spreadWeights)
                for (; i <= length - 4; i += 4)
                {
                    sums[entries[i]] += Both(weights[i]);
                    sums[_entries + entries[i + 1]] += Both(weights[i + 1]);
                    sums[_entries * 2 + entries[i + 2]] += Both(weights[i + 2]);
                    sums[_entries * 3 + entries[i + 3]] += Both(weights[i + 3]);
                }
        fixed (Vector128<double>* sums = Weights)
            for (; i < length; i++)
                sums[entries[i]] += Both(weights[i]);
    }

    public void Count(int entry, float weight)
    {
        Counts[entry]++;
        if (Weights is not null)
            Weights[entry] += Both(weight);
    }

    /// <summary>Brings the four tables together; call once, when all rows are counted.</summary>
    public void Close()
    {
        for (var i = 0; i < _spread.Length; i++)
            Counts[i % _entries] += _spread[i];
        for (var i = 0; i < _spreadWeights.Length; i++)
            Weights![i % _entries] += _spreadWeights[i];
    }

    public void Add(CubePart other)
    {
        for (var i = 0; i < Counts.Length; i++)
            Counts[i] += other.Counts[i];
        for (var i = 0; i < (Weights?.Length ?? 0); i++)
            Weights![i] += other.Weights![i];
    }

    static Vector128<double> Both(double weight) => Vector128.Create(weight, weight * weight);
}
