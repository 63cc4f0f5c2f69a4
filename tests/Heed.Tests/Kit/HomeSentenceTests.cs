namespace Heed.Tests.Kit;

public sealed class HomeSentenceTests
{
    static HomeSentence Said(string say, string? about = null, string? supersedes = null) =>
        new(HomeColumn.Moved, say, "/" + say) { About = about, Supersedes = supersedes };

    static IEnumerable<string> Once(params HomeSentence[] sentences) => HomeSentence.Once(sentences).Select(s => s.Say);

    [Fact]
    public void Of_one_thing_the_first_sentence_is_said()
    {
        Assert.Equal(
            ["orders rose", "score fell"],
            Once(Said("orders rose", "/m/1"), Said("orders rose again", "/m/1"), Said("score fell", "/m/2"))
        );
    }

    [Fact]
    public void Sentences_about_nothing_are_all_said() => Assert.Equal(["a", "b"], Once(Said("a"), Said("b")));

    [Fact]
    public void Who_knows_why_it_moved_takes_the_place_of_who_only_saw_it_wherever_the_two_stand()
    {
        Assert.Equal(["the text did it"], Once(Said("orders rose", "/m/1"), Said("the text did it", null, "/m/1")));
        Assert.Equal(["the text did it"], Once(Said("the text did it", null, "/m/1"), Said("orders rose", "/m/1")));
    }

    [Fact]
    public void Of_several_who_know_more_the_first_is_said()
    {
        Assert.Equal(
            ["the text did it"],
            Once(Said("the text did it", "/t/1", "/m/1"), Said("so did the call", "/t/2", "/m/1"))
        );
    }

    [Fact]
    public void What_supersedes_is_known_by_what_it_supersedes_and_not_by_what_it_is_about()
    {
        Assert.Equal(
            ["the text raised orders", "the text lowered calls"],
            Once(Said("the text raised orders", "/t/1", "/m/1"), Said("the text lowered calls", "/t/1", "/m/2"))
        );
    }

    [Fact]
    public void The_rest_stands_for_as_many_as_it_says_and_everything_else_for_one()
    {
        var rest = HomeSentence.Rest(HomeColumn.NeedsMe, 307, "307 more check-ins", "/aim");

        Assert.True(rest.IsRest);
        Assert.Equal((307, HomeColumn.NeedsMe, "/aim"), (rest.Stands, rest.Column, rest.Href));
        Assert.Equal((1, false), (Said("one").Stands, Said("one").IsRest));
    }
}
