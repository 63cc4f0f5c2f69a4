using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Which scale whole numbers stand on, and which of them are codes beside it.</summary>
public sealed class GuessScaleTests
{
    /// <summary>Each value so often: “1:30 2:20 9:3”.</summary>
    static Dictionary<string, int> Counted(string values) =>
        values.Split(' ').Select(v => v.Split(':')).ToDictionary(v => v[0], v => int.Parse(v[1]));

    static GuessScale? Of(string values) => GuessScale.Of(Counted(values), default);

    [Theory]
    [InlineData("1:9 2:9 3:9 4:9 5:9", "1-5", "")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 0:4", "1-5", "0")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 6:4", "1-5", "6")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 99:4", "1-5", "99")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 -9:1 -8:1 777:1", "1-5", "-9 -8 777")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 6:9 7:9", "1-7", "")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 6:9 7:9 8:3", "1-7", "8")]
    [InlineData("0:2 1:9 2:9 3:9 4:9 5:9 6:9 7:9 8:9 9:9 10:9", "0-10", "")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 6:9 7:9 8:9 9:9 10:9", "1-10", "")]
    [InlineData("0:30 1:9 2:9 3:9 4:9 5:9 6:9 7:9 8:9 9:9 10:9", "1-10", "0")]
    public void The_first_scale_that_points_and_codes_fit_is_taken(string values, string scale, string codes)
    {
        var guess = Of(values)!;
        Assert.Equal((scale, codes), (guess.Written, string.Join(' ', guess.Missing)));
        Assert.True(guess.IsFull);
    }

    [Theory]
    [InlineData("1:9 2:9")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 42:1")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 2.5:1")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 good:9")]
    [InlineData("11:9 12:9 13:9 14:9")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 -1:1 -2:1 -3:1 -4:1 -5:1")]
    public void Too_few_points_words_and_values_that_are_no_codes_make_no_scale(string values) =>
        Assert.Null(Of(values));

    [Fact]
    public void A_scale_is_full_with_both_its_ends_and_nearly_all_between()
    {
        Assert.False(Of("2:9 3:9 4:9 5:9")!.IsFull);
        Assert.False(Of("1:9 2:9 3:9 5:9")!.IsFull);
        Assert.True(Of("1:9 2:9 3:9 4:9 6:9 7:9")!.IsFull);
    }

    [Fact]
    public void Where_most_hold_a_code_it_is_thin()
    {
        var thin = Of("1:5 2:5 3:5 4:5 5:5 6:60")!;
        Assert.Equal(("1-5", true), (thin.Written, thin.IsThin));
        Assert.False(Of("1:9 2:9 3:9 4:9 5:9 6:9")!.IsThin);
        Assert.Null(Of("1:1 2:1 3:1 4:1 5:1 6:60"));
    }

    [Theory]
    [InlineData("1:9 2:9 3:9 4:9 5:9", "points 1 to 5")]
    [InlineData("1:9 2:9 3:9 4:9 5:9 6:4", "points 1 to 5; 6 beside them looks like a code for no answer")]
    [InlineData(
        "1:9 2:9 3:9 4:9 5:9 0:1 6:4 99:1",
        "points 1 to 5; 0, 6 and 99 beside them look like codes for no answer"
    )]
    public void It_says_its_points_and_its_codes(string values, string words) =>
        Assert.Equal(words, Of(values)!.InWords);

    [Fact]
    public void What_is_named_a_recommend_question_is_believed_with_a_value_that_fits_nowhere()
    {
        Assert.Equal(["99"], GuessScale.ZeroToTen(Counted("0:9 9:9 10:9 42:1 99:2"), default)!);
        Assert.Null(GuessScale.ZeroToTen(Counted("0:9 9:9 400:20"), default));
    }

    [Theory]
    [InlineData("Q7ART", "Q7")]
    [InlineData("q7_2", "Q7")]
    [InlineData("Question 12a", "QUESTION 12")]
    [InlineData("item-3", "ITEM-3")]
    [InlineData("v10", "V10")]
    [InlineData("Overall", "")]
    [InlineData("7Q", "")]
    public void Questions_of_one_number_share_a_stem(string name, string stem) =>
        Assert.Equal(stem, Sisters.Stem(name));

    [Fact]
    public void Thin_sisters_count_only_beside_enough_that_are_sure()
    {
        var (full, thin) = (Of("1:9 2:9 3:9 4:9 5:9"), Of("1:5 2:5 3:5 4:5 5:5 6:60"));
        var longer = Of("1:9 2:9 3:9 4:9 5:9 6:9 7:9");
        static IReadOnlyList<FileColumn> Columns(params string[] names) => [.. names.Select(n => new FileColumn(n, n))];
        Assert.Equal(4, Sisters.Of(Columns("Q7A", "Q7B", "Q7C", "Q7D"), [full, full, full, thin], 3));
        Assert.Equal(2, Sisters.Of(Columns("Q7A", "Q7B", "Q7C", "Q7D"), [full, full, thin, thin], 2));
        Assert.Equal(2, Sisters.Of(Columns("Q7A", "Q7B", "Q7C", "Q8A"), [full, full, longer, full], 0));
        Assert.Equal(0, Sisters.Of(Columns("Q7A", "Food", "Art"), [null, full, full], 0));
        Assert.Equal(0, Sisters.Of(Columns("Q7A", "Food", "Art"), [null, full, full], 1));
    }
}
