namespace Heed.Analytics.Evidence;

/// <summary>
/// Designs seen through every kind of noise, kept between series of one shape: where their points lie, how many came before the
/// change, and which seasons. A thousand metrics measured on the same days share one.
/// </summary>
static class DesignCache
{
    // A longer series is whitened in a few milliseconds and would take megabytes to keep.
    const int LongestKept = 520;

    // Some 32 MB of doubles.
    const long MostKept = 4_000_000;

    static readonly Lock Gate = new();
    static readonly Dictionary<Shape, (ChangeDesign, Lazy<WhitenedDesign[]>)> Kept = [];
    static long _size;

    /// <summary>The design and its whitened forms, one for each of <see cref="NoiseKind.All"/>.</summary>
    public static (ChangeDesign Design, IEnumerable<WhitenedDesign> Whitened) Of(
        int[] periods,
        int before,
        Cadence cadence,
        SeasonalWaves waves
    )
    {
        if (periods.Length > LongestKept)
        {
            var long_ = new ChangeDesign(periods, before, cadence, waves);
            return (long_, NoiseKind.All.Select(noise => new WhitenedDesign(long_, noise)));
        }
        var shape = new Shape(periods, before, cadence, waves);
        lock (Gate)
        {
            if (!Kept.TryGetValue(shape, out var found))
            {
                var size = NoiseKind.All.Length * (long)periods.Length * (waves.Columns + 7);
                if (_size + size > MostKept)
                {
                    Kept.Clear();
                    _size = 0;
                }
                _size += size;
                var design = new ChangeDesign(periods, before, cadence, waves);
                found = (
                    design,
                    new(() => Array.ConvertAll(NoiseKind.All, noise => new WhitenedDesign(design, noise)))
                );
                Kept[shape] = found;
            }
            return (found.Item1, found.Item2.Value);
        }
    }

    /// <summary>Equal where the columns are: without a season only distances count, with one the calendar does too.</summary>
    readonly struct Shape(int[] periods, int before, Cadence cadence, SeasonalWaves waves) : IEquatable<Shape>
    {
        readonly int[] _periods = periods;
        readonly (int, Cadence, SeasonalWaves, int) _rest = (
            before,
            waves.Columns == 0 ? Cadence.Day : cadence,
            waves,
            waves.Columns == 0 ? 0 : periods[0]
        );

        public bool Equals(Shape other)
        {
            if (_rest != other._rest || _periods.Length != other._periods.Length)
                return false;
            for (var i = 1; i < _periods.Length; i++)
                if (_periods[i] - _periods[0] != other._periods[i] - other._periods[0])
                    return false;
            return true;
        }

        public override bool Equals(object? obj) => obj is Shape other && Equals(other);

        public override int GetHashCode() =>
            HashCode.Combine(
                _rest,
                _periods.Length,
                _periods[^1] - _periods[0],
                _periods[^1] - _periods[_periods.Length / 2]
            );
    }
}
