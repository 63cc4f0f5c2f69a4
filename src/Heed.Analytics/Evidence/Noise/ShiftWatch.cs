namespace Heed.Analytics.Evidence;

/// <summary>
/// Watches whether the level moved up since its first points: the changepoint model for unknown parameters of Hawkins, Qiu and
/// Kang 2003 (Journal of Quality Technology 35). After each point, all points before some place are compared with those from
/// there on by Student's t, and the largest over all places counts. Both level and spread come from the points themselves, so
/// a level from eight points makes no more false alarms than one that is known.
/// </summary>
/// <param name="likeness">The autocorrelation that points are freed from, 0..1. A value above the true one is careful.</param>
/// <param name="limit">Where an alarm is raised, in standard deviations.</param>
sealed class ShiftWatch(double likeness, double limit)
{
    /// <summary>The fewest points of a shift: one or two wild ones raise no alarm.</summary>
    public const int Shortest = 3;

    // The way back: a sum of log-likelihood ratios between both levels (Page 1954), no point counting for more than one.
    const double LargestStep = 1;
    const double Enough = 4;

    readonly record struct Kept(double Value, int Period, int Place);

    /// <summary>Sums over whitened points: of shares squared, of products with the values, of the values squared.</summary>
    readonly record struct Sums(double Shares, double Products, double Squares)
    {
        public double Level => Products / Shares;
        public double Rest => Math.Max(0, Squares - Products * Products / Shares);

        public Sums And(Whitened point) =>
            new(
                Shares + point.Share * point.Share,
                Products + point.Share * point.Value,
                Squares + point.Value * point.Value
            );

        public static Sums operator -(Sums all, Sums some) =>
            new(all.Shares - some.Shares, all.Products - some.Products, all.Squares - some.Squares);
    }

    readonly List<Kept> _kept = [];
    readonly List<Sums> _sums = [default];
    readonly List<Kept> _gone = [];
    int _learnt;
    (double Level, double Other, double Variance) _shift;
    double _back;

    /// <summary>Whether the level is up now.</summary>
    public bool IsRaised => _gone.Count > 0;

    /// <summary>The place of the first point of the level that holds now, as it was numbered; null before the first alarm.</summary>
    public int? Since { get; private set; }

    /// <summary>Takes a point into the level that is watched.</summary>
    public void Learn(double value, int period)
    {
        Keep(new(value, period, -1));
        _learnt = _kept.Count;
    }

    /// <summary>Judges a point.</summary>
    public void Judge(double value, int period, int place)
    {
        var point = new Kept(value, period, place);
        if (IsRaised)
            LookForTheWayBack(point);
        else
        {
            Keep(point);
            LookForAShift();
        }
    }

    void Keep(Kept point)
    {
        var freed = _kept is [.., var before]
            ? Whitened.Next(point.Value, before.Value, point.Period - before.Period, likeness)
            : Whitened.First(point.Value);
        _kept.Add(point);
        _sums.Add(_sums[^1].And(freed));
    }

    void LookForAShift()
    {
        var (most, at) = (limit, -1);
        for (var place = _learnt; place <= _kept.Count - Shortest; place++)
            if (Distance(place) is var here && here >= most)
                (most, at) = (here, place);
        if (at < 0)
            return;
        var (before, after) = (_sums[at], _sums[^1] - _sums[at]);
        _shift = (before.Level, after.Level, (before.Rest + after.Rest) / (_kept.Count - 2));
        _gone.AddRange(_kept[at..]);
        Since = _kept[at].Place;
        _back = 0;
        _kept.RemoveRange(at, _kept.Count - at);
        _sums.RemoveRange(at + 1, _sums.Count - at - 1);
    }

    /// <summary>Student's t for a shift at a place, as a standard normal deviate (Wallace 1959).</summary>
    double Distance(int place)
    {
        var (before, after) = (_sums[place], _sums[^1] - _sums[place]);
        var degrees = _kept.Count - 2;
        var variance = (before.Rest + after.Rest) / degrees;
        var rise = after.Level - before.Level;
        if (!(rise > 0) || !(variance > 0))
            return 0;
        var squared = rise * rise / (variance * (1 / before.Shares + 1 / after.Shares));
        return (8.0 * degrees + 1) / (8.0 * degrees + 3) * Math.Sqrt(degrees * Math.Log(1 + squared / degrees));
    }

    void LookForTheWayBack(Kept point)
    {
        _gone.Add(point);
        var (level, other, variance) = _shift;
        var ratio = (other - level) * ((level + other) / 2 - point.Value) / variance;
        var before = _back;
        _back = Math.Max(0, _back + Math.Clamp(ratio, -LargestStep, LargestStep));
        if (before == 0)
            _turned = point.Place;
        if (_back < Enough)
            return;
        // What lay between belongs to neither: the watched level goes on with the points from the turn.
        Since = _turned;
        foreach (var good in _gone.Where(one => one.Place >= _turned))
            Keep(good);
        _gone.Clear();
        _learnt = _kept.Count;
    }

    int _turned;
}
