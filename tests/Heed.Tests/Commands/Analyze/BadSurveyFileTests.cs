namespace Heed.Tests.Commands.Analyze;

/// <summary>Every fault is told in a sentence with its row and column, and what to do.</summary>
public sealed class BadSurveyFileTests
{
    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(["analyze", "survey", file.Path, "--score", "score", "--kind", "mean", .. options]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_looked_for_where_it_was_named() =>
        Assert.StartsWith(
            "There is no file nowhere.csv.",
            await Typed.Refused("analyze", "survey", "nowhere.csv", "--score", "score", "--kind", "mean"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_column_that_is_not_there_comes_with_the_nearest_names() =>
        Assert.Contains(
            "has no column “score”. Did you mean “scores”?",
            await Refused("scores,shop\n1,a\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_empty_file_is_refused() =>
        Assert.Contains("The file is empty", await Refused(""), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_without_a_header_is_refused() =>
        Assert.Contains("has no header", await Refused("1,2\n3,4\n5,1\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("shop,score\na,1\nb\nc,3\n", "Row 3 of answers.csv has 1 cell where the header has 2.")]
    [InlineData("score,shop\n1,a\n2,b,c\n3,b\n", "Row 3 of answers.csv has 3 cells where the header has 2.")]
    [InlineData(
        "score,shop,date\n1,a,x\n2,b",
        "is cut in the middle: its last row, 3, stops in column “shop”, with 2 of 3 cells."
    )]
    [InlineData("score,shop\n1,a\n2,\"b and so on\n3,c\n", "opens in row 3, column “shop”, is never closed")]
    public async Task A_row_that_does_not_fit_says_which_and_why(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text), StringComparison.Ordinal);

    [Fact]
    public async Task A_score_outside_its_scale_names_the_value_the_row_and_the_cure()
    {
        var said = await Refused("score,shop\n1,a\n9,b\n9,b\n");
        Assert.Contains(
            "Column “score”: 2 of 3 answers are not on the scale 1-5: “9” (2 times). The first is in row 3.",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("--missing 9", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_a_known_order_are_refused_with_the_points_to_agree_to() =>
        Assert.Contains(
            "If it is this one, add --points \"Very good=5, Bad=2\"",
            await Refused("score,shop\nVery good,a\nBad,b\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Words_in_no_known_order_are_refused_and_none_of_them_is_called_missing()
    {
        var said = await Refused("score,shop\nCosy,a\nDraughty,b\n");
        Assert.Contains("--points \"Cosy=…, Draughty=…\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("--missing Cosy", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Good=7", "“Good” is given 7, which is no point of the scale 1-5")]
    [InlineData("Good", "gives no answer its point")]
    public async Task Points_that_do_not_fit_are_refused(string points, string because) =>
        Assert.Contains(
            because,
            await Refused("score,shop\nGood,a\nBad,b\n", "--points", points),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("-1")]
    [InlineData("heavy")]
    public async Task A_weight_that_cannot_be_is_refused(string weight) =>
        Assert.StartsWith(
            "Row 3, column “w”:",
            await Refused($"score,w\n1,1\n2,{weight}\n", "--weight", "w"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_answer_without_a_weight_counts_in_the_plain_score_alone()
    {
        using var csv = new Csv("score,w\n1,1\n5,3\n5,\n3,2\n");
        var json = await Typed.Json(
            "analyze",
            "survey",
            csv.Path,
            "--score",
            "score",
            "--kind",
            "mean",
            "--weight",
            "w"
        );
        Assert.Equal(4, json.GetProperty("n").GetInt32());
        Assert.Equal(3.5, json.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(22 / 6.0, json.GetProperty("weighted").GetProperty("value").GetDouble(), 1e-9);
        Assert.Contains(
            json.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.StartsWith("1 answer has no weight", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_date_before_spreadsheets_is_refused() =>
        Assert.Contains(
            "before 1900",
            await Refused("score,day\n1,2026-01-05\n2,1899-11-30\n", "--date", "day"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_zero_of_spreadsheets_is_no_date_and_is_counted()
    {
        using var file = new Csv("score,day\n1,2026-01-05\n2,1899-12-30\n");
        var json = await Typed.Json(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "recommend",
            "--date",
            "day"
        );
        Assert.Equal(2, json.GetProperty("n").GetInt32());
        Assert.Contains("1 row is dated 30 December 1899", $"{json.GetProperty("notes")}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_months_that_could_be_exchanged_are_asked_about() =>
        Assert.Contains(
            "--dates dmy or --dates mdy",
            await Refused("score,day\n1,03/04/2026\n2,04/05/2026\n", "--date", "day"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_grouping_that_is_an_id_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => $"3,R{i}\n"));
        Assert.Contains(
            "more than 1000 different values by row 1002",
            await Refused("score,id\n" + rows, "--by", "id"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_scale_that_does_not_fit_the_kind_is_refused()
    {
        using var file = new Csv("score\n1\n2\n");
        Assert.StartsWith(
            "--scale: A recommend score is asked from 0 to 10",
            await Typed.Refused(
                "analyze",
                "survey",
                file.Path,
                "--score",
                "score",
                "--kind",
                "recommend",
                "--scale",
                "1-5"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_bad_usage() =>
        Assert.Equal(2, (await Typed.Heed("analyze", "survey", "x.csv", "--score", "score", "--kind", "nps")).Code);
}
