using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "I waited forty minutes at the desk and nobody could help me.")]
    [InlineData("de", "Ich habe eine Stunde gewartet, und niemand konnte mir helfen.")]
    [InlineData("fr", "J'ai attendu une heure et personne n'a pu m'aider.")]
    [InlineData("es", "Esperé una hora y nadie pudo ayudarme.")]
    [InlineData("it", "Ho aspettato un'ora e nessuno ha potuto aiutarmi.")]
    [InlineData("nl", "Ik heb een uur gewacht en niemand kon me helpen.")]
    [InlineData("pl", "Czekałem godzinę i nikt nie mógł mi pomóc.")]
    [InlineData("pt", "Esperei uma hora e ninguém conseguiu ajudar-me.")]
    [InlineData("sv", "Jag väntade en timme och ingen kunde hjälpa mig.")]
    [InlineData("tr", "Bir saat bekledim ve kimse bana yardım edemedi.")]
    [InlineData("ru", "Я ждал целый час, и никто не смог мне помочь.")]
    [InlineData("el", "Περίμενα μία ώρα και κανείς δεν μπόρεσε να με βοηθήσει.")]
    [InlineData("ja", "一時間待ちましたが、誰も助けてくれませんでした。")]
    [InlineData("zh", "我等了一个小时，没有人能帮我。")]
    [InlineData("ar", "انتظرت ساعة كاملة ولم يستطع أحد مساعدتي.")]
    [InlineData("hi", "मैंने एक घंटे तक इंतज़ार किया और कोई मेरी मदद नहीं कर सका।")]
    public void A_sentence_tells_its_language(string code, string remark)
    {
        var guess = new LanguageDetector(RealModels.Here().Languages!).Detect(remark).Value;
        Assert.Equal(code, guess.Code);
        Assert.InRange(guess.Score, 0.5, 1);
        // Hindi and Marathi share too much for one sentence to be sure.
        Assert.Equal(code != "hi", guess.IsReliable);
    }

    [Fact]
    public void Made_up_pieces_are_counted_once_each()
    {
        var detector = new LanguageDetector(Tiny.Models().Languages!);
        var once = detector.Detect("the und").Value;
        // 40 of the data and the 53 that they leave out, over two pieces.
        Assert.Equal(93 / 2.0 / (93 / 2.0 + 25), once.Score, 1e-12);
        Assert.False(once.IsReliable);
        Assert.Equal(once, detector.Detect("The the THE und, und"));
        Assert.Equal("de", detector.Detect("the und der").Value.Code);
    }

    [Fact]
    public void The_choice_can_be_narrowed()
    {
        var grams = Tiny.Models().Languages!;
        Assert.Equal("de", new LanguageDetector(grams, ["de", "xx"]).Detect("the and is der").Value.Code);
        Assert.Throws<ArgumentException>(() => new LanguageDetector(grams, ["xx"]));
    }

    [Theory]
    [InlineData("", "There is no letter")]
    [InlineData("123 !? 👍 \uD800", "There is no letter")]
    [InlineData("xyzzy", "Nothing in it")]
    public void Text_that_tells_nothing_is_refused(string remark, string because) =>
        Assert.StartsWith(
            because,
            new LanguageDetector(Tiny.Models().Languages!).Detect(remark).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void Long_and_odd_text_is_read()
    {
        var detector = new LanguageDetector(Tiny.Models().Languages!);
        Assert.True(detector.Detect(new string('字', 1 << 20)) is { IsGiven: false });
        Assert.Equal("en", detector.Detect(string.Concat(Enumerable.Repeat("the ", 1 << 18))).Value.Code);
        var random = new Random(5);
        for (var round = 0; round < 5000; round++)
            detector.Detect(
                string.Create(
                    random.Next(400),
                    random,
                    static (chars, from) =>
                    {
                        foreach (ref var c in chars)
                            c = (char)from.Next(from.Next(3) == 0 ? 65536 : 0x250);
                    }
                )
            );
    }
}
