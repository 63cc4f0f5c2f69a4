using Heed.Analytics.Evidence;

namespace Heed.Tests.Kit;

public class FormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(-8.333, "−8.33")]
    [InlineData(72, "72")]
    [InlineData(72.44, "72.4")]
    [InlineData(-0.256, "−0.256")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(0.004, "0.004")]
    [InlineData(-0.00004, "−0.00004")]
    [InlineData(12345.6, "12,346")]
    [InlineData(99.96, "100")]
    [InlineData(0.9996, "1")]
    [InlineData(123456789, "123,456,789")]
    public void A_number_has_three_digits_that_count_and_never_loses_a_whole_one(double value, string words) =>
        Assert.Equal(words, Format.Number(value));

    [Theory]
    [InlineData(0.125, 2, "0.13")]
    [InlineData(-0.125, 2, "−0.13")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(0.5, 0, "1")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "−3")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(1234.5, 2, "1,234.50")]
    [InlineData(7, 2, "7.00")]
    [InlineData(1e15, 0, "1 × 10^15")]
    public void A_half_goes_away_from_zero_and_what_rounds_to_nothing_has_no_sign(
        double value,
        int places,
        string words
    ) => Assert.Equal(words, Format.Number(value, places));

    [Theory]
    [InlineData(1.2345e18, "1.23 × 10^18")]
    [InlineData(-4e-9, "−4 × 10^−9")]
    [InlineData(double.MaxValue, "1.8 × 10^308")]
    [InlineData(double.Epsilon, "4.94 × 10^−324")]
    [InlineData(double.NaN, "not known")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void What_no_row_of_digits_can_say_is_said_in_another_way(double value, string words)
    {
        Assert.Equal(words, Format.Number(value));
        Assert.Equal("not known", Format.Number(null));
    }

    [Fact]
    public void The_pure_library_prints_every_number_and_day_the_same()
    {
        var random = new Random(7);
        double[] edges =
        [
            0,
            -0.0,
            0.125,
            2.675,
            99.95,
            999.5,
            1e-6,
            9.99e-7,
            1e15,
            9.99e14,
            double.NaN,
            double.MinValue,
        ];
        var spread = Enumerable
            .Range(0, 2000)
            .Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 18)));

        foreach (var value in edges.Concat(spread))
            Assert.Equal(Format.Number(value), Wording.Number(value));
        Assert.Equal(Format.Day(new(2026, 11, 9)), Wording.Day(new(2026, 11, 9)));
    }

    [Theory]
    [InlineData(-8.333, -10.86, -5.806)]
    [InlineData(0.04, -5.3, 5.4)]
    [InlineData(1234.4, 1100.2, 1400.9)]
    [InlineData(0.0123, 0.0111, 0.0136)]
    [InlineData(-0.5, double.NegativeInfinity, 1.2)]
    public void The_pure_library_prints_an_effect_to_the_same_place(double value, double low, double high)
    {
        var effect = new Estimate(value, low, high, 1);

        Assert.Equal(
            $"{Format.WithSign(value, low, high)} (95 % interval {Format.SignedEnds(low, high)})",
            Wording.Effect(effect, EffectScale.Difference)
        );
    }

    [Theory]
    [InlineData(2.5, "+2.5")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(0, "0")]
    [InlineData(1e-8, "+1 × 10^−8")]
    public void A_change_shows_its_sign_and_none_where_there_is_no_change(double value, string words) =>
        Assert.Equal(words, Format.WithSign(value));

    [Theory]
    [InlineData(0.0416, -5.33, 5.41, "0.0 [−5.3, 5.4]")]
    [InlineData(-0.0416, -5.33, 5.41, "0.0 [−5.3, 5.4]")]
    [InlineData(9.114, 7.8, 10.44, "+9.1 [7.8, 10.4]")]
    [InlineData(-14.57, -17.46, -11.68, "−14.6 [−17.5, −11.7]")]
    [InlineData(0.449, -0.968, 1.87, "+0.4 [−1.0, 1.9]")]
    [InlineData(1234.4, 1100.2, 1400.9, "+1,234 [1,100, 1,401]")]
    [InlineData(0.01234, 0.01111, 0.01357, "+0.0123 [0.0111, 0.0136]")]
    [InlineData(2, double.NaN, 3, "+2 [not known, 3]")]
    [InlineData(0.09, 0.02, 0.16, "+0.090 [0.020, 0.160]")]
    public void The_width_of_an_interval_decides_the_digits_of_all_three(
        double value,
        double low,
        double high,
        string words
    ) => Assert.Equal(words, Format.Change(value, low, high));

    [Fact]
    public void A_level_has_no_sign_and_an_interval_without_width_keeps_its_own_digits()
    {
        Assert.Equal("71.0 [66.5, 75.5]", Format.Interval(71, 66.5, 75.5));
        Assert.Equal("4.25 [4.25, 4.25]", Format.Interval(4.25, 4.25, 4.25));
        Assert.Equal("4 [4, 4]", Format.Interval(4, 4, 4));
        Assert.Equal("−1.2 to 3.4", Format.Ends(-1.23, 3.42));
        Assert.Equal("−1.2 to +3.4", Format.SignedEnds(-1.23, 3.42));
    }

    [Fact]
    public void The_numbers_of_a_column_stand_below_each_other()
    {
        Assert.Equal(1, Format.MostDecimals([62, 62.5, 71]));
        Assert.Equal(0, Format.MostDecimals([]));
        Assert.Equal("8.30", Format.Beside(8.3, 2.75));
        Assert.Equal("1,204", Format.Beside(1204.4, 812));
    }

    [Fact]
    public void A_share_is_a_percentage()
    {
        Assert.Equal("63 %", Format.Percent(0.625));
        Assert.Equal("62.5 %", Format.Percent(0.625, 1));
        Assert.Equal("−8 %", Format.Percent(-0.081));
    }

    [Fact]
    public void A_count_to_a_dozen_is_a_word() =>
        Assert.Equal(
            "no one two three four five six seven eight nine ten eleven twelve 13",
            string.Join(' ', Enumerable.Range(0, 14).Select(Format.InWords))
        );

    [Fact]
    public void A_value_stands_before_its_unit_and_alone_where_it_has_none()
    {
        Assert.Equal("62 %", Format.Value(62, "%"));
        Assert.Equal("62", Format.Value(62, ""));
    }

    [Theory]
    [InlineData("minutes", "in minutes")]
    [InlineData("%", "in %")]
    [InlineData("of 100", "of 100")]
    [InlineData("per day", "per day")]
    [InlineData("offers", "in offers")]
    public void A_unit_that_says_of_what_needs_no_other_word(string unit, string words) =>
        Assert.Equal(words, Format.InUnit(unit));

    [Theory]
    [InlineData(0, "0 rows", "no rows are")]
    [InlineData(1, "1 row", "one rows is")]
    [InlineData(2, "2 rows", "two rows are")]
    [InlineData(1204, "1,204 rows", "1,204 rows are")]
    [InlineData(-1, "−1 rows", "−1 rows are")]
    public void One_is_one_and_everything_else_is_many(int count, string counted, string words)
    {
        Assert.Equal(counted, Format.Count(count, "row"));
        Assert.Equal(words, $"{Format.InWords(count)} rows {Format.Plural(count, "is", "are")}");
    }

    [Fact]
    public void A_plural_that_is_no_s_is_named()
    {
        Assert.Equal("1 person", Format.Count(1, "person", "people"));
        Assert.Equal("3 people", Format.Count(3, "person", "people"));
        Assert.Equal("once", Format.Times(1));
        Assert.Equal("1,000 times", Format.Times(1000));
    }

    [Fact]
    public void A_list_reads_as_one_would_say_it()
    {
        Assert.Equal("", Format.List([]));
        Assert.Equal("reach", Format.List(["reach"]));
        Assert.Equal("reach and price", Format.List(["reach", "price"]));
        Assert.Equal("reach, price and taste", Format.List(["reach", "price", "taste"]));
        Assert.Equal("a, b, c and d", Format.Some(["a", "b", "c", "d"]));
        Assert.Equal("a, b, c and 2 others", Format.Some(["a", "b", "c", "d", "e"]));
    }

    [Fact]
    public void Words_begin_as_their_place_in_the_sentence_wants()
    {
        Assert.Equal("Élan", Format.Capital("élan"));
        Assert.Equal("the rest", Format.Lower("The rest"));
        Assert.Equal("", Format.Capital("") + Format.Lower(""));
        Assert.Equal("abcd…", Format.Shortened("abcdefg", 5));
        Assert.Equal("abcde", Format.Shortened("abcde", 5));
        Assert.Equal("abc…", Format.Shortened("abc🙂🙂", 5));
    }

    [Fact]
    public void A_form_gets_every_digit_back_and_a_sentence_what_was_typed()
    {
        Assert.Equal("-0.1", Format.Exact(-0.1));
        Assert.Equal("0.30000000000000004", Format.Exact(0.1 + 0.2));
        Assert.Null(Format.Exact((double?)null));
        Assert.Equal("33.33", Format.Offered(100 / 3.0));
        Assert.Equal("123457", Format.Offered(123456.7));
        Assert.Equal("-0.01235", Format.Offered(-0.012345678));
        Assert.Equal("0", Format.Offered(0));
        Assert.Null(Format.Offered(null));
        Assert.Equal("−1234.5678", Format.Typed(-1234.5678));
        Assert.Equal("not known", Format.Typed(null));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(1e-10, "0.0000000001")]
    [InlineData(9e-11, "9 × 10^−11")]
    [InlineData(1e15, "1 × 10^15")]
    [InlineData(-2e15, "−2 × 10^15")]
    public void What_somebody_typed_keeps_its_digits_as_long_as_a_row_of_them_can_be_read(double typed, string words) =>
        Assert.Equal(words, Format.Typed(typed));

    [Theory]
    [InlineData(6.5, null, "at least 6.5")]
    [InlineData(null, 4.0, "at most 4")]
    [InlineData(4.0, 6.0, "4 to 6")]
    [InlineData(null, null, "no limit")]
    public void Limits_name_the_ends_that_there_are(double? atLeast, double? atMost, string words) =>
        Assert.Equal(words, Format.Limits(atLeast, atMost));

    [Fact]
    public void Nobody_else_writes_a_day_or_a_minus_by_hand()
    {
        Assert.Empty(
            Repository.Sources().Where(s => ByHand(s.Text)).Select(s => s.Name).Except(["src/Heed/Kit/Format.cs"])
        );
        Assert.True(ByHand("on.ToString(\"d MMMM yyyy\")"));
        Assert.True(ByHand("$\"done on {at:d MMM}\""));
        Assert.True(ByHand("text.Replace('-', '−')"));
        Assert.False(ByHand("Format.Day(on)"));
    }

    static bool ByHand(string text) =>
        text.Contains("MMM", StringComparison.Ordinal) || text.Contains("'-', '−'", StringComparison.Ordinal);
}
