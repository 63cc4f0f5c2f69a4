using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Plans;

public sealed class AnalyzePlanTests
{
    static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    static Task<JsonElement> Survey(string typed) => Typed.Json(["analyze", "plan", .. typed.Split(' ')]);

    static async Task<JsonElement> Trial(double[] values, params string[] options)
    {
        using var file = Csv.Weeks(values);
        return await Typed.Json(["analyze", "plan", file.Path, "--date", "date", "--value", "value", .. options]);
    }

    // Up and down by 4.7 from point to point, as far as neighbours go; like T17, whose average moving range is 4.7.
    static double[] Restless(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 10 : 14.7)];

    [Fact] // T17 has 4.77 for a step alone with a known σ̂ of 4.167 by moving ranges; the model measures the spread itself.
    public async Task The_smallest_step_is_the_one_that_the_verdict_will_need()
    {
        var json = await Trial(Restless(24), "--after", "8");

        Assert.Equal(2.622, Number(json, "sigma"), 0.0005);
        Assert.Equal(0.1226, Number(json, "autocorrelation"), 0.00005);
        Assert.Equal(4.715, Number(json, "smallest"), 0.0005);
        Assert.Equal(24, json.GetProperty("pointsBefore").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("canBeSeen").ValueKind);
    }

    [Fact]
    public async Task A_prediction_is_told_to_be_seen_later_or_never()
    {
        var seen = await Trial(Restless(24), "--predict", "-7");
        var later = await Trial(Restless(24), "--predict", "-4.7");
        var never = await Trial(Restless(24), "--predict", "1");

        Assert.True(seen.GetProperty("canBeSeen").GetBoolean());
        Assert.False(later.GetProperty("canBeSeen").GetBoolean());
        var needed = later.GetProperty("periodsNeeded").GetInt32();
        Assert.InRange(needed, 9, 60);
        Assert.Contains(
            $"Watch for {needed} weeks",
            later.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(JsonValueKind.Null, never.GetProperty("periodsNeeded").ValueKind);
        Assert.Contains(
            "however long it is watched",
            never.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Too_few_points_before_are_an_answer_without_numbers()
    {
        var json = await Trial([1, 2, 3], "--predict", "-7");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("smallest").ValueKind);
        Assert.Contains(
            "Limits need 6 points, and there are 3.",
            json.GetProperty("because").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact] // voice.md 3.1: variance .6 and ±5 need 922; Wilson's worst case and a mean as in the library's own tests.
    public async Task Answers_for_a_margin_are_the_published_ones()
    {
        var recommend = await Survey("--kind recommend --margin 5 --response-rate 20");
        Assert.Equal(922, Number(recommend, "answersForMargin"));
        Assert.Equal(4610, Number(recommend, "toAskForMargin"));
        Assert.Equal(385, Number(await Survey("--kind share --margin 5"), "answersForMargin"));
        Assert.Equal(97, Number(await Survey("--kind mean --deviation 1 --margin .2"), "answersForMargin"));
    }

    [Fact] // 7.849 · (p₁q₁ + p₂q₂) / d², the second wave at 75 %
    public async Task Two_waves_need_more_than_one()
    {
        var share = await Survey("--kind share --percent 80 --difference 5 --answers 1091");
        Assert.Equal(1091, Number(share, "answersPerWave"));
        Assert.Equal(5, Number(share, "differenceOfAnswers"), 0.005);
        Assert.True(Number(share, "marginOfAnswers") < 2.5);
    }

    [Fact]
    public async Task A_handful_of_answers_is_said_to_show_no_difference()
    {
        var share = await Survey("--kind share --answers 4");
        Assert.Equal(JsonValueKind.Null, share.GetProperty("differenceOfAnswers").ValueKind);
        Assert.Contains("show no difference of two such waves", share.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task Known_shares_of_promoters_and_detractors_are_used()
    {
        // p + d − (p − d)² of .5 and 1/6 is 5/9 (Cross Validated 18609).
        var json = await Survey("--kind recommend --promoters 50 --detractors 16.6667 --answers 324");
        Assert.Equal(5.0 / 9 * 10000, Number(json, "variance"), 0.5);
        Assert.Equal(1.96 * 4.14, Number(json, "marginOfAnswers"), 0.005);
    }

    [Theory]
    [InlineData("", "Name a file for a trial")]
    [InlineData("--kind share", "Say what is wanted")]
    [InlineData("--kind mean --margin 1", "--deviation is needed for a mean")]
    [InlineData(
        "--kind share --percent 80 --difference 85",
        "a share of 80 % can move by 80 percentage points at most."
    )]
    [InlineData("--kind share --margin 0", "--margin: a number above zero and below 100 is needed.")]
    [InlineData("--kind share --margin 5 --percent 120", "--percent: a number above zero and below 100 is needed.")]
    [InlineData("--kind recommend --margin 5 --promoters 70 --detractors 40", "add up to 100 percent at most")]
    [InlineData("--kind recommend --margin 5 --promoters 70", "go together")]
    public async Task A_survey_that_cannot_be_planned_is_refused_in_words(string typed, string sentence) =>
        Assert.Contains(
            sentence,
            await Typed.Refused(["analyze", "plan", .. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--kind share --margin 5", "Ask for one of them")]
    [InlineData("--date date", "name its columns with --date and --value")]
    [InlineData("--date date --value value --predict 0", "no change cannot be seen to happen")]
    [InlineData("--date date --value value --after 0", "measure 1 to 100,000 periods")]
    [InlineData("--date date --value nothing", "has no column “nothing”")]
    public async Task A_trial_that_cannot_be_planned_is_refused_in_words(string typed, string sentence)
    {
        using var file = Csv.Weeks(Restless(24));
        Assert.Contains(
            sentence,
            await Typed.Refused(["analyze", "plan", file.Path, .. typed.Split(' ')]),
            StringComparison.Ordinal
        );
    }
}
