using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class FrictionReaderTests
{
    static Friction Of(string remark, string language = "en") =>
        FrictionReader.For(language).Value.Of(new WordReader(WordRules.For(language)).Read(remark));

    [Theory]
    [InlineData("I was on hold for forty minutes", Friction.Waiting)]
    [InlineData("Long queue at the desk", Friction.Waiting)]
    [InlineData("Had to explain it again to the second person", Friction.Rework)]
    [InlineData("I called them three times", Friction.Rework)]
    [InlineData("The app crashes at login", Friction.Defect)]
    [InlineData("The card reader doesn't work", Friction.Defect)]
    [InlineData("The card reader doesnt work", Friction.Defect)]
    [InlineData("Passed from one department to another", Friction.Handoff)]
    [InlineData("Nobody answers the phone", Friction.Handoff)]
    [InlineData("I was not told what happens next", Friction.MissingInformation)]
    [InlineData("The letter was confusing", Friction.MissingInformation)]
    [InlineData("The parcel never arrived", Friction.BrokenPromise)]
    [InlineData("My flight was cancelled", Friction.BrokenPromise)]
    [InlineData("I want my money back", Friction.MoneyBack)]
    [InlineData("They charged me twice", Friction.MoneyBack)]
    [InlineData("Far too many forms", Friction.Effort)]
    [InlineData("Difficult to cancel", Friction.Effort)]
    [InlineData("Lovely staff, clean rooms, thank you", Friction.None)]
    [InlineData("", Friction.None)]
    public void A_remark_shows_its_friction(string remark, Friction friction) => Assert.Equal(friction, Of(remark));

    [Theory]
    [InlineData("Eine Stunde in der Warteschleife", Friction.Waiting)]
    [InlineData("Die App funktioniert nicht", Friction.Defect)]
    [InlineData("Niemand ist erreichbar", Friction.Handoff)]
    [InlineData("Ich will mein Geld zurück", Friction.MoneyBack)]
    [InlineData("Sehr umständlich", Friction.Effort)]
    [InlineData("Sehr nette Beratung", Friction.None)]
    public void German_has_its_own_signs(string remark, Friction friction) => Assert.Equal(friction, Of(remark, "de"));

    [Fact]
    public void A_remark_can_hold_several_groups() =>
        Assert.Equal(Friction.Waiting | Friction.MoneyBack, Of("Still waiting for my refund, three weeks later."));

    [Fact]
    public void A_phrase_does_not_reach_over_the_end_of_a_sentence()
    {
        Assert.Equal(Friction.MoneyBack, Of("I got no money back"));
        Assert.Equal(Friction.None, Of("I brought money. Back then it was fine"));
    }

    [Fact]
    public void The_words_that_decided_can_be_shown()
    {
        const string remark = "On hold for ages, then they hung up.";
        var words = new WordReader(WordRules.For("en")).Read(remark).ToArray();
        var signs = FrictionReader.For("en").Value.Signs(words);
        Assert.Equal(
            [(Friction.Waiting, "On hold"), (Friction.Waiting, "for ages"), (Friction.Handoff, "hung up")],
            signs.Select(sign =>
                (
                    sign.Group,
                    remark[
                        words[sign.FirstWord].Start..(
                            words[sign.FirstWord + sign.Words - 1].Start + words[sign.FirstWord + sign.Words - 1].Length
                        )
                    ]
                )
            )
        );
    }

    [Fact]
    public void Another_language_is_refused_in_words() =>
        Assert.Contains("en and de only", FrictionReader.For("fi").Because, StringComparison.Ordinal);

    [Fact]
    public void Discontented_patients_speak_of_friction_more_than_content_ones()
    {
        var (negative, positive) = (Share(Sentiment.Negative), Share(Sentiment.Positive));
        Assert.True(negative > 5 * positive, $"{negative:0.000} of the discontented, {positive:0.000} of the content");

        static double Share(Sentiment felt)
        {
            var remarks = PatientComments.All().Where(one => one.Sentiment == felt).ToList();
            return (double)remarks.Count(one => Of(one.Remark) != Friction.None) / remarks.Count;
        }
    }
}
