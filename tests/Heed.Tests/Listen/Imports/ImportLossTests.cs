using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen.Imports;

/// <summary>An import that drops what it cannot read makes no score of the rest before a person says so.</summary>
public sealed class ImportLossTests
{
    static readonly Mapping Nps = new() { Columns = [new("nps", ColumnUse.Recommend)], On = new(2035, 2, 1) };

    static Stream Answers(params (string Answer, int Times)[] given) =>
        SampleImports.Csv(
            "row,nps\n"
                + string.Concat(
                    given.SelectMany(g => Enumerable.Repeat(g.Answer, g.Times)).Select((a, i) => $"{i},{a}\n")
                )
        );

    static Task<Outcome<Import>> Start(World world, Cast cast, Id<Import> id) =>
        world.As(cast, s => s.GetRequiredService<StartImport>().Run(id, default));

    [Fact]
    public async Task Nothing_is_scored_until_somebody_has_accepted_which_answers_fall_out()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Take(cast, Answers(("9", 60), ("3", 20), ("the best", 26)));
        SampleImports.Given(await world.Map(cast, import, Nps));
        Assert.True((await Start(world, cast, import.Id)).Refused(out var refusal, out _));
        Assert.Equal(
            "26 of 106 rows would fall out, among them “the best” in “nps” (26 times). A score of the other 80 would not be a score of all. Repair what is said below, or take in the others knowing that.",
            refusal.Because
        );
        Assert.Empty(await world.As(cast, s => s.GetRequiredService<HeedDb>().Surveys.ToListAsync()));
        SampleImports.Given(await world.Map(cast, import, Nps with { AcceptLoss = true }));
        SampleImports.Given(await Start(world, cast, import.Id));
        Assert.Equal(
            (80L, 26L),
            await world.Settle(cast, import.Id) is var done ? (done.Stored, done.Rejected) : default
        );
    }

    [Fact]
    public async Task Most_of_a_file_cannot_be_given_up()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var import = await world.Take(cast, Answers(("9", 30), ("the best", 31)));
        SampleImports.Given(await world.Map(cast, import, Nps with { AcceptLoss = true }));
        Assert.True((await Start(world, cast, import.Id)).Refused(out var refusal, out _));
        Assert.StartsWith("31 of 61 rows would fall out", refusal.Because, StringComparison.Ordinal);
        Assert.Contains("nothing is taken in", refusal.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 200, null)]
    [InlineData(5, 200, ProblemKind.Loss)]
    [InlineData(5, 100_000, ProblemKind.Loss)]
    [InlineData(101, 200, ProblemKind.MostFallOut)]
    public void One_answer_that_falls_out_five_times_is_a_loss_however_many_there_are(
        int lost,
        int rows,
        ProblemKind? kind
    )
    {
        var report = new ImportReport(
            rows,
            rows - lost,
            0,
            lost,
            [new(ProblemKind.NotANumber, "nps", "the best", lost, 2, "", "")],
            []
        );
        Assert.Equal(kind, ImportLoss.Of(report)?.Kind);
    }

    [Fact]
    public void Single_errors_of_many_people_are_a_loss_from_one_in_a_hundred_on()
    {
        Problem Of(int lost) => new(ProblemKind.Ragged, "", "", lost, 2, "", "");
        Assert.Null(ImportLoss.Of(new(1000, 991, 0, 9, [Of(9)], [])));
        Assert.Equal(ProblemKind.Loss, ImportLoss.Of(new(1000, 990, 0, 10, [Of(10)], []))?.Kind);
    }

    [Fact]
    public void What_is_here_already_with_other_answers_is_not_lost() =>
        Assert.Null(
            ImportLoss.Of(new(100, 10, 0, 90, [new(ProblemKind.KnownWithOtherAnswers, "id", "r1", 90, 2, "", "")], []))
        );

    [Fact]
    public async Task Labelled_ends_and_words_with_points_are_all_counted()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        const string Csv = """
            nps,csat
            10 - Extremely likely,Very satisfied
            0 - Not at all likely,very dissatisfied
            9,Satisfied
            7,Not applicable
            9,Very Satisfied
            9,Very satisfied
            9 ,satisfied

            """;
        var import = await world.Take(cast, SampleImports.Csv(Csv));
        var guessed = Mapping.FromJson(import.Mapping);
        Assert.Equal(ColumnUse.Recommend, guessed.Columns.Single(c => c.Column == "nps").Use);
        Assert.Equal(ColumnUse.Satisfaction, guessed.Columns.Single(c => c.Column == "csat").Use);
        SampleImports.Given(await world.Map(cast, import, guessed with { On = new(2035, 2, 1) }));
        SampleImports.Given(await Start(world, cast, import.Id));
        Assert.Equal(7, (await world.Settle(cast, import.Id)).Stored);
        var score = (await world.Score(cast, "nps")).Total.Value;
        Assert.Equal((7L, 57.142857), (score.N, Math.Round(score.Value, 6)));
        var satisfied = (await world.Score(cast, "csat")).Total.Value;
        Assert.Equal((6L, 1L, 83.333333), (satisfied.N, satisfied.Missing, Math.Round(satisfied.Value, 6)));
    }

    [Fact]
    public async Task A_group_in_two_spellings_is_one_group_over_all_files()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        Mapping mapping = Nps with { Columns = [.. Nps.Columns, new("shop", ColumnUse.Attribute)] };
        string Rows(string shop, int from) =>
            string.Concat(Enumerable.Range(from, 6).Select(i => $"{i},{i % 11},{shop}\n"));
        var first = await world.Bring(
            cast,
            SampleImports.Csv($"row,nps,shop\n{Rows("York", 0)}{Rows("YORK", 10)}{Rows("Hull", 20)}"),
            mapping
        );
        Assert.Contains(
            "shop: “York” and “YORK” are counted as one label; they differ in capitals or blanks.",
            ImportReport.FromJson(first.Findings)!.Notes
        );
        await world.Bring(cast, SampleImports.Csv($"row,nps,shop\n{Rows("york ", 30)}"), mapping, name: "b.csv");
        var table = await world.Score(cast, "nps", by: "shop");
        Assert.Equal(["Hull 6", "York 18"], table.Rows.Select(r => $"{r.Group} {r.Score.Value.N}").Order());
    }
}
