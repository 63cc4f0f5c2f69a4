using Heed.Commands;
using Heed.Listen;

namespace Heed.Tests.Commands;

/// <summary>What the options of <c>heed import</c> make of the columns of a file.</summary>
public sealed class ImportMappingTests
{
    static Outcome<Mapping> Of(
        string[]? questions = null,
        string? map = null,
        string? on = null,
        params (string? Column, ColumnUse Use)[] others
    )
    {
        FileInfo? file = null;
        if (map is not null)
        {
            file = new(Path.Combine(Directory.CreateTempSubdirectory("heed-mapping-").FullName, "mapping.json"));
            File.WriteAllText(file.FullName, map);
        }
        return ImportCommand.MappingOf(file, questions ?? [], [], ["region"], others, on);
    }

    static Mapping Taken(Outcome<Mapping> outcome) =>
        outcome.Refused(out var refusal, out var mapping)
            ? throw new InvalidOperationException(refusal.Because)
            : mapping;

    static string Said(Outcome<Mapping> outcome) => outcome.Refused(out var refusal, out _) ? refusal.Because : "";

    [Theory]
    [InlineData("NETPRO:recommend", "NETPRO", ColumnUse.Recommend, null, null)]
    [InlineData("Q7ALL:Satisfaction:1-5:0,6", "Q7ALL", ColumnUse.Satisfaction, "1-5", "0|6")]
    [InlineData("Q8:effort::9", "Q8", ColumnUse.Effort, null, "9")]
    [InlineData("why:remark", "why", ColumnUse.Remark, null, null)]
    public void A_question_is_its_column_its_kind_its_scale_and_its_missing_codes(
        string typed,
        string column,
        ColumnUse use,
        string? scale,
        string? missing
    )
    {
        var mapped = Taken(Of([typed])).Columns[0];
        Assert.Equal((column, use, scale), (mapped.Column, mapped.Use, mapped.Scale));
        Assert.Equal(missing, mapped.Missing is null ? null : string.Join('|', mapped.Missing));
    }

    [Theory]
    [InlineData("NETPRO")]
    [InlineData("NETPRO:nps")]
    [InlineData("NETPRO:weight")]
    [InlineData("NETPRO:1")]
    [InlineData("NETPRO:recommend,mean")]
    [InlineData("Q7ALL:satisfaction:1-5:0:6")]
    public void A_question_that_is_none_says_how_to_write_one(string typed) =>
        Assert.Equal(
            $"--question {typed}: write COLUMN:KIND:SCALE:MISSING, such as NETPRO:recommend or Q7ALL:satisfaction:1-5:0,6.",
            Said(Of(["fine:mean", typed]))
        );

    [Fact]
    public void Options_come_after_what_a_mapping_says_already()
    {
        var mapping = Taken(
            Of(
                ["NETPRO:recommend"],
                """{ "columns": [{ "column": "why", "use": "Remark" }], "wave": "2016", "dateOrder": "MonthFirst" }""",
                "2017-05-01",
                ("w", ColumnUse.Weight),
                (null, ColumnUse.Date),
                ("id", ColumnUse.Identity)
            )
        );
        Assert.Equal(
            [
                ("why", ColumnUse.Remark),
                ("NETPRO", ColumnUse.Recommend),
                ("region", ColumnUse.Attribute),
                ("w", ColumnUse.Weight),
                ("id", ColumnUse.Identity),
            ],
            mapping.Columns.Select(c => (c.Column, c.Use))
        );
        Assert.Equal(
            ("2016", new DateOnly(2017, 5, 1), DateOrder.MonthFirst),
            (mapping.Wave, mapping.On, mapping.DateOrder)
        );
    }

    [Fact]
    public void What_a_dry_run_prints_is_taken_as_it_is()
    {
        var mapping = Taken(
            Of(
                map: """
                { "state": "dry run", "findings": { "rows": 2 },
                  "mapping": { "columns": [{ "column": "NETPRO", "use": "Recommend", "missing": ["11"] }] } }
                """
            )
        );
        Assert.Equal(["NETPRO", "region"], mapping.Columns.Select(c => c.Column));
        Assert.Equal(["11"], mapping.Columns[0].Missing!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "columns": null }""")]
    [InlineData("""{ "columns": [null] }""")]
    [InlineData("""{ "columns": [{ "use": "Remark" }] }""")]
    [InlineData("""{ "columns": [{ "column": "why", "use": "nps" }] }""")]
    public void A_mapping_that_is_none_is_refused_by_its_name(string map) =>
        Assert.StartsWith("The mapping mapping.json cannot be read: ", Said(Of(map: map)));

    [Fact]
    public void A_mapping_that_is_not_there_is_refused() =>
        Assert.StartsWith(
            "The mapping nowhere.json cannot be read: ",
            Said(ImportCommand.MappingOf(new("/no/such/nowhere.json"), [], [], [], [], null))
        );

    [Theory]
    [InlineData("1 May 2017")]
    [InlineData("2017-5-1")]
    [InlineData("2017-02-30")]
    [InlineData("")]
    public void The_day_of_a_file_is_written_in_one_way(string on) =>
        Assert.Equal($"--on {on}: write the day as 2017-05-01.", Said(Of(on: on)));

    static Outcome<Mapping> WithPoints(string question, string points) =>
        ImportCommand.MappingOf(null, [question], [points], [], [], null);

    [Fact]
    public void Words_are_given_their_points_by_a_column_whose_name_may_hold_colons()
    {
        var mapping = Taken(WithPoints("How was it?:satisfaction:1-5", "How was it?: Very good=5, Well, so so=3"));
        var column = Assert.Single(mapping.Columns, c => c.IsScored);
        Assert.Equal("Very good=5, Well, so so=3", AnswerPoints.Written(column.Points!));
    }

    [Theory]
    [InlineData("nps=5", "write COLUMN:WORD=POINT")]
    [InlineData("other: Good=5", "“other” is no scored question")]
    [InlineData("nps: Good", "write COLUMN:WORD=POINT")]
    [InlineData("nps: Good=5, Bad", "“Bad” gives no answer its point")]
    public void Points_that_cannot_be_read_are_refused(string points, string because) =>
        Assert.Contains(because, Said(WithPoints("nps:recommend", points)), StringComparison.Ordinal);
}
