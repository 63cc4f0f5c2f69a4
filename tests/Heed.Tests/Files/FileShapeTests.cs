using System.Text;

namespace Heed.Tests.Files;

public sealed class FileShapeTests
{
    static FileShape Shape(string text, Encoding? encoding = null, int? headers = null)
    {
        using var file = new Csv(text, encoding);
        Assert.False(
            RecogniseFile
                .Run(file.Path, new FileReading { HeaderRows = headers })
                .Refused(out var refusal, out var shape),
            refusal?.Because
        );
        return shape!;
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", ',')]
    [InlineData("a;b\n1,5;2\n3,5;4\n", ';')]
    [InlineData("1;2,5\n3;4,5\n", ';')]
    [InlineData("a\tb\n1,5\t2\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("remark\nfine, really; yes\n", FileDelimiter.None)]
    public void The_sign_that_parts_the_rows_most_evenly_parts_the_cells(string text, char delimiter) =>
        Assert.Equal(delimiter, Shape(text, headers: 1).Delimiter);

    [Theory]
    [InlineData("Antwort;Gewicht\n7;2,032\n3;0,464\n", true, true)]
    [InlineData("a;b\n1;1,234\n2;2,345\n", false, true)]
    [InlineData("a,b\n1,\"1,234\"\n2,\"2,345\"\n", false, false)]
    [InlineData("choice,weight\n\"1,3\",1.234\n\"2,4\",0.75\n", true, false)]
    [InlineData("a;b\n0,5;1.234\n1,5;2.345\n", true, true)]
    public void Each_column_has_its_own_decimal_sign(string text, bool first, bool second) =>
        Assert.Equal([first, second], Shape(text).Columns.Select(column => column.DecimalComma));

    [Fact]
    public void A_shape_comes_back_from_where_it_is_kept()
    {
        var shape = Shape("Antwort;Gewicht\n7;2,032\n3;0,464\n");
        Assert.Equal(shape.ToJson(), FileShape.FromJson(shape.ToJson()).ToJson());
        // Kept by an earlier Heed, which knew of no decimal sign.
        var old = FileShape.FromJson(
            """{"encoding":"UTF-8","delimiter":";","headerRows":1,"columns":[{"name":"a","text":"a"}],"notes":[]}"""
        );
        Assert.Equal((';', "a", false), (old.Delimiter, old.Columns[0].Name, old.Columns[0].DecimalComma));
    }

    [Fact]
    public void A_letter_across_two_reads_is_still_UTF_8()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            using var file = new MemoryStream(
                Encoding.UTF8.GetBytes(new string('x', (1 << 20) - 2 + shift) + "é€🙂 and so on")
            );
            Assert.Equal(FileEncoding.Utf8, SampleOf(FileEncoding.Of(file)));
        }
        using var cut = new MemoryStream([.. "caf"u8, 0xC3]);
        Assert.Equal(FileEncoding.Windows1252, SampleOf(FileEncoding.Of(cut)));
    }

    static string SampleOf(Outcome<string> outcome) =>
        outcome.Refused(out var refusal, out var encoding) ? refusal.Because : encoding;

    [Fact]
    public void A_long_name_is_not_cut_through_a_letter()
    {
        var name = Shape($"{new string('x', 299)}🙂🙂,b\n1,2\n").Columns[0].Name;
        Assert.Equal(new string('x', 299), name);
    }

    [Theory]
    [InlineData("voilà", "voilà")]
    [InlineData("\u00A0 £5\t", "£5")]
    [InlineData(" \r\n", "")]
    public void Cells_lose_what_cannot_be_seen_and_no_part_of_a_letter(string cell, string trimmed) =>
        Assert.Equal(trimmed, Encoding.UTF8.GetString(CellText.Trimmed(Encoding.UTF8.GetBytes(cell))));
}
