using System.Buffers.Binary;

namespace Heed.Kit;

/// <summary>
/// UUIDs of version 7 that also sort where two are born in one millisecond, by a counter in the place of its first random
/// bits (RFC 9562, 6.2, method 1): what is written as one list is read as that list. More than 4,096 in a millisecond
/// borrow from the next.
/// </summary>
static class Births
{
    const int CounterBits = 12;

    static long _last;

    public static Guid Next()
    {
#pragma warning disable RS0030 // The one place that may.
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        // 48 bits of milliseconds, then 4 of the version.
        var now = (BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16) << CounterBits;
#pragma warning restore RS0030
        long before,
            next;
        do
        {
            before = Volatile.Read(ref _last);
            next = Math.Max(now, before + 1);
        } while (Interlocked.CompareExchange(ref _last, next, before) != before);
        const long version = 7L << CounterBits;
        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            (next >> CounterBits << 16) | version | (next & ((1 << CounterBits) - 1))
        );
        return new Guid(bytes, bigEndian: true);
    }
}
