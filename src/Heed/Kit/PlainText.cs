namespace Heed.Kit;

/// <summary>
/// What may stand in a text: every character but NUL, which PostgreSQL keeps in none, and one half of a pair of UTF-16, which
/// no file and no wire can carry.
/// </summary>
public static class PlainText
{
    public static bool Is(ReadOnlySpan<char> text) => FirstFault(text) < 0;

    /// <summary>Without what may not stand there.</summary>
    public static string Of(string text)
    {
        for (int fault; (fault = FirstFault(text)) >= 0; )
            text = text.Remove(fault, 1);
        return text;
    }

    static int FirstFault(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 0 || char.IsLowSurrogate(text[i]))
                return i;
            if (!char.IsHighSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return i;
            i++;
        }
        return -1;
    }

    /// <summary>The same of JSON, where both can only be written as escapes (RFC 8259, 7).</summary>
    public static bool IsJson(ReadOnlySpan<byte> json)
    {
        for (int at; (at = json.IndexOf((byte)'\\')) >= 0; )
        {
            json = json[at..];
            if (Escaped(json) is not { } first)
            {
                json = json[Math.Min(2, json.Length)..];
                continue;
            }
            if (first == 0 || char.IsLowSurrogate(first))
                return false;
            json = json[6..];
            if (!char.IsHighSurrogate(first))
                continue;
            if (Escaped(json) is not { } second || !char.IsLowSurrogate(second))
                return false;
            json = json[6..];
        }
        return true;
    }

    static char? Escaped(ReadOnlySpan<byte> json) =>
        json.Length >= 6
        && json[0] == '\\'
        && json[1] == 'u'
        && System.Buffers.Text.Utf8Parser.TryParse(json[2..6], out ushort unit, out var read, 'x')
        && read == 4
            ? (char)unit
            : null;
}
