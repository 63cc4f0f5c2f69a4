using System.Runtime.Intrinsics;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>
/// How often each point was answered in every combination of the axes' places. The last entry of each group counts
/// missing answers.
/// </summary>
sealed class Cube
{
    readonly Axis[] _axes;
    readonly Scale _scale;
    readonly int[] _counts;
    readonly Vector128<double>[]? _weights;

    public Cube(Axis[] axes, Scale scale, int[] counts, Vector128<double>[]? weights) =>
        (_axes, _scale, _counts, _weights) = (axes, scale, counts, weights);

    public Axis[] Axes => _axes;
    public Scale Scale => _scale;
    public int Stride => _scale.Points + 1;
    public int Groups => _counts.Length / Stride;

    /// <summary>With one axis: those at a place are counted as having given no answer.</summary>
    public Cube Unanswered(int place)
    {
        var (counts, start) = ((int[])_counts.Clone(), place * Stride);
        for (var point = 0; point < _scale.Points; point++)
        {
            counts[start + _scale.Points] += counts[start + point];
            counts[start + point] = 0;
        }
        var weights = (Vector128<double>[]?)_weights?.Clone();
        weights?.AsSpan(start, _scale.Points).Clear();
        return new(_axes, _scale, counts, weights);
    }

    /// <summary>The counts of one group's points, lowest first, and of its missing answers.</summary>
    public ReadOnlySpan<int> Group(int group) => _counts.AsSpan(group * Stride, Stride);

    /// <summary>The first and the last numbered period in these rows; 1 and 0, which is none, where no row has a date.</summary>
    public static (int First, int Last) PeriodsOf(Block[] blocks, long rows)
    {
        var (first, last) = (int.MaxValue, 0);
        foreach (var block in blocks)
        {
            if (rows <= 0)
                break;
            var (start, end) = block.PeriodsOf((int)Math.Min(rows, block.Capacity));
            (first, last) = (Math.Min(first, start), Math.Max(last, end));
            rows -= block.Capacity;
        }
        return last == 0 ? (1, 0) : (first, last);
    }

    /// <summary>The answers of all groups whose place on each axis is in the set for that axis, as one distribution.</summary>
    public Distribution Sum(IReadOnlyList<int[]> places)
    {
        var counts = new long[_scale.Points];
        var weights = _weights is null ? null : new double[_scale.Points];
        var (missing, squares) = (0L, 0.0);
        foreach (var group in GroupsAt(places, 0, 0))
        {
            var start = group * Stride;
            for (var point = 0; point < counts.Length; point++)
            {
                counts[point] += _counts[start + point];
                if (weights is null)
                    continue;
                weights[point] += _weights![start + point][0];
                squares += _weights[start + point][1];
            }
            missing += _counts[start + counts.Length];
        }
        return new(_scale, counts, missing, weights, squares);
    }

    IEnumerable<int> GroupsAt(IReadOnlyList<int[]> places, int axis, int before)
    {
        if (axis == _axes.Length)
        {
            yield return before;
            yield break;
        }
        foreach (var place in places[axis])
        foreach (var group in GroupsAt(places, axis + 1, before * _axes[axis].Size + place))
            yield return group;
    }
}
