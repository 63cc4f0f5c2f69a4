namespace Heed.Analytics.Columns;

/// <summary>
/// One attribute of the people who answered (region, channel, wave): its name and the dictionary of its values, each of
/// which has a small number. Number 0 is "not known".
/// </summary>
public sealed class AttributeColumn
{
    const int MostValues = ushort.MaxValue;
    readonly Lock _writing = new();
    readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal) { [""] = 0 };
    string[] _values = new string[16];
    int _count = 1;

    internal AttributeColumn(string name, int index)
    {
        (Name, Index) = (name, index);
        _values[0] = "";
    }

    /// <summary>What the attribute is called.</summary>
    public string Name { get; }

    /// <summary>How many different values there are, "not known" included.</summary>
    public int Count => Volatile.Read(ref _count);

    internal int Index { get; }

    /// <summary>The value with a number; empty text for "not known".</summary>
    public string this[int code] =>
        code < Count ? Volatile.Read(ref _values)[code] : throw new ArgumentOutOfRangeException(nameof(code));

    /// <summary>The number of a value, new where it was not seen before.</summary>
    /// <param name="value">The value as people see it; null or empty when it is not known.</param>
    /// <returns>The number, or a sentence when there are too many different values to group by.</returns>
    public Answer<int> CodeOf(string? value)
    {
        lock (_writing)
        {
            if (_codes.TryGetValue(value ?? "", out var code))
                return code;
            if (_count > MostValues)
                return new NoAnswer($"{Name} has more than {MostValues} different values. It is a text, not a group.");
            if (_count == _values.Length)
            {
                var larger = new string[_count * 2];
                _values.CopyTo(larger, 0);
                Volatile.Write(ref _values, larger);
            }
            _values[_count] = value!;
            _codes[value!] = _count;
            Volatile.Write(ref _count, _count + 1);
            return _count - 1;
        }
    }

    /// <summary>Values that stand in this order from the beginning, whether somebody has them or not.</summary>
    internal void Begin(IEnumerable<string> values)
    {
        foreach (var value in values)
            CodeOf(value);
    }

    /// <summary>The number of a value that was seen; false when it never was.</summary>
    internal bool Knows(string value, out int code)
    {
        lock (_writing)
            return _codes.TryGetValue(value, out code);
    }
}
