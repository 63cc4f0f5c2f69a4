namespace Heed.Analytics.Text;

/// <summary>Counts places of one remark; clearing costs as much as the remark was long.</summary>
sealed class FeatureCounts(int places)
{
    readonly ushort[] _counts = new ushort[places];
    int[] _seen = new int[256];
    int _many;

    public ReadOnlySpan<int> Places => _seen.AsSpan(0, _many);

    public void Add(int place)
    {
        if (_counts[place] == 0)
        {
            if (_many == _seen.Length)
                Array.Resize(ref _seen, _many * 2);
            _seen[_many++] = place;
        }
        if (_counts[place] < ushort.MaxValue)
            _counts[place]++;
    }

    public void Clear()
    {
        foreach (var place in Places)
            _counts[place] = 0;
        _many = 0;
    }

    /// <summary>Adds them to a row, damped (1 + ln of the count), times their rarity, together of the given length.</summary>
    public void AddTo(FeatureRows rows, float[] rarity, double length)
    {
        var squares = 0.0;
        foreach (var place in Places)
            squares += Weight(place) * Weight(place);
        var factor = length / Math.Sqrt(squares);
        foreach (var place in Places)
            rows.Add(place, (float)(Weight(place) * factor));

        double Weight(int place) => (_counts[place] == 1 ? 1 : 1 + Math.Log(_counts[place])) * rarity[place];
    }
}
