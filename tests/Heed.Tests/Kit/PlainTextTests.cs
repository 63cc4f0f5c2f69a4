using System.Text;
using System.Text.Json;

namespace Heed.Tests.Kit;

public sealed class PlainTextTests
{
    // No attribute can hold half a pair.
    public static TheoryData<string, Func<string>, bool> Texts =>
        new()
        {
            { "none", () => "", true },
            { "all that is one", () => "Österreich 🥐 \t\r\n", true },
            { "NUL", () => "a\0b", false },
            { "a first half alone", () => "\ud83e", false },
            { "a first half before a letter", () => "\ud83eb", false },
            { "a second half alone", () => "a\udd50", false },
            { "halves the wrong way round", () => "\udd50\ud83e", false },
        };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Nul_and_half_a_pair_are_no_text(string what, Func<string> text, bool isOne)
    {
        Assert.True(PlainText.Is(text()) == isOne, what);
        Assert.True(PlainText.Is(PlainText.Of(text())), what);
        Assert.True(PlainText.Of(text()) == text() == isOne, what);
    }

    [Theory]
    [InlineData("""{"name":"Österreich 🥐 A 🥐 \\u0000 \n"}""", true)]
    [InlineData("""{"name":"a\u0000b"}""", false)]
    [InlineData("""{"na\u0000me":"b"}""", false)]
    [InlineData("""{"name":"\\\u0000"}""", false)]
    [InlineData("""{"name":"\ud83e"}""", false)]
    [InlineData("""{"name":"\uD83Eb"}""", false)]
    [InlineData("""{"name":"\ud83e\n\udd50"}""", false)]
    [InlineData("""{"name":"\udd50"}""", false)]
    [InlineData("""{"name":"\ud83e\ud83e\udd50"}""", false)]
    [InlineData("""{"name":"\""", true)]
    [InlineData("""{"name":"\u00""", true)]
    public void In_json_both_stand_as_escapes(string json, bool isOne) =>
        Assert.Equal(isOne, PlainText.IsJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Of_texts_made_by_chance_it_finds_in_json_what_it_finds_in_the_text()
    {
        string[] parts = ["a", "\0", "\ud83e", "\udd50", "\ud83e\udd50", "\\", "u0000", "\"", "ö", "\\u0000"];
        var random = new Random(11);
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
            // As a program writes it that escapes whatever it likes.
            var json =
                $"\"{string.Concat(text.Select(c => random.Next(2) == 0 || c < 32 || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : JsonEncodedText.Encode($"{c}").ToString()))}\"";
            Assert.True(PlainText.Is(text) == PlainText.IsJson(Encoding.UTF8.GetBytes(json)), json);
        }
    }
}
