namespace Heed.Listen;

/// <summary>How far a file is read.</summary>
readonly record struct ReadSoFar(long Rows, long New, long Known, long Rejected, long Bytes);

/// <summary>Some rows of a file on their way to the store. Its buffers are used again for later rows.</summary>
sealed class RowBatch
{
    public const int MostRows = 2_000;
    const int MostBytes = 1 << 20;
    readonly List<Place> _places = new(MostRows);
    readonly List<RejectedRow> _rejected = [];
    byte[] _bytes = new byte[1 << 18];
    int _length;

    readonly record struct Place(long Sequence, UInt128 Content, UInt128? External, int Start, int Length);

    public IReadOnlyList<RejectedRow> Rejected => _rejected;

    /// <summary>How far the file is read with this batch.</summary>
    public ReadSoFar Until { get; set; }

    /// <summary>Long records fill it before its rows do.</summary>
    public bool IsFull => _length >= MostBytes;

    public void Add(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record)
    {
        if (_bytes.Length - _length < record.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + record.Length));
        record.CopyTo(_bytes.AsSpan(_length));
        _places.Add(new(sequence, content, external, _length, record.Length));
        _length += record.Length;
    }

    public void Refuse(RejectedRow row) => _rejected.Add(row);

    public void WriteTo(ResponseWriter writer)
    {
        foreach (var (sequence, content, external, start, length) in _places)
            writer.Write(sequence, content, external, _bytes.AsSpan(start, length));
    }

    public void Clear()
    {
        _places.Clear();
        _rejected.Clear();
        _length = 0;
    }
}
