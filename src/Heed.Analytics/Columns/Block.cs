namespace Heed.Analytics.Columns;

/// <summary>
/// Some thousand rows as one array per column. Rows are only ever added; a reader looks at the rows that were there when
/// it began, so nothing it sees can change.
/// </summary>
sealed class Block
{
    // Codes are bytes until one does not fit; then the column is copied wide and old readers keep the narrow one.
    readonly Array[] _codes;

    public Block(int capacity, int questions, int attributes, bool weighted)
    {
        Capacity = capacity;
        Periods = new ushort[capacity];
        Points = new byte[questions][];
        for (var q = 0; q < questions; q++)
            Points[q] = new byte[capacity];
        _codes = new Array[attributes];
        for (var a = 0; a < attributes; a++)
            _codes[a] = new byte[capacity];
        Weights = weighted ? new float[capacity] : null;
    }

    public int Capacity { get; }
    public ushort[] Periods { get; }
    public byte[][] Points { get; }
    public float[]? Weights { get; }

    /// <summary>A <c>byte[]</c> or, where there are many values, a <c>ushort[]</c>.</summary>
    public Array Codes(int attribute) => Volatile.Read(ref _codes[attribute]);

    public void Write(int row, int period, ReadOnlySpan<byte> points, ReadOnlySpan<int> codes, float weight)
    {
        Periods[row] = (ushort)period;
        for (var q = 0; q < points.Length; q++)
            Points[q][row] = points[q];
        for (var a = 0; a < codes.Length; a++)
            WriteCode(a, row, codes[a]);
        if (Weights is not null)
            Weights[row] = weight;
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
