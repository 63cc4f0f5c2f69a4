using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Drivers;

/// <summary>What goes with an outcome, in words, and why it is no reason to act yet.</summary>
public sealed class DriverWordsTests
{
    static string Table(string head, int rows, Func<int, Random, string> row)
    {
        var random = new Random(11);
        return $"{head}\n{string.Concat(Enumerable.Range(0, rows).Select(i => row(i, random) + "\n"))}";
    }

    static async Task<(string Sentence, List<string> Limits, JsonElement Json)> Ask(string text, string typed)
    {
        using var file = new Csv(text);
        var json = await Typed.Json(["analyze", "drivers", file.Path, "--outcome", "overall", .. typed.Split(' ')]);
        return (
            json.GetProperty("sentence").GetString()!,
            [.. json.GetProperty("cannotTell").EnumerateArray().Select(s => s.GetString()!)],
            json
        );
    }

    [Fact]
    public async Task One_driver_alone_is_named_with_its_share_and_the_next_step()
    {
        var (sentence, limits, json) = await Ask(
            Table("overall,wait", 80, (_, r) => r.Next(1, 6) is var a ? $"{a + r.Next(0, 3)},{a}" : ""),
            "--driver wait"
        );
        Assert.Matches(
            @"^\d+(\.\d)? % of the differences in overall go with this driver: wait, \d+(\.\d)? % \(95 % interval ",
            sentence
        );
        Assert.Contains(
            limits,
            l => l.StartsWith("Next: change one thing about wait for a while", StringComparison.Ordinal)
        );
        Assert.Contains(
            "That two things go together does not say that one moves the other: happy people may praise everything.",
            limits
        );
        Assert.Equal(80, json.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Drivers_that_cannot_be_told_apart_have_no_order()
    {
        var (sentence, _, json) = await Ask(
            Table(
                "overall,a,b",
                60,
                (_, r) => (r.Next(1, 6), r.Next(1, 6)) is var (a, b) ? $"{a + b + r.Next(0, 4)},{a},{b}" : ""
            ),
            "--driver a b"
        );
        Assert.Contains(
            "but the order of all 2 is open: their differences could be none.",
            sentence,
            StringComparison.Ordinal
        );
        Assert.All(
            json.GetProperty("drivers").EnumerateArray(),
            d => Assert.True(d.GetProperty("leading").GetBoolean())
        );
    }

    [Fact]
    public async Task A_driver_that_is_noise_is_said_to_be_none_and_noise_alone_is_no_reason_to_act()
    {
        var (_, limits, _) = await Ask(
            Table("overall,a,b", 200, (_, r) => r.Next(1, 6) is var a ? $"{a + r.Next(0, 2)},{a},{r.Next(1, 6)}" : ""),
            "--driver a b"
        );
        Assert.Contains(
            limits,
            l =>
                l.StartsWith(
                    "b has no more than the same answers dealt out at random would reach",
                    StringComparison.Ordinal
                )
        );
        (_, limits, _) = await Ask(
            Table("overall,a,b", 60, (_, r) => $"{r.Next(1, 6)},{r.Next(1, 6)},{r.Next(1, 6)}"),
            "--driver a b"
        );
        Assert.StartsWith("Do not act on this ranking", limits[^1]);
        Assert.DoesNotContain(limits, l => l.StartsWith("Next: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_thin_driver_costs_many_rows_it_is_named()
    {
        var (_, limits, json) = await Ask(
            Table(
                "overall,a,thin",
                100,
                (i, r) =>
                    r.Next(1, 6) is var a ? $"{a + r.Next(0, 2)},{a},{(i % 3 == 0 ? "0" : $"{r.Next(1, 6)}")}" : ""
            ),
            "--driver a thin --missing 0"
        );
        Assert.StartsWith(
            "34 of 100 rows are left out because an answer is missing (34 %), most often thin (34).",
            limits[0]
        );
        Assert.Equal(66, json.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Directions_are_checked_with_ranks_where_that_is_asked()
    {
        var text = Table(
            "overall,a,b",
            150,
            (_, r) =>
                (r.Next(1, 6), r.Next(1, 6)) is var (a, b)
                    ? $"{Math.Clamp(a - b / 2 + r.Next(0, 2), 1, 5)},{a},{b}"
                    : ""
        );
        var (_, limits, json) = await Ask(text, "--driver a b --ordinal");
        Assert.Contains(
            "Taken as ranks, all drivers point the same way: the steps of the scale do not decide the finding.",
            limits
        );
        Assert.Equal(2, json.GetProperty("ordinal").GetProperty("coefficients").GetArrayLength());
        Assert.DoesNotContain(
            (await Ask(text, "--driver a b")).Limits,
            l => l.StartsWith("Taken as ranks", StringComparison.Ordinal)
        );
    }
}
