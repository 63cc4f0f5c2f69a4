using System.Text;
using Heed.Metrics;

namespace Heed.Tests.Metrics;

public sealed class MeasurementFileTests
{
    static (DateOnly, double)[] Read(string text) =>
        [.. MeasurementFile.Read(text).Given().Rows.Select(r => (r.On!.Value, r.Value!.Value))];

    static string Refused(string text) => MeasurementFile.Read(text).Because();

    static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("date,value\n2026-03-02,62.5")]
    [InlineData("2026-03-02,62.5")]
    [InlineData("\uFEFFdate,value\r\n2026-03-02,62.5\r\n")]
    [InlineData("date;value\n2026-03-02;62,5")]
    [InlineData("date;value\n2026-03-02;62.5")]
    [InlineData("Date\tValue\n2026-03-02\t62,5")]
    [InlineData("date|value\n2026-03-02|62.5")]
    [InlineData("date,value\n2026-03-02,\"62,5\"")]
    [InlineData("value,other,day\n62.5,x,2026-03-02")]
    [InlineData("date,value\n2026/3/2,62.5")]
    [InlineData("date;value\n02.03.2026;62,5")]
    [InlineData("week,score\n2026-W10,62.5")]
    [InlineData("date,value\r2026-03-02 00:00:00,62.5\r")]
    [InlineData("date,value\n\n\n\"2026-03-02\",\" 62.5 \"\n,\n")]
    [InlineData("note,date,value\n  \"late, \"\"very\"\" late\" , \"2026-03-02\" ,62.5")]
    [InlineData("date,value\n20260302,62.5")]
    [InlineData("date,value\n2 March 2026,62.5")]
    [InlineData("when,how much\n2026-03-02,62.5")]
    [InlineData("Week\tCalls\n2026-03-02\t62.5")]
    [InlineData("Calls,Remark,Until\n62.5,snow,2026-03-02")]
    public void A_date_and_a_value_are_read_however_they_are_written(string text) =>
        Assert.Equal([(Monday, 62.5)], Read(text));

    [Theory]
    [InlineData("2026-03")]
    [InlineData("3/2026")]
    [InlineData("Mar 2026")]
    public void A_month_is_its_first_day(string month) =>
        Assert.Equal([(new DateOnly(2026, 3, 1), 4.0)], Read($"month,value\n{month},4"));

    [Theory]
    [InlineData("26-03-02")]
    [InlineData("2/3/26")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2025-W53")]
    public void Less_than_a_year_and_a_part_of_it_is_no_date(string date) =>
        Assert.Contains(
            $"Row 3 has the date “{date}”, which is not a day.",
            Refused($"date,value\n13/2/2026,1\n{date},4")
        );

    [Fact]
    public void Points_put_the_day_first() =>
        Assert.Equal(
            [new DateOnly(2026, 2, 1), new(2026, 4, 3)],
            Read("date,value\n01.02.2026,1\n03/04/2026,2").Select(r => r.Item1)
        );

    [Theory]
    [InlineData("date,value\n2026-03-02,\"1,234\"", 1234)]
    [InlineData("date,value\n2026-03-02,\"1,234.5\"", 1234.5)]
    [InlineData("date;value\n2026-03-02;1.234,5", 1234.5)]
    [InlineData("date;value\n2026-03-02;1 234,5", 1234.5)]
    [InlineData("date,value\n2026-03-02,−3.5", -3.5)]
    [InlineData("date,value\n2026-03-02,12 %", 12)]
    [InlineData("date,value\n2026-03-02,1e3", 1000)]
    public void Thousands_signs_and_exponents_are_understood(string text, double value) =>
        Assert.Equal(value, Read(text).Single().Item2);

    [Fact]
    public void One_cell_decides_how_all_numbers_are_written() =>
        Assert.Equal([1.234, 2.5], Read("date;value\n2026-03-02;1,234\n2026-03-09;2,5").Select(r => r.Item2));

    [Fact]
    public void A_day_above_twelve_tells_the_order_of_all_dates()
    {
        Assert.Equal(
            [new DateOnly(2026, 2, 1), new(2026, 2, 13)],
            Read("date,value\n01/02/2026,1\n13/02/2026,2").Select(r => r.Item1)
        );
        Assert.Equal(
            [new DateOnly(2026, 1, 2), new(2026, 2, 13)],
            Read("date,value\n01/02/2026,1\n02/13/2026,2").Select(r => r.Item1)
        );
    }

    [Fact]
    public void Dates_that_can_be_read_two_ways_are_refused() =>
        Assert.Contains("“03/04/2026” can be read two ways", Refused("date,value\n03/04/2026,1"));

    [Fact]
    public void Dates_in_two_orders_are_refused()
    {
        var both = Refused("date,value\n13/02/2026,1\n02/13/2026,1");
        Assert.Contains("Row 2 has the date “13/02/2026”, which is day first, and row 3 has “02/13/2026”", both);
    }

    [Fact]
    public void Years_that_end_in_the_next_one_are_never_months() =>
        Assert.Contains(
            "name years that end in the next one, and no months",
            Refused("date,value\n2000-01,1\n2001-02,2")
        );

    [Theory]
    [InlineData("Apr-21", "2021-04-01")]
    [InlineData("KW 2/2025", "2025-01-06")]
    [InlineData("45663", "2025-01-06")]
    public void Dates_are_read_as_everywhere(string date, string first) =>
        Assert.Equal(DateOnly.Parse(first), Assert.Single(Read($"date,value\n{date},1")).Item1);

    [Fact]
    public void The_other_columns_are_read_where_they_are_given()
    {
        var row = MeasurementFile
            .Read("date,value,n,low,high,note\n2026-03-02,62,418,57,67,\"late, \"\"very\"\" late\"")
            .Given()
            .Rows.Single();
        Assert.Equal((418, 57, 67), (row.Count, row.Low, row.High));
        Assert.Equal("late, \"very\" late", row.Note);
    }

    [Fact]
    public void Wrong_rows_are_named_by_their_line_and_nothing_is_taken()
    {
        var because = Refused("date,value,n\n2026-03-02,62\n\n2026-02-30,63\n2026-03-16,many\n2026-03-23,,8\n,5\n");
        Assert.Contains("Row 4 has the date “2026-02-30”, which is not a day.", because);
        Assert.Contains("Row 5 has the value “many”, which is not a number.", because);
        Assert.Contains("Row 6 has no value.", because);
        Assert.Contains("Row 7 has no date.", because);
        Assert.EndsWith("Nothing was recorded.", because);
    }

    [Fact]
    public void A_row_after_a_cell_of_two_lines_keeps_its_own_line() =>
        Assert.Contains(
            "Row 4 has the value",
            Refused("date,value,note\n2026-03-02,1,\"two\nlines\"\n2026-03-09,x,\n")
        );

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n ; \n", "is empty")]
    [InlineData("date,value\n", "a head and no rows")]
    [InlineData("when,how much\nlately,1", "names no column “date”")]
    [InlineData("date,day,value\n2026-03-02,2026-03-02,1", "Two columns of the head mean the date")]
    [InlineData("date,value\n2026-03-02,\"62\n2026-03-09,1", "Row 2 opens a quotation mark that never closes")]
    [InlineData("date,value\n2026-03-02,NaN", "which is not a number")]
    [InlineData("date,value\n2026-03-02,∞", "which is not a number")]
    [InlineData("date\n2026-03-02", "names no column “value”")]
    [InlineData("date,value\n2026-03-02,n/a\n", "No row of the file has a value")]
    [InlineData("PK\0\0", "is not text")]
    public void A_file_that_cannot_be_read_says_why(string text, string because) =>
        Assert.Contains(because, Refused(text));

    [Fact]
    public void Bytes_are_UTF_8_or_marked_UTF_16()
    {
        const string text = "date,value,note\n2026-03-02,62,über\n";
        foreach (
            var encoding in new[]
            {
                new UTF8Encoding(false),
                new UTF8Encoding(true),
                Encoding.Unicode,
                Encoding.BigEndianUnicode,
            }
        )
            Assert.Equal(
                "über",
                MeasurementFile
                    .Read((byte[])[.. encoding.Preamble, .. encoding.GetBytes(text)])
                    .Given()
                    .Rows.Single()
                    .Note
            );
    }

    [Fact]
    public void Windows_1252_is_read_as_an_import_reads_it_and_said()
    {
        var file = MeasurementFile.Read(Encoding.Latin1.GetBytes("date,value,note\n2026-03-02,62,über\n")).Given();
        Assert.Equal("über", file.Rows.Single().Note);
        Assert.Contains("read as Windows-1252", file.HowRead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("Not asked")]
    public void A_period_without_a_value_is_left_out_and_said(string value)
    {
        var file = MeasurementFile.Read($"date,value\n2026-03-02,62\n2026-03-09,{value}\n2026-03-16,64\n").Given();
        Assert.Equal([62.0, 64.0], file.Rows.Select(r => r.Value!.Value));
        Assert.EndsWith("1 row without a value left out: not measured is not zero.", file.HowRead);
    }

    [Fact]
    public void A_number_that_its_file_cannot_mean_is_never_taken_for_ten_times_as_much() =>
        Assert.Equal([1.5, 1.5], Read("date;value\n2026-03-02;1,5\n2026-03-09;1.5").Select(r => r.Item2));

    [Fact]
    public void What_was_read_is_said() =>
        Assert.Equal(
            "Columns parted by semicolons, decimal commas, dates as day, month, year.",
            MeasurementFile.Read("date;value\n02.03.2026;62,5").Given().HowRead
        );
}
