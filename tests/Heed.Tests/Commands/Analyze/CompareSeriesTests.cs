using System.Globalization;
using System.Text.Json;

namespace Heed.Tests.Commands.Analyze;

/// <summary><c>--compare</c>: a second series that the change did not touch.</summary>
public sealed class CompareSeriesTests
{
    /// <summary>Two shops that share a wandering town; one gains eight at the change.</summary>
    static string Shops(double gain, bool apart = false)
    {
        var random = new Random(12);
        double Noise() => random.NextDouble() + random.NextDouble() - 1;
        var (town, other) = (100.0, 100.0);
        return "month,downtown,airport\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(i =>
                    {
                        (town, other) = (town + 3 * Noise(), other + 3 * Noise());
                        return string.Create(
                            CultureInfo.InvariantCulture,
                            $"{2022 + i / 12}-{1 + i % 12:00},{town + Noise() + (i >= 28 ? gain : 0):0.00},{0.7 * (apart ? other : town) + Noise():0.00}\n"
                        );
                    })
            );
    }

    static string[] Asked(string path, params string[] options) =>
        [
            "analyze",
            "series",
            path,
            "--date",
            "month",
            "--value",
            "downtown",
            "--change",
            "2024-05-01",
            "--wanted",
            "up",
            .. options,
        ];

    static async Task<JsonElement> Change(string text, params string[] options)
    {
        using var file = new Csv(text);
        return (await Typed.Json(Asked(file.Path, options))).GetProperty("change");
    }

    [Fact]
    public async Task What_moved_both_is_not_taken_for_the_effect()
    {
        var gained = await Change(Shops(8), "--compare", "airport");
        var nothing = await Change(Shops(0), "--compare", "airport");

        Assert.Equal("ComparisonSeries", gained.GetProperty("method").GetString());
        Assert.Equal("airport", gained.GetProperty("comparedWith").GetString());
        Assert.Equal("Improved", gained.GetProperty("verdict").GetString());
        Assert.InRange(8, gained.GetProperty("low").GetDouble(), gained.GetProperty("high").GetDouble());
        Assert.Equal("CannotTell", nothing.GetProperty("verdict").GetString());
        Assert.InRange(0, nothing.GetProperty("low").GetDouble(), nothing.GetProperty("high").GetDouble());
        Assert.Equal(12, gained.GetProperty("counterfactual").GetArrayLength());
    }

    [Fact]
    public async Task A_comparison_that_knows_nothing_is_said_to_be_none()
    {
        var change = await Change(Shops(8, apart: true), "--compare", "airport");
        Assert.Equal("CannotTell", change.GetProperty("verdict").GetString());
        Assert.Contains("it is no comparison", change.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--compare station", "has no column “station”")]
    [InlineData("--compare downtown", "cannot be compared with itself")]
    [InlineData("--compare airport --method step", "by a method of its own")]
    public async Task What_cannot_be_compared_is_refused_in_words(string typed, string sentence)
    {
        using var file = new Csv(Shops(8));
        Assert.Contains(sentence, await Typed.Refused(Asked(file.Path, typed.Split(' '))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_change_there_is_nothing_to_compare()
    {
        using var file = new Csv(Shops(8));
        Assert.Contains(
            "no change is named: add --change DATE",
            await Typed.Refused(
                "analyze",
                "series",
                file.Path,
                "--date",
                "month",
                "--value",
                "downtown",
                "--compare",
                "airport"
            ),
            StringComparison.Ordinal
        );
    }

    /// <summary>Five branches that share a wave; the first gains from month 28 on.</summary>
    static string Branches(double effect)
    {
        var noise = new Random(10);
        return "month,downtown,a,b,c,d\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(month =>
                    {
                        var shared = 8 * Math.Sin(month / 3.0);
                        string One(double level) =>
                            FormattableString.Invariant(
                                $"{level + shared + noise.NextDouble() - noise.NextDouble():0.00}"
                            );
                        return $"{new DateOnly(2022, 1, 1).AddMonths(month):yyyy-MM},{One(50 + (month >= 28 ? effect : 0))},{One(40)},{One(55)},{One(60)},{One(45)}\n";
                    })
            );
    }

    [Fact]
    public async Task Several_comparisons_are_weighted_and_judge()
    {
        var gained = await Change(Branches(4), "--compare", "a,b,c,d");

        Assert.Equal("Improved", gained.GetProperty("verdict").GetString());
        Assert.StartsWith(
            "synthetic difference-in-differences",
            gained.GetProperty("methodInWords").GetString(),
            StringComparison.Ordinal
        );
        Assert.InRange(4, gained.GetProperty("low").GetDouble(), gained.GetProperty("high").GetDouble());
        Assert.Equal("a, b, c, d", gained.GetProperty("comparedWith").GetString());
        var several = gained.GetProperty("comparedWithSeveral");
        Assert.Equal(4, several.GetProperty("placebos").GetArrayLength());
        Assert.Equal(
            1,
            several.GetProperty("series").EnumerateArray().Sum(one => one.GetProperty("weight").GetDouble()),
            1e-9
        );
        Assert.Equal(12, gained.GetProperty("counterfactual").GetArrayLength());

        var nothing = await Change(Branches(0), "--compare", "a,b,c,d");
        Assert.Equal("CannotTell", nothing.GetProperty("verdict").GetString());
        Assert.InRange(0, nothing.GetProperty("low").GetDouble(), nothing.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task The_report_says_what_was_weighted_how()
    {
        using var file = new Csv(Branches(4));
        var said = (await Typed.Heed(Asked(file.Path, "--compare", "a,b,c,d"))).Output;
        var flat = string.Join(' ', said.Split(' ', '\n').Where(word => word.Length > 0));
        Assert.StartsWith("Improved: +", flat, StringComparison.Ordinal);
        Assert.Contains("against what the compared series lead to expect.", flat, StringComparison.Ordinal);
        Assert.Contains("Weighted ", flat, StringComparison.Ordinal);
        Assert.Contains("a, b, c and d, which you declared to be untouched", flat, StringComparison.Ordinal);
        Assert.Contains("each compared series was taken for the changed one", flat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--compare a,b", "Name one that ran beside it, or three and more.")]
    [InlineData("--compare a,b,a", "a column is named twice")]
    [InlineData("--compare a,b,downtown", "cannot be compared with itself")]
    [InlineData("--compare a,b,z", "has no column “z”")]
    public async Task What_several_cannot_do_is_refused_in_words(string typed, string sentence)
    {
        using var file = new Csv(Branches(4));
        Assert.Contains(sentence, await Typed.Refused(Asked(file.Path, typed.Split(' '))), StringComparison.Ordinal);
    }

    /// <summary>Seven branches that share a wave: three get the same gain, one after another, four never.</summary>
    static string RollOut(double effect)
    {
        var noise = new Random(14);
        return "month,downtown,a,b,c,d,e,f\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(month =>
                    {
                        var shared = 8 * Math.Sin(month / 3.0);
                        string One(double level, int from = 99) =>
                            FormattableString.Invariant(
                                $"{level + shared + noise.NextDouble() - noise.NextDouble() + (month >= from ? effect : 0):0.00}"
                            );
                        return $"{new DateOnly(2022, 1, 1).AddMonths(month):yyyy-MM},{One(50, 28)},{One(40, 20)},{One(55, 32)},{One(60)},{One(45)},{One(70)},{One(30)}\n";
                    })
            );
    }

    const string ReachedTwo = "a=2023-09,b=2024-09,c,d,e,f";

    [Fact]
    public async Task A_change_that_reached_one_after_another_is_judged_over_all_that_got_it()
    {
        var gained = await Change(RollOut(4), "--compare", ReachedTwo);

        Assert.Equal("Improved", gained.GetProperty("verdict").GetString());
        Assert.InRange(4, gained.GetProperty("low").GetDouble(), gained.GetProperty("high").GetDouble());
        Assert.StartsWith(
            "staggered roll-out",
            gained.GetProperty("methodInWords").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("Difference", gained.GetProperty("scale").GetString());
        Assert.Equal(JsonValueKind.Null, gained.GetProperty("comparedWithSeveral").ValueKind);
        var rollOut = gained.GetProperty("rollOut");
        Assert.Equal(3, rollOut.GetProperty("with").GetInt32());
        Assert.Equal(4, rollOut.GetProperty("without").GetInt32());
        // a is there from month 20 to 39, downtown from 28, b from 32.
        Assert.Equal(20 + 12 + 8, rollOut.GetProperty("groups").GetArrayLength());
        Assert.Equal(3, rollOut.GetProperty("since")[0].GetProperty("units").GetInt32());

        var nothing = await Change(RollOut(0), "--compare", ReachedTwo);
        Assert.Equal("CannotTell", nothing.GetProperty("verdict").GetString());
        Assert.InRange(0, nothing.GetProperty("low").GetDouble(), nothing.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task The_report_of_a_roll_out_says_whom_it_reached_and_how_it_went_on()
    {
        using var file = new Csv(RollOut(4));
        var said = (await Typed.Heed(Asked(file.Path, "--compare", ReachedTwo))).Output;
        var flat = string.Join(' ', said.Split(' ', '\n').Where(word => word.Length > 0));
        Assert.Contains(
            "over the 3 that got the change, against those that did not have it yet.",
            flat,
            StringComparison.Ordinal
        );
        Assert.Contains("Reached 3 by the end, 4 not", flat, StringComparison.Ordinal);
        Assert.Contains("At once +", flat, StringComparison.Ordinal);
        Assert.Contains("After 19 months +", flat, StringComparison.Ordinal);
        Assert.Contains("start dates dealt out at random", flat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--compare a=soon,b,c,d,e,f", "“soon” is not a date. Write a=2026-03-31 where a got the change too.")]
    [InlineData("--compare a=2023-09,b,c", "five other columns or more are needed, with a date or without.")]
    [InlineData("--compare a=2023-09,b,c,d,a,f", "a column is named twice")]
    [InlineData("--compare a=2023-09,b,c,d,downtown", "cannot be compared with itself")]
    public async Task A_roll_out_that_cannot_be_is_refused_in_words(string typed, string sentence)
    {
        using var file = new Csv(RollOut(4));
        Assert.Contains(sentence, await Typed.Refused(Asked(file.Path, typed.Split(' '))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--compare a=2022-05,b,c,d,e,f", "a needs 8 periods before its change")]
    [InlineData("--lag 2 --compare a=2023-09,b,c,d,e,f", "from its first day on, without a lag")]
    public async Task A_roll_out_without_a_verdict_says_why(string typed, string sentence)
    {
        var change = await Change(RollOut(4), typed.Split(' '));
        Assert.Equal("CannotTell", change.GetProperty("verdict").GetString());
        Assert.Contains(sentence, change.GetProperty("because").GetString(), StringComparison.Ordinal);
    }
}
