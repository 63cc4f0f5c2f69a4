namespace Heed.Analytics.Columns;

/// <summary>
/// A question of which people chose several options: its name and the dictionary of its options. What one person chose is
/// one number, a bit for each option, so that ten options take no more room than one.
/// </summary>
public sealed class SetColumn
{
    /// <summary>How many options there may be.</summary>
    public const int MostOptions = 60;

    /// <summary>What stands for somebody who answered and chose no option.</summary>
    public const ulong Answered = 1;

    /// <summary>Not answered, not chosen, chosen.</summary>
    internal const int Places = 3;
    readonly Lock _writing = new();
    readonly AttributeColumn _options;

    internal SetColumn(string name, int index) => (_options, Index) = (new(name, index), index);

    /// <summary>What the question is called.</summary>
    public string Name => _options.Name;

    /// <summary>How many options were seen.</summary>
    public int Count => _options.Count - 1;

    internal int Index { get; }

    /// <summary>The option with a number, from 1.</summary>
    public string this[int option] => _options[option];

    /// <summary>What somebody chose, with one option more.</summary>
    /// <param name="chosen">What was chosen so far; 0 at first.</param>
    /// <param name="option">The option as people see it.</param>
    /// <returns>The set, or a sentence when there are too many options.</returns>
    public Answer<ulong> With(ulong chosen, string option)
    {
        ArgumentException.ThrowIfNullOrEmpty(option);
        lock (_writing)
        {
            if (!_options.Knows(option, out var code))
            {
                if (Count == MostOptions)
                    return new NoAnswer($"{Name} has more than {MostOptions} options.");
                code = _options.CodeOf(option).Value;
            }
            return chosen | Answered | 1UL << code;
        }
    }

    /// <summary>Whether a set holds nothing but options that were seen, and is answered where it holds one.</summary>
    internal bool Holds(ulong set) => set >> _options.Count == 0 && (set == 0 || (set & Answered) != 0);

    internal static byte Place(ulong set, int option) => set == 0 ? (byte)0 : (byte)(1 + (set >> option & 1));
}
