using System.Numerics;

namespace Heed.Analytics.Text.Themes;

/// <summary>The place of a term by its hash: open addressing, for the hashes are spread already.</summary>
sealed class TermTable
{
    readonly ulong[] _terms;
    readonly int[] _places;
    readonly ulong _mask;

    public TermTable(ReadOnlySpan<ulong> terms)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, terms.Length * 2));
        (_terms, _places, _mask) = (new ulong[size], new int[size], (ulong)size - 1);
        for (var i = 0; i < terms.Length; i++)
        {
            var at = Slot(terms[i]);
            while (_places[at] != 0)
                at = (at + 1) & _mask;
            (_terms[at], _places[at]) = (terms[i], i + 1);
        }
    }

    /// <summary>The place, from 0; -1 for a term that is not known.</summary>
    public int Of(ulong term)
    {
        for (var at = Slot(term); _places[at] != 0; at = (at + 1) & _mask)
            if (_terms[at] == term)
                return _places[at] - 1;
        return -1;
    }

    // A multiplication spreads made-up ids (1, 2, 3) as well as hashes (Fibonacci hashing, Knuth vol. 3, 6.4).
    ulong Slot(ulong term) => (term * 0x9E3779B97F4A7C15 >> 20) & _mask;
}
