namespace Heed.Analytics.Evidence;

/// <summary>One pass over a series for each rule. Most series have no signal, so nothing is allocated until one is found.</summary>
ref struct SignalSearch(Series series, NoiseBand band)
{
    readonly Series _series = series;
    readonly ReadOnlySpan<double> _values = series.Values;
    readonly double _centre = band.Centre!.Value;
    readonly double _halfWidth = band.HalfWidth!.Value;
    readonly double _lower = band.Lower!.Value;
    readonly double _upper = band.Upper!.Value;
    List<Signal>? _found;

    public readonly IReadOnlyList<Signal> Found
    {
        get
        {
            // Stable: rules keep their order where signals begin together.
            return _found is null ? []
                : _found.Count == 1 ? _found
                : [.. _found.OrderBy(signal => signal.From)];
        }
    }

    public void Outside()
    {
        for (var i = 0; i < _values.Length; i++)
            if (IsOutside(i))
                Add(SignalRule.Outside, _values[i] > _upper ? Direction.Up : Direction.Down, i, i, i);
    }

    public void Run(SignalRule rule, int length)
    {
        // A trend of n points has n - 1 steps; the point it starts from is the one before the first step.
        var extra = rule is SignalRule.Trend ? 1 : 0;
        var (start, side) = (0, 0);
        for (var i = extra; i <= _values.Length; i++)
        {
            var now =
                i == _values.Length ? 0
                : rule is SignalRule.Trend ? Sign(_values[i] - _values[i - 1])
                : Side(i);
            if (now == side && now != 0)
                continue;
            var from = start - extra;
            if (side != 0 && i - from >= length)
                Add(rule, side > 0 ? Direction.Up : Direction.Down, from, i - 1, from + length - 1);
            (start, side) = (i, now);
        }
    }

    /// <summary>"3 of 4": enough hits on one side within a few points; windows that overlap are one signal.</summary>
    public void Cluster(SignalRule rule, int hits, int within)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            var (from, to, completed) = (-1, -1, -1);
            for (var i = 0; i < _values.Length; i++)
            {
                if (!IsHit(rule, i, side))
                    continue;
                var (first, count) = (i, 0);
                for (var j = i; j >= 0 && j > i - within && count < hits; j--)
                    if (IsHit(rule, j, side))
                        (first, count) = (j, count + 1);
                if (count < hits)
                    continue;
                if (to >= 0 && first <= to)
                {
                    to = i;
                    continue;
                }
                if (to >= 0)
                    Add(rule, side > 0 ? Direction.Up : Direction.Down, from, to, completed);
                (from, to, completed) = (first, i, i);
            }
            if (to >= 0)
                Add(rule, side > 0 ? Direction.Up : Direction.Down, from, to, completed);
        }
    }

    readonly bool IsOutside(int i) => _values[i] > _upper || _values[i] < _lower;

    readonly int Side(int i) => Sign(_values[i] - _centre);

    static int Sign(double difference) =>
        difference > 0 ? 1
        : difference < 0 ? -1
        : 0;

    readonly bool IsHit(SignalRule rule, int i, int side)
    {
        var distance = (_values[i] - _centre) * side;
        // A clipped limit does not narrow the zones: they come from the noise, not from the metric's bounds.
        return rule is SignalRule.NearALimit
            ? distance > _halfWidth / 2
            : distance > _halfWidth * 2 / 3 && !IsOutside(i);
    }

    void Add(SignalRule rule, Direction direction, int from, int to, int completed) =>
        (_found ??= []).Add(
            new(rule, direction, from, to, completed, _series[from].Date, _series[to].Date, _series[completed].Date)
        );
}
