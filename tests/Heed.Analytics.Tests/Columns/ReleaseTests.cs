using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Columns;

/// <summary>Answers that are shown in releases: no look, and no difference of two looks, tells of fewer than a minimum group.</summary>
public class ReleaseTests
{
    static readonly string[] Regions = ["A", "B", "C"];
    static readonly string[] Channels = ["web", "desk"];

    static SurveyColumns Survey() => Small.Survey(arrival: Arrival.InReleases);

    static SurveyColumns Released(SurveyColumns survey)
    {
        survey.Release();
        return survey;
    }

    static string Shape(SurveyColumns survey) => survey.Ask(new("liked") { By = "region" }).Value.Shape();

    [Fact]
    public void What_is_not_released_is_not_seen()
    {
        var survey = Released(Survey().With("A", 10).With("B", 10)).With("A", 7);
        Assert.Equal(("A:10 B:10 total:20", 20), (Shape(survey), survey.VisibleCount));
        Assert.Equal(("A:17 B:10 total:27", 27), (Shape(Released(survey)), survey.VisibleCount));
        survey.Release();
        Assert.Equal(27, survey.VisibleCount);
        Assert.Equal(0, Survey().With("A", 9).VisibleCount);
        Assert.Equal(CellState.Empty, Survey().With("A", 9).Ask(new("liked")).Value.Total.State);
    }

    [Fact]
    public void A_few_who_join_a_group_count_in_the_whole_and_change_no_group()
    {
        var survey = Released(Survey().With("A", 10).With("B", 10).With("C", 10));
        Released(survey.With("A", 3).With("B", 1).With("C", 20));
        Assert.Equal("A:10 B:10 C:10 total:54", Shape(survey));
        Assert.Equal("A:16 B:10 C:17 total:67", Shape(Released(survey.With("A", 6).With("C", 7))));
    }

    [Fact]
    public void A_release_below_the_minimum_and_one_in_which_all_said_the_same_change_nothing()
    {
        var survey = Released(Survey().With("A", 10));
        Released(survey.With("A", 4));
        for (var i = 0; i < 6; i++)
            survey.Add("A", 2);
        Released(survey);
        Assert.Equal("A:10 total:10", Shape(survey));
        Assert.Throws<InvalidOperationException>(Small.Survey().Release);
    }

    [Fact]
    public void Weights_and_blanks_are_added_up_over_releases()
    {
        var survey = Small.Survey(arrival: Arrival.InReleases, weighted: true);
        for (var release = 1; release <= 2; release++)
        {
            for (var i = 0; i < 6; i++)
                survey.Add("A", 1 + i % 5, weight: release);
            survey.Add("A", null);
            survey.Release();
        }
        var all = survey.Ask(new("liked")).Value.Total.Distribution!;
        Assert.Equal((12, 2), (all.N, all.Missing));
        Assert.Equal((18.0, 30.0), (all.TotalWeight, all.TotalSquaredWeight));
    }

    /// <summary>Every figure of every look is an equation over who came with which release; none gives a few away.</summary>
    [Fact]
    public void No_two_looks_give_a_few_away_on_random_surveys()
    {
        var asked = 0;
        for (var seed = 1; seed <= 120; seed++)
        {
            var random = new Random(seed);
            const int looks = 4;
            var n = new int[looks, Regions.Length, Channels.Length];
            var (survey, known) = (Survey(), new Knowledge(n.Length));
            for (var look = 0; look < looks; look++)
            {
                for (var r = 0; r < Regions.Length; r++)
                for (var c = 0; c < Channels.Length; c++)
                {
                    n[look, r, c] = random.Next(3) == 0 ? 0 : random.Next(random.Next(2) == 0 ? 4 : 16);
                    survey.With(Regions[r], n[look, r, c], channel: Channels[c]);
                }
                survey.Release();
                asked += Look(survey, n, look, known);
            }
            for (var look = 0; look < looks; look++)
            for (var r = -1; r < Regions.Length; r++)
            for (var c = -1; c < Channels.Length; c++)
            {
                var group = Cells(look, look, r, c).ToArray();
                var people = group.Sum(at => n.Cast<int>().ElementAt(at));
                if (people is > 0 and < 5)
                    Assert.False(known.Determines(group), $"seed {seed}, release {look}: {people} of {r}, {c}");
                var until = Cells(0, look, r, c).ToArray();
                people = until.Sum(at => n.Cast<int>().ElementAt(at));
                if (people is > 0 and < 5)
                    Assert.False(known.Determines(until), $"seed {seed}, until {look}: {people} of {r}, {c}");
            }
        }
        Assert.True(asked > 5000);
    }

    static IEnumerable<int> Cells(int first, int last, int region, int channel) =>
        from look in Enumerable.Range(first, last - first + 1)
        from r in Enumerable.Range(0, Regions.Length)
        from c in Enumerable.Range(0, Channels.Length)
        where (region < 0 || r == region) && (channel < 0 || c == channel)
        select (look * Regions.Length + r) * Channels.Length + c;

    /// <summary>
    /// A shown figure is the sum of the releases that show the cell. Who looks does not know which these are; the one here
    /// does, and so knows more than anybody can: each part by itself.
    /// </summary>
    static int Look(SurveyColumns survey, int[,,] n, int look, Knowledge known)
    {
        var asked = 0;
        foreach (var (where, byRegion) in Queries())
        {
            var query = new BreakdownQuery("liked") { By = byRegion ? "region" : "channel", Where = where };
            var cut = survey.Ask(query).Value;
            var alone = Small.Survey();
            for (var r = 0; r < Regions.Length; r++)
            for (var c = 0; c < Channels.Length; c++)
                alone.With(Regions[r], n[look, r, c], channel: Channels[c]);
            var part = alone.Ask(query).Value;
            for (var g = 0; g < part.Groups.Count; g++)
            {
                asked++;
                if (part.ByGroup[g].State == CellState.Hidden)
                    continue;
                var (r, c) = byRegion
                    ? (Array.IndexOf(Regions, part.Groups[g]), Chosen(where, "channel", Channels))
                    : (Chosen(where, "region", Regions), Array.IndexOf(Channels, part.Groups[g]));
                known.Add(Cells(look, look, r, c));
                var shown = cut.ByGroup[cut.Groups.ToList().IndexOf(part.Groups[g])];
                Assert.True(
                    part.ByGroup[g].State == CellState.Empty || shown.Distribution!.N >= part.ByGroup[g].Distribution!.N
                );
            }
            if (part.Total.State != CellState.Hidden)
                known.Add(Cells(look, look, Chosen(where, "region", Regions), Chosen(where, "channel", Channels)));
        }
        return asked;
    }

    static int Chosen(IReadOnlyDictionary<string, IReadOnlyCollection<string>> where, string name, string[] values) =>
        where.TryGetValue(name, out var one) ? Array.IndexOf(values, one.Single()) : -1;

    static IEnumerable<(Dictionary<string, IReadOnlyCollection<string>> Where, bool ByRegion)> Queries()
    {
        foreach (var byRegion in new[] { true, false })
        {
            yield return ([], byRegion);
            foreach (var value in byRegion ? Channels : Regions)
                yield return (new() { [byRegion ? "channel" : "region"] = [value] }, byRegion);
        }
    }

    [Theory]
    [InlineData("20 20 3", "no yes no")]
    [InlineData("20 25 30", "yes yes yes")]
    [InlineData("3 4", "no no")]
    [InlineData("0 20 7", "yes no no")]
    [InlineData("5 4 20 30", "no no yes yes")]
    [InlineData("", "")]
    public void Groups_of_one_breakdown_are_shown_by_the_people_in_them(string people, string shown)
    {
        int[] counts = [.. people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var found = MinimumGroup.Of(8).Value.Shows(counts).Select(yes => yes ? "yes" : "no");
        Assert.Equal(shown, string.Join(' ', found));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinimumGroup.Five.Shows([-1]));
    }
}
