using Heed.Journal;
using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class MeasureScoresTests
{
    static readonly Mapping Two = new()
    {
        Columns =
        [
            new("on", ColumnUse.Date),
            new("nps", ColumnUse.Recommend),
            new("food", ColumnUse.Satisfaction, Scale: "1-5"),
        ],
    };

    static string Rows(int from, int count, string on) =>
        "id,on,nps,food\n"
        + string.Concat(Enumerable.Range(from, count).Select(i => $"{i},{on},{i % 11},{1 + i % 5}\n"));

    static Task<List<Entry>> Told(World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Entries.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    [Fact]
    public async Task All_metrics_of_a_survey_are_one_line_of_the_journal_and_every_point_keeps_its_facts()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows(0, 40, "2035-01-10")), Two);
        var line = (await Told(world, cast)).Single(e => e.Act == "measure");
        Assert.Equal("Heed measured the scores of “Guests”: 2 new metrics, 2 values added.", line.Sentence);
        Assert.Equal((nameof(Survey), import.SurveyId!.Value.Value), (line.Kind, line.SubjectId));

        await world.Bring(cast, SampleImports.Csv(Rows(40, 41, "2035-01-20")), Two, name: "more.csv");
        var lines = await Told(world, cast);
        Assert.Equal(
            "Heed measured the scores of “Guests”: 2 values corrected.",
            lines.Last(e => e.Act == "measure").Sentence
        );
        Assert.DoesNotContain(lines, e => e.Kind == nameof(Metric));

        var rows = await world.As(cast, s => s.GetRequiredService<HeedDb>().Measurements.AsNoTracking().ToListAsync());
        Assert.Equal(4, rows.Count);
        Assert.All(rows, r => Assert.Equal(MeasurementSource.Survey, r.Source));
        Assert.Equal(2, rows.Count(r => r.Supersedes is not null));
    }

    [Fact]
    public async Task What_changes_no_score_tells_the_journal_nothing()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(cast, SampleImports.Csv(Rows(0, 40, "2035-01-10")), Two);
        await world.As(
            cast,
            async s =>
            {
                s.GetRequiredService<JobQueue>().Add(MeasureScores.Kind, import.SurveyId!.Value);
                return await s.GetRequiredService<HeedDb>().SaveChangesAsync();
            }
        );
        await world.Settle(cast, import.Id);
        Assert.Single(await Told(world, cast), e => e.Act == "measure");
    }
}
