using System.Globalization;
using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Experiments;

/// <summary>What an experiment is said to have shown, and what it cannot carry.</summary>
public sealed class ExperimentWordsTests
{
    /// <summary>Figures that go round from 0 to 9, with so much more in the second arm.</summary>
    static string People(int each, double more, string extra = "") =>
        "arm,rating,orders\n"
        + string.Concat(
            Enumerable
                .Range(0, 2 * each)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(i % 2 == 0 ? "control" : "blue")},{i / 2 * 7 % 10 + (i % 2) * more},{1 + i / 2 % 3}\n"
                    )
                )
        )
        + extra;

    static async Task<(string Sentence, JsonElement Json, List<string> Limits)> Ask(string text, string typed)
    {
        using var file = new Csv(text);
        string[] asked =
        [
            "analyze",
            "experiment",
            file.Path,
            "--arm",
            "arm",
            "--value",
            "rating",
            .. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        var json = await Typed.Json(asked);
        return (
            json.GetProperty("sentence").GetString()!,
            json,
            [.. json.GetProperty("cannotTell").EnumerateArray().Select(s => s.GetString()!)]
        );
    }

    [Fact]
    public async Task The_arm_that_is_called_control_is_compared_with_whatever_its_place()
    {
        var (sentence, json, _) = await Ask(People(100, 2), "--wanted up");
        Assert.StartsWith("Improved: +2", sentence);
        Assert.Contains("in rating, blue against control", sentence, StringComparison.Ordinal);
        Assert.Equal(2, json.GetProperty("effect").GetDouble(), 1e-9);
        (sentence, json, _) = await Ask(People(100, 2), "--wanted up --control blue");
        Assert.StartsWith("Worsened: −2", sentence);
        Assert.Equal(-2, json.GetProperty("effect").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task A_verdict_is_held_against_what_was_predicted()
    {
        Assert.StartsWith("Improved, less than predicted (+6): ", (await Ask(People(200, 2), "--predict 6")).Sentence);
        Assert.StartsWith("No change: ", (await Ask(People(400, 0), "--predict 3")).Sentence);
        var (sentence, _, limits) = await Ask(People(20, 0), "--predict 0.5");
        Assert.StartsWith("Cannot tell: ", sentence);
        Assert.EndsWith("which holds both no effect and the predicted +0.5.", sentence);
        Assert.Contains(
            limits,
            l => l.Contains("or more would have shown four times in five", StringComparison.Ordinal)
        );
        Assert.EndsWith("which holds no effect.", (await Ask(People(20, 0), "--wanted up")).Sentence);
    }

    [Fact]
    public async Task Without_a_wanted_way_it_is_told_and_not_judged()
    {
        var (sentence, json, limits) = await Ask(People(100, -2), "");
        Assert.StartsWith("blue lowered rating: −2", sentence);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("verdict").ValueKind);
        Assert.StartsWith("Whether this is better depends on which way is wanted", limits[0]);
    }

    [Fact]
    public async Task A_split_that_is_off_takes_all_that_could_be_said()
    {
        var more = string.Concat(Enumerable.Repeat("blue,9,1\n", 80));
        var (sentence, json, limits) = await Ask(People(100, 2, more), "--wanted up");
        Assert.StartsWith(
            "Cannot tell: the arms are not what was dealt, 100 and 180 where 140 and 140 were due",
            sentence
        );
        Assert.StartsWith("A split that is off means that people went missing", Assert.Single(limits));
        Assert.True(json.GetProperty("split").GetProperty("mismatch").GetBoolean());
        Assert.StartsWith("Improved: ", (await Ask(People(100, 2, more), "--wanted up --split 100:180")).Sentence);
    }

    [Fact]
    public async Task Enormous_figures_are_bounded_and_counted()
    {
        var (_, json, limits) = await Ask(
            People(100, 0, "control,5000,1\nblue,9000,1\n"),
            "--wanted up --winsorise 99"
        );
        Assert.Contains(limits, l => l.EndsWith("the effect is that on bounded figures.", StringComparison.Ordinal));
        Assert.Contains(limits, l => l.StartsWith("2 figures above ", StringComparison.Ordinal));
        Assert.InRange(json.GetProperty("effect").GetDouble(), -1, 1);
        Assert.InRange(
            (await Ask(People(100, 0, "control,5000,1\nblue,9000,1\n"), "--wanted up"))
                .Json.GetProperty("effect")
                .GetDouble(),
            30,
            50
        );
    }

    [Fact]
    public async Task A_ratio_is_that_of_the_sums()
    {
        var (_, json, _) = await Ask(People(90, 2), "--wanted up --per orders");
        // Orders go 1, 2, 3: two each, so two more a person are one more an order.
        Assert.Equal(1, json.GetProperty("effect").GetDouble(), 1e-9);
        var text = People(90, 2) + "blue,5,\n,5,1\n";
        var notes = (await Ask(text, "--wanted up --per orders"))
            .Json.GetProperty("notes")
            .EnumerateArray()
            .Select(n => n.GetString()!)
            .ToList();
        Assert.Contains(notes, n => n.StartsWith("1 row of blue without a figure", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.StartsWith("1 row names no arm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_other_arms_are_left_out_and_counted()
    {
        var text = People(50, 2) + "red,1,1\nred,2,1\n";
        var (_, json, _) = await Ask(text, "--wanted up --treatment blue");
        Assert.Equal(
            ["control", "blue"],
            json.GetProperty("arms").EnumerateArray().Select(a => a.GetProperty("name").GetString()!)
        );
        Assert.StartsWith(
            "2 rows belong to other arms",
            json.GetProperty("notes")
                .EnumerateArray()
                .Select(n => n.GetString()!)
                .First(n => n.Contains("arms", StringComparison.Ordinal))
        );
    }
}
