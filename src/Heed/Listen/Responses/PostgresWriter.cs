using System.Buffers.Binary;
using Npgsql;

namespace Heed.Listen;

/// <summary>
/// Copies rows in PostgreSQL's own binary form (its manual, COPY, "Binary Format"), a block at a time in the order of their
/// ids. Ids are hashes: as they come, each would touch another page of their index, and the index costs more than the rows.
/// </summary>
sealed class PostgresWriter : ResponseWriter
{
    const int RowsInBlock = 50_000;
    const int BytesInBlock = 1 << 23;
    const int BytesAtOnce = 1 << 16;
    const int HashBytes = 16;

    // The number of fields, the length of each, the sequence and two hashes.
    const int MostBesidesRecord = 2 + 4 * 4 + 8 + 2 * HashBytes;

    // Signature, no flags, no extension.
    static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    readonly NpgsqlRawCopyStream _copy;
    readonly ulong[] _ids = new ulong[RowsInBlock];
    readonly (int Start, int Length)[] _places = new (int, int)[RowsInBlock];
    byte[] _block = new byte[BytesInBlock];
    readonly byte[] _out = new byte[BytesAtOnce];
    int _rows;
    int _length;
    int _outLength;
    bool _hasIds;
    bool _finished;

    public PostgresWriter(NpgsqlConnection connection)
    {
        _copy = connection.BeginRawBinaryCopy(
            $"COPY \"Responses\" ({ResponseWriter.Columns}) FROM STDIN (FORMAT BINARY)"
        );
        Send(Header);
    }

    public override void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record)
    {
        var most = MostBesidesRecord + record.Length;
        if (_rows == RowsInBlock || _length + most > _block.Length)
            WriteBlock();
        if (most > _block.Length)
            _block = new byte[most];
        var row = _block.AsSpan(_length, most);
        var left = row;
        BinaryPrimitives.WriteInt16BigEndian(left, 4);
        left = left[2..];
        BinaryPrimitives.WriteInt32BigEndian(left, 8);
        BinaryPrimitives.WriteInt64BigEndian(left[4..], sequence);
        left = Hash(left[12..], content);
        _ids[_rows] = 0;
        if (external is { } id)
        {
            left = Hash(left, id);
            _ids[_rows] = BinaryPrimitives.ReverseEndianness((ulong)id);
            _hasIds = true;
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(left, -1);
            left = left[4..];
        }
        BinaryPrimitives.WriteInt32BigEndian(left, record.Length);
        record.CopyTo(left[4..]);
        var length = most - left.Length + 4 + record.Length;
        _places[_rows++] = (_length, length);
        _length += length;
    }

    static Span<byte> Hash(Span<byte> into, UInt128 hash)
    {
        BinaryPrimitives.WriteInt32BigEndian(into, HashBytes);
        BinaryPrimitives.WriteUInt128LittleEndian(into[4..], hash);
        return into[(4 + HashBytes)..];
    }

    void WriteBlock()
    {
        if (_hasIds)
            Array.Sort(_ids, _places, 0, _rows);
        foreach (var (start, length) in _places.AsSpan(0, _rows))
            Send(_block.AsSpan(start, length));
        (_rows, _length, _hasIds) = (0, 0, false);
    }

    void Send(ReadOnlySpan<byte> bytes)
    {
        if (_outLength + bytes.Length > _out.Length)
        {
            _copy.Write(_out.AsSpan(0, _outLength));
            _outLength = 0;
        }
        if (bytes.Length > _out.Length)
        {
            _copy.Write(bytes);
            return;
        }
        bytes.CopyTo(_out.AsSpan(_outLength));
        _outLength += bytes.Length;
    }

    public override void Finish()
    {
        WriteBlock();
        Send([0xFF, 0xFF]); // in place of a number of fields: no more rows
        _copy.Write(_out.AsSpan(0, _outLength));
        _finished = true;
        _copy.Dispose();
    }

    public override void Dispose()
    {
        if (!_finished)
            _copy.Cancel();
        _copy.Dispose();
    }
}
