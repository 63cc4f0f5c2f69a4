namespace Heed.Tests.Files;

public sealed class NearestTests
{
    [Theory]
    [InlineData("regoin", "region")]
    [InlineData("regon", "region")]
    [InlineData("regiion", "region")]
    [InlineData("xregion", "region")]
    [InlineData("egion", "region")]
    [InlineData("REGIOM ", "region")]
    [InlineData("rxgixn", "region")]
    [InlineData("regionab", "region")]
    [InlineData("gion", "region")]
    [InlineData("np", "nps")]
    public void A_slip_of_two_letters_finds_the_name(string typed, string name) =>
        Assert.Equal([name], Nearest.To(typed, ["remark", "nps", "region", "week of the visit"]));

    [Theory]
    [InlineData("rxgxxn")]
    [InlineData("reg1o2n3")]
    [InlineData("ion2")]
    [InlineData("xyz")]
    public void Three_letters_are_another_word(string typed) => Assert.Empty(Nearest.To(typed, ["region", "income"]));

    [Fact]
    public void A_long_name_may_differ_in_a_third_of_its_letters()
    {
        Assert.Equal(["satisfaction"], Nearest.To("satisfxxxxon", ["satisfaction"]));
        Assert.Empty(Nearest.To("satisxxxxxon", ["satisfaction"]));
    }

    [Theory]
    [InlineData("likely", "How LIKELY are you to recommend us?")]
    [InlineData("how", "How LIKELY are you to recommend us?")]
    [InlineData("us")]
    public void A_word_of_three_letters_and_more_finds_the_question_that_holds_it(
        string typed,
        params string[] questions
    ) => Assert.Equal(questions, Nearest.To(typed, ["Respondent", "How LIKELY are you to recommend us?"]));

    [Fact]
    public void The_three_nearest_are_named_the_nearest_first_and_equals_as_they_stand() =>
        Assert.Equal(
            ["score", "scores", "scare"],
            Nearest.To("score", ["stories", "scores", "scare", "spare", "score", "store"])
        );
}
