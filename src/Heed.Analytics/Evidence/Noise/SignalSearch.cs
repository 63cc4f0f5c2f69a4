using System.Numerics;

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
            if (_found is null)
                return [];
            // By insertion: few, nearly in order, and rules keep theirs where signals begin together.
            for (var i = 1; i < _found.Count; i++)
            for (var j = i; j > 0 && _found[j - 1].From > _found[j].From; j--)
                (_found[j - 1], _found[j]) = (_found[j], _found[j - 1]);
            return _found;
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
            // The last points as bits, the newest lowest: 1 for a hit.
            var (seen, window) = (0u, (1u << within) - 1);
            for (var i = 0; i < _values.Length; i++)
            {
                var hit = IsHit(rule, i, side);
                seen = ((seen << 1) | (hit ? 1u : 0u)) & window;
                if (!hit || BitOperations.PopCount(seen) < hits)
                    continue;
                var first = i - PlaceOfHit(seen, hits);
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

    /// <summary>How many points back the n-th newest hit lies.</summary>
    static int PlaceOfHit(uint seen, int n)
    {
        for (; n > 1; n--)
            seen &= seen - 1;
        return BitOperations.TrailingZeroCount(seen);
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
