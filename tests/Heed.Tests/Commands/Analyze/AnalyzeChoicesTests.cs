using System.Text.Json;
using Heed.Analytics.Scores;

namespace Heed.Tests.Commands.Analyze;

/// <summary>Options of a column, counted; and scores by a column of which people chose several.</summary>
public sealed class AnalyzeChoicesTests
{
    static string Forms => SharedFiles.Case("22-msforms/us.csv");
    const string Ways = "Welche Kanäle nutzen Sie?";

    /// <summary>Who chose App, Filiale, Telefon and Web.</summary>
    static IEnumerable<double> Right => Enumerable.Range(0, 4).Select(i => SharedFiles.Right("22", "Right: App", i));

    static Dictionary<string, long> Counts(JsonElement json, string of, string name, string count) =>
        json.GetProperty(of)
            .EnumerateArray()
            .ToDictionary(o => o.GetProperty(name).GetString()!, o => o.GetProperty(count).GetInt64());

    [Fact]
    public async Task Several_options_in_a_cell_are_groups_that_overlap_with_their_real_n()
    {
        string[] ask =
        [
            "analyze",
            "survey",
            Forms,
            "--score",
            "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
            "--kind",
            "recommend",
            "--by",
            Ways,
        ];
        var json = await Typed.Json(ask);
        Assert.Equal(SharedFiles.Right("22", "NPS"), json.GetProperty("value").GetDouble(), 0.05);
        var groups = Counts(json, "by", "group", "n");
        Assert.Equal(
            Right,
            new[] { groups["App"], groups["Filiale"], groups["Telefon"], groups["Web"] }.Select(n => (double)n)
        );
        Assert.All(
            json.GetProperty("by").EnumerateArray(),
            group => Assert.Equal(JsonValueKind.Null, group.GetProperty("place").ValueKind)
        );
        Assert.Contains(
            json.GetProperty("cannotTell").EnumerateArray(),
            said => said.GetString()!.Contains("these groups overlap", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Options_are_counted_with_their_intervals()
    {
        var json = await Typed.Json("analyze", "survey", Forms, "--score", Ways, "--kind", "choices");
        Assert.True(json.GetProperty("overlap").GetBoolean());
        var n = json.GetProperty("n").GetInt64();
        var counts = Counts(json, "options", "option", "count");
        Assert.Equal(
            Right,
            new[] { counts["App"], counts["Filiale"], counts["Telefon"], counts["Web"] }.Select(n => (double)n)
        );
        var app = json.GetProperty("options").EnumerateArray().First(o => o.GetProperty("option").GetString() == "App");
        var wilson = Intervals.Wilson(44, n);
        Assert.Equal(100 * wilson.Low, app.GetProperty("low").GetDouble(), 1e-9);
        Assert.Equal(100 * wilson.High, app.GetProperty("high").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task One_option_each_adds_up_and_is_said_in_words_and_drawn()
    {
        using var file = new Csv(
            "way,nps\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 50)
                        .Select(i => $"{(i < 30 ? "App" : i < 47 ? "Web" : i < 49 ? "" : "Fax")},{i % 11}\n")
                )
        );
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", "way", "--kind", "choice");
        Assert.Equal(48, json.GetProperty("n").GetInt64());
        Assert.Equal(2, json.GetProperty("missing").GetInt64());
        Assert.Equal(48, Counts(json, "options", "option", "count").Values.Sum());
        var svg = Path.ChangeExtension(file.Path, ".svg");
        var said = (
            await Typed.Heed("analyze", "survey", file.Path, "--score", "way", "--kind", "choice", "--svg", svg)
        ).Output;
        // 30 of 48: Wilson 48.4 to 74.8 (Python).
        Assert.Contains("62.5", said, StringComparison.Ordinal);
        Assert.Contains("48.4 to 74.8", said, StringComparison.Ordinal);
        Assert.Contains("fewer than 5 people", said, StringComparison.Ordinal);
        Assert.Contains("<svg", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
        File.Delete(svg);
    }

    [Theory]
    [InlineData("choice", "way\n1\n2.0\n2\n9\n1\n1\n", "Phone 3, Shop 2, 9 1")]
    [InlineData("choices", "way,no\n1;2,1\n2;9,2\n1;2,3\n1;9,4\n1,5\n2,6\n1;2,7\n9;2,8\n", "Phone 5, Shop 6, 9 3")]
    public async Task Codes_are_counted_under_their_words(string kind, string text, string right)
    {
        using var file = new Csv(text);
        string[] asked = ["analyze", "survey", file.Path, "--score", "way", "--labels", "1=Phone, 2=Shop", "--kind"];
        var counts = Counts(await Typed.Json([.. asked, kind]), "options", "option", "count");
        Assert.Equal(right, $"Phone {counts["Phone"]}, Shop {counts["Shop"]}, 9 {counts["9"]}");
        Assert.Contains("--by", await Typed.Refused([.. asked, "mean"]), StringComparison.Ordinal);
        Assert.Contains(
            "--labels: “Phone” gives no code its word.",
            await Typed.Refused([.. asked[..5], "--labels", "Phone", "--kind", kind]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Groups_of_codes_bear_their_words()
    {
        using var file = new Csv(
            "nps,area,shop\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 11},{1 + i % 3},a\n"))
        );
        string[] asked = ["analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend"];
        string[] labels = ["--labels", "1=North, 2=South, 3=South"];
        var counts = Counts(await Typed.Json([.. asked, "--by", "area", .. labels]), "by", "group", "n");
        Assert.Equal("North 20, South 40", string.Join(", ", counts.Select(g => $"{g.Key} {g.Value}")));
        Assert.Contains(
            "--labels names the groups of one column",
            await Typed.Refused([.. asked, "--by", "area", "--by", "shop", .. labels]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_belongs_to_scores_is_refused_in_words()
    {
        var refused = await Typed.Refused(
            "analyze",
            "survey",
            Forms,
            "--score",
            Ways,
            "--kind",
            "choices",
            "--scale",
            "1-5"
        );
        Assert.Contains("--scale is for scores", refused, StringComparison.Ordinal);
    }
}
