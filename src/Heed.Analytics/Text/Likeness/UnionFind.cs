namespace Heed.Analytics.Text.Likeness;

/// <summary>Joins pairs into groups; the lowest of a group leads it, in whatever order the pairs come.</summary>
/// <remarks>Tarjan, Journal of the ACM 22, 1975, with path halving.</remarks>
sealed class UnionFind(int count)
{
    readonly int[] _above = [.. Enumerable.Range(0, count)];

    public void Join(int one, int other)
    {
        (one, other) = (Leader(one), Leader(other));
        _above[Math.Max(one, other)] = Math.Min(one, other);
    }

    int Leader(int at)
    {
        while (_above[at] != at)
            at = _above[at] = _above[_above[at]];
        return at;
    }

    public int[] Leaders()
    {
        for (var i = 0; i < _above.Length; i++)
            Leader(i);
        return [.. Enumerable.Range(0, _above.Length).Select(Leader)];
    }
}
