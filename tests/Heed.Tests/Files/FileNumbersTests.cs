using System.Globalization;
using System.Text;

namespace Heed.Tests.Files;

public sealed class FileNumbersTests
{
    static double? Read(string cell, bool decimalComma = false) =>
        new FileNumbers(decimalComma).TryRead(Encoding.UTF8.GetBytes(cell), out var number) ? number : null;

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-3.5", -3.5)]
    [InlineData("−3.5", -3.5)]
    [InlineData("+2", 2)]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000)]
    [InlineData("1,5e3", 1500)]
    [InlineData("12 %", 12)]
    [InlineData("80.1%", 80.1)]
    [InlineData("£1,234.50", 1234.5)]
    [InlineData("-£3", -3)]
    [InlineData("£-3", -3)]
    [InlineData("1.234,50 €", 1234.5)]
    [InlineData("$ 12", 12)]
    [InlineData("CHF 12.50", 12.5)]
    [InlineData("12 zł", 12)]
    [InlineData("1 234 kr", 1234)]
    [InlineData(" 9\u00A0", 9)]
    [InlineData("62,5", 62.5)]
    [InlineData("0,464", 0.464)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("12,34,567.8", 1234567.8)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("0", 0)]
    [InlineData(",234", 0.234)]
    [InlineData("1,234e2", 123.4)]
    public void What_can_be_read_one_way_only_is_read_that_way_whatever_the_file(string cell, double number)
    {
        Assert.Equal(number, Read(cell, decimalComma: false));
        Assert.Equal(number, Read(cell, decimalComma: true));
    }

    [Theory]
    [InlineData("1,234", 1234, 1.234)]
    [InlineData("1.234", 1.234, 1234)]
    [InlineData("-12.500", -12.5, -12500)]
    [InlineData("123,456", 123456, 123.456)]
    public void What_can_be_read_two_ways_is_read_as_the_file_writes(string cell, double point, double comma)
    {
        Assert.Equal(point, Read(cell, decimalComma: false));
        Assert.Equal(comma, Read(cell, decimalComma: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("%")]
    [InlineData("many")]
    [InlineData("£")]
    [InlineData("EUR")]
    [InlineData("CHF CHF 3")]
    [InlineData("A12")]
    [InlineData("12 USA")]
    [InlineData("9 of 10")]
    [InlineData("1,3,4")]
    [InlineData("1 2")]
    [InlineData("1 2 3")]
    [InlineData("1.2.3")]
    [InlineData("01.02.2026")]
    [InlineData("2026-03-02")]
    [InlineData("1,2345,678")]
    [InlineData("1 234'567")]
    [InlineData("1,5,")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    [InlineData("١٢")]
    [InlineData("5e")]
    [InlineData("--5")]
    [InlineData("5,")]
    [InlineData("1x234")]
    [InlineData("1,2,345")]
    [InlineData("1.5 000")]
    [InlineData("1e٣")]
    [InlineData("e5")]
    public void What_is_no_number_is_none(string cell)
    {
        Assert.Null(Read(cell, decimalComma: false));
        Assert.Null(Read(cell, decimalComma: true));
    }

    [Theory]
    [InlineData(',', false, "1,234")]
    [InlineData(';', true, "1,234")]
    [InlineData('\t', true, "1,234")]
    [InlineData(';', false, "1.234")]
    [InlineData(',', true, "1,234", "62,5")]
    [InlineData(';', false, "1,234", "62.5")]
    [InlineData(';', true, "2,032", "0,464")]
    [InlineData(',', false, "1,234,567", "1,234")]
    [InlineData(';', false, "01.02.2026", "10.0.0.1", "words, words")]
    public void The_file_decides_by_the_numbers_that_leave_no_doubt(
        char delimiter,
        bool comma,
        params string[] cells
    ) => Assert.Equal(comma, NumberEvidence.Of(cells, delimiter).DecimalComma);

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    public void A_number_has_at_most_sixty_four_signs_and_a_longer_cell_says_nothing(int decimals, bool read)
    {
        var cell = "0," + new string('1', decimals);
        Assert.Equal(read, Read(cell) is > 0.111 and < 0.112);
        Assert.Equal(read, default(FileNumbers).TryRead(cell, out _));
        Assert.Equal(read, NumberEvidence.Of([cell], ',').DecimalComma);
    }

    [Fact]
    public void The_decimal_sign_has_a_name()
    {
        Assert.Equal("decimal commas", new FileNumbers(true).InWords);
        Assert.Equal("decimal points", new FileNumbers(false).InWords);
    }

    [Fact]
    public void Every_number_that_is_written_comes_back_however_it_is_grouped()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 5000; i++)
        {
            var number = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 9)), 1) + 0.05;
            number = Math.Round(number, 2);
            foreach (var (group, point) in new[] { (",", "."), (".", ","), (" ", ","), ("'", "."), ("\u202F", ",") })
            {
                var format = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point };
                var cell = number.ToString("N2", format);
                Assert.True(Read(cell, decimalComma: point == ",") == number, cell);
            }
            Assert.Equal(number, Read(number.ToString("R", CultureInfo.InvariantCulture)));
        }
    }
}
