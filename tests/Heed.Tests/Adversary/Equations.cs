using System.Numerics;

namespace Heed.Tests.Adversary;

/// <summary>What is known: sums over some of the unknowns, kept in reduced echelon form.</summary>
sealed class Equations(int unknowns)
{
    const double Zero = 1e-7;
    readonly List<(int Pivot, double[] Row)> _rows = [];
    readonly double[] _asked = new double[unknowns];

    public void Add(IEnumerable<int> who)
    {
        Reduce(who);
        var pivot = Array.FindIndex(_asked, value => Math.Abs(value) > Zero);
        if (pivot < 0)
            return;
        double[] row = [.. _asked];
        var scale = row[pivot];
        for (var i = 0; i < unknowns; i++)
            row[i] /= scale;
        foreach (var (_, other) in _rows)
            Subtract(other, row, other[pivot]);
        _rows.Add((pivot, row));
    }

    /// <summary>Whether the sum of these follows from what is known.</summary>
    public bool Determine(IEnumerable<int> who)
    {
        Reduce(who);
        return Array.TrueForAll(_asked, value => Math.Abs(value) <= Zero);
    }

    void Reduce(IEnumerable<int> who)
    {
        Array.Clear(_asked);
        foreach (var one in who)
            _asked[one] = 1;
        foreach (var (pivot, known) in _rows)
            Subtract(_asked, known, _asked[pivot]);
    }

    static void Subtract(Span<double> from, ReadOnlySpan<double> row, double times)
    {
        if (Math.Abs(times) <= Zero)
            return;
        var by = new Vector<double>(times);
        var i = 0;
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(from[i..]) - by * new Vector<double>(row[i..])).CopyTo(from[i..]);
        for (; i < from.Length; i++)
            from[i] -= times * row[i];
    }
}
