using System.Globalization;

namespace Heed.Analytics.Scores;

/// <summary>
/// Counts answers one by one into a <see cref="Distribution"/>, and remembers what did not fit so that it can be said
/// which values, how many, and where the first was.
/// </summary>
/// <remarks>
/// <code>
/// var tally = new Tally(Scale.OneToFive);
/// foreach (var row in rows)
///     tally.Add(row.Answer);        // null: no answer
/// if (tally.Distribution().Refused(out var because, out var distribution))
///     Say(because);
/// </code>
/// </remarks>
/// <param name="scale">The scale the answers should be on.</param>
public sealed class Tally(Scale scale)
{
    const int ShownValues = 5;
    readonly long[] _counts = new long[scale.Points];
    readonly double[] _weights = new double[scale.Points];
    readonly Dictionary<double, long> _strangers = [];
    double _squares;
    long _missing;
    long _rows;
    long _firstStranger;
    long _badWeights;
    long _firstBadWeight;
    bool _weighted;

    /// <summary>How many answers and missing answers were added.</summary>
    public long Rows => _rows;

    /// <summary>Adds one answer.</summary>
    /// <param name="answer">A point of the scale; null where there is none.</param>
    public void Add(double? answer) => Count(answer, 1);

    /// <summary>Adds one answer that stands for <paramref name="weight"/> people.</summary>
    /// <param name="answer">A point of the scale; null where there is none.</param>
    /// <param name="weight">Zero or more. A weight below zero or that is no number makes the whole tally refuse.</param>
    public void Add(double? answer, double weight)
    {
        _weighted = true;
        Count(answer, weight);
    }

    /// <summary>Adds all that another tally of the same scale counted.</summary>
    /// <param name="other">The other tally; it stays as it is.</param>
    /// <exception cref="ArgumentException">It counts on another scale.</exception>
    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Scale != scale)
            throw new ArgumentException($"Counted on {other.Scale}, not on {scale}.", nameof(other));
        if (other._firstStranger > 0 && _strangers.Count == 0)
            _firstStranger = _rows + other._firstStranger;
        if (other._firstBadWeight > 0 && _badWeights == 0)
            _firstBadWeight = _rows + other._firstBadWeight;
        for (var point = 0; point < _counts.Length; point++)
        {
            _counts[point] += other._counts[point];
            _weights[point] += other._weights[point];
        }
        foreach (var (value, count) in other._strangers)
            _strangers[value] = _strangers.GetValueOrDefault(value) + count;
        (_rows, _missing) = (_rows + other._rows, _missing + other._missing);
        (_squares, _badWeights) = (_squares + other._squares, _badWeights + other._badWeights);
        _weighted |= other._weighted;
    }

    Scale Scale => scale;

    void Count(double? answer, double weight)
    {
        _rows++;
        if (!Weight.IsPossible(weight))
        {
            _firstBadWeight = _badWeights++ == 0 ? _rows : _firstBadWeight;
            return;
        }
        if (answer is not { } value)
        {
            _missing++;
            return;
        }
        if (!scale.Holds(value))
        {
            _firstStranger = _strangers.Count == 0 ? _rows : _firstStranger;
            _strangers[value] = _strangers.GetValueOrDefault(value) + 1;
            return;
        }
        var index = (int)value - scale.Low;
        _counts[index]++;
        _weights[index] += weight;
        _squares += weight * weight;
    }

    /// <summary>The distribution of all that was added.</summary>
    /// <returns>The distribution, or a sentence about values outside the scale or weights that cannot be.</returns>
    public Answer<Distribution> Distribution()
    {
        if (_strangers.Count > 0)
            return new NoAnswer(Strangers());
        if (_badWeights > 0)
            return new NoAnswer(
                $"{_badWeights} of {_rows} weights are below zero or not a number, the first in row {_firstBadWeight}. "
                    + "A weight says for how many people an answer stands."
            );
        return new Distribution(scale, [.. _counts], _missing, _weighted ? [.. _weights] : null, _squares);
    }

    string Strangers()
    {
        var shown = _strangers
            .OrderByDescending(found => found.Value)
            .ThenBy(found => found.Key)
            .Take(ShownValues)
            .Select(found =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Key} ({(found.Value == 1 ? "once" : $"{found.Value} times")})"
                )
            );
        var rest = _strangers.Count > ShownValues ? $" and {_strangers.Count - ShownValues} other values" : "";
        return $"{_strangers.Values.Sum()} of {_rows} answers are not on the scale {scale}: {string.Join(", ", shown)}{rest}; "
            + $"the first is in row {_firstStranger}. Name such codes as missing, or give the right scale.";
    }
}
