using System.Globalization;
using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Ties;

public sealed class AnalyzeTieTests
{
    /// <summary>A wandering figure and one that repeats its moves so many weeks later, with noise.</summary>
    static string Weeks(int count, int lag, double sign = 1, int seed = 3)
    {
        var random = new Random(seed);
        double Noise() => random.NextDouble() + random.NextDouble() - 1;
        var level = new double[count + lag];
        for (var i = 1; i < level.Length; i++)
            level[i] = level[i - 1] + 3 * Noise();
        return "week,calls,complaints\n"
            + string.Concat(
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{new DateOnly(2024, 1, 1).AddDays(7 * i):yyyy-MM-dd},{100 + level[i + lag]:0.00},{50 + sign * level[i] + Noise():0.00}\n"
                        )
                    )
            );
    }

    static string[] Asked(string path, params string[] options) =>
        ["analyze", "tie", path, "--date", "week", "--leading", "calls", "--lagging", "complaints", .. options];

    static async Task<JsonElement> Json(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(Asked(file.Path, options));
    }

    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(Asked(file.Path, options));
    }

    [Fact]
    public async Task A_figure_that_follows_two_weeks_later_is_found_there()
    {
        var json = await Json(Weeks(80, 2), "--window", "0-6");

        Assert.Equal("Supported", json.GetProperty("state").GetString());
        Assert.Equal(2, json.GetProperty("lag").GetInt32());
        Assert.Equal(7, json.GetProperty("tests").GetInt32());
        Assert.True(json.GetProperty("correlation").GetDouble() > json.GetProperty("limit").GetDouble());
        Assert.Equal("Week", json.GetProperty("every").GetString());
        Assert.Contains(
            "moves the same way 2 weeks later",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            Enumerable.Range(-6, 13),
            json.GetProperty("correlations").EnumerateArray().Select(at => at.GetProperty("lag").GetInt32())
        );
    }

    [Fact]
    public async Task A_figure_that_moves_against_is_found_when_that_was_claimed()
    {
        Assert.Equal("Unsupported", (await Json(Weeks(80, 2, -1), "--window", "0-4")).GetProperty("state").GetString());
        var against = await Json(Weeks(80, 2, -1), "--window", "0-4", "--moves", "against");
        Assert.Equal("Supported", against.GetProperty("state").GetString());
        Assert.Contains("the other way", against.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact] // T10: of random walks two in three look related; of their moves one in twenty does.
    public async Task Two_figures_that_merely_wander_are_not_tied()
    {
        var supported = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var one = Weeks(60, 0, seed: 100 + seed).Split('\n');
            var other = Weeks(60, 0, seed: 900 + seed).Split('\n');
            var rows = one.Zip(
                other,
                (a, b) => a.Length == 0 ? a : $"{a[..a.LastIndexOf(',')]},{b[(b.LastIndexOf(',') + 1)..]}"
            );
            supported += (await Json(string.Join('\n', rows), "--window", "0-6")).GetProperty("state").GetString()
                is "Supported"
                ? 1
                : 0;
        }
        Assert.InRange(supported, 0, 5);
    }

    [Fact]
    public async Task Each_attempt_and_each_lag_raises_the_bar()
    {
        double Limit(JsonElement json) => json.GetProperty("limit").GetDouble();
        var text = Weeks(80, 2);
        var (single, window, third) = (
            await Json(text, "--window", "2"),
            await Json(text, "--window", "0-6"),
            await Json(text, "--window", "0-6", "--attempt", "3")
        );

        Assert.Equal(Limit(single), single.GetProperty("singleLimit").GetDouble(), 1e-9);
        Assert.True(Limit(single) < Limit(window) && Limit(window) < Limit(third));
        Assert.Equal(21, third.GetProperty("tests").GetInt32());
        Assert.Contains(
            third.GetProperty("cannotTell").EnumerateArray(),
            sentence => sentence.GetString()!.Contains("say --attempt 4", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Too_few_weeks_are_an_answer_without_numbers()
    {
        var json = await Json(Weeks(12, 2), "--window", "0-6");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("state").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("correlation").ValueKind);
        Assert.Equal(
            "Too few points: needs 37 periods in a row in which both were measured, has 12.",
            json.GetProperty("because").GetString()
        );
    }

    [Theory]
    [InlineData("six", "is not a window")]
    [InlineData("6-2", "it ends (2) before it begins (6)")]
    [InlineData("-3", "is not a window")]
    [InlineData("0-600", "too far apart")]
    public async Task A_window_that_makes_no_sense_is_refused(string window, string sentence) =>
        Assert.Contains(sentence, await Refused(Weeks(80, 2), $"--window={window}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_word_among_the_followers_names_its_row_and_column() =>
        Assert.StartsWith(
            "Row 3, column “complaints”: “many” will not do.",
            await Refused("week,calls,complaints\n2024-01-01,1,2\n2024-01-08,2,many\n", "--window", "0-2"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_figure_is_not_compared_with_itself()
    {
        using var file = new Csv(Weeks(80, 2));
        Assert.Contains(
            "Name two different columns",
            await Typed.Refused(
                "analyze",
                "tie",
                file.Path,
                "--date",
                "week",
                "--leading",
                "calls",
                "--lagging",
                "calls",
                "--window",
                "0-2"
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("week,calls\n2024-01-01,1\n", "has no column “complaints”")]
    public async Task A_file_without_the_figures_is_refused(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, "--window", "0-2"), StringComparison.Ordinal);
}
