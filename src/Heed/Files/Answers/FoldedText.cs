using System.Text;

namespace Heed.Files;

/// <summary>Words as they are compared: capitals, kinds of blank and apostrophe, and a full stop at the end make no difference.</summary>
static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF')
                Blank(folded);
            else
                folded.Append(letter is '’' or '‘' or '`' or '´' ? '\'' : char.ToLowerInvariant(letter));
        return folded.ToString().TrimEnd(' ', '.', '!');
    }

    static void Blank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    public static string Of(ReadOnlySpan<byte> cell) => Of(Encoding.UTF8.GetString(cell));
}
