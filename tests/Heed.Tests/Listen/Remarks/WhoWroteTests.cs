using Heed.Listen;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Remarks are shown where eight people wrote, which is not the same as eight remarks (docs/decisions 0004).</summary>
public sealed class WhoWroteTests(OneWorld one) : IClassFixture<OneWorld>
{
    static readonly Mapping Two = new()
    {
        Columns =
        [
            new("nps", ColumnUse.Recommend),
            new("region", ColumnUse.Attribute),
            new("good", ColumnUse.Remark),
            new("bad", ColumnUse.Remark),
        ],
        On = new(2035, 2, 1),
    };

    /// <summary>So many in each region who answered both open questions.</summary>
    static string Rows(params (string Region, int People)[] wrote) =>
        "nps,region,good,bad\n"
        + string.Concat(
            wrote.SelectMany(w =>
                Enumerable
                    .Range(0, w.People)
                    .Select(i => $"{i % 11},{w.Region},kind {w.Region} {i},slow {w.Region} {i}\n")
            )
        );

    static Task<RemarkPage> Read(World world, Cast cast, Import import, params (string, string)[] where) =>
        world.As(
            cast,
            async s =>
            {
                var survey = (await s.GetRequiredService<ReadScores>().Survey(import.SurveyId!.Value, default))!;
                var slice = new Slice(where.ToDictionary(w => w.Item1, w => w.Item2));
                return await s.GetRequiredService<ReadRemarks>().Run(survey, slice, null, 1, default);
            }
        );

    [Fact]
    public async Task Four_people_who_answered_two_questions_are_four_and_not_eight()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(
            cast,
            SampleImports.Csv(Rows(("North", 4), ("West", 4), ("East", 8), ("South", 12))),
            Two
        );
        Assert.Equal(56, (await Read(world, cast, import)).All);
        Assert.Contains("fewer than 8", (await Read(world, cast, import, ("region", "North"))).Because);
        Assert.Equal(16, (await Read(world, cast, import, ("region", "East"))).All);
        Assert.Equal(24, (await Read(world, cast, import, ("region", "South"))).All);

        var left = await world.Bring(cast, SampleImports.Csv(Rows(("East", 20), ("West", 5))), Two, "Left");
        Assert.Contains("told apart by nothing", (await Read(world, cast, left, ("region", "East"))).Because);
    }

    [Fact]
    public async Task A_filter_that_could_single_somebody_out_and_one_that_means_nobody_show_nothing()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Rows(("East", 30), ("West", 30))), Two);
        Assert.StartsWith(
            "Remarks can be told apart by one attribute at a time",
            (await Read(world, cast, import, ("region", "East"), (SurveySchema.Wave, "2035"))).Because,
            StringComparison.Ordinal
        );
        foreach (var (name, value) in new[] { ("region", "Nowhere"), ("shop", "East") })
        {
            var page = await Read(world, cast, import, (name, value));
            Assert.Equal((0, null), (page.All, page.Because));
        }

        using var browser = await cast.Browser();
        var here = $"/listen/surveys/{import.SurveyId}/remarks";
        var all = await browser.Page(here);
        Assert.Contains("120 remarks, the newest answers first.", all.QuerySelector(".page-head p")!.Says());
        Assert.Equal(
            ["everybody", "region not known", "East", "West"],
            all.QuerySelectorAll("select[name=where] option").Select(o => o.Says())
        );
        // Two open questions: each remark says which one it answers.
        Assert.Equal(
            ["bad", "good"],
            all.QuerySelectorAll(".remarks li .small").Select(q => q.Says()).Distinct().Order()
        );
        Assert.Equal("1 to 50 of 120", all.QuerySelector(".pager span")!.Says());

        var last = await browser.Page($"{here}?page=99");
        Assert.Equal(20, last.QuerySelectorAll(".remarks li").Length);
        Assert.Equal("101 to 120 of 120", last.QuerySelector(".pager span")!.Says());
        var west = await browser.Page($"{here}?is.region=West&q=KIND&page=0");
        Assert.Equal(30, west.QuerySelectorAll(".remarks li").Length);
        Assert.Contains("Only answers where region is West", west.Body!.Says(), StringComparison.Ordinal);
        Assert.Contains("30 remarks of 60 hold “KIND”", west.QuerySelector(".page-head p")!.Says());
        // What the address says of a thing that is no attribute of this survey filters nothing.
        Assert.Equal(50, (await browser.Page($"{here}?where=shop%3DEast")).QuerySelectorAll(".remarks li").Length);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData(" long \t wait\n", "long|wait")]
    [InlineData("a b c d e f g h i j", "a|b|c|d|e|f|g|h")]
    public void Up_to_eight_words_are_looked_for(string? asked, string words) =>
        Assert.Equal(words, string.Join('|', ReadRemarks.Words(asked)));

    [Fact]
    public void Of_two_remarks_by_one_person_one_person_is_counted_with_or_without_a_filter()
    {
        var places = new RemarkPlaces(1);
        for (var person = 0; person < 20; person++)
        for (var question = 0; question < 2 - person % 2; question++)
            places.Add(person, (short)question, [person < 12 ? 7 : 9]);
        places.Release(null);
        var seen = places.Now();
        Assert.Equal((30, 20), (seen.Count, seen.People));
        Assert.Equal((18, 12), (seen.CountOf(0, 7), seen.PeopleOf(0, 7)));
        Assert.Equal((12, 8), (seen.CountOf(0, 9), seen.PeopleOf(0, 9)));
        Assert.Equal(0, seen.PeopleOf(0, 8));
    }
}
