using Heed.Analytics.Columns;
using Heed.People;

namespace Heed.Listen;

/// <summary>
/// Where each remark lies in the store, and the values that their list may be told apart by. Places are only added, and
/// seen in batches in which enough people wrote, so whoever looks needs no copy.
/// </summary>
/// <remarks>
/// Words obey the rule of scores: each batch is protected alone, with the minimum of words, and a list is what the batches
/// show. The remarks of one release wait for those of later ones until enough people wrote; who is no administrator has
/// batches apart, since the own words in a batch can be taken out of it.
/// </remarks>
sealed class RemarkPlaces(int attributes)
{
    public const int Fewest = 8;
    const int Smallest = 1024;
    static readonly MinimumGroup Minimum = MinimumGroup.Of(Fewest).Value;
    readonly Lock _writing = new();
    readonly Dictionary<Id<Member>, List<Range>> _waiting = [];
    long[] _sequences = [];
    short[] _questions = [];
    ushort[][] _codes = [.. Enumerable.Range(0, attributes).Select(_ => Array.Empty<ushort>())];
    Batch[] _batches = [];
    int _count;
    int _released;

    public readonly record struct Place(long Sequence, short Question);

    public void Add(long sequence, short question, ReadOnlySpan<int> codes)
    {
        lock (_writing)
        {
            if (_count == _sequences.Length)
                Grow();
            (_sequences[_count], _questions[_count]) = (sequence, question);
            for (var a = 0; a < codes.Length; a++)
                _codes[a][_count] = (ushort)codes[a];
            _count++;
        }
    }

    /// <summary>Shows the remarks that were added since, with those that waited, if enough people wrote them.</summary>
    public void Release(Id<Member>? sender)
    {
        lock (_writing)
        {
            if (_released == _count)
                return;
            var pool = sender ?? default;
            if (!_waiting.TryGetValue(pool, out var waiting))
                _waiting[pool] = waiting = [];
            waiting.Add(_released.._count);
            _released = _count;
            if (waiting.Sum(range => People(_sequences, range)) < Fewest)
                return;
            _batches = [.. _batches, new(this, [.. waiting])];
            waiting.Clear();
        }
    }

    /// <summary>The remarks of one person lie side by side.</summary>
    static int People(long[] sequences, Range range)
    {
        var people = 0;
        for (var at = range.Start.Value; at < range.End.Value; at++)
            if (at == range.Start.Value || sequences[at] != sequences[at - 1])
                people++;
        return people;
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

    /// <summary>What is shown at this moment.</summary>
    public Seen Now()
    {
        lock (_writing)
            return new(_sequences, _questions, _codes, _batches, _count);
    }

    /// <summary>Remarks that came to light together, in an order of chance that stays.</summary>
    internal sealed class Batch(RemarkPlaces places, Range[] ranges)
    {
        readonly Lock _making = new();
        readonly Dictionary<int, (int[] People, int[] Remarks, bool[] Shown)> _groups = [];
        int[]? _order;

        public int Count { get; } = ranges.Sum(range => range.End.Value - range.Start.Value);

        public int People { get; } = ranges.Sum(range => RemarkPlaces.People(places._sequences, range));

        /// <summary>
        /// By a hash of the place, which nobody is told: neither the time nor the row in the file is known by it, and the
        /// two remarks of one person do not lie side by side.
        /// </summary>
        public int[] Order
        {
            get
            {
                lock (_making)
                {
                    if (_order is not null)
                        return _order;
                    int[] all =
                    [
                        .. ranges.SelectMany(r => Enumerable.Range(r.Start.Value, r.End.Value - r.Start.Value)),
                    ];
                    var (sequences, questions) = (places._sequences, places._questions);
                    Array.Sort(Array.ConvertAll(all, at => Mixed((ulong)sequences[at], (ulong)questions[at])), all);
                    return _order = all;
                }
            }
        }

        // Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
        static ulong Mixed(ulong sequence, ulong question)
        {
            var z = sequence * 0x9E3779B97F4A7C15 + (question + 1) * 0xD1B54A32D192ED03;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }

        /// <summary>How many people of each value wrote, how many remarks, and which values may be shown.</summary>
        public (int[] People, int[] Remarks, bool[] Shown) Groups(int attribute)
        {
            lock (_making)
            {
                if (_groups.TryGetValue(attribute, out var made))
                    return made;
                var (sequences, codes) = (places._sequences, places._codes[attribute]);
                var (people, remarks) = (new int[1], new int[1]);
                foreach (var range in ranges)
                    for (var at = range.Start.Value; at < range.End.Value; at++)
                    {
                        if (codes[at] >= people.Length)
                        {
                            var size = Math.Max(codes[at] + 1, people.Length * 2);
                            Array.Resize(ref people, size);
                            Array.Resize(ref remarks, size);
                        }
                        remarks[codes[at]]++;
                        if (at == range.Start.Value || sequences[at] != sequences[at - 1])
                            people[codes[at]]++;
                    }
                return _groups[attribute] = (people, remarks, [.. Minimum.Shows(people)]);
            }
        }

        public bool Shows(int attribute, ushort code) =>
            Groups(attribute).Shown is var shown && code < shown.Length && shown[code];
    }

    internal readonly struct Seen(
        long[] sequences,
        short[] questions,
        ushort[][] codes,
        IReadOnlyList<Batch> batches,
        int all
    )
    {
        public int Count => batches.Sum(b => b.Count);

        /// <summary>How many wrote them: who answered two questions in words is one.</summary>
        public int People => batches.Sum(b => b.People);

        /// <summary>Whether anybody wrote at all, shown or not.</summary>
        public bool IsEmpty => all == 0;

        public bool IsEmptyOf(int attribute, ushort code) => !codes[attribute].AsSpan(0, all).Contains(code);

        /// <summary>How many remarks the list of one value shows.</summary>
        public int CountOf(int attribute, ushort code) =>
            Showing(attribute, code).Sum(batch => batch.Groups(attribute).Remarks[code]);

        public int PeopleOf(int attribute, ushort code) =>
            Showing(attribute, code).Sum(batch => batch.Groups(attribute).People[code]);

        /// <summary>How many values have a list that shows remarks.</summary>
        public int ListsOf(int attribute)
        {
            HashSet<int> lists = [];
            foreach (var (people, _, shown) in batches.Select(b => b.Groups(attribute)))
                lists.UnionWith(Enumerable.Range(0, people.Length).Where(code => people[code] > 0 && shown[code]));
            return lists.Count;
        }

        IEnumerable<Batch> Showing(int attribute, ushort code) => batches.Where(b => b.Shows(attribute, code));

        /// <summary>The newest batch first.</summary>
        public List<Place> Page(int skip, int take)
        {
            List<Place> page = [];
            foreach (var batch in batches.Reverse())
            {
                if (skip < batch.Count)
                    foreach (var at in batch.Order.Skip(skip).Take(take - page.Count))
                        page.Add(new(sequences[at], questions[at]));
                skip = Math.Max(0, skip - batch.Count);
                if (page.Count == take)
                    break;
            }
            return page;
        }

        /// <summary>The newest batch first, of those with one value of an attribute.</summary>
        public List<Place> Page(int attribute, ushort code, int skip, int take)
        {
            List<Place> page = [];
            var of = codes[attribute];
            foreach (var batch in Showing(attribute, code).Reverse())
            foreach (var at in batch.Order)
            {
                if (of[at] != code || skip-- > 0)
                    continue;
                page.Add(new(sequences[at], questions[at]));
                if (page.Count == take)
                    return page;
            }
            return page;
        }
    }
}
