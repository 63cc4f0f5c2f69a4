using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class WordReaderTests
{
    static string[] Words(string remark, string language = "en")
    {
        var reader = new WordReader(WordRules.For(language));
        return [.. reader.Read(remark).ToArray().Select(word => word.In(remark).ToString())];
    }

    static Word Only(string word, string language = "en") =>
        Assert.Single(new WordReader(WordRules.For(language)).Read(word).ToArray());

    [Fact]
    public void Words_end_at_spaces_and_signs_and_keep_the_apostrophes_inside()
    {
        Assert.Equal(
            ["I", "waited", "40", "minutes", "couldn't", "top", "up", "my", "card"],
            Words("I waited 40 minutes, couldn't top-up my 'card'!")
        );
        Assert.Equal(
            ["Größe", "naïve", "9.99", "1,250", "heed", "example", "org"],
            Words("Größe naïve 9.99 1,250 heed.example.org")
        );
    }

    [Fact]
    public void A_possessive_s_is_no_part_of_the_word()
    {
        Assert.Equal(Only("card").Hash, Only("card's").Hash);
        Assert.Equal(Only("card").Stem, Only("Card’s").Stem);
        Assert.NotEqual(Only("don't").Hash, Only("don").Hash);
    }

    [Fact]
    public void Case_width_and_the_form_of_the_apostrophe_do_not_matter()
    {
        Assert.Equal(Only("refund").Hash, Only("REFUND").Hash);
        Assert.Equal(Only("refund").Hash, Only("ＲＥＦＵＮＤ").Hash);
        Assert.Equal(Only("don't").Hash, Only("Don’t").Hash);
        Assert.Equal(Only("refund").Hash, WordHash.Of("Refund"));
    }

    [Fact]
    public void Forms_of_a_word_share_their_stem()
    {
        Assert.Equal(Only("charged").Stem, Only("charge").Stem);
        Assert.Equal(Only("transfer").Stem, Only("transferring").Stem);
        Assert.NotEqual(Only("transfer").Hash, Only("transferring").Hash);
        Assert.NotEqual(Only("card").Stem, Only("cards").Stem);
        // The sixth letter is the last that counts.
        Assert.NotEqual(Only("charge").Stem, Only("charga").Stem);
        Assert.Equal(Only("chargea").Stem, Only("chargeb").Stem);
        Assert.Equal(Only("Zimmer", "de").Stem, Only("Zimmern", "de").Stem);
        var whole = new WordReader(new WordRules("", 0, [])).Read("transferring")[0];
        Assert.Equal(whole.Hash, whole.Stem);
    }

    [Fact]
    public void Sentences_and_clauses_are_counted()
    {
        const string remark = "Late again, and rude! Paid 9.99 at heed.example.org… Never. ";
        var reader = new WordReader(WordRules.For("en"));
        reader.Read(remark);
        Assert.Equal(
            ["Late again, and rude!", "Paid 9.99 at heed.example.org…", "Never."],
            reader.Sentences(remark).Select(sentence => sentence.In(remark).ToString())
        );
        Assert.Equal(
            ["Late again,", "and rude!", "Paid 9.99 at heed.example.org…", "Never."],
            reader.Clauses(remark).Select(clause => clause.In(remark).ToString())
        );
        Assert.Equal([4, 6, 1], reader.Sentences(remark).Select(sentence => sentence.Words));
    }

    [Fact]
    public void Stop_words_and_numbers_say_nothing_about_the_subject()
    {
        const string remark = "The refund was 40 and I'm not happy";
        var content = new WordReader(WordRules.For("en")).Read(remark).ToArray().Where(word => word.IsContent);
        Assert.Equal(["refund", "not", "happy"], content.Select(word => word.In(remark).ToString()));
    }

    [Fact]
    public void Scripts_without_spaces_are_read_by_pairs_of_characters()
    {
        Assert.Equal(["部屋", "屋が", "が狭", "狭い"], Words("部屋が狭い。", "ja"));
        Assert.Equal(["好"], Words("好", "zh"));
        Assert.Equal(["iPhone", "手机"], Words("iPhone手机", "zh"));
        Assert.Equal(["𠮷野", "野家"], Words("𠮷野家", "ja"));
        // The vowel sign above belongs to the letter before it.
        Assert.Equal(["ดีม", "มา", "าก"], Words("ดีมาก", "th"));
    }

    [Fact]
    public void Invisible_characters_and_emoji_do_not_hide_a_word()
    {
        Assert.Equal(Only("refund").Hash, Only("re\u00ADfu\u200Dnd").Hash);
        Assert.Equal(["great", "thanks"], Words("great👍🏽thanks❤️"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t ")]
    [InlineData("?!…")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800")]
    [InlineData("👍")]
    public void Text_without_a_word_has_none(string remark) => Assert.Empty(Words(remark));

    [Fact]
    public void Broken_unicode_is_a_gap() => Assert.Equal(["bad", "text"], Words("bad\uD83Dtext\uDC4D"));

    [Fact]
    public void A_megabyte_is_read_with_and_without_spaces()
    {
        var reader = new WordReader(WordRules.For("en"));
        Assert.Equal(1, reader.Read(new string('a', 1 << 20)).Length);
        Assert.Equal(1 << 19, reader.Read(string.Concat(Enumerable.Repeat("a ", 1 << 19))).Length);
        Assert.Equal((1 << 20) - 1, reader.Read(new string('字', 1 << 20)).Length);
        Assert.Equal(2, reader.Read("room again").Length);
    }

    [Fact]
    public void Reading_allocates_nothing_per_word()
    {
        var reader = new WordReader(WordRules.For("en"));
        const string remark = "I have been waiting over a week for my new card, and nobody answers. Why?";
        reader.Read(remark);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            reader.Read(remark);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Random_text_is_read_in_order_and_inside_its_bounds()
    {
        var random = new Random(3);
        var reader = new WordReader(WordRules.Unknown);
        for (var round = 0; round < 2000; round++)
        {
            var remark = string.Create(
                random.Next(40),
                random,
                static (chars, from) =>
                {
                    foreach (ref var c in chars)
                        c = (char)from.Next(from.Next(2) == 0 ? 128 : 65536);
                }
            );
            var end = 0;
            foreach (var word in reader.Read(remark))
            {
                Assert.True(word.Length > 0 && word.Start + word.Length <= remark.Length);
                Assert.True(word.Kind == WordKind.Characters || word.Start >= end);
                end = word.Start + word.Length;
            }
            foreach (var sentence in reader.Sentences(remark))
                Assert.True(sentence.Start + sentence.Length <= remark.Length && sentence.Words > 0);
        }
    }
}
