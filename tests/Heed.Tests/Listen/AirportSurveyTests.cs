using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>San Francisco Airport's survey of 2017 (DataSF, open data), from the file to the scores. Numbers: data/README.md.</summary>
public sealed class AirportSurveyTests
{
    static readonly Mapping Airport = new()
    {
        Columns =
        [
            new("NETPRO", ColumnUse.Recommend, Missing: ["11"]),
            new("Q7ALL", ColumnUse.Satisfaction, Scale: "1-5", Missing: ["0", "6"]),
            new("WEIGHT", ColumnUse.Weight),
            new("LANG", ColumnUse.Attribute),
            new("BAREA", ColumnUse.Attribute),
        ],
        Wave = "2017",
        On = new(2017, 5, 1),
    };

    static FileStream File2017() => File.OpenRead(SharedFiles.Data("airport-survey/sfo_customer_survey_2017.csv"));

    [Fact]
    public async Task The_recommend_score_of_2017_is_the_published_one_weighted_and_not()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        var import = await world.Bring(cast, File2017(), Airport);
        Assert.Equal((2831, 0L), (import.Stored, import.Rejected));

        var score = (await world.Score(cast, "NETPRO")).Total.Value;
        Assert.Equal(2746, score.N);
        Assert.Equal(1436, score.Distribution.CountOf(9) + score.Distribution.CountOf(10));
        Assert.Equal(968, score.Distribution.CountOf(7) + score.Distribution.CountOf(8));
        Assert.Equal(39.84, score.Value, 0.005);
        Assert.Equal(40.40, score.Weighted!.Value.Value, 0.005);
        Assert.Equal(2266.5, score.Weighted.Value.EffectiveN, 0.05);
    }

    [Fact]
    public async Task Satisfaction_of_2017_is_the_published_one_with_blank_and_never_used_left_out()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        await world.Bring(cast, File2017(), Airport);

        var score = (await world.Score(cast, "Q7ALL")).Total.Value;
        Assert.Equal(2688, score.N);
        Assert.Equal(2206, score.Distribution.CountOf(4) + score.Distribution.CountOf(5));
        Assert.Equal(82.07, score.Value, 0.005);
        Assert.Equal(4.06436, score.Beside!.Value.Estimate.Value, 0.000005);
    }

    [Fact]
    public async Task The_guess_finds_the_recommend_question_the_ratings_with_their_codes_and_the_weight()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        var import = await world.Take(cast, File2017());
        var guessed = Mapping.FromJson(import.Mapping).Columns.ToDictionary(c => c.Column);

        Assert.Equal((ColumnUse.Recommend, "0-10"), (guessed["NETPRO"].Use, guessed["NETPRO"].Scale));
        Assert.Equal(["11"], guessed["NETPRO"].Missing!);
        Assert.Equal((ColumnUse.Satisfaction, "1-5"), (guessed["Q7ALL"].Use, guessed["Q7ALL"].Scale));
        Assert.Equal(["0", "6"], guessed["Q7FOOD"].Missing!);
        Assert.Equal(ColumnUse.Weight, guessed["WEIGHT"].Use);
        Assert.Equal(ColumnUse.Attribute, guessed["LANG"].Use);
        // A time that a spreadsheet dated 31 December 1899 is no date of asking.
        Assert.DoesNotContain("DEPTIME", guessed.Keys);
    }

    [Fact]
    public async Task Weighted_leads_on_every_page_and_the_other_stands_beside_it()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        var import = await world.Bring(cast, File2017(), Airport);
        var browser = await cast.Browser();

        var survey = await browser.Page($"/listen/surveys/{import.SurveyId}");
        Assert.Equal(
            "“NETPRO” stands at 40.4 points [37.5, 43.2], weighted, from 2,746 answers, May 2017.",
            survey.QuerySelector(".finding")!.TextContent
        );
        var row = survey.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")?.TextContent == "NETPRO");
        Assert.Equal("40.4", row.QuerySelector("[data-label=Weighted]")!.TextContent);
        Assert.Equal("39.8 [37.2, 42.4]", row.QuerySelector("[data-label='Counted once']")!.TextContent);

        var score = await browser.Page(row.QuerySelector("th a")!.GetAttribute("href")!);
        Assert.Equal(
            ["Weighted", "Every answer counted once"],
            score.QuerySelectorAll(".figure .small").Select(l => l.TextContent)
        );
        Assert.StartsWith("40.4", score.QuerySelector(".figure .value")!.TextContent.Trim(), StringComparison.Ordinal);
        var metric = await browser.Page(score.QuerySelector(".page-head a.button")!.GetAttribute("href")!);
        Assert.StartsWith("40.4", metric.QuerySelector(".figure .value")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("2017", metric.QuerySelector(".figure .basis")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("[37.5, 43.2]", (await browser.Page("/listen")).QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task Groups_below_five_are_hidden_with_their_reason()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        await world.Bring(cast, File2017(), Airport);

        var table = await world.Score(cast, "NETPRO", by: "LANG");
        Assert.All(table.Rows.Where(r => r.Score.IsGiven), r => Assert.True(r.Score.Value.N >= 5));
        Assert.Contains(table.Rows, r => r.Score.IsGiven && r.Group == "1");
    }

    [Fact]
    public async Task Each_score_becomes_a_yearly_metric_and_a_second_wave_its_second_point()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Airport");
        await world.Bring(cast, File2017(), Airport);
        await world.Bring(
            cast,
            File.OpenRead(SharedFiles.Data("airport-survey/sfo_customer_survey_2016.csv")),
            new()
            {
                Columns = [new("Q7ALL", ColumnUse.Satisfaction, Scale: "1-5", Missing: ["0", "6"])],
                Wave = "2016",
                On = new(2016, 5, 1),
            }
        );

        var points = await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var metric = await db.Metrics.SingleAsync(m => m.Name == "Guests: Q7ALL");
                return (await s.GetRequiredService<ReadSeries>().Of(metric.Id, default))!;
            }
        );
        Assert.Equal(Cadence.Year, points.Metric.Cadence);
        Assert.Equal([new(2016, 1, 1), new DateOnly(2017, 1, 1)], points.Points.Select(p => p.On));
        Assert.All(points.Points, p => Assert.InRange(p.Value, p.Low!.Value, p.High!.Value));
        var waves = await world.Score(cast, "Q7ALL", by: SurveySchema.Wave);
        Assert.Equal(["2016", "2017"], waves.Rows.Select(r => r.Group).Order());
    }
}
