namespace Heed.Analytics.Text;

/// <summary>
/// Numbers 64-bit hashes 0, 1, 2 … in the order in which they are first seen, and finds them again. The hashes are mixed
/// already, so their low bits are the place in the table.
/// </summary>
/// <remarks>
/// Two words of a vocabulary of 100,000 share a hash once in four billion vocabularies, so the words themselves are not
/// kept. The same hashes in the same order get the same numbers. Reading is safe from many threads, adding from one.
/// </remarks>
public sealed class HashIndex
{
    const int Empty = -1;
    ulong[] _hashes;
    int[] _slots;
    int _count;

    /// <summary>An empty index.</summary>
    /// <param name="room">How many hashes are expected; it grows by itself.</param>
    public HashIndex(int room = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        _hashes = new ulong[Math.Max(room, 4)];
        _slots = Slots(_hashes.Length);
    }

    /// <summary>How many different hashes there are.</summary>
    public int Count => _count;

    /// <summary>The hashes, in the order of their numbers.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, _count);

    /// <summary>Whether the hash is known.</summary>
    public bool Contains(ulong hash) => Find(hash) >= 0;

    /// <summary>The number of a hash, from 0; -1 where it is unknown.</summary>
    public int Find(ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number == Empty || _hashes[number] == hash)
                return number;
        }
    }

    /// <summary>The number of a hash, which is made known where it was not.</summary>
    public int Add(ulong hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] != Empty; slot = (slot + 1) & mask)
            if (_hashes[_slots[slot]] == hash)
                return _slots[slot];
        if (_count == _hashes.Length)
        {
            Grow();
            return Add(hash);
        }
        _hashes[_count] = hash;
        _slots[slot] = _count;
        return _count++;
    }

    void Grow()
    {
        Array.Resize(ref _hashes, _hashes.Length * 2);
        _slots = Slots(_hashes.Length);
        var mask = _slots.Length - 1;
        for (var number = 0; number < _count; number++)
        {
            var slot = (int)_hashes[number] & mask;
            while (_slots[slot] != Empty)
                slot = (slot + 1) & mask;
            _slots[slot] = number;
        }
    }

    /// <summary>At most half full, so that a miss is found after one or two looks.</summary>
    static int[] Slots(int room)
    {
        var slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)room * 2)];
        slots.AsSpan().Fill(Empty);
        return slots;
    }
}
