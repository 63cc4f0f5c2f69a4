using System.Text;

namespace Heed.Files;

/// <summary>Finds out in which encoding bytes are written, and reads them as UTF-8.</summary>
static class FileEncoding
{
    public const string Utf8 = "UTF-8";
    public const string Windows1252 = "Windows-1252";
    const string Utf16 = "UTF-16";
    const string Utf16BigEndian = "UTF-16 big-endian";

    public const string Note =
        "The file is not UTF-8, so it is read as Windows-1252. If letters with accents look wrong below, save it as “CSV UTF-8” and choose it again.";

    /// <param name="file">Is read to its end: one letter far below decides.</param>
    public static Outcome<string> Of(Stream file)
    {
        var head = new byte[4096];
        var start = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (start.Length == 0)
            return new Refusal("The file is empty. Choose the file that was exported.");
        if (start.StartsWith("PK\u0003\u0004"u8))
            return new Refusal(
                "This is a workbook or an archive, not a CSV file. Open it in the spreadsheet program and save it as “CSV UTF-8”."
            );
        if (start is [0xFF, 0xFE, ..])
            return Utf16;
        if (start is [0xFE, 0xFF, ..])
            return Utf16BigEndian;
        var (even, odd) = Zeros(start);
        if (odd > start.Length / 8 && even < odd / 8)
            return Utf16;
        if (even > start.Length / 8 && odd < even / 8)
            return Utf16BigEndian;
        if (even + odd > 0)
            return new Refusal("This file is not text: it holds zero bytes. Export the answers as CSV.");
        file.Position = 0;
        return IsUtf8(file) ? Utf8 : Windows1252;
    }

    static (int Even, int Odd) Zeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }
        return (even, odd);
    }

    static bool IsUtf8(Stream file)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
                return kept == 0;
            var data = buffer.AsSpan(0, kept + read);
            kept = Begun(data);
            if (!System.Text.Unicode.Utf8.IsValid(data[..^kept]))
                return false;
            data[^kept..].CopyTo(buffer);
        }
    }

    /// <summary>How many bytes at the end begin a letter that goes on in the next read.</summary>
    static int Begun(ReadOnlySpan<byte> data)
    {
        for (var back = 1; back <= Math.Min(3, data.Length); back++)
        {
            var lead = data[^back];
            if ((lead & 0xC0) == 0x80)
                continue;
            var letter =
                lead >= 0xF0 ? 4
                : lead >= 0xE0 ? 3
                : lead >= 0xC0 ? 2
                : 1;
            return letter > back ? back : 0;
        }
        return 0;
    }

    /// <summary>The bytes as UTF-8, without a mark in front.</summary>
    public static Stream OpenUtf8(Stream file, string encoding) =>
        encoding == Utf8
            ? PastMark(file, Encoding.UTF8.Preamble)
            : Encoding.CreateTranscodingStream(
                PastMark(file, Named(encoding).Preamble),
                Named(encoding),
                Encoding.UTF8
            );

    static Stream PastMark(Stream file, ReadOnlySpan<byte> mark)
    {
        Span<byte> head = stackalloc byte[mark.Length];
        var read = file.ReadAtLeast(head, mark.Length, throwOnEndOfStream: false);
        if (!head[..read].SequenceEqual(mark))
            file.Position = 0;
        return file;
    }

    static Encoding Named(string encoding) =>
        encoding switch
        {
            Utf16 => Encoding.Unicode,
            Utf16BigEndian => Encoding.BigEndianUnicode,
            Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => Encoding.UTF8,
        };
}
