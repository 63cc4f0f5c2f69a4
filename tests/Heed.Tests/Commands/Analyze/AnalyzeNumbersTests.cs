using System.Text.Json;

namespace Heed.Tests.Commands.Analyze;

/// <summary>A column of numbers of one's own file: mean, quartiles, bands, and nothing hidden.</summary>
public sealed class AnalyzeNumbersTests
{
    static Csv File(string more = "") =>
        new(
            "minutes,nps\n"
                + string.Concat(Enumerable.Range(1, 100).Select(i => $"{i},{i % 11}\n"))
                + ",5\nN/A,4\n"
                + more
        );

    [Fact]
    public async Task Mean_and_quartiles_come_with_their_intervals()
    {
        using var file = File("999,3\n");
        var json = await Typed.Json(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "minutes",
            "--kind",
            "number",
            "--missing",
            "999"
        );
        Assert.Equal((100, 3), (json.GetProperty("n").GetInt64(), json.GetProperty("missing").GetInt64()));
        // t.test(1:100): 50.5, 44.743 to 56.257 (R).
        Assert.Equal(50.5, json.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(44.743, json.GetProperty("low").GetDouble(), 1e-3);
        Assert.Equal(56.257, json.GetProperty("high").GetDouble(), 1e-3);
        Assert.Equal(
            [(25.75, 17.0, 35.0), (50.5, 40, 61), (75.25, 66, 84)],
            json.GetProperty("quartiles")
                .EnumerateArray()
                .Select(q =>
                    (
                        q.GetProperty("value").GetDouble(),
                        q.GetProperty("low").GetDouble(),
                        q.GetProperty("high").GetDouble()
                    )
                )
        );
        Assert.Equal(100, json.GetProperty("bands").EnumerateArray().Sum(b => b.GetProperty("count").GetInt64()));
    }

    [Fact]
    public async Task Codes_stand_for_the_numbers_that_their_words_are()
    {
        using var file = new Csv("wait\n1\n2\n2.0\n3\n40\n9\n");
        string[] asked = ["analyze", "survey", file.Path, "--score", "wait", "--kind", "number", "--labels"];
        // 5, 15, 15, 30 and 40, which stands for itself: the mean is 21.
        var json = await Typed.Json([.. asked, "1=5, 2=15, 3=30, 9=N/A"]);
        Assert.Equal((5, 1), (json.GetProperty("n").GetInt64(), json.GetProperty("missing").GetInt64()));
        Assert.Equal(21, json.GetProperty("value").GetDouble(), 1e-9);
        Assert.Contains(
            "--labels: “long” is no number",
            await Typed.Refused([.. asked, "1=5, 2=long"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_said_in_words_and_drawn()
    {
        using var file = File("4000,3\n4000,3\n");
        var svg = Path.ChangeExtension(file.Path, ".svg");
        var said = (
            await Typed.Heed("analyze", "survey", file.Path, "--score", "minutes", "--kind", "number", "--svg", svg)
        ).Output;
        Assert.Contains("half say at most", said, StringComparison.Ordinal);
        Assert.Contains("draw the mean away", said, StringComparison.Ordinal);
        Assert.Contains("single people's answers", said, StringComparison.Ordinal);
        Assert.Contains("<svg", await System.IO.File.ReadAllTextAsync(svg), StringComparison.Ordinal);
        System.IO.File.Delete(svg);
    }

    [Fact]
    public async Task What_is_no_number_and_what_belongs_to_scores_is_refused_in_words()
    {
        using var file = File("soon,3\n");
        string[] ask = ["analyze", "survey", file.Path, "--score", "minutes", "--kind", "number"];
        Assert.Contains("“soon” is not a number", await Typed.Refused(ask), StringComparison.Ordinal);
        using var sided = File(">95,3\n");
        ask[2] = sided.Path;
        Assert.Contains("--censored", await Typed.Refused(ask), StringComparison.Ordinal);
        var json = await Typed.Json([.. ask, "--censored", "limit"]);
        Assert.Equal(101, json.GetProperty("n").GetInt64());
        Assert.Contains(
            "--scale is for scores",
            await Typed.Refused([.. ask, "--scale", "1-5"]),
            StringComparison.Ordinal
        );
    }
}
