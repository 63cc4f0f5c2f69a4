namespace Heed.Tests.Kit;

public sealed class StatusWordsTests
{
    [Fact]
    public void The_five_words_are_said_and_what_is_none_of_them_is_not_known()
    {
        Assert.Equal(
            ["On course", "Watch", "Off course", "Held", "Not known"],
            Enum.GetValues<Status>().Select(s => s.Word())
        );
        Assert.Equal("Not known", ((Status)99).Word());
    }
}
