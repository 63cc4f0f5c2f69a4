using System.Text;

namespace Heed.Tests.Files;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+49 1", "'+49 1")]
    [InlineData("-5 people", "'-5 people")]
    [InlineData("-Infinity", "'-Infinity")]
    [InlineData("@SUM(A1), x", "\"'@SUM(A1), x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1", "'  =1")]
    public void No_cell_begins_a_formula_in_a_spreadsheet(string text, string cell) =>
        Assert.Equal(cell, CsvWriter.Cell(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("-2", "-2")]
    [InlineData("+1.5E-3", "+1.5E-3")]
    [InlineData("a = b", "a = b")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Everything_else_stays_as_it_is_and_is_quoted_where_it_must_be(string? text, string cell) =>
        Assert.Equal(cell, CsvWriter.Cell(text));

    [Fact]
    public void A_line_has_commas_and_ends_as_spreadsheets_end_it() =>
        Assert.Equal("a,,\"b,c\"\r\n", CsvWriter.Line("a", null, "b,c"));

    [Fact]
    public void Numbers_lose_nothing_and_days_cannot_be_read_two_ways()
    {
        Assert.Equal("0.1", CsvWriter.Number(0.1));
        Assert.Equal(0.1 + 0.2, double.Parse(CsvWriter.Number(0.1 + 0.2)));
        Assert.Equal("", CsvWriter.Number(null));
        Assert.Equal("2026-03-02", CsvWriter.Day(new(2026, 3, 2)));
    }

    [Fact]
    public void Bytes_begin_with_the_mark_of_UTF_8() =>
        Assert.Equal((byte[])[0xEF, 0xBB, 0xBF, .. "é\r\n"u8], CsvWriter.Bytes([CsvWriter.Line("é")]));

    [Fact]
    public void What_is_written_exactly_is_read_back_exactly()
    {
        string[] cells = ["=1", " a ", "\"", "\"\"", "a,b;c\td", "two\r\nlines", "", "'"];
        var line = string.Join(',', cells.Select(CsvWriter.Exact)) + "\n";
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(line)), ',');
        Assert.True(reader.Read());
        Assert.Equal(cells, Enumerable.Range(0, reader.Cells).Select(reader.Text));
    }
}
