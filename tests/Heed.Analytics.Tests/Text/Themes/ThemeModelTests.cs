using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class ThemeModelTests
{
    static readonly MixtureSettings Six = new(6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Planted_themes_are_found_with_and_without_vectors(bool vectors)
    {
        var planted = Planted.Of(themes: 6, each: 60);
        var terms = planted.Terms(vectors);
        var learnt = ThemeModel.Learn(terms, Six).Value;
        Assert.Equal(6, learnt.Model.Themes.Count);
        Assert.InRange(Agreement.Accuracy(learnt.Themes, planted.TruthByPlace(terms)), .95, 1);
    }

    [Fact]
    public void The_order_of_the_remarks_and_a_second_run_change_nothing()
    {
        var planted = Planted.Of(themes: 6, each: 40);
        var once = ThemeModel.Learn(planted.Terms(), Six).Value;
        var again = ThemeModel.Learn(planted.Shuffled().Terms(), Six).Value;
        Assert.Equal(once.Themes, again.Themes);
        Assert.Equal(once.Model.Themes.Select(theme => theme.Id), again.Model.Themes.Select(theme => theme.Id));
        var other = ThemeModel.Learn(planted.Terms(), Six with { Seed = 2 }).Value;
        Assert.NotEqual(once.Model.Themes[0].Id, other.Model.Themes[0].Id);
    }

    [Fact]
    public void A_pinned_remark_stays_where_it_was_put()
    {
        var planted = Planted.Of(themes: 6, each: 40);
        var terms = planted.Terms();
        // Five remarks of the first theme are pinned away from all the others of it.
        var pinned = planted.Ids.Where((_, i) => planted.Truth[i] == 0).Take(5).ToDictionary(id => id, _ => 5);
        var learnt = ThemeModel.Learn(terms, Six, pinned).Value;
        Assert.Single(pinned.Keys.Select(id => learnt.Themes[terms.PlaceOf(id)]).Distinct());
        // They weigh ten each, so their theme counts 45 more than it has remarks.
        var theme = learnt.Themes[terms.PlaceOf(pinned.Keys.First())];
        Assert.Equal(learnt.Themes.Count(t => t == theme) + 45, learnt.Model.Themes[theme].Statistics.Remarks);
    }

    [Fact]
    public void Statistics_hold_exactly_what_the_remarks_said()
    {
        var terms = Planted.Of(themes: 4, each: 30).Terms();
        var learnt = ThemeModel.Learn(terms, new(4)).Value;
        Assert.Equal(terms.Count, learnt.Model.Themes.Sum(theme => theme.Statistics.Remarks));
        Assert.Equal(
            Enumerable.Range(0, terms.Count).Sum(i => terms.Row(i).Length),
            learnt.Model.Themes.Sum(theme => theme.Statistics.Total)
        );
    }

    [Fact]
    public void Too_few_remarks_are_refused_with_the_number_that_is_needed()
    {
        var because = ThemeModel.Learn(Planted.Of(4, 5).Terms(), new(30)).Because;
        Assert.Equal("30 themes need 150 remarks or more (5 a theme); there are 20.", because);
    }

    [Fact]
    public void Remarks_without_a_common_word_are_refused()
    {
        Guid[] ids = [.. Enumerable.Range(0, 20).Select(Planted.IdOf)];
        ulong[][] rows = [.. Enumerable.Range(0, 20).Select(i => new[] { (ulong)i })];
        var because = ThemeModel.Learn(RemarkTerms.Of(ids, rows).Value, new(2)).Because;
        Assert.StartsWith("No word is said in two of the 20 remarks", because);
    }

    [Fact]
    public void Remarks_all_alike_make_one_theme()
    {
        Guid[] ids = [.. Enumerable.Range(0, 40).Select(Planted.IdOf)];
        ulong[][] rows = [.. Enumerable.Range(0, 40).Select(_ => new ulong[] { 1, 2, 3 })];
        var learnt = ThemeModel.Learn(RemarkTerms.Of(ids, rows).Value, new(3)).Value;
        Assert.Equal(40, learnt.Model.Themes.Sum(theme => theme.Statistics.Remarks));
        Assert.All(learnt.Themes, theme => Assert.InRange(theme, 0, 2));
    }

    [Theory]
    [InlineData(1, 15, 3, 8)]
    [InlineData(201, 15, 3, 8)]
    [InlineData(6, 0, 0, 8)]
    [InlineData(6, 3, 4, 8)]
    [InlineData(6, 15, 3, 0)]
    public void Settings_that_make_no_sense_are_refused(int themes, int sweeps, int greedy, int runs) =>
        Assert.False(
            ThemeModel
                .Learn(
                    Planted.Of(6, 40).Terms(),
                    new(themes)
                    {
                        Sweeps = sweeps,
                        Greedy = greedy,
                        Runs = runs,
                    }
                )
                .IsGiven
        );
}
