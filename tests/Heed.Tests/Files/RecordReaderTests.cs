using System.Text;

namespace Heed.Tests.Files;

public sealed class RecordReaderTests
{
    static RecordReader Over(string text, char delimiter = ',') =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), delimiter);

    static string[][] Read(string text, char delimiter = ',')
    {
        using var reader = Over(text, delimiter);
        List<string[]> records = [];
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.Cells).Select(reader.Text)]);
        return [.. records];
    }

    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    [InlineData("a,b\nc,d")]
    [InlineData("\n\na,b\n\r\n\nc,d\n\n")]
    [InlineData("\"a\",\"b\"\n\"c\",d\n")]
    public void Rows_are_parted_by_every_kind_of_break_and_empty_lines_are_none(string text) =>
        Assert.Equal(
            (string[][])
                [
                    ["a", "b"],
                    ["c", "d"],
                ],
            Read(text)
        );

    [Theory]
    [InlineData("\"a,b\"", "a,b")]
    [InlineData("\"two\nlines\"", "two\nlines")]
    [InlineData("\"two\r\nlines\"", "two\r\nlines")]
    [InlineData("\"he said \"\"no\"\"\"", "he said \"no\"")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("5\" pipe", "5\" pipe")]
    [InlineData("\"a\" b", "\"a\" b")]
    [InlineData(" \"a\"", " \"a\"")]
    public void A_quote_counts_only_at_the_beginning_of_a_cell(string cell, string text) =>
        Assert.Equal(
            (string[][])
                [
                    [text, "x"],
                ],
            Read($"{cell},x\n")
        );

    [Theory]
    [InlineData(" \"a,b\" , \"c\" x,d\n", "a,b", " \"c\" x", "d")]
    [InlineData("\"a,b\",\"c\"\n", "a,b", "c")]
    [InlineData("a, \"b\"  ", "a", "b")]
    [InlineData("a,  ", "a", "  ")]
    public void Blanks_around_quotes_are_allowed_where_people_type(string text, params string[] cells)
    {
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',')
        {
            AllowsBlanksAroundQuotes = true,
        };
        Assert.True(reader.Read());
        Assert.Equal(cells, Enumerable.Range(0, reader.Cells).Select(reader.Text));
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_does_empty_ones_included()
    {
        using var reader = Over("a\n\nb\n\"c\nd\"\ne\n");
        List<(string, long)> rows = [];
        while (reader.Read())
            rows.Add((reader.Text(0), reader.Row));
        Assert.Equal((List<(string, long)>)[("a", 1), ("b", 3), ("c\nd", 4), ("e", 5)], rows);
        Assert.Equal(5, reader.Row);
    }

    [Theory]
    [InlineData("a\nb\n", false, false)]
    [InlineData("a\nb", true, false)]
    [InlineData("a\n\"b", true, true)]
    [InlineData("a\n\"b\nc,d\n", true, true)]
    [InlineData("a\n\"b\"\"", true, true)]
    [InlineData("a\n\"b\"", true, false)]
    public void The_end_of_the_file_says_whether_a_row_was_cut(string text, bool withoutBreak, bool inQuotes)
    {
        using var reader = Over(text);
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal((withoutBreak, inQuotes), (reader.EndedWithoutBreak, reader.EndedInQuotes));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_row_has_as_many_cells_as_it_has()
    {
        using var reader = Over("a,b,c\n1\n1,2,3,4\n,\n");
        List<int> cells = [];
        while (reader.Read())
            cells.Add(reader.Cells);
        Assert.Equal([3, 1, 4, 2], cells);
    }

    [Fact]
    public void A_row_may_have_hundreds_of_cells()
    {
        string[] cells = [.. Enumerable.Range(1, 500).Select(i => $"q{i}")];
        Assert.Equal((string[][])[cells, cells], Read($"{string.Join(',', cells)}\n{string.Join(',', cells)}"));
    }

    [Fact]
    public void Zero_bytes_and_broken_letters_are_bytes_like_others()
    {
        using var reader = new RecordReader(new MemoryStream([0, (byte)',', 0xFF, (byte)'\n']), ',');
        Assert.True(reader.Read());
        Assert.Equal((byte[])[0], reader[0].ToArray());
        Assert.Equal((byte[])[0xFF], reader[1].ToArray());
    }

    [Fact]
    public void A_stored_record_is_read_as_it_was_in_its_file()
    {
        using var file = Over("a;\"b;\"\"c\"\n", ';');
        Assert.True(file.Read());
        using var stored = RecordReader.Over(';');
        stored.Load(file.Record);
        Assert.Equal(["a", "b;\"c"], Enumerable.Range(0, stored.Cells).Select(stored.Text));
        stored.Load([]);
        Assert.Equal(0, stored.Cells);
    }
}
