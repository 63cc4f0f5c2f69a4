using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class FrozenThemesTests
{
    static (Planted Planted, RemarkTerms Terms, Learnt Learnt) Learnt()
    {
        var planted = Planted.Of(themes: 5, each: 60);
        var terms = planted.Terms();
        return (planted, terms, ThemeModel.Learn(terms, new(5)).Value);
    }

    [Fact]
    public void A_new_remark_goes_to_the_theme_whose_words_it_says()
    {
        var (_, terms, learnt) = Learnt();
        var fresh = Planted.Of(themes: 5, each: 40, seed: 77);
        var freshTerms = fresh.Terms();
        var assigned = new FrozenThemes(learnt.Model).Assign(freshTerms);
        var groups = assigned.Select(one => one.Theme).ToList();
        Assert.InRange(Agreement.Accuracy(groups, fresh.TruthByPlace(freshTerms)), .95, 1);
        // And its own remarks go where they were learnt.
        var own = new FrozenThemes(learnt.Model).Assign(terms).Select(one => one.Theme);
        Assert.InRange(own.Zip(learnt.Themes).Count(pair => pair.First == pair.Second) / 300.0, .97, 1);
    }

    [Fact]
    public void A_remark_of_unknown_words_or_of_none_is_unthemed()
    {
        var frozen = new FrozenThemes(Learnt().Learnt.Model);
        Assert.Equal(Assignment.Unthemed, frozen.Assign([888_888, 999_999], []).Theme);
        Assert.Equal(Assignment.Unthemed, frozen.Assign([], []).Theme);
        // Words that all themes share say nothing either.
        Assert.Equal(Assignment.Unthemed, frozen.Assign([1, 2, 3], []).Theme);
    }

    [Fact]
    public void A_keyword_decides_before_the_model_does()
    {
        var (_, _, learnt) = Learnt();
        var (first, second) = (learnt.Model.Themes[0], learnt.Model.Themes[1]);
        var words = first.Statistics.Terms.ToArray().Where(term => term >= 1000).Take(6).ToArray();
        var model = learnt.Model with { Keywords = [new(second.Id, 4242, true), new(first.Id, words[0], false)] };
        Assert.Equal(0, new FrozenThemes(learnt.Model).Assign(words, []).Theme);
        Assert.Equal(1, new FrozenThemes(model).Assign([4242, .. words], []).Theme);
        Assert.NotEqual(0, new FrozenThemes(model).Assign(words, []).Theme);
    }

    [Fact]
    public void A_vector_of_another_width_is_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => new FrozenThemes(Learnt().Learnt.Model).Assign([], new float[3]));
}
