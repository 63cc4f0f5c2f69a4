namespace Heed.Analytics.Columns;

/// <summary>
/// Some thousand rows as one array per column. Rows are only ever added; a reader looks at the rows that were there when
/// it began, so nothing it sees can change.
/// </summary>
sealed class Block
{
    // Codes are bytes until one does not fit; then the column is copied wide and old readers keep the narrow one.
    readonly Array[] _codes;

    public Block(int capacity, int questions, int attributes, int sets, int numbers, bool weighted)
    {
        Capacity = capacity;
        Periods = new ushort[capacity];
        Points = new byte[questions][];
        for (var q = 0; q < questions; q++)
            Points[q] = new byte[capacity];
        _codes = new Array[attributes];
        for (var a = 0; a < attributes; a++)
            _codes[a] = new byte[capacity];
        Sets = new ulong[sets][];
        for (var s = 0; s < sets; s++)
            Sets[s] = new ulong[capacity];
        Numbers = new double[numbers][];
        for (var n = 0; n < numbers; n++)
            Numbers[n] = new double[capacity];
        Weights = weighted ? new float[capacity] : null;
    }

    int _firstPeriod = int.MaxValue;
    int _lastPeriod;

    public int Capacity { get; }
    public ushort[] Periods { get; }
    public byte[][] Points { get; }
    public ulong[][] Sets { get; }
    public double[][] Numbers { get; }
    public float[]? Weights { get; }

    /// <summary>A <c>byte[]</c> or, where there are many values, a <c>ushort[]</c>.</summary>
    public Array Codes(int attribute) => Volatile.Read(ref _codes[attribute]);

    public void Write(
        int row,
        int period,
        ReadOnlySpan<byte> points,
        ReadOnlySpan<int> codes,
        ReadOnlySpan<ulong> sets,
        ReadOnlySpan<double> numbers,
        float weight
    )
    {
        Periods[row] = (ushort)period;
        if (period != 0)
            (_firstPeriod, _lastPeriod) = (Math.Min(_firstPeriod, period), Math.Max(_lastPeriod, period));
        for (var q = 0; q < points.Length; q++)
            Points[q][row] = points[q];
        for (var a = 0; a < codes.Length; a++)
            WriteCode(a, row, codes[a]);
        for (var s = 0; s < sets.Length; s++)
            Sets[s][row] = sets[s];
        for (var n = 0; n < numbers.Length; n++)
            Numbers[n][row] = numbers[n];
        if (Weights is not null)
            Weights[row] = weight;
    }

    /// <summary>The first and the last numbered period of the first <paramref name="rows"/> rows; the last is 0 if none is.</summary>
    public (int First, int Last) PeriodsOf(int rows)
    {
        if (rows == Capacity)
            return (_firstPeriod, _lastPeriod);
        var (first, last) = (int.MaxValue, 0);
        foreach (var period in Periods.AsSpan(0, rows))
            if (period != 0)
                (first, last) = (Math.Min(first, period), Math.Max(last, period));
        return (first, last);
    }

    void WriteCode(int attribute, int row, int code)
    {
        if (_codes[attribute] is byte[] narrow)
        {
            if (code <= byte.MaxValue)
            {
                narrow[row] = (byte)code;
                return;
            }
            var wide = new ushort[Capacity];
            for (var i = 0; i < row; i++)
                wide[i] = narrow[i];
            Volatile.Write(ref _codes[attribute], wide);
        }
        ((ushort[])_codes[attribute])[row] = (ushort)code;
    }
}
