namespace Heed.Analytics.Columns;

/// <summary>All groups along one axis with the other axes held still, and the group they add up to.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="Total">How many answers they have together.</param>
/// <param name="TotalHidden">Whether that is hidden.</param>
readonly record struct Line(int[] Groups, long Total, bool TotalHidden);

/// <summary>The groups of a cube by some of its axes, with what each may show.</summary>
sealed class GroupTable
{
    readonly int[] _sizes;
    readonly int[] _steps;
    readonly long[] _points;
    readonly long[] _n;
    readonly bool[] _hidden;
    readonly bool[] _knownEmpty;
    readonly int _width;
    readonly int _best;
    readonly int _minimum;

    /// <summary>The groups by the axes whose bits are set, added up over the others.</summary>
    public GroupTable(Cube cube, int axes, int minimum)
    {
        _minimum = minimum;
        _width = cube.Scale.Points;
        _best = cube.Scale.Better == Scores.ScaleOrder.HigherIsBetter ? _width - 1 : 0;
        Axes = [.. Enumerable.Range(0, cube.Axes.Length).Where(axis => (axes >> axis & 1) == 1)];
        _sizes = [.. cube.Axes.Select(axis => axis.Size)];
        _steps = new int[_sizes.Length];
        var groups = 1;
        foreach (var axis in Axes.Reverse())
        {
            _steps[axis] = groups;
            groups *= _sizes[axis];
        }
        _points = new long[groups * _width];
        _n = new long[groups];
        _hidden = new bool[groups];
        _knownEmpty = new bool[groups];
        Array.Fill(_knownEmpty, Axes.Length == 1);
        for (var from = 0; from < cube.Groups; from++)
        {
            var to = Place(from);
            var points = cube.Group(from);
            for (var point = 0; point < _width; point++)
            {
                _points[to * _width + point] += points[point];
                _n[to] += points[point];
            }
            // A value or a period that no row has is known to be empty; the place of unknown values mostly is.
            _knownEmpty[to] &= _n[to] + points[_width] == 0;
        }
    }

    public int[] Axes { get; }

    public long N(int group) => _n[group];

    /// <summary>The hidden groups that must not be found out.</summary>
    public IEnumerable<int> Small =>
        Enumerable.Range(0, _n.Length).Where(group => _hidden[group] && !CouldBeShown([group]));

    public bool IsHidden(int group) => _hidden[group];

    /// <summary>
    /// Whether a group is hidden and not empty. Who knows everybody who answered knows the empty ones, so these protect
    /// nobody when equations are solved.
    /// </summary>
    public bool IsOpen(int group) => _hidden[group] && _n[group] > 0;

    public bool IsHidden(int[]?[] places) => _hidden[Axes.Sum(axis => places[axis]![0] * _steps[axis])];

    /// <summary>Hides a group, unless everybody knows that it is empty; true when that changed something.</summary>
    public bool Hide(int group)
    {
        if (_hidden[group] || _knownEmpty[group])
            return false;
        return _hidden[group] = true;
    }

    public bool HideAll()
    {
        var changed = false;
        for (var group = 0; group < _n.Length; group++)
            changed |= Hide(group);
        return changed;
    }

    public void HideSmall()
    {
        for (var group = 0; group < _n.Length; group++)
            _hidden[group] = !CouldBeShown([group]);
    }

    /// <summary>The shown group with the fewest answers, but some; the first of equals.</summary>
    public int? Smallest(int[] groups)
    {
        int? smallest = null;
        foreach (var group in groups)
            if (!_hidden[group] && _n[group] > 0 && (smallest is null || _n[group] < _n[smallest.Value]))
                smallest = group;
        return smallest;
    }

    /// <summary>Whether some groups together are none, or enough, and did not all say the same in a small circle.</summary>
    public bool CouldBeShown(int[] groups)
    {
        var n = groups.Sum(group => _n[group]);
        if (n == 0 || n >= 2 * _minimum)
            return true;
        if (n < _minimum)
            return false;
        for (var point = 0; point < _width; point++)
            if (point != _best && groups.Sum(group => _points[group * _width + point]) == n)
                return false;
        return true;
    }

    /// <summary>How far it is from a group to each other one along an axis.</summary>
    public IEnumerable<int> Shifts(int group, int axis)
    {
        var here = group / _steps[axis] % _sizes[axis];
        for (var place = 0; place < _sizes[axis]; place++)
            if (place != here)
                yield return (place - here) * _steps[axis];
    }

    /// <summary>The lines along one axis, with their totals from the table that lacks that axis.</summary>
    public IEnumerable<Line> Lines(int axis, GroupTable totals)
    {
        for (var group = 0; group < _n.Length; group++)
        {
            if (group / _steps[axis] % _sizes[axis] != 0)
                continue;
            var total = totals.Place(group, this);
            int[] groups = [.. Enumerable.Range(0, _sizes[axis]).Select(place => group + place * _steps[axis])];
            if (totals._n[total] == 0 && !totals._hidden[total])
                foreach (var empty in groups)
                    _knownEmpty[empty] = true;
            yield return new(groups, totals._n[total], totals._hidden[total]);
        }
    }

    // Where a group of the whole cube lies in this table.
    int Place(int cubeGroup)
    {
        var place = 0;
        for (var axis = _sizes.Length - 1; axis >= 0; axis--)
        {
            place += cubeGroup % _sizes[axis] * _steps[axis];
            cubeGroup /= _sizes[axis];
        }
        return place;
    }

    // Where a group of a finer table lies in this one.
    int Place(int group, GroupTable finer) =>
        Axes.Sum(axis => group / finer._steps[axis] % _sizes[axis] * _steps[axis]);
}
