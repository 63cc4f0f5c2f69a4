namespace Heed.Analytics.Evidence;

/// <summary>
/// Each rule over all points at once, as marks. Most series have no signal, so nothing is allocated until one is found.
/// </summary>
/// <param name="series">The points.</param>
/// <param name="band">The band they are compared with; it has limits.</param>
/// <param name="room">Room for three rows of marks.</param>
ref struct SignalSearch(Series series, NoiseBand band, Span<ulong> room)
{
    readonly Series _series = series;
    readonly ReadOnlySpan<double> _values = series.Values;
    readonly double _centre = band.Centre!.Value;
    readonly double _halfWidth = band.HalfWidth!.Value;
    readonly double _lower = band.Lower!.Value;
    readonly double _upper = band.Upper!.Value;
    readonly Span<ulong> _outside = room[..(room.Length / 3)];
    readonly Span<ulong> _marks = room[(room.Length / 3)..(room.Length / 3 * 2)];
    readonly Span<ulong> _reached = room[(room.Length / 3 * 2)..];
    List<Signal>? _found;

    /// <summary>How much room the marks of so many points take.</summary>
    public static int Room(int points) => 3 * Marks.Words(points);

    public readonly IReadOnlyList<Signal> Found
    {
        get
        {
            if (_found is null)
                return [];
            // By insertion: few, nearly in order, and rules keep theirs where signals begin together.
            for (var i = 1; i < _found.Count; i++)
            for (var j = i; j > 0 && _found[j - 1].From > _found[j].From; j--)
                (_found[j - 1], _found[j]) = (_found[j], _found[j - 1]);
            return _found;
        }
    }

    /// <summary>Points outside the limits. Comes before the other rules, which ask which points these are.</summary>
    public void Outside()
    {
        Marks.Beyond(_values, 0, 1, _upper, _marks);
        Marks.Beyond(_values, 0, -1, -_lower, _reached);
        for (var word = 0; word < _outside.Length; word++)
            _outside[word] = _marks[word] | _reached[word];
        for (var i = Marks.Next(_outside, 0); i >= 0; i = Marks.Next(_outside, i + 1))
            Add(SignalRule.Outside, _values[i] > _upper ? Direction.Up : Direction.Down, i, i, i);
    }

    /// <summary>So many points in a row on one side, or for a trend each beyond the one before.</summary>
    public void Run(SignalRule rule, int length)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            // A trend of n points has n - 1 steps; the point it starts from is the one before the first step.
            var trend = rule is SignalRule.Trend;
            if (trend)
                Marks.Steps(_values, side, _marks);
            else
                Marks.Beyond(_values, _centre, side, 0, _marks);
            Marks.Runs(_marks, trend ? length - 1 : length, _reached);
            for (var i = Marks.Next(_reached, 0); i >= 0; )
            {
                var to = Marks.Last(_reached, i);
                Add(rule, DirectionOf(side), i - length + 1, to, i);
                i = Marks.Next(_reached, to + 1);
            }
        }
    }

    /// <summary>"3 of 4": all but one of a few points near one limit; windows that overlap are one signal.</summary>
    public void Cluster(SignalRule rule, int within)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            MarkZone(rule, side);
            Marks.Clusters(_marks, within, _reached);
            var (from, to, completed) = (-1, -1, -1);
            for (var i = Marks.Next(_reached, 0); i >= 0; i = Marks.Next(_reached, i + 1))
            {
                var first = FirstOf(within - 1, i);
                if (to >= 0 && first <= to)
                {
                    to = i;
                    continue;
                }
                if (to >= 0)
                    Add(rule, DirectionOf(side), from, to, completed);
                (from, to, completed) = (first, i, i);
            }
            if (to >= 0)
                Add(rule, DirectionOf(side), from, to, completed);
        }
    }

    readonly void MarkZone(SignalRule rule, int side)
    {
        // A clipped limit does not narrow the zones: they come from the noise, not from the metric's bounds.
        if (rule is SignalRule.NearALimit)
        {
            Marks.Beyond(_values, _centre, side, _halfWidth / 2, _marks);
            return;
        }
        Marks.Beyond(_values, _centre, side, _halfWidth * 2 / 3, _marks);
        for (var word = 0; word < _marks.Length; word++)
            _marks[word] &= ~_outside[word];
    }

    /// <summary>The place of the first of the newest so many marks up to a place.</summary>
    readonly int FirstOf(int marks, int at)
    {
        while (marks > 1)
            if (Marks.Has(_marks, --at))
                marks--;
        return at;
    }

    static Direction DirectionOf(int side) => side > 0 ? Direction.Up : Direction.Down;

    void Add(SignalRule rule, Direction direction, int from, int to, int completed) =>
        (_found ??= []).Add(
            new(rule, direction, from, to, completed, _series[from].Date, _series[to].Date, _series[completed].Date)
        );
}
