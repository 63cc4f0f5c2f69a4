namespace Heed.Tests.Adversary;

/// <summary>What is known: sums over some of the unknowns, kept in reduced echelon form.</summary>
sealed class Equations(int unknowns)
{
    const double Zero = 1e-7;
    readonly List<(int Pivot, double[] Row)> _rows = [];

    public void Add(IEnumerable<int> who)
    {
        var row = Reduced(who);
        var pivot = Array.FindIndex(row, value => Math.Abs(value) > Zero);
        if (pivot < 0)
            return;
        var scale = row[pivot];
        for (var i = 0; i < unknowns; i++)
            row[i] /= scale;
        foreach (var (_, other) in _rows)
            Subtract(other, row, other[pivot]);
        _rows.Add((pivot, row));
    }

    /// <summary>Whether the sum of these follows from what is known.</summary>
    public bool Determine(IEnumerable<int> who) => Array.TrueForAll(Reduced(who), value => Math.Abs(value) <= Zero);

    double[] Reduced(IEnumerable<int> who)
    {
        var row = new double[unknowns];
        foreach (var one in who)
            row[one] = 1;
        foreach (var (pivot, known) in _rows)
            Subtract(row, known, row[pivot]);
        return row;
    }

    void Subtract(double[] from, double[] row, double times)
    {
        if (Math.Abs(times) <= Zero)
            return;
        for (var i = 0; i < unknowns; i++)
            from[i] -= times * row[i];
    }
}
