using System.Globalization;
using System.Text;

namespace Heed.Analytics.Text;

/// <summary>
/// Tells the language of a remark by pieces of its words: up to four bytes of UTF-8, three bytes apart, marked where a word
/// begins or ends; each known piece speaks for languages, once per remark. The method and the data are those of ELD (Nito
/// T.M., Apache-2.0), the code is our own.
/// </summary>
/// <remarks>
/// Sixty languages. One or two words are often told wrongly: look at <see cref="LanguageGuess.IsReliable"/>, or narrow the
/// choice to the languages that are spoken there. It may be used by many threads.
/// </remarks>
/// <param name="grams">The n-grams (<see cref="TextModels.Languages"/>).</param>
public sealed class LanguageDetector(LanguageGrams grams)
{
    /// <summary>The first sentences tell; more would not tell more.</summary>
    const int MostCharacters = 1000;
    const int EnoughBytes = 350;
    const int MostBytes = 380;
    const int LongestWord = 70;
    const int GramBytes = 4;
    const int Stride = 3;

    /// <summary>What the data leave out of every score to be small.</summary>
    const int LeastScore = 53;

    /// <summary>Brings scores per n-gram between 0 and 1.</summary>
    const double Scale = 25;

    readonly LanguageGrams _grams = grams ?? throw new ArgumentNullException(nameof(grams));
    readonly bool[] _spoken = [.. grams.Codes.Select(_ => true)];

    /// <summary>Chooses among some languages only.</summary>
    /// <param name="grams">The n-grams.</param>
    /// <param name="spoken">ISO 639-1 codes; unknown ones are passed over.</param>
    /// <exception cref="ArgumentException">None of them can be told.</exception>
    public LanguageDetector(LanguageGrams grams, IEnumerable<string> spoken)
        : this(grams)
    {
        var codes = spoken.ToHashSet(StringComparer.Ordinal);
        _spoken = [.. grams.Codes.Select(codes.Contains)];
        if (!_spoken.Contains(true))
            throw new ArgumentException("None of the languages is among those that can be told.", nameof(spoken));
    }

    /// <summary>The language of a remark.</summary>
    /// <param name="remark">Any text.</param>
    /// <returns>The likeliest language; or a sentence when the remark has no letters, or none that are known.</returns>
    public Answer<LanguageGuess> Detect(ReadOnlySpan<char> remark)
    {
        Span<byte> bytes = stackalloc byte[MostBytes + 8];
        Span<ulong> seen = stackalloc ulong[512];
        Span<int> scores = stackalloc int[_spoken.Length];
        scores.Clear();
        seen.Clear();
        bytes = bytes[..Encode(remark[..Math.Min(remark.Length, MostCharacters)], bytes)];
        if (bytes.IsEmpty)
            return new NoAnswer("There is no letter to tell a language by.");

        var pieces = 0;
        foreach (var word in bytes.Split((byte)' '))
            pieces += AddWord(bytes[word], seen, scores);
        return Best(scores, pieces);
    }

    Answer<LanguageGuess> Best(ReadOnlySpan<int> scores, int pieces)
    {
        var (best, second) = (-1, 0);
        for (var language = 0; language < scores.Length; language++)
            if (_spoken[language] && scores[language] > (best < 0 ? 0 : scores[best]))
                (second, best) = (best < 0 ? 0 : scores[best], language);
            else if (_spoken[language])
                second = Math.Max(second, scores[language]);
        if (best < 0)
            return new NoAnswer("Nothing in it looks like a language that is known here.");
        var (score, runnerUp) = (Fit(scores[best], pieces), Fit(second, pieces));
        var isReliable = pieces >= 3 && score >= 0.75 * _grams.Usual(best) && score - runnerUp >= 0.01;
        return new LanguageGuess(_grams.Codes[best], score, isReliable);
    }

    static double Fit(int score, int pieces) => (double)score / pieces / ((double)score / pieces + Scale);

    /// <summary>
    /// The words in lower case as UTF-8 with one blank between them. What is no letter divides words, except an apostrophe
    /// inside or before one.
    /// </summary>
    static int Encode(ReadOnlySpan<char> remark, Span<byte> into)
    {
        var length = 0;
        var owesBlank = false;
        foreach (var c in remark)
        {
            if (!char.IsLetter(c) && !(c is '\'' or '`' or '’'))
            {
                owesBlank = length > 0;
                if (length > EnoughBytes)
                    break;
                continue;
            }
            if (length + (owesBlank ? 1 : 0) > MostBytes)
                break;
            if (owesBlank)
                into[length++] = (byte)' ';
            owesBlank = false;
            length += new Rune(char.ToLower(c, CultureInfo.InvariantCulture)).EncodeToUtf8(into[length..]);
        }
        return length;
    }

    int AddWord(ReadOnlySpan<byte> word, Span<ulong> seen, Span<int> scores)
    {
        var length = Math.Min(word.Length, LongestWord);
        var (pieces, start) = (0, 0);
        for (; start + GramBytes < length; start += Stride)
            pieces += AddGram(word.Slice(start, GramBytes), start == 0, false, seen, scores);
        // A word of three bytes is a piece as it is; the end of one that was cut off is none.
        if (word.Length <= LongestWord)
            pieces += AddGram(word[Math.Max(0, length - GramBytes)..], start == 0, true, seen, scores);
        return pieces;
    }

    int AddGram(ReadOnlySpan<byte> inside, bool begins, bool ends, Span<ulong> seen, Span<int> scores)
    {
        Span<byte> gram = stackalloc byte[GramBytes + 2];
        var length = 0;
        if (begins)
            gram[length++] = (byte)' ';
        inside.CopyTo(gram[length..]);
        length += inside.Length;
        if (ends)
            gram[length++] = (byte)' ';
        var key = LanguageGrams.Key(gram[..length]);
        var slot = (int)key & (seen.Length - 1);
        for (; seen[slot] != 0; slot = (slot + 1) & (seen.Length - 1))
            if (seen[slot] == key)
                return 0;
        seen[slot] = key;
        if (_grams.Find(key) is >= 0 and var known)
        {
            var pairs = _grams.Scores(known);
            for (var i = 0; i < pairs.Length; i += 2)
                scores[pairs[i]] += pairs[i + 1] + LeastScore;
        }
        return 1;
    }
}
