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

    [Theory]
    // Several choices in one cell: one name above them is one column.
    [InlineData("Channels\n1;2\n3\n1;2;3\n2;4\n1;2\n")]
    [InlineData("Channels\n1;2\n1;3\n2;3\n2;4\n1;2\n")]
    [InlineData("Channels\nWeb;Shop\nShop\nWeb;Phone;Shop\nShop;Web\n")]
    [InlineData("Which of these?\nWeb,Shop\nShop,Phone\nWeb,Phone\n")]
    [InlineData("Channels\nWeb|Shop\nWeb|Shop\nShop|Phone\n")]
    public void Several_choices_under_one_name_are_one_column(string text) =>
        Assert.Equal(FileDelimiter.None, Of(text));

    [Theory]
    [InlineData("Survey of guests\n\nid;nps\n1;9\n2;8\n", ';')]
    [InlineData("Results\nRegion,2024,2025\nYork,1,2\nHull,3,4\n", ',')]
    [InlineData("Results\nMay\nid\tChannels\n1\tWeb;Shop\n2\tShop\nid\tChannels\n3\tWeb\n", '\t')]
    public void A_title_above_the_table_takes_no_column_from_it(string text, char delimiter) =>
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
