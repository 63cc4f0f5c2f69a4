using Heed.Analytics.Text;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class ThemeLabelsTests
{
    static IReadOnlyList<ThemeLabel> Labels(params string[][] themes)
    {
        string[] remarks = [.. themes.SelectMany(theme => theme)];
        var reader = ThemeReader.For("en", TextModels.None, remarks);
        var terms = reader.Terms([.. remarks.Select((_, i) => new Guid(i, 0, 0, new byte[8]))], remarks).Value;
        int[] groups = [.. themes.SelectMany((theme, k) => theme.Select(_ => k))];
        return ThemeLabels
            .Of(remarks, reader.Rules)
            .For(ThemeStatistics.Of(terms, groups, themes.Length, new HashSet<int>()));
    }

    static string[] Times(int times, params string[] remarks) =>
        [.. Enumerable.Repeat(remarks, times).SelectMany(r => r)];

    [Fact]
    public void A_pair_takes_the_place_of_its_words()
    {
        var label = Labels(
            Times(8, "the exchange rate was wrong", "exchange rate applied"),
            Times(8, "slow coffee machine", "the coffee was cold", "wrong coffee")
        )[0];
        Assert.Equal("exchange rate", label.Words[0]);
        Assert.DoesNotContain("exchange", label.Words);
        Assert.DoesNotContain("rate", label.Words);
    }

    [Fact]
    public void A_negation_names_no_theme()
    {
        var labels = Labels(
            Times(8, "not answered", "no reply, never answered"),
            Times(8, "bright garden", "garden chairs outside")
        );
        Assert.Equal("answered", labels[0].Words[0]);
        Assert.DoesNotContain(labels[0].Words, words => words.Split(' ').Intersect(["not", "no", "never"]).Any());
    }

    [Fact]
    public void A_theme_in_the_words_of_all_is_not_clear()
    {
        var labels = Labels(
            Times(20, "good service here", "good service today"),
            Times(20, "good service today", "good service here"),
            Times(20, "garden chairs rusty", "rusty garden")
        );
        Assert.False(labels[0].IsClear);
        Assert.False(labels[1].IsClear);
        Assert.True(labels[2].IsClear);
        Assert.InRange(labels[0].Lift, 1, 2);
    }
}
