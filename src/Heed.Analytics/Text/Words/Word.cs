namespace Heed.Analytics.Text;

/// <summary>What a word is made of.</summary>
public enum WordKind : byte
{
    /// <summary>Letters, or letters and digits.</summary>
    Letters,

    /// <summary>Digits only, with points and commas inside.</summary>
    Number,

    /// <summary>Two neighbouring characters of a script without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese).</summary>
    Characters,
}

/// <summary>A word of a remark, as a place in its text: no text is copied.</summary>
/// <param name="Hash">The hash of the whole word in lower case, without a possessive ’s.</param>
/// <param name="Stem">The hash of its first letters, by which its forms count as one (<see cref="WordRules.PrefixLength"/>).</param>
/// <param name="Start">Where it begins in the remark, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is there, in UTF-16 units.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
/// <param name="Clause">The number of its clause within the remark, from 0. Every sentence begins a clause.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="IsStop">Whether it is a stop word of the language: “the”, “and”, “of”.</param>
public readonly record struct Word(
    ulong Hash,
    ulong Stem,
    int Start,
    int Length,
    int Sentence,
    int Clause,
    WordKind Kind,
    bool IsStop
)
{
    /// <summary>Whether the word says what a remark is about: no stop word, no bare number.</summary>
    public bool IsContent => !IsStop && Kind != WordKind.Number;

    /// <summary>The word as it was written.</summary>
    /// <param name="remark">The remark that was read.</param>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> remark) => remark.Slice(Start, Length);
}

/// <summary>A stretch of a remark.</summary>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 units, the end marks included.</param>
/// <param name="FirstWord">The number of its first word, from 0.</param>
/// <param name="Words">How many words it has; 1 or more.</param>
public readonly record struct Passage(int Start, int Length, int FirstWord, int Words)
{
    /// <summary>The stretch as it was written.</summary>
    /// <param name="remark">The remark that was read.</param>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> remark) => remark.Slice(Start, Length);
}
