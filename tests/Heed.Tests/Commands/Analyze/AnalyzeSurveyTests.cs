using System.Text;
using System.Text.Json;

namespace Heed.Tests.Commands.Analyze;

public sealed class AnalyzeSurveyTests
{
    static string Airport => SharedFiles.Data("airport-survey/sfo_customer_survey_2017.csv");

    static string[] NetPromoter =>
        ["analyze", "survey", Airport, "--score", "NETPRO", "--kind", "recommend", "--missing", "11"];

    static double Number(JsonElement json, params string[] path) => At(json, path).GetDouble();

    static JsonElement At(JsonElement json, params string[] path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name));

    [Fact] // DataSF 2017; numbers recomputed in data/README.md
    public async Task The_airports_recommend_score_comes_out_weighted_and_not()
    {
        var json = await Typed.Json([.. NetPromoter, "--weight", "WEIGHT", "--by", "BAREA"]);

        Assert.Equal("recommend", json.GetProperty("kind").GetString());
        Assert.Equal(2746, Number(json, "n"));
        Assert.Equal(85, Number(json, "missing"));
        Assert.Equal(39.84, Number(json, "value"), 0.005);
        Assert.True(Number(json, "low") < 39.84 && Number(json, "high") > 39.84);
        Assert.Equal(1436, Number(json, "distribution", "9") + Number(json, "distribution", "10"));
        Assert.Equal(968, Number(json, "distribution", "7") + Number(json, "distribution", "8"));
        Assert.Equal(40.40, Number(json, "weighted", "value"), 0.005);
        Assert.Equal(2266.5, Number(json, "weighted", "effectiveN"), 0.05);
        var groups = json.GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(
            ["A", "B", "C", "D", "E", "F", "G"],
            groups.Select(group => group.GetProperty("group").GetString())
        );
        Assert.Equal(2746, groups.Sum(group => group.GetProperty("n").GetInt64()));
    }

    [Fact] // DataSF 2017; 0 is blank, 6 not applicable, and 143 cells say "Blank"
    public async Task The_airports_satisfaction_comes_out_with_its_mean_beside_it()
    {
        var json = await Typed.Json(
            "analyze",
            "survey",
            Airport,
            "--score",
            "Q7ALL",
            "--kind",
            "satisfaction",
            "--scale",
            "1-5",
            "--missing",
            "0,6"
        );

        Assert.Equal(2688, Number(json, "n"));
        Assert.Equal(82.07, Number(json, "value"), 0.005);
        Assert.Equal(4.06436, Number(json, "beside", "value"), 0.000005);
        Assert.Contains("143 cells", json.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, At(json, "weighted", "value").ValueKind);
        Assert.Equal(
            "No column of weights was named: add --weight COLUMN.",
            At(json, "weighted", "because").GetString()
        );
    }

    [Fact]
    public async Task The_report_begins_with_the_finding_and_stays_within_eighty_columns()
    {
        var said = await Typed.Heed([.. NetPromoter, "--weight", "WEIGHT", "--by", "BAREA"]);
        var lines = said.Output.Split('\n');

        Assert.Equal(0, said.Code);
        Assert.StartsWith(
            "The recommend score of NETPRO is 39.8, from 2,746 answers; allowing for chance,",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Contains("effective n 2,266.5", said.Output, StringComparison.Ordinal);
        Assert.Contains("the groups cannot be told apart", said.Output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain('\u001b', said.Output);
    }

    [Fact]
    public async Task Two_groups_that_differ_are_said_to_differ()
    {
        using var file = new Csv(
            "score,shop\n"
                + string.Concat(Enumerable.Repeat("9,North\n10,North\n2,South\n3,South\n8,South\n9,North\n", 30))
        );
        var said = await Typed.Heed(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "recommend",
            "--by",
            "shop"
        );

        Assert.Contains("North and South can be told apart", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_large_shops_are_told_apart_though_a_kiosk_of_three_lies_farther_off()
    {
        using var file = new Csv(
            "score,shop\n"
                + string.Concat(Enumerable.Repeat("10,Kiosk\n", 3))
                + string.Concat(Enumerable.Repeat("10,North\n9,North\n10,North\n8,North\n3,North\n", 200))
                + string.Concat(Enumerable.Repeat("10,South\n9,South\n8,South\n3,South\n4,South\n", 200))
        );
        string[] ask = ["analyze", "survey", file.Path, "--score", "score", "--kind", "recommend", "--by", "shop"];
        var said = (await Typed.Heed(ask)).Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        var groups = (await Typed.Json(ask)).GetProperty("by");

        Assert.DoesNotContain("cannot be told apart", said, StringComparison.Ordinal);
        Assert.Contains("North and South can be told apart, by 40.0 points", said, StringComparison.Ordinal);
        Assert.Contains("allowing for 3 pairs", said, StringComparison.Ordinal);
        Assert.Contains("“North” (higher)", said, StringComparison.Ordinal);
        Assert.Equal((1, 2), Ranks("North"));
        Assert.Equal((1, 3), Ranks("Kiosk"));

        (int, int) Ranks(string shop) =>
            groups.EnumerateArray().Single(group => group.GetProperty("group").GetString() == shop).GetProperty("place")
                is var place
                ? (place.GetProperty("bestRank").GetInt32(), place.GetProperty("worstRank").GetInt32())
                : default;
    }

    [Fact]
    public async Task Nobody_answered_is_an_answer_and_not_zero()
    {
        using var file = new Csv("score,shop\n,North\n,South\n");
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", "score", "--kind", "mean");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("value").ValueKind);
        Assert.Equal("All 2 answers are blank or not applicable.", json.GetProperty("because").GetString());
    }

    [Fact]
    public async Task Months_are_groups_and_their_moves_are_held_against_noise()
    {
        var rows = Enumerable
            .Range(0, 8)
            .SelectMany(month =>
                Enumerable
                    .Range(0, 40)
                    .Select(i => $"{(i % 2 == 0 ? 3 + month % 2 : 4)},{1 + i % 28}.{1 + month}.2026\n")
            );
        using var file = new Csv("score,day\n" + string.Concat(rows));
        var json = await Typed.Json(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "mean",
            "--date",
            "day"
        );
        var said = await Typed.Heed(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "mean",
            "--date",
            "day"
        );

        Assert.Equal(
            Enumerable.Range(1, 8).Select(month => $"2026-0{month}"),
            json.GetProperty("by").EnumerateArray().Select(group => group.GetProperty("group").GetString())
        );
        Assert.Contains("Over 8 months the score", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-16", ';')]
    [InlineData("utf-16BE", '\t')]
    [InlineData("windows-1252", '|')]
    public async Task Any_usual_encoding_and_delimiter_is_read(string encoding, char delimiter)
    {
        var as_ = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = "score,Größe\n3,\"Ä, \"\"groß\"\"\"\n5,Ö\n".Replace(',', delimiter);
        using var file = new Csv(text, as_);
        var json = await Typed.Json(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "mean",
            "--by",
            "größe"
        );

        Assert.Equal(4, Number(json, "value"));
        Assert.Equal(
            ["Ä" + delimiter + " \"groß\"", "Ö"],
            json.GetProperty("by")
                .EnumerateArray()
                .Select(group => group.GetProperty("group").GetString())
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Two_hundred_columns_are_no_trouble()
    {
        var row = string.Join(',', Enumerable.Range(0, 200).Select(i => i % 5 + 1));
        using var file = new Csv(
            string.Join(',', Enumerable.Range(0, 200).Select(i => $"q{i}"))
                + "\n"
                + string.Concat(Enumerable.Repeat(row + "\n", 10))
        );
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", "q199", "--kind", "mean");

        Assert.Equal(5, Number(json, "value"));
    }
}
