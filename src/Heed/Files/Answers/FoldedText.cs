using System.Text;

namespace Heed.Files;

/// <summary>Words as they are compared: capitals, kinds of blank and apostrophe, and a full stop at the end make no difference.</summary>
static class FoldedText
{
    const int OnTheStack = 512;

    public static string Of(string text)
    {
        var folded = Into(text, text.Length > OnTheStack ? new char[text.Length] : stackalloc char[text.Length]);
        return folded.SequenceEqual(text) ? text : new string(folded);
    }

    public static string Of(ReadOnlySpan<byte> cell) => Of(Encoding.UTF8.GetString(cell));

    /// <summary>In the room that the text itself takes.</summary>
    public static ReadOnlySpan<char> Into(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = 0;
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\uFEFF'))
                room[length++] = letter is '’' or '‘' or '`' or '´' ? '\'' : char.ToLowerInvariant(letter);
            else if (length > 0 && room[length - 1] != ' ')
                room[length++] = ' ';
        return room[..length].TrimEnd(" .!");
    }
}
