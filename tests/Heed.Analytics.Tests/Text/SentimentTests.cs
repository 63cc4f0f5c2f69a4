using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class SentimentTests
{
    static LexiconSentiment Lexicon(string language) => LexiconSentiment.For(language, Tiny.Models()).Value;

    [Fact]
    public void Friction_takes_off_what_words_do_not_say()
    {
        var plain = Lexicon("en").Of("The soup was good");
        Assert.Equal(Sentiment.Positive, plain.Sentiment);
        var late = Lexicon("en").Of("The soup was good, an hour late");
        Assert.Equal(Friction.Waiting, late.Friction);
        Assert.Equal(plain.Score - 0.45, late.Score, 1e-12);
        Assert.Equal(Sentiment.Negative, Lexicon("en").Of("My flight was cancelled").Sentiment);
    }

    [Fact]
    public void Other_languages_use_the_translated_words_and_their_negations()
    {
        Assert.Equal(Sentiment.Positive, Lexicon("de").Of("Alles gut").Sentiment);
        Assert.Equal(3 / Math.Sqrt(9 + 15), Lexicon("de").Of("Alles gut").Score, 1e-12);
        Assert.True(Lexicon("de").Of("kein gut").Score < 0);
        // The pair is an entry of its own and counts once.
        Assert.Equal(2 / Math.Sqrt(4 + 15), Lexicon("de").Of("nicht schlecht").Score, 1e-12);
    }

    [Fact]
    public void What_is_not_clear_is_neutral()
    {
        Assert.Equal(Sentiment.Neutral, Lexicon("en").Of("").Sentiment);
        Assert.Equal(Sentiment.Neutral, Lexicon("en").Of("The soup").Sentiment);
        Assert.Equal(Sentiment.Neutral, Lexicon("de").Of("\uDC00字").Sentiment);
    }

    [Fact]
    public void A_language_without_a_lexicon_is_refused_in_words()
    {
        Assert.Contains("no lexicon", LexiconSentiment.For("xx", Tiny.Models()).Because, StringComparison.Ordinal);
        Assert.Contains(
            "“models/restore”",
            LexiconSentiment.For("en", TextModels.None).Because,
            StringComparison.Ordinal
        );
    }

    static List<(string, Sentiment)> Examples(int each)
    {
        string[] subjects = ["room", "desk", "soup", "bill", "bed", "gate", "lounge"];
        return
        [
            .. Enumerable
                .Range(0, each)
                .SelectMany(i =>
                    new[]
                    {
                        ($"The {subjects[i % 7]} was splendid, number {i}", Sentiment.Positive),
                        ($"The {subjects[(i + 3) % 7]} was ghastly, number {i}", Sentiment.Negative),
                    }
                ),
        ];
    }

    static readonly LearningSettings Settings = new(WordRules.For("en"));

    [Fact]
    public void It_learns_the_words_of_the_house_and_says_how_well()
    {
        var model = TrainedSentiment.Train(Examples(60), Settings, Lexicon("en")).Value;
        Assert.Equal(Sentiment.Positive, model.Of("A splendid stay"));
        Assert.Equal(Sentiment.Negative, model.Again().Of("ghastly"));
        Assert.Equal(1, model.Measured.MacroF1);
        Assert.True(model.Lexicon!.Value.MacroF1 < 0.5);
        Assert.Equal([Sentiment.Negative, Sentiment.Positive], model.Kinds);
        Assert.Equal(120, model.Examples);
    }

    [Fact]
    public void Where_it_learns_nothing_the_lexicon_stays()
    {
        var random = new Random(7);
        var noise = Enumerable
            .Range(0, 200)
            .Select(i =>
                (
                    $"{(i % 2 == 0 ? "good" : "bad")} {random.Next(1000)}",
                    i % 2 == 0 ? Sentiment.Positive : Sentiment.Negative
                )
            )
            .ToList();
        Assert.StartsWith(
            "The lexicon stays",
            TrainedSentiment.Train(noise, Settings, Lexicon("en")).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_little_to_learn_from_is_refused_in_words()
    {
        Assert.Contains(
            "100 remarks",
            TrainedSentiment.Train(Examples(20), Settings).Because,
            StringComparison.Ordinal
        );
        var one = Examples(60).Select(e => (e.Item1, Sentiment.Positive)).ToList();
        Assert.Contains("more than one kind", TrainedSentiment.Train(one, Settings).Because, StringComparison.Ordinal);
        one[0] = (one[0].Item1, Sentiment.Neutral);
        Assert.Contains("1 neutral", TrainedSentiment.Train(one, Settings).Because, StringComparison.Ordinal);
    }

    /// <summary>Published linear models on more comments of the same kind reach .67 (three classes).</summary>
    [Fact]
    public void Scores_of_patients_teach_more_than_the_lexicon_knows()
    {
        var lexicon = LexiconSentiment.For("en", RealModels.Here()).Value;
        var model = TrainedSentiment.Train(PatientComments.All(), Settings with { IsBalanced = true }, lexicon).Value;
        Assert.InRange(model.Measured.MacroF1, 0.63, 0.75);
        Assert.InRange(model.Lexicon!.Value.MacroF1, 0.40, 0.50);
    }
}
