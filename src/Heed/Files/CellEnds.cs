using System.Numerics;
using System.Runtime.Intrinsics;

namespace Heed.Files;

/// <summary>
/// Where the cells of a record end: at a delimiter or a line break. Sixty-four bytes are looked at in one go and remembered
/// as bits, because most cells are shorter than a search takes to begin.
/// </summary>
/// <param name="buffer">The bytes, and what lies behind them.</param>
/// <param name="length">How many of them there are.</param>
ref struct CellEnds(ReadOnlySpan<byte> buffer, int length, byte delimiter)
{
    const int Width = 64;

    readonly ReadOnlySpan<byte> _buffer = buffer;
    int _block = -Width;
    ulong _ends;

    /// <summary>The first end at a place or behind it; −1 where there is none. To be asked from left to right: never again before an end that was found.</summary>
    public int From(int at)
    {
        if (at - _block >= Width)
            Look(at);
        while (at < length)
        {
            var ends = _ends >> (at - _block);
            if (ends != 0)
                return at + BitOperations.TrailingZeroCount(ends);
            at = _block + Width;
            Look(at);
        }
        return -1;
    }

    void Look(int at)
    {
        _block = at;
        _ends = 0;
        if (at >= length)
            return;
        if (_buffer.Length - at >= Width)
        {
            var block = _buffer.Slice(at, Width);
            _ends =
                Ends(Vector256.Create(block))
                | ((ulong)Ends(Vector256.Create(block[Vector256<byte>.Count..])) << Vector256<byte>.Count);
        }
        else
        {
            for (var i = at; i < length; i++)
            {
                if (_buffer[i] is (byte)'\n' or (byte)'\r' || _buffer[i] == delimiter)
                    _ends |= 1UL << (i - at);
            }
        }
        if (length - at < Width)
            _ends &= (1UL << (length - at)) - 1;
    }

    readonly uint Ends(Vector256<byte> bytes) =>
        (
            Vector256.Equals(bytes, Vector256.Create(delimiter))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))
        ).ExtractMostSignificantBits();
}
