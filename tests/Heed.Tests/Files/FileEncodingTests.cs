using System.Text;

namespace Heed.Tests.Files;

public sealed class FileEncodingTests
{
    const string NotText = "This file is not text: it holds zero bytes. Export the answers as CSV.";

    /// <summary>The encoding, or why there is none.</summary>
    static string Of(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return FileEncoding.Of(file).Refused(out var refusal, out var encoding) ? refusal.Because : encoding;
    }

    static string Text(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        Assert.False(FileEncoding.Of(file).Refused(out var refusal, out var encoding), refusal?.Because);
        using var utf8 = new MemoryStream();
        file.Position = 0;
        FileEncoding.OpenUtf8(file, encoding!).CopyTo(utf8);
        return Encoding.UTF8.GetString(utf8.ToArray());
    }

    public static TheoryData<Encoding, string> Encodings =>
        new()
        {
            { new UTF8Encoding(false), "UTF-8" },
            { new UTF8Encoding(true), "UTF-8" },
            { new UnicodeEncoding(bigEndian: false, byteOrderMark: true), "UTF-16" },
            { new UnicodeEncoding(bigEndian: false, byteOrderMark: false), "UTF-16" },
            { new UnicodeEncoding(bigEndian: true, byteOrderMark: true), "UTF-16 big-endian" },
            { new UnicodeEncoding(bigEndian: true, byteOrderMark: false), "UTF-16 big-endian" },
            { Encoding.Latin1, "Windows-1252" },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_are_the_same_in_every_encoding_with_and_without_its_mark(Encoding encoding, string name)
    {
        const string text = "Réponse,n\r\noui,1\r\n";
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        Assert.Equal((name, text), (Of(bytes), Text(bytes)));
    }

    [Fact]
    public void The_euro_and_curly_quotes_of_Windows_are_read_as_they_were_written() =>
        Assert.Equal("“5 €”", Text([0x93, (byte)'5', (byte)' ', 0x80, 0x94]));

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("\uFEFFa")]
    [InlineData("\uFEFF")]
    public void A_file_may_be_shorter_than_a_mark(string text) =>
        Assert.Equal(text.TrimStart('\uFEFF'), Text(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Equal("The file is empty. Choose the file that was exported.", Of([]));

    [Fact]
    public void A_workbook_is_refused_with_what_to_do() =>
        Assert.Equal(
            "This is a workbook or an archive, not a CSV file. Open it in the spreadsheet program and save it as “CSV UTF-8”.",
            Of([.. "PK"u8, 3, 4, 20, 0])
        );

    /// <summary>Of eighty bytes, so many zeros on the second places of pairs and so many on the first.</summary>
    [Theory]
    [InlineData(11, 0, "UTF-16")]
    [InlineData(10, 0, NotText)]
    [InlineData(16, 1, "UTF-16")]
    [InlineData(16, 2, NotText)]
    [InlineData(0, 11, "UTF-16 big-endian")]
    [InlineData(0, 10, NotText)]
    [InlineData(1, 16, "UTF-16 big-endian")]
    [InlineData(2, 16, NotText)]
    [InlineData(40, 40, NotText)]
    [InlineData(2, 2, NotText)]
    [InlineData(0, 0, "UTF-8")]
    public void Zeros_are_letters_of_two_bytes_only_where_they_stand_on_one_side(int second, int first, string said)
    {
        var bytes = Enumerable.Repeat((byte)'a', 80).ToArray();
        for (var i = 0; i < second; i++)
            bytes[2 * i + 1] = 0;
        for (var i = 0; i < first; i++)
            bytes[2 * i] = 0;
        Assert.Equal(said, Of(bytes));
    }

    [Theory]
    [InlineData(new byte[] { 0xBD })]
    [InlineData(new byte[] { (byte)'a', 0xE9, (byte)'b' })]
    [InlineData(new byte[] { (byte)'a', 0xF0, 0x9F, 0x99 })]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80 })]
    public void What_UTF_8_does_not_allow_is_read_as_Windows_1252(byte[] bytes) =>
        Assert.Equal("Windows-1252", Of(bytes));

    [Theory]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("ก")]
    [InlineData("🙂")]
    public void A_letter_cut_anywhere_by_the_end_of_a_read_is_still_UTF_8(string letter)
    {
        var bytes = Encoding.UTF8.GetBytes(letter);
        for (var before = 0; before <= bytes.Length; before++)
        {
            byte[] text = [.. Enumerable.Repeat((byte)'x', (1 << 20) - before), .. bytes, .. "yz"u8];
            Assert.Equal("UTF-8", Of(text));
        }
    }

    [Fact]
    public void One_letter_far_below_decides()
    {
        byte[] text = [.. Enumerable.Repeat((byte)'x', 3 << 20), 0xE9, .. "t\n"u8];
        Assert.Equal("Windows-1252", Of(text));
    }
}
