using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Columns;

/// <summary>What people chose: one option, or several.</summary>
public class OptionCountsTests
{
    static SurveyColumns Survey(
        MinimumGroup minimum = default,
        Arrival arrival = Arrival.AllAtOnce,
        bool weighted = false
    ) => new([new("liked", Scale.OneToFive)], ["shop"], weighted, minimum, arrival: arrival, sets: ["ways"]);

    static void Add(SurveyColumns survey, string shop, IEnumerable<string> ways, int? liked = null, float weight = 1)
    {
        ulong set = 0;
        foreach (var way in ways)
            set = survey.Sets[0].With(set, way).Value;
        survey.Append(
            Math.Max(0, survey.LastSequence) + 1,
            null,
            [survey.Point("liked", liked)],
            [survey.Attribute("shop").CodeOf(shop).Value],
            weight,
            [set]
        );
    }

    /// <summary>So many people who choose so.</summary>
    static void Some(SurveyColumns survey, int people, params string[] ways)
    {
        for (var i = 0; i < people; i++)
            Add(survey, "harbor", ways, 1 + i % 5);
    }

    static string Shape(OptionCounts counts) =>
        string.Join(
            ' ',
            counts.Options.Select(o => $"{o.Name}:{(o.Cell.Distribution is { } d ? $"{d.CountOf(1)}" : "hidden")}")
        );

    [Fact]
    public void One_option_each_adds_up_to_all_who_answered()
    {
        var (survey, random) = (Survey(MinimumGroup.None), new Random(3));
        for (var i = 0; i < 5_000; i++)
            Add(survey, random.Next(6) is var shop && shop == 0 ? "" : $"s{shop}", []);
        var counts = survey.Options("shop").Value;
        Assert.False(counts.Overlap);
        Assert.Equal(5, counts.Options.Count);
        Assert.Equal(counts.Total.Distribution!.N, counts.Options.Sum(o => o.Cell.Distribution!.CountOf(1)));
        Assert.Equal(5_000, counts.Total.Distribution.N + counts.Total.Distribution.Missing);
        Assert.All(counts.Options, o => Assert.Equal(counts.Total.Distribution.N, o.Cell.Distribution!.N));
    }

    [Fact]
    public void Several_options_are_counted_as_a_walk_over_the_rows_does()
    {
        var (survey, random) = (Survey(MinimumGroup.None, weighted: true), new Random(4));
        string[] ways = ["App", "Branch", "Phone", "Web"];
        List<(string[] Ways, int? Liked, float Weight)> rows = [];
        for (var i = 0; i < 3_000; i++)
        {
            var row = (
                ways.Where(_ => random.Next(3) == 0).ToArray(),
                random.Next(7) == 0 ? (int?)null : random.Next(1, 6),
                random.Next(1, 9) / 4f
            );
            rows.Add(row);
            Add(survey, "", row.Item1, row.Item2, row.Item3);
        }
        var answered = rows.FindAll(row => row.Ways.Length > 0);
        var (counts, by) = (survey.Options("ways").Value, survey.ByOptions("liked", "ways").Value);
        Assert.True(counts.Overlap);
        Assert.Equal(answered.Count, counts.Total.Distribution!.N);
        foreach (var (name, cell) in counts.Options)
        {
            var chosen = answered.FindAll(row => row.Ways.Contains(name));
            Assert.Equal(chosen.Count, cell.Distribution!.CountOf(1));
            Assert.Equal(answered.Count, cell.Distribution.N);
            Assert.Equal(rows.Count - answered.Count, cell.Distribution.Missing);
            Assert.Equal(chosen.Sum(row => (double)row.Weight), cell.Distribution.WeightOf(1), 1e-6);
            Assert.Equal(answered.Sum(row => (double)row.Weight), cell.Distribution.TotalWeight, 1e-6);
            var share = cell.Score(ScoreKind.Share).Value;
            var wilson = Intervals.Wilson(chosen.Count, answered.Count);
            Assert.Equal(100 * wilson.Value, share.Value, 1e-9);
            Assert.Equal(100 * wilson.Low, share.Low, 1e-9);
            Assert.Equal(100 * wilson.High, share.High, 1e-9);
            var liked = by.Single(group => group.Name == name).Cell.Distribution!;
            Assert.Equal(chosen.Count(row => row.Liked is not null), liked.N);
            for (var point = 1; point <= 5; point++)
                Assert.Equal(chosen.Count(row => row.Liked == point), liked.CountOf(point));
        }
    }

    [Fact]
    public void The_order_in_which_options_stand_changes_nothing() =>
        Law.ForAllCounts(
            2,
            6,
            0,
            9,
            people =>
            {
                var (forth, back) = (Survey(), Survey());
                foreach (var (at, n) in people.Index())
                    for (var i = 0; i < n; i++)
                    {
                        string[] ways = [$"w{at}", $"w{(at + 1) % people.Length}", "all"];
                        Add(forth, "", ways, 1 + i % 5);
                        Add(back, "", ways.Reverse(), 1 + i % 5);
                    }
                static string Sorted(SurveyColumns survey) =>
                    string.Join(' ', Shape(survey.Options("ways").Value).Split(' ').Order());
                return Sorted(forth) == Sorted(back);
            }
        );

    [Fact]
    public void What_fewer_than_five_chose_is_hidden_and_so_is_one_beside_it()
    {
        var survey = Survey();
        Some(survey, 20, "App");
        Some(survey, 9, "Web");
        Some(survey, 7, "App", "Web");
        Some(survey, 3, "Phone");
        Assert.Equal("App:27 Web:hidden Phone:hidden", Shape(survey.Options("ways").Value));
        var by = survey.ByOptions("liked", "ways").Value;
        Assert.Equal(["27", "hidden", "hidden"], by.Select(o => o.Cell.Distribution?.N.ToString() ?? "hidden"));
    }

    [Fact]
    public void What_all_but_a_few_chose_is_hidden_too()
    {
        var survey = Survey();
        Some(survey, 30, "App", "Web");
        Some(survey, 20, "App");
        Some(survey, 2, "Web");
        // Two did not choose the app; of the other option alone 20 did not.
        Assert.Equal("App:hidden Web:hidden", Shape(survey.Options("ways").Value));
    }

    [Fact]
    public void Where_everybody_chooses_as_many_no_hidden_option_follows_from_the_others() =>
        Law.ForAllCounts(
            3,
            6,
            0,
            14,
            people =>
            {
                var survey = Survey();
                foreach (var (at, some) in people.Index())
                    Some(survey, some, $"w{at}", $"w{(at + 1) % people.Length}");
                var counts = survey.Options("ways").Value;
                int Chose(string way) =>
                    people[int.Parse(way[1..], null)]
                    + people[(int.Parse(way[1..], null) + people.Length - 1) % people.Length];
                var hidden = counts.Options.Where(o => o.Cell.Distribution is null).Sum(o => Chose(o.Name));
                var alone = counts.Options.Count(o => o.Cell.Distribution is null && Chose(o.Name) > 0);
                var n = people.Sum();
                return counts.Options.All(o =>
                        o.Cell.Distribution is null || (Chose(o.Name) is 0 or >= 5 && n - Chose(o.Name) is 0 or >= 5)
                    ) && (counts.Total.Distribution is null || alone != 1 || hidden == 0);
            }
        );

    [Fact]
    public void Each_release_is_protected_alone_and_a_share_is_of_the_releases_that_show_it()
    {
        var survey = Survey(arrival: Arrival.InReleases);
        Some(survey, 20, "App");
        Some(survey, 10, "Web");
        Some(survey, 10, "Phone");
        survey.Release();
        Some(survey, 20, "App");
        Some(survey, 2, "Web");
        Some(survey, 8, "Phone");
        survey.Release();
        var counts = survey.Options("ways").Value;
        Assert.Equal(70, counts.Total.Distribution!.N);
        Assert.Equal("App:40 Web:10 Phone:10", Shape(counts));
        // Ten of the forty of the first release: what the second one hides takes nothing away from the share.
        Assert.Equal(40, counts.Options[1].Cell.Distribution!.N);
    }

    [Fact]
    public void A_question_that_few_answered_says_not_even_how_many()
    {
        var survey = Survey();
        Some(survey, 40);
        Some(survey, 3, "App");
        Assert.Null(survey.Options("ways").Value.Total.Distribution);
        Assert.Equal("App:hidden", Shape(survey.Options("ways").Value));
    }

    [Fact]
    public void More_options_than_bits_are_refused_in_words()
    {
        var set = Survey().Sets[0];
        ulong chosen = 0;
        for (var i = 0; i < SetColumn.MostOptions; i++)
            chosen = set.With(chosen, $"option {i}").Value;
        Assert.Equal("ways has more than 60 options.", set.With(chosen, "one more").Because);
        Assert.Equal(chosen, set.With(chosen, "option 7").Value);
    }

    [Fact]
    public void Unknown_names_are_said()
    {
        Assert.Equal("There is no question x in this survey.", Survey().Options("x").Because);
        Assert.Equal("There is no question x in this survey.", Survey().ByOptions("x", "ways").Because);
        Assert.Equal(
            "There is no question shop with several options in this survey.",
            Survey().ByOptions("liked", "shop").Because
        );
    }
}
