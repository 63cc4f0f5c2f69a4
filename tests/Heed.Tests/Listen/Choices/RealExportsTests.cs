using Heed.Analytics.Scores;
using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>
/// Real exports of survey tools, taken in whole as they are guessed. What is expected was counted with Python's csv module,
/// not with Heed.
/// </summary>
public sealed class RealExportsTests(OneWorld one, ITestOutputHelper output) : IClassFixture<OneWorld>
{
    async Task<(ImportReport Report, Import Import, World World, Cast Cast)> Bring(string file)
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(
            cast,
            File.OpenRead(SharedFiles.Data($"survey-exports/{file}.csv")),
            $"{file}.csv"
        );
        var mapping = Mapping.FromJson(import.Mapping) with { On = new(2034, 5, 1), AcceptLoss = true };
        foreach (var column in mapping.Columns)
            output.WriteLine($"{column.Use} {column.Target} {column.Option}");
        var report = SampleImports.Given(await world.Map(cast, import, mapping));
        foreach (var problem in report.Problems)
            output.WriteLine(problem.Says);
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        return (report, await world.Settle(cast, import.Id), world, cast);
    }

    [Theory]
    [InlineData("flying-etiquette", 1040, "How often do you travel by plane?", 1040, "Once a year or less", 633)]
    [InlineData(
        "flying-etiquette",
        1040,
        "In a row of three seats, who should get to use the two arm rests?",
        856,
        "The person in the middle seat gets both arm rests",
        119
    )]
    [InlineData(
        "comma-survey",
        1129,
        "In your opinion, which sentence is more gramatically correct?",
        1129,
        "It's important for a person to be honest, kind, and loyal.",
        641
    )]
    [InlineData("steak-risk-survey", 550, "How do you like your steak prepared?", 432, "Medium rare", 166)]
    [InlineData(
        "osposurvey_2018_results",
        748,
        "Where is your company or organization on its open source journey? (Check all that apply)",
        748,
        "Contributing to upstream open source projects",
        313
    )]
    [InlineData(
        "osposurvey_2020_results_2020",
        1026, // and 378 rows of nothing but commas, which are no answers
        "Where is your company or organization on its open source journey? (Check all that apply)",
        1026,
        "Don’t know",
        55
    )]
    [InlineData(
        "osposurvey_2022_RawData",
        1048,
        "Where is your organization on its open source journey? (select all that apply)",
        1048,
        "Consuming open source code in products or services",
        926
    )]
    public async Task A_real_export_comes_in_whole_with_its_questions(
        string file,
        int rows,
        string question,
        int answered,
        string option,
        int chosen
    )
    {
        var (report, import, world, cast) = await Bring(file);
        Assert.Equal((rows, rows, 0), (report.Rows, import.Stored, report.Rejected));
        var counted = await world.Choice(cast, question);
        Assert.Equal(answered, counted.Answered.Value);
        Assert.Equal(rows - answered, counted.Missing);
        var share = counted.Options.Single(o => o.Name == option).Share.Value;
        Assert.Equal((chosen, answered), (share.Distribution.CountOf(1), share.N));
        Assert.Equal(100 * Intervals.Wilson(chosen, answered).Low, share.Low, 1e-9);
    }

    [Fact]
    public async Task The_rows_of_2020_are_the_people_and_the_lines_of_commas_under_them()
    {
        // Python's csv module: 1,406 records, two of them headers; of the other 1,404 the last 378 have no cell filled.
        var (report, import, _, _) = await Bring("osposurvey_2020_results_2020");
        Assert.Equal(1404, report.Rows + 378);
        Assert.Equal(1404 - 378, import.Stored);
        Assert.Contains("378 rows are blank in all cells: left out.", report.Notes);
    }

    [Theory]
    [InlineData("sample_3header")]
    [InlineData("sample_legacy_2header")]
    public async Task A_sample_of_one_answer_is_read_and_says_nothing_of_it(string file)
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, File.OpenRead(SharedFiles.Data($"survey-exports/{file}.csv")));
        // Nobody has to say what Q2 is: its question does.
        var guessed = Mapping.FromJson(import.Mapping).Columns.Where(c => c.IsQuestion).Select(c => (c.Target, c.Use));
        Assert.Equal([("Q2", ColumnUse.Remark)], guessed);
        var mapping = new Mapping { Columns = [new("Q1", ColumnUse.Choice)], On = new(2034, 5, 1) };
        var report = SampleImports.Given(await world.Map(cast, import, mapping));
        Assert.Equal((1, 0), (report.New, report.Rejected));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Settle(cast, import.Id);
        var counted = await world.Choice(cast, "Q1");
        Assert.Equal(0, counted.Answered.Value);
        Assert.Empty(counted.Options);
    }
}
