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

    [Fact]
    public async Task Two_questions_alike_for_the_first_two_hundred_letters_become_two_metrics_with_names_that_fit()
    {
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var asked = new string('q', 240);
        await world.Stored(
            cast,
            $"row,{asked} one,{asked} two\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i % 11},9\n")),
            new()
            {
                Columns = [new($"{asked} one", ColumnUse.Recommend), new($"{asked} two", ColumnUse.Recommend)],
                On = new(2035, 2, 1),
            }
        );
        await world.Work();
        var names = await world.As(cast, s => s.GetRequiredService<HeedDb>().Metrics.Select(m => m.Name).ToListAsync());
        Assert.Equal(2, names.Distinct().Count());
        Assert.All(names, n => Assert.InRange(n.Length, 190, Metric.LongestName));
        Assert.All(names, n => Assert.StartsWith($"Guests: {new string('q', 180)}", n, StringComparison.Ordinal));
        Assert.All(await world.Jobs(cast), j => Assert.NotNull(j.DoneAt));
    }

    [Fact]
    public async Task A_score_that_cannot_be_kept_is_set_aside_after_its_tries_and_all_others_are_measured()
    {
        await using var world = await World.Start(Worlds.Idle);
        var cast = await world.Organisation("Harbor Coffee");
        await world.Poison("poisoned");
        var csv = "row,poisoned,sound\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i % 11},9\n"));
        Mapping both = new()
        {
            Columns = [new("poisoned", ColumnUse.Recommend), new("sound", ColumnUse.Recommend)],
            On = new(2035, 2, 1),
        };
        await world.Stored(cast, csv, both);
        await world.Stored(
            cast,
            csv.Replace("poisoned", "well", StringComparison.Ordinal),
            both with
            {
                Columns = [new("well", ColumnUse.Recommend), new("sound", ColumnUse.Recommend)],
            },
            "Staff"
        );
        for (var tries = 0; tries < Job.MostTries; tries++)
        {
            await world.Work();
            world.Clock.Move(TimeSpan.FromHours(3));
        }
        Assert.Equal(
            ["Guests: sound", "Staff: sound", "Staff: well"],
            await world.As(cast, s => s.GetRequiredService<HeedDb>().Metrics.Select(m => m.Name).Order().ToListAsync())
        );
        Assert.Equal(3, await world.As(cast, s => s.GetRequiredService<HeedDb>().Measurements.CountAsync()));
        var aside = Assert.Single(await world.Jobs(cast), j => j.FailedAt is not null);
        Assert.Equal(MeasureScores.Kind, aside.Kind);
        Assert.StartsWith(
            "1 of 2 scores could not be measured. “poisoned”: ",
            aside.LastError,
            StringComparison.Ordinal
        );
        // Told once, however often it was tried.
        Assert.Equal(2, (await Told(world, cast)).Count(e => e.Act == "measure"));
    }
}

static class Poisoned
{
    /// <summary>The database itself keeps no metric with this in its name.</summary>
    public static async Task Poison(this World world, string name)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HeedDb>().Database;
        await database.ExecuteSqlRawAsync(
            TestDatabase.Postgres is null
                ? $"CREATE TRIGGER poison BEFORE INSERT ON \"Metrics\" WHEN NEW.\"Name\" LIKE '%{name}%' BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
                : $"ALTER TABLE \"Metrics\" ADD CONSTRAINT poison CHECK (\"Name\" NOT LIKE '%{name}%')"
        );
    }

    /// <summary>A file whose answers are stored; its scores are owed.</summary>
    public static async Task Stored(this World world, Cast cast, string csv, Mapping mapping, string survey = "Guests")
    {
        var import = await world.Take(cast, SampleImports.Csv(csv));
        SampleImports.Given(await world.Map(cast, import, mapping, survey));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        Assert.True(await world.Work(cast, StoreImport.Kind, import.Id));
    }

    public static Task<List<Job>> Jobs(this World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().ToListAsync());
}
