using System.Text;

namespace Heed.Tests.Files;

public sealed class FileDelimiterTests
{
    static char Of(string text) => FileDelimiter.Of(() => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a;b,c;d,e\n1;2,0;3,0\n", ';')]
    [InlineData("a,b,c;d\n1,2,3;4\n", ',')]
    [InlineData("a;b\n1;2,0,0,0\n3;4\n5;6;7\n", ';')]
    [InlineData("a;b\nx, y, z;1\nx;2\n", ';')]
    [InlineData("\"a;b\",c\n\"d;e\",f\n", ',')]
    [InlineData("", FileDelimiter.None)]
    [InlineData("remark\nfine\n", FileDelimiter.None)]
    [InlineData("remark\nfine\nwell, fine\nyes; no\n", FileDelimiter.None)]
    public void Even_rows_count_more_than_many_cells_and_many_cells_more_than_few(string text, char delimiter) =>
        Assert.Equal(delimiter, Of(text));

    [Fact]
    public void The_head_is_no_longer_than_was_asked_and_its_cells_have_no_blanks_around()
    {
        using var text = new MemoryStream("a , b\n\n 1,2\n3,4\n"u8.ToArray());
        Assert.Equal(
            (List<string[]>)
                [
                    ["a", "b"],
                    ["1", "2"],
                ],
            FileDelimiter.Head(text, ',', rows: 2)
        );
    }

    [Theory]
    [InlineData(',', "comma")]
    [InlineData(';', "semicolon")]
    [InlineData('\t', "tab")]
    [InlineData('|', "bar")]
    public void Each_sign_has_a_word(char delimiter, string word) =>
        Assert.Equal(word, FileDelimiter.InWords(delimiter));
}
