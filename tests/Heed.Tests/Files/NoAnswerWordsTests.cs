using System.Text;

namespace Heed.Tests.Files;

public sealed class NoAnswerWordsTests
{
    static bool Hold(string cell) => NoAnswerWords.Hold(Encoding.UTF8.GetBytes(cell));

    [Fact]
    public void Each_word_holds_in_whatever_capitals()
    {
        foreach (var word in NoAnswerWords.All)
            Assert.True(Hold(word) && Hold(word.ToUpperInvariant()), word);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("nan")]
    [InlineData("n/a yet")]
    [InlineData("not applicable here")]
    [InlineData("keine")]
    public void Any_other_word_is_an_answer(string cell) => Assert.False(Hold(cell));

    [Fact]
    public void The_page_on_files_gives_a_reason_for_each_word_and_for_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods", "files.md"));
        var given = page.Split('\n')
            .SkipWhile(line => line != "| word | who writes it |")
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1));
        Assert.Equal(NoAnswerWords.All.Order(), given.Order());
    }
}
