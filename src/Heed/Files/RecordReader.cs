namespace Heed.Files;

/// <summary>
/// Reads a delimited file record by record as UTF-8 bytes, without a string per cell: a million rows of twenty columns
/// take a fifth of a second (docs/decisions). Quotes count only at the beginning of a cell (RFC 4180).
/// </summary>
sealed class RecordReader : IDisposable
{
    /// <summary>A quoted cell longer than this is a quote that was never closed.</summary>
    const int LongestRecord = 16 * 1024 * 1024;

    /// <summary>Most files are small: a large buffer for each costs a collection of all memory every few dozen files.</summary>
    const int AtOnce = 1 << 16;

    /// <summary>No row has more of them that anybody reads; a line of nothing but commas costs no more than its bytes.</summary>
    internal const int MostCells = 10_000;
    const byte Quote = (byte)'"';

    readonly Stream _utf8;
    readonly byte _delimiter;
    byte[] _buffer;
    byte[] _scratch = new byte[1024];
    (int Start, int Length, bool Escaped)[] _cells = new (int, int, bool)[64];
    int _next;
    int _end;
    int _start;
    int _length;
    int _held = -1;
    bool _finished;
    bool _last;

    public RecordReader(Stream utf8, char delimiter, long rowsBefore = 0)
        : this(utf8, delimiter, AtOnce) => Row = rowsBefore;

    /// <summary>The same with a buffer of another size at first; what is read does not depend on it.</summary>
    internal static RecordReader WithBuffer(Stream utf8, char delimiter, int bytes) => new(utf8, delimiter, bytes);

    /// <summary>For the first rows alone: one that is longer than a megabyte ends there.</summary>
    internal static RecordReader OfHead(Stream utf8, char delimiter) =>
        new(utf8, delimiter, AtOnce) { _longest = LongestHead };

    const int LongestHead = 1 << 20;
    int _longest = LongestRecord;

    RecordReader(Stream utf8, char delimiter, int room)
    {
        (_utf8, _buffer) = (utf8, new byte[room]);
        _delimiter = (byte)delimiter;
    }

    /// <summary>
    /// Blanks may stand around the quotes of a cell, as people type them. Not for exports: in an answer, a quote after a
    /// blank is a quote.
    /// </summary>
    public bool AllowsBlanksAroundQuotes { get; init; }

    /// <summary>Rows that are passed over, where some are no answers.</summary>
    public LeftOutRows? LeftOut { get; set; }

    /// <summary>What is known of rows that end before the last column, where the columns are known.</summary>
    public ShortRows? Short { get; set; }

    /// <summary>What is known of rows within a cell, where the columns are known.</summary>
    public SwallowedRows? Swallowed { get; set; }

    /// <summary>Whether another table begins below this one, where the columns are known.</summary>
    public SecondTable? Second { get; set; }

    /// <summary>The number of the record as a spreadsheet counts: the first one of the file is 1, headers included.</summary>
    public long Row { get; private set; }

    /// <summary>Never more than <see cref="MostCells"/>.</summary>
    public int Cells { get; private set; }

    /// <summary>The record has more cells, which are not read.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The file ended within a quoted cell.</summary>
    public bool EndedInQuotes { get; private set; }

    /// <summary>The last record had no line break after it.</summary>
    public bool EndedWithoutBreak { get; private set; }
    public long BytesRead { get; private set; }

    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_start, _length);

    /// <summary>The cell without its quotes; blank behind the last one. Valid until the next cell is asked for.</summary>
    public ReadOnlySpan<byte> this[int cell]
    {
        get
        {
            if (cell >= Cells)
                return default;
            var (start, length, escaped) = _cells[cell];
            var raw = _buffer.AsSpan(_start + start, length);
            return escaped ? Unescaped(raw) : raw;
        }
    }

    /// <summary>The record has these cells: what is missing at its end was left out, and what is too much is blank.</summary>
    public bool Fits(int cells) =>
        Swallowed?.Stands is not true
        && (Cells == cells || (Cells < cells ? Short?.Stands is true : OnlyBlanksFrom(cells)));

    /// <summary>The record has more cells than these, and the others are blank: a delimiter too many at the end of each row.</summary>
    public bool OnlyBlanksFrom(int cell)
    {
        if (Cells < cell || HasMore)
            return false;
        for (var i = cell; i < Cells; i++)
            if (!CellText.Trimmed(this[i]).IsEmpty)
                return false;
        return true;
    }

    public string Text(int cell) => System.Text.Encoding.UTF8.GetString(this[cell]);

    /// <summary>Reads the cells of one stored record.</summary>
    public static RecordReader Over(char delimiter) => new(Stream.Null, delimiter, room: 4096) { _finished = true };

    public void Load(ReadOnlySpan<byte> record)
    {
        if (record.Length > _buffer.Length)
            _buffer = new byte[record.Length * 2];
        record.CopyTo(_buffer);
        (_start, _next, _end) = (0, 0, record.Length);
        Cells = 0;
        if (record.Length > 0)
            Scan();
    }

    /// <summary>Goes to the next record that is not an empty line.</summary>
    public bool Read()
    {
        while (true)
        {
            if (_next >= _end && !Fill())
                return false;
            if (!Scan())
            {
                Fill();
                continue;
            }
            Row++;
            if (_length == 0 || LeftOut?.Hold(this) is true)
                continue;
            Second?.Look(this);
            Short?.Look(this);
            Swallowed?.Look(this);
            return true;
        }
    }

    /// <summary>The cells of the record after this one, at which the reader stays; null at the end of the file.</summary>
    public string[]? Following()
    {
        string[]? cells = null;
        for (_held = _start; cells is null && (_next < _end || Fill()); )
            if (!Scan())
                Fill();
            else if (_length > 0 && LeftOut?.Knows(this) is not true)
                cells = [.. Enumerable.Range(0, Cells).Select(Text)];
        (_next, _held) = (_held, -1);
        Scan();
        return cells;
    }

    /// <summary>Finds the cells of the record at <c>_next</c>; false when the buffer ends before the record does.</summary>
    bool Scan()
    {
        var data = _buffer.AsSpan(_next, _end - _next);
        var ends = new CellEnds(_buffer.AsSpan(_next), data.Length, _delimiter);
        var at = 0;
        var cells = 0;
        EndedInQuotes = false;
        _last = _finished || data.Length >= _longest;
        while (true)
        {
            if (cells == _cells.Length && cells < MostCells)
                Array.Resize(ref _cells, Math.Min(cells * 2, MostCells));
            var start = at;
            var inner = (Start: at, Length: -1, Escaped: false);
            if (AllowsBlanksAroundQuotes)
                at = BeforeQuotes(data, at);
            if (at < data.Length && data[at] == Quote)
            {
                var opens = at;
                if (!PastQuotes(data, ref at, out var escaped, out var closed))
                    return false;
                inner = (opens + 1, at - opens - (closed ? 2 : 1), escaped);
                EndedInQuotes = !closed;
                if (AllowsBlanksAroundQuotes)
                    at = PastBlanks(data, at);
            }
            var found = ends.From(at);
            if (found < 0 && !_last)
                return false;
            var end = found < 0 ? data.Length : found;
            // Letters after a closing quote: the cell is taken as it stands.
            if (cells < MostCells)
                _cells[cells] = inner.Length >= 0 && end == at ? inner : (start, end - start, false);
            cells++;
            if (found >= 0 && data[end] == _delimiter)
            {
                at = end + 1;
                continue;
            }
            return Finish(data, end, cells);
        }
    }

    static int BeforeQuotes(ReadOnlySpan<byte> data, int at) =>
        PastBlanks(data, at) is var quote && quote < data.Length && data[quote] == Quote ? quote : at;

    static int PastBlanks(ReadOnlySpan<byte> data, int at)
    {
        var blanks = data[at..].IndexOfAnyExcept((byte)' ');
        return blanks < 0 ? data.Length : at + blanks;
    }

    bool Finish(ReadOnlySpan<byte> data, int end, int cells)
    {
        var after = end;
        if (end < data.Length)
        {
            after++;
            if (data[end] == '\r')
            {
                if (after == data.Length && !_last)
                    return false;
                if (after < data.Length && data[after] == '\n')
                    after++;
            }
        }
        EndedWithoutBreak = end == data.Length;
        (_start, _length, Cells, HasMore) = (_next, end, Math.Min(cells, MostCells), cells > MostCells);
        _next += after;
        return true;
    }

    bool PastQuotes(ReadOnlySpan<byte> data, ref int at, out bool escaped, out bool closed)
    {
        (escaped, closed) = (false, false);
        var from = at + 1;
        while (true)
        {
            var quote = data[from..].IndexOf(Quote);
            if (quote < 0 || (from + quote + 1 == data.Length && !_last))
            {
                if (!_last)
                    return false;
                closed = quote >= 0;
                at = closed ? from + quote + 1 : data.Length;
                return true;
            }
            from += quote + 1;
            if (from < data.Length && data[from] == Quote)
            {
                escaped = true;
                from++;
                continue;
            }
            closed = true;
            at = from;
            return true;
        }
    }

    bool Fill()
    {
        if (_finished)
            return false;
        var from = _held < 0 ? _next : _held;
        if (from > 0)
        {
            Buffer.BlockCopy(_buffer, from, _buffer, 0, _end - from);
            (_end, _next, _held) = (_end - from, _next - from, Math.Min(_held, 0));
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        // Filled to the brim: the record is looked through anew each time, and some streams give a little at a time.
        var read = _utf8.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        BytesRead += read;
        _finished = _end + read < _buffer.Length;
        _end += read;
        return _next < _end;
    }

    ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> raw)
    {
        if (_scratch.Length < raw.Length)
            _scratch = new byte[raw.Length * 2];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            _scratch[length++] = raw[i];
            if (raw[i] == Quote && i + 1 < raw.Length && raw[i + 1] == Quote)
                i++;
        }
        return _scratch.AsSpan(0, length);
    }

    public void Dispose() => _utf8.Dispose();
}
