namespace Heed.Analytics.Tests.Columns;

/// <summary>Equations in echelon form: what adds up to a shown figure.</summary>
sealed class Knowledge(int unknowns)
{
    readonly List<double[]> _rows = [];

    public void Add(IEnumerable<int> cells)
    {
        var row = Reduced(cells);
        if (Array.FindIndex(row, Counts) < 0)
            return;
        _rows.Add(row);
    }

    public bool Determines(IEnumerable<int> cells) => Array.FindIndex(Reduced(cells), Counts) < 0;

    double[] Reduced(IEnumerable<int> cells)
    {
        var row = new double[unknowns];
        foreach (var cell in cells)
            row[cell] += 1;
        foreach (var known in _rows)
        {
            var pivot = Array.FindIndex(known, Counts);
            var times = row[pivot] / known[pivot];
            if (Math.Abs(times) > 1e-9)
                for (var i = 0; i < unknowns; i++)
                    row[i] -= times * known[i];
        }
        return row;
    }

    static bool Counts(double value) => Math.Abs(value) > 1e-7;
}
