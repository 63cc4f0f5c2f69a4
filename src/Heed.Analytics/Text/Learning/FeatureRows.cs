namespace Heed.Analytics.Text;

/// <summary>Sparse rows, one after another.</summary>
sealed class FeatureRows
{
    int[] _places = new int[1024];
    float[] _values = new float[1024];
    int _many;
    readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public ReadOnlySpan<int> Places(int row) => _places.AsSpan(Start(row).._ends[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(Start(row).._ends[row]);

    public void Add(int place, float value)
    {
        if (_many == _places.Length)
        {
            Array.Resize(ref _places, _many * 2);
            Array.Resize(ref _values, _many * 2);
        }
        (_places[_many], _values[_many++]) = (place, value);
    }

    public void EndRow() => _ends.Add(_many);

    public void Clear()
    {
        _many = 0;
        _ends.Clear();
    }

    int Start(int row) => row == 0 ? 0 : _ends[row - 1];
}
