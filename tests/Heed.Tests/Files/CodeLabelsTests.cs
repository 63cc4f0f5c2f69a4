namespace Heed.Tests.Files;

/// <summary>Words for codes, as somebody writes them.</summary>
public sealed class CodeLabelsTests
{
    static CodeLabels Labels(string written)
    {
        Assert.False(CodeLabels.Parse(written).Refused(out var refusal, out var labels), refusal?.Because);
        return CodeLabels.Of(labels)!;
    }

    [Theory]
    [InlineData("1=Phone,2=Shop", "2", "Shop")]
    [InlineData("1 = Phone; 2 = Shop", "1.0", "Phone")]
    [InlineData("1=\"By phone, or mail\", 2=Shop", "1", "By phone, or mail")]
    [InlineData("A1=Yes\nA2=No\n", "a2", "No")]
    [InlineData("1=Phone,2=Shop", "3", "3")]
    [InlineData("1=Phone,2=Shop", "Shop", "Shop")]
    public void A_code_is_its_word_and_a_code_without_one_stays(string written, string code, string word) =>
        Assert.Equal(word, Labels(written).Of(code));

    [Theory]
    [InlineData("Phone, Shop", "“Phone, Shop” gives no code its word.")]
    [InlineData("1=Phone,2=", "“2=” gives no code its word.")]
    [InlineData("a=Phone,A=Shop", "“A” is given two words.")]
    public void What_is_no_list_of_words_is_refused(string written, string sentence)
    {
        Assert.True(CodeLabels.Parse(written).Refused(out var refusal));
        Assert.StartsWith(sentence, refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_written_as_they_are_read()
    {
        const string Written = "1=\"By phone, or mail\", 2=Shop";
        Assert.False(CodeLabels.Parse(Written).Refused(out _, out var labels));
        Assert.Equal(Written, CodeLabels.Written(labels));
    }
}
