namespace Heed.Listen;

/// <summary>
/// Where each remark lies in the store, and the values that their list may be filtered by, oldest first. Places are only
/// added, so whoever looks needs no copy.
/// </summary>
sealed class RemarkPlaces(int attributes)
{
    const int Smallest = 1024;
    readonly Lock _writing = new();
    long[] _sequences = [];
    short[] _questions = [];
    ushort[][] _codes = [.. Enumerable.Range(0, attributes).Select(_ => Array.Empty<ushort>())];
    int _count;
    int _people;

    public readonly record struct Place(long Sequence, short Question);

    public void Add(long sequence, short question, ReadOnlySpan<int> codes)
    {
        lock (_writing)
        {
            if (_count == _sequences.Length)
                Grow();
            // The remarks of one person lie side by side.
            if (_count == 0 || _sequences[_count - 1] != sequence)
                _people++;
            (_sequences[_count], _questions[_count]) = (sequence, question);
            for (var a = 0; a < codes.Length; a++)
                _codes[a][_count] = (ushort)codes[a];
            _count++;
        }
    }

    void Grow()
    {
        var size = Math.Max(Smallest, _count * 2);
        Array.Resize(ref _sequences, size);
        Array.Resize(ref _questions, size);
        // A new outer array: those who look keep theirs.
        _codes = [.. _codes.Select(codes => Resized(codes, size))];
    }

    static ushort[] Resized(ushort[] codes, int size)
    {
        Array.Resize(ref codes, size);
        return codes;
    }

    /// <summary>The places of this moment.</summary>
    public Seen Now()
    {
        lock (_writing)
            return new(_sequences, _questions, _codes, _count, _people);
    }

    internal readonly struct Seen(long[] sequences, short[] questions, ushort[][] codes, int count, int people)
    {
        public int Count => count;

        /// <summary>How many wrote them: who answered two questions in words is one.</summary>
        public int People => people;

        public int CountOf(int attribute, ushort code) => codes[attribute].AsSpan(0, count).Count(code);

        public int PeopleOf(int attribute, ushort code)
        {
            var (of, wrote) = (codes[attribute], 0);
            for (var at = 0; at < count; at++)
                if (of[at] == code && (at == 0 || sequences[at] != sequences[at - 1]))
                    wrote++;
            return wrote;
        }

        /// <summary>Newest first.</summary>
        public List<Place> Page(int skip, int take)
        {
            List<Place> page = new(take);
            for (var at = count - 1 - skip; at >= 0 && page.Count < take; at--)
                page.Add(new(sequences[at], questions[at]));
            return page;
        }

        /// <summary>Newest first, of those with one value of an attribute.</summary>
        public List<Place> Page(int attribute, ushort code, int skip, int take)
        {
            List<Place> page = new(take);
            var rest = codes[attribute].AsSpan(0, count);
            while (page.Count < take && rest.LastIndexOf(code) is var at and >= 0)
            {
                if (skip-- <= 0)
                    page.Add(new(sequences[at], questions[at]));
                rest = rest[..at];
            }
            return page;
        }
    }
}
