using System.Globalization;
using System.Text;

namespace Heed.Analytics.Text;

/// <summary>What a character does to the words around it.</summary>
enum Letter : byte
{
    Gap,
    Alphabetic,
    Digit,

    /// <summary>Of a script that writes no spaces between words.</summary>
    Unspaced,

    /// <summary>An accent or a vowel sign: part of the letter before it.</summary>
    Mark,

    /// <summary>Invisible: joiners, soft hyphens, variation selectors.</summary>
    Nothing,
    Apostrophe,
    Point,
    Comma,
    ClauseEnd,
    SentenceEnd,
    Surrogate,
}

/// <summary>A table of all characters, made once: reading a remark then is one look per character.</summary>
static class Letters
{
    static readonly Letter[] _kinds = new Letter[char.MaxValue + 1];
    static readonly char[] _lower = new char[char.MaxValue + 1];

    static Letters()
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            _kinds[i] = KindOf((char)i);
            _lower[i] = LowerOf((char)i);
        }
    }

    public static Letter Kind(char c) => _kinds[c];

    /// <summary>Lower case, full-width forms made narrow, one apostrophe.</summary>
    public static char Lower(char c) => _lower[c];

    /// <summary>What a pair of surrogates is: the ideographs beyond the first plane, other letters, or a gap (emoji).</summary>
    public static Letter Kind(char high, char low)
    {
        if (!Rune.TryCreate(high, low, out var rune))
            return Letter.Gap;
        if (rune.Value is >= 0x20000 and < 0x40000)
            return Letter.Unspaced;
        if (rune.Value is >= 0xE0100 and <= 0xE01EF)
            return Letter.Nothing;
        return Rune.IsLetterOrDigit(rune) ? Letter.Alphabetic : Letter.Gap;
    }

    static char LowerOf(char c) =>
        c switch
        {
            '’' or 'ʼ' or '‘' or '＇' => '\'',
            >= '！' and <= '～' => char.ToLowerInvariant((char)(c - 0xFEE0)),
            _ => char.ToLowerInvariant(c),
        };

    static Letter KindOf(char c)
    {
        switch (c)
        {
            case '\'' or '’' or 'ʼ' or '‘' or '＇':
                return Letter.Apostrophe;
            case '.' or '．':
                return Letter.Point;
            case ',':
                return Letter.Comma;
            case ';' or ':' or '(' or ')' or '–' or '—' or '、' or '，' or '；' or '：' or '،' or '؛':
                return Letter.ClauseEnd;
            case '!' or '?' or '…' or '\n' or '\r' or '\u2028' or '\u2029':
            case '。' or '！' or '？' or '؟' or '।' or '۔' or '።' or '։':
                return Letter.SentenceEnd;
        }
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Surrogate => Letter.Surrogate,
            UnicodeCategory.DecimalDigitNumber => Letter.Digit,
            UnicodeCategory.NonSpacingMark when c is >= '\uFE00' and <= '\uFE0F' => Letter.Nothing,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Letter.Mark,
            UnicodeCategory.Format => Letter.Nothing,
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber => IsUnspaced(c) ? Letter.Unspaced : Letter.Alphabetic,
            _ => Letter.Gap,
        };
    }

    /// <summary>Thai, Lao, Burmese, Khmer; Japanese and Chinese. Korean writes spaces.</summary>
    static bool IsUnspaced(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3005' and <= '\u3007')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF66' and <= '\uFF9F');
}
