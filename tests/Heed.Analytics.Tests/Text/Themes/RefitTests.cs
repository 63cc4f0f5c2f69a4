using Heed.Analytics.Scores;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

public class RefitTests
{
    static (Planted Planted, RemarkTerms Terms, ThemeModel Model) Start(int themes = 5, int each = 60)
    {
        var planted = Planted.Of(themes, each);
        var terms = planted.Terms();
        return (planted, terms, ThemeModel.Learn(terms, new(themes)).Value.Model);
    }

    static RefitProposal Propose(ThemeModel model, RemarkTerms terms, params Correction[] corrections) =>
        Refit.Propose(model, terms, corrections).Value;

    [Fact]
    public void A_refit_to_the_same_remarks_moves_next_to_nobody_and_keeps_the_ids()
    {
        var (_, terms, model) = Start();
        var proposal = Propose(model, terms);
        Assert.InRange(proposal.KeptShare!.Value, .97, 1);
        Assert.Equal(model.Themes.Select(theme => theme.Id), proposal.Publish().Value.Themes.Select(theme => theme.Id));
        Assert.Equal(2, proposal.Publish().Value.Version);
    }

    [Fact]
    public void New_remarks_of_the_same_themes_keep_their_ids()
    {
        var (planted, terms, model) = Start();
        var later = Planted.Of(5, 60, seed: 91);
        var laterTerms = later.Terms();
        var proposal = Propose(model, laterTerms);
        var place = model.Themes.Select((theme, k) => (theme.Id, k)).ToDictionary(pair => pair.Id, pair => pair.k);
        var groups = proposal.Themes.Select(id => id is { } theme ? place[theme] : -1).ToList();
        Assert.InRange(Agreement.Accuracy(groups, later.TruthByPlace(laterTerms)), .95, 1);
    }

    [Fact]
    public void Pins_are_never_moved_and_unpinning_lets_the_remark_go_back()
    {
        var (planted, terms, model) = Start();
        var other = model.Themes[^1].Id;
        Guid[] pinned =
        [
            .. Propose(model, terms)
                .Themes.Select((t, i) => (t, i))
                .Where(p => p.t != other && p.t is not null)
                .Take(3)
                .Select(p => terms.Ids[p.i]),
        ];
        Correction[] pins = [.. pinned.Select(id => new PinRemark(id, other))];
        var proposal = Propose(model, terms, pins);
        Assert.All(pinned, id => Assert.Equal(other, proposal.Themes[terms.PlaceOf(id)]));
        var again = Propose(proposal.Publish().Value, terms, [.. pins, new UnpinRemark(pinned[0])]);
        Assert.NotEqual(other, again.Themes[terms.PlaceOf(pinned[0])]);
        Assert.Equal(other, again.Themes[terms.PlaceOf(pinned[1])]);
    }

    [Fact]
    public void A_merge_adds_keeps_the_older_id_and_moves_nobody()
    {
        var (_, terms, model) = Start();
        var (older, younger) = (model.Themes[0], model.Themes[3]);
        var merge = new MergeThemes(younger.Id, older.Id);
        var corrected = Corrections.Replay(model, [merge]).Value.Model;
        var merged = Assert.Single(corrected.Themes, theme => theme.Id == older.Id);
        Assert.Equal(older.Statistics.Remarks + younger.Statistics.Remarks, merged.Statistics.Remarks);
        Assert.Equal(older.Statistics.Total + younger.Statistics.Total, merged.Statistics.Total);
        Assert.Equal(4, corrected.Themes.Count);
        var proposal = Propose(model, terms, merge);
        Assert.InRange(proposal.KeptShare!.Value, .97, 1);
        Assert.DoesNotContain(younger.Id, proposal.Themes.OfType<Guid>());
        // Replayed on the version that it made, it changes nothing more.
        var published = proposal.Publish().Value;
        Assert.Equal(
            4,
            Corrections.Replay(published, [merge, new PinRemark(terms.Ids[0], younger.Id)]).Value.Model.Themes.Count
        );
    }

    [Fact]
    public void A_split_makes_parts_around_its_pins_and_keeps_the_old_theme_as_their_group()
    {
        // Three themes where there are four: two of them are one until they are split.
        var planted = Planted.Of(4, 60);
        var terms = planted.Terms();
        var merged = ThemeModel.Learn(terms, new(4)).Value;
        var model = Corrections
            .Replay(merged.Model, [new MergeThemes(merged.Model.Themes[0].Id, merged.Model.Themes[1].Id)])
            .Value.Model;
        var whole = model.Themes[0].Id;
        Guid[] Some(int group) =>
            [.. merged.Themes.Select((t, i) => (t, i)).Where(p => p.t == group).Take(5).Select(p => terms.Ids[p.i])];
        var (left, right) = (
            new Guid("00000000-0000-0000-0000-00000000000a"),
            new Guid("00000000-0000-0000-0000-00000000000b")
        );
        var split = new SplitTheme(whole, [new(left, Some(0)), new(right, Some(1))]);
        var proposal = Propose(model, terms, split);
        Assert.Equal(0, proposal.Moves.Where(move => move.From == whole).Sum(move => move.Remarks) / 10);
        var published = proposal.Publish().Value;
        Assert.Equal(whole, Assert.Single(published.Groups).Id);
        Assert.Equal([left, right], published.Themes.Where(theme => theme.Parent == whole).Select(theme => theme.Id));
        var inLeft = merged.Themes.Select((t, i) => (t, i)).Where(p => p.t == 0).ToList();
        Assert.InRange(inLeft.Count(p => proposal.Themes[p.i] == left) / (double)inLeft.Count, .95, 1);
        // Replayed on the version that it made, the parts stay.
        Assert.Equal(published.Themes.Count, Propose(published, terms, split).Publish().Value.Themes.Count);
    }

    [Fact]
    public void A_locked_theme_is_left_as_it_is()
    {
        var (_, _, model) = Start();
        var later = Planted.Of(5, 60, seed: 91).Terms();
        var locked = model.Themes[2];
        var published = Propose(model, later, new LockTheme(locked.Id)).Publish().Value;
        Assert.Same(locked.Statistics, published.Themes[2].Statistics);
        Assert.NotSame(model.Themes[1].Statistics, published.Themes[1].Statistics);
        Assert.NotSame(
            locked.Statistics,
            Propose(model, later, new LockTheme(locked.Id), new UnlockTheme(locked.Id))
                .Publish()
                .Value.Themes[2]
                .Statistics
        );
    }

    [Fact]
    public void A_keyword_takes_remarks_in_and_keeps_them_out_on_every_refit()
    {
        var (_, terms, model) = Start();
        var (into, outOf) = (model.Themes[0], model.Themes[1]);
        var word = outOf.Statistics.Terms.ToArray().First(term => term >= 1000);
        var takes = Propose(model, terms, new SetKeyword(into.Id, word, true));
        var bars = Propose(model, terms, new SetKeyword(outOf.Id, word, false));
        var place = terms.Vocabulary.BinarySearch(word);
        int[] saying = [.. Enumerable.Range(0, terms.Count).Where(i => terms.Row(i).Contains(place))];
        Assert.NotEmpty(saying);
        Assert.All(saying, i => Assert.Equal(into.Id, takes.Themes[i]));
        Assert.All(saying, i => Assert.NotEqual(outOf.Id, bars.Themes[i]));
        var dropped = Propose(model, terms, new SetKeyword(into.Id, word, true), new DropKeyword(into.Id, word));
        Assert.Equal(Propose(model, terms).Themes, dropped.Themes);
    }

    [Fact]
    public void A_name_is_for_display_and_survives_refits()
    {
        var (_, terms, model) = Start();
        var published = Propose(model, terms, new RenameTheme(model.Themes[1].Id, " Waiting ")).Publish().Value;
        Assert.Equal("Waiting", published.Themes[1].Name);
        Assert.Equal("Waiting", Propose(published, terms).Publish().Value.Themes[1].Name);
    }

    [Fact]
    public void A_refit_that_moves_too_many_is_not_published()
    {
        var (planted, terms, model) = Start();
        // People once saw all of it otherwise: each remark had the theme after its own.
        var next = model
            .Themes.Select((theme, k) => (theme.Id, Next: model.Themes[(k + 1) % 5].Id))
            .ToDictionary(p => p.Id, p => p.Next);
        var own = new FrozenThemes(model).Assign(terms);
        var before = Enumerable
            .Range(0, terms.Count)
            .Where(i => own[i].Theme >= 0)
            .ToDictionary(i => terms.Ids[i], i => next[model.Themes[own[i].Theme].Id]);
        var proposal = Refit.Propose(model, terms, [], before).Value;
        Assert.StartsWith("Only ", proposal.Publish().Because);
        Assert.Contains("80 % must", proposal.Publish().Because);
        Assert.Equal(proposal.Moved, proposal.Moves.Where(move => move.From is not null).Sum(move => move.Remarks));
    }

    [Fact]
    public void A_theme_that_is_missing_is_proposed_when_two_refits_saw_it()
    {
        var (planted, _, model) = Start();
        var draws = new Draws(8);
        for (var i = 0; i < 40; i++)
            planted.Say(11, draws, words: 6);
        // A remark of a new theme has no word that the model knows.
        for (var i = 300; i < 340; i++)
            planted.Rows[i] = [.. planted.Rows[i].Select(word => word < 1000 ? Planted.Word(11, (int)word % 5) : word)];
        for (var i = 300 * 8; i < planted.Vectors.Count; i++)
            planted.Vectors[i] = 0;
        var terms = planted.Terms();
        var first = Propose(model, terms);
        Assert.Empty(first.NewThemes);
        var published = first.Publish().Value;
        Assert.Single(published.Candidates);
        var second = Propose(published, terms);
        var proposed = Assert.Single(second.NewThemes);
        Assert.Equal(40, proposed.Statistics.Remarks);
        var accepted = second.Publish(proposed.Id).Value;
        Assert.Equal(6, accepted.Themes.Count);
        Assert.Equal(40, Propose(accepted, terms).Themes.Count(theme => theme == proposed.Id));
        Assert.StartsWith("There is no new theme", first.Publish(proposed.Id).Because);
    }

    [Fact]
    public void A_correction_of_an_unknown_theme_is_refused_by_its_number()
    {
        var (_, terms, model) = Start();
        var because = Refit
            .Propose(model, terms, [new RenameTheme(model.Themes[0].Id, "x"), new LockTheme(Planted.IdOf(1))])
            .Because;
        Assert.StartsWith("Correction 2 of 2 cannot be made: there is no theme", because);
        Assert.Contains(
            "two parts or more",
            Refit.Propose(model, terms, [new SplitTheme(model.Themes[0].Id, [])]).Because
        );
    }
}
