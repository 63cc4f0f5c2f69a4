using Heed.Analytics.Scores;
using Heed.Analytics.Text;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class ThemeFindingsTests
{
    static readonly MixtureSettings Five = new(5);

    static ThemeFindings Find(IReadOnlyList<string?> remarks, MixtureSettings? settings = null) =>
        ThemeFindings.Of(remarks, settings ?? Five, TextModels.None).Value;

    [Fact]
    public void Planted_themes_are_found_labelled_and_counted_with_an_interval()
    {
        var (remarks, truth) = Guests.Say(40);
        var found = Find(remarks);
        var themes = found.Sentences.Select(sentences => sentences.Count == 0 ? -1 : sentences[0].Theme).ToList();
        Assert.InRange(Agreement.Accuracy(themes, truth), .95, 1);
        Assert.Equal((200, 200, false), (found.Worded, found.LearntFrom, found.WithVectors));
        foreach (var own in new[] { "queue", "park", "milk", "laptop", "smelled" })
            Assert.Contains(found.Themes, theme => theme.Label.ToString().Contains(own, StringComparison.Ordinal));
        Assert.All(
            found.Themes,
            theme =>
            {
                Assert.True(theme.Label.IsClear);
                Assert.Equal(Intervals.Wilson(theme.Remarks, 200), theme.Share);
            }
        );
        Assert.Equal(found.Themes.OrderByDescending(theme => theme.Remarks), found.Themes);
    }

    [Fact]
    public void A_remark_of_two_subjects_has_both_themes_and_a_strange_one_has_none()
    {
        var (remarks, _) = Guests.Say(40);
        remarks.Add("The parking lot was full of cars. The milk tasted sour in my cappuccino.");
        remarks.Add("Xylophone zebra quixotic.");
        remarks.Add("");
        var found = Find(remarks);
        Assert.Equal(2, found.Sentences[200].Select(sentence => sentence.Theme).Distinct().Count());
        Assert.Empty(found.Sentences[201]);
        Assert.Equal((202, 1), (found.Worded, found.Unthemed));
        var second = found.Sentences[200][1];
        Assert.Equal("The milk tasted sour in my cappuccino", remarks[200].Substring(second.Start, second.Length));
    }

    [Fact]
    public void Quotes_differ_say_how_often_they_were_said_and_show_the_words_that_decided()
    {
        var (remarks, _) = Guests.Say(40);
        remarks.AddRange(Enumerable.Repeat("The wifi password never reached my laptop, please fix the wifi!", 30));
        var found = Find(remarks);
        var wifi = found.Themes.First(theme => theme.Label.ToString().Contains("laptop", StringComparison.Ordinal));
        Assert.InRange(wifi.Quotes.Count, 2, 3);
        Assert.Equal(wifi.Quotes.Count, wifi.Quotes.Select(quote => remarks[quote.Remark]).Distinct().Count());
        Assert.Contains(wifi.Quotes, quote => quote.Times >= 30);
        foreach (var quote in wifi.Quotes)
        {
            var deciding = quote
                .Deciding.Select(word => remarks[quote.Remark].Substring(word.Start, word.Length))
                .ToList();
            Assert.NotEmpty(deciding);
            Assert.Subset(
                (HashSet<string>)
                    ["wifi", "password", "internet", "laptop", "dropped", "never", "reached", "slow", "please", "fix"],
                deciding.Select(word => word.ToLowerInvariant()).ToHashSet()
            );
        }
    }

    [Fact]
    public void The_same_remarks_always_give_the_same_findings()
    {
        var (remarks, _) = Guests.Say(30);
        var (once, again) = (Find(remarks), Find(remarks));
        Assert.Equal(once.Themes.Select(theme => theme.Theme.Id), again.Themes.Select(theme => theme.Theme.Id));
        Assert.Equal(once.Themes.Select(theme => theme.Label.ToString()), again.Themes.Select(t => t.Label.ToString()));
        Assert.Equal(
            once.Themes.SelectMany(t => t.Quotes.Select(q => q.Remark)),
            again.Themes.SelectMany(t => t.Quotes.Select(q => q.Remark))
        );
    }

    [Fact]
    public void Nothing_to_read_and_too_little_are_refused_in_words()
    {
        Assert.Equal(
            "None of the remarks has a word.",
            ThemeFindings.Of(["", null, " … "], null, TextModels.None).Because
        );
        Assert.StartsWith(
            "4 themes need 20 remarks or more",
            ThemeFindings.Of(["one word"], null, TextModels.None).Because
        );
        Assert.StartsWith("5 themes need 25", ThemeFindings.Of(["queue", "queue"], Five, TextModels.None).Because);
    }

    [Fact]
    public void A_remark_of_a_megabyte_and_broken_characters_are_read_like_any_other()
    {
        var (remarks, _) = Guests.Say(30);
        remarks.Add(string.Concat(Enumerable.Repeat("the queue moved slowly ", 50_000)));
        remarks.Add("\ud800\udfff \udc00 the parking lot was full of cars");
        var found = Find(remarks);
        Assert.NotEmpty(found.Sentences[^1]);
        Assert.NotEmpty(found.Sentences[^2]);
    }

    [Fact]
    public void Many_themes_are_grouped_and_few_are_not()
    {
        var (remarks, _) = Guests.Say(60);
        Assert.Equal(5, Find(remarks).Groups.Count);
        Assert.InRange(Find(remarks, new(20)).Groups.Count, 1, 6);
    }

    [Fact]
    public void A_model_judges_later_remarks_and_a_keyword_is_one_word_or_two()
    {
        var (remarks, truth) = Guests.Say(40);
        var found = Find(remarks);
        var reader = ThemeReader.For("en", TextModels.None, found.Model).Value;
        var (later, laterTruth) = Guests.Say(20, seed: 9);
        var judged = new AssignThemes(new FrozenThemes(found.Model), reader).Run(later);
        var themes = judged.Select(sentences => sentences.Length == 0 ? -1 : sentences[0].Theme).ToList();
        Assert.InRange(Agreement.Accuracy(themes, laterTruth), .95, 1);

        Assert.Contains(
            reader.Keyword("Parking").Value,
            found.Model.Themes.SelectMany(t => t.Statistics.Terms.ToArray())
        );
        Assert.NotEqual(reader.Keyword("parking lot").Value, reader.Keyword("parking").Value);
        Assert.Contains("more than two words", reader.Keyword("big parking lot").Because);
        Assert.Contains("no word", reader.Keyword("the").Because);
    }

    [Fact]
    public void A_model_that_stands_on_vectors_is_not_read_without_them()
    {
        var model = Find(Guests.Say(20).Remarks).Model with { Centre = new float[100] };
        Assert.Contains("learnt with word vectors", ThemeReader.For("en", TextModels.None, model).Because);
        Assert.Contains("vectors of 100", ThemeReader.For("en", Tiny.Models(), model).Because);
    }
}
